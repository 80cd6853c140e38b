#include "support/ui/room.h"

#include "support/folders.h"

namespace support {

Room::Room(std::string const& language)
    : french(load(i18n::Language::french))
    , english(load(i18n::Language::english))
    , day(*board::load_palette(assets_dir() / "themes/papier.theme"))
    , night(*board::load_palette(assets_dir() / "themes/nuit.theme"))
    , templates(*exchange::Templates::load(assets_dir()))
    , app(host, {&french, &english, &day, &night, &templates}, {language, ui::Appearance::day, 100})
    , driver([this](ui::Ui& ui) { app.draw(ui); }, {1920, 1080})
{
}

Room::~Room() = default;

i18n::Catalogue Room::load(i18n::Language language)
{
    return std::move(*i18n::Catalogue::load(assets_dir(), language));
}

void Room::start(std::string csv, std::string const& step)
{
    driver.click("home.new.axes");
    host.file = std::move(csv);
    app.dropped({"cas.csv"});
    driver.frame();
    driver.click("import.add");
    driver.click("step." + step);
    REQUIRE(app.session()->submit(edit::facilitator, edit::SetStep{app.step()}));
    driver.settle();
}

model::RoundState Room::round_state()
{
    auto const& rows = model::table<model::RoundStatus>(doc());
    return rows.empty() ? model::RoundState::setup : rows.rbegin()->second.state;
}

} // namespace support
