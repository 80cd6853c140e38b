#include "previewing.h"

namespace previewing {

Preview::Preview()
    : Room("fr")
{
    driver.click("home.new.axes");
    driver.settle();
}

void Preview::drop(std::string const& name, std::string csv)
{
    host.file = std::move(csv);
    app.dropped({name});
    driver.settle();
}

void Preview::paste(std::string const& text)
{
    driver.paste(text);
    driver.key(ImGuiMod_Ctrl | ImGuiKey_V);
    driver.settle();
}

void Preview::mean(int column, std::string const& field)
{
    driver.click("import.column." + std::to_string(column));
    driver.settle();
    driver.click("field." + field);
    driver.settle();
}

void Preview::add()
{
    driver.click("import.add");
    driver.settle();
}

int Preview::entries_of(std::string const& label) const
{
    int count = 0;
    for (std::uint64_t n = 1; n <= host.log->size(); ++n)
        count += host.log->entry(n)->label == label ? 1 : 0;
    return count;
}

std::vector<model::Case> Preview::cases()
{
    std::vector<model::Case> all;
    for (auto const& [id, one] : model::table<model::Case>(doc())) all.push_back(one);
    return all;
}

std::vector<std::string> Preview::titles()
{
    std::vector<std::string> out;
    for (auto const& one : cases()) out.push_back(one.title);
    return out;
}

void Preview::press(std::string const& id)
{
    driver.click(id);
    driver.settle();
}

model::Case Preview::first()
{
    auto const& cases = model::table<model::Case>(doc());
    return cases.empty() ? model::Case{} : cases.begin()->second;
}

} // namespace previewing
