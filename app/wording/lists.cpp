#include "wording/lists.h"

namespace wording {
namespace {

std::vector<std::string> places(model::Document const& doc, std::vector<model::AxisId> const& axes)
{
    std::vector<std::string> out;
    for (auto id : axes) out.push_back(std::to_string(model::get<model::Axis>(doc, id).place));
    return out;
}

} // namespace

std::string listed(i18n::Catalogue const& words, std::vector<std::string> const& parts)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += i + 1 == parts.size() ? words.text("list.and") : ", ";
        out += parts[i];
    }
    return out;
}

std::string case_numbers(i18n::Catalogue const& words, model::Document const& doc,
                         std::vector<model::CaseId> const& cases)
{
    std::vector<std::string> numbers;
    for (auto id : cases)
        numbers.push_back(std::to_string(model::get<model::Case>(doc, id).number));
    return listed(words, numbers);
}

std::string axis_numbers(i18n::Catalogue const& words, model::Document const& doc,
                         std::vector<model::AxisId> const& axes)
{
    return listed(words, places(doc, axes));
}

std::string axes(i18n::Catalogue const& words, model::Document const& doc,
                 std::vector<model::AxisId> const& axes)
{
    if (axes.empty()) return {};
    auto const key = axes.size() == 1 ? "list.axis" : "list.axes";
    return words.text(key, axis_numbers(words, doc, axes));
}

} // namespace wording
