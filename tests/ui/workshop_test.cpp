#include "analysis/tally.h"
#include "board/palette.h"
#include "exchange/template.h"
#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/ui/ui_driver.h"
#include "ui/app.h"

#include <doctest/doctest.h>
#include <imgui.h>

namespace {

namespace fs = std::filesystem;

// A machine of one session, in memory: what is closed is kept as entries and opened again from
// them.
class MemoryHost : public ui::Host {
public:
    support::TickingClock clock;
    support::SeededChance chance{5};
    std::vector<journal::Entry> kept;
    journal::MemoryLog* log = nullptr;
    std::string file;

    std::int64_t now_ms() override { return clock.t; }
    base::Result<ui::OpenedSession> open(fs::path const& path, ui::Access access) override
    {
        auto owned = std::make_unique<journal::MemoryLog>();
        for (auto const& entry : kept) REQUIRE(owned->append(entry));
        log = owned.get();
        ui::OpenedSession opened;
        opened.session = std::make_unique<session::Session>(
            *session::Session::open(std::move(owned), clock, chance));
        opened.path = path;
        opened.access = access;
        return opened;
    }
    base::Result<ui::OpenedSession> create(ui::NewSession const& wish,
                                           std::string const& language) override
    {
        auto opened = open("atelier.cadran", ui::Access::edit);
        auto start =
            exchange::read_template(CADRAN_ASSETS_DIR, wish.template_name, language, wish.title,
                                    [&] { return opened->session->mint<model::AxisId>(); });
        REQUIRE(start);
        REQUIRE(opened->session->submit(edit::facilitator, *start));
        return opened;
    }
    void closed(fs::path const&) override {}
    base::Result<fs::path> save_copy(fs::path const& path) override { return path; }
    base::Result<std::string> read_file(fs::path const&) override { return file; }
    std::vector<ui::Recent> recent() override { return {}; }
    void forget(fs::path const&) override {}
    void keep(ui::Settings const&) override {}

    // As after a crash: all that is left is what the log holds.
    void remember()
    {
        kept.clear();
        for (std::uint64_t n = 1; n <= log->size(); ++n) kept.push_back(*log->entry(n));
    }
};

struct Room {
    i18n::Catalogue french = load(i18n::Language::french), english = load(i18n::Language::english);
    board::Palette day = *board::load_palette(fs::path(CADRAN_ASSETS_DIR) / "themes/papier.theme");
    board::Palette night = *board::load_palette(fs::path(CADRAN_ASSETS_DIR) / "themes/nuit.theme");
    MemoryHost host;
    ui::App app;
    support::UiDriver driver;

    explicit Room(std::string const& language)
        : app(host, {&french, &english, &day, &night}, {language, ui::Appearance::day, 100})
        , driver([this](ui::Ui& ui) { app.draw(ui); }, {1920, 1080})
    {
    }
    static i18n::Catalogue load(i18n::Language language)
    {
        return std::move(*i18n::Catalogue::load(CADRAN_ASSETS_DIR, language));
    }
    [[nodiscard]] model::Document const& doc() { return app.session()->document(); }
    [[nodiscard]] model::RoundState round_state()
    {
        auto const& rows = model::table<model::RoundStatus>(doc());
        return rows.empty() ? model::RoundState::setup : rows.rbegin()->second.state;
    }
};

constexpr char const* csv = "titre;domaine\nTri du courrier;Usagers\nFuites d’eau;Eau\n"
                            "Repas de cantine;Écoles\nPermis;Urbanisme\n";

} // namespace

TEST_CASE("a whole workshop by hand: import, vote, place, decide, close, reopen, equal")
{
    for (std::string const language : {"fr", "en"}) {
        CAPTURE(language);
        Room room(language);
        auto& d = room.driver;

        d.click("home.new.axes");
        REQUIRE(room.app.session());
        CHECK(model::table<model::Axis>(room.doc()).size() == 8);

        room.host.file = csv;
        room.app.dropped({"cas.csv"});
        d.frame();
        CHECK(model::table<model::Case>(room.doc()).empty()); // nothing before the person says so
        d.click("import.add");
        REQUIRE(model::table<model::Case>(room.doc()).size() == 4);

        d.click("step.vote");
        for (int i = 0; i < 3; ++i) d.click("vote.headcount.plus");
        d.click("vote.open");
        for (int i = 0; i < 4; ++i) d.frame();
        REQUIRE(room.round_state() == model::RoundState::open);
        for (int voter = 0; voter < 3; ++voter) {
            d.key(ImGuiKey_B);
            for (int i = 0; i <= voter; ++i) d.click("ballot.more.1");
            d.click("ballot.more.2");
            d.click("ballot.cast");
            CHECK(!d.shows("ballot.row.1")); // nothing of it stays on screen
            d.click("receipt.end");
        }
        CHECK(model::table<model::Ballot>(room.doc()).empty());
        d.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
        for (int i = 0; i < 4; ++i) d.frame();
        REQUIRE(room.round_state() == model::RoundState::revealed);
        auto const result = analysis::tally(room.doc(), *analysis::latest_result(room.doc()));
        REQUIRE(result);
        CHECK(result->voters == 3);
        CHECK(result->cases.front().score == analysis::ratio(6, 1));

        d.click("vote.to_place");
        d.frame();
        d.drag("place.tray.1", {500, 500});
        REQUIRE(model::table<model::Placement>(room.doc()).size() == 1);
        auto const placed = model::table<model::Placement>(room.doc()).begin()->second;
        CHECK(placed.opportunity > 500);
        CHECK(placed.risk < 500);
        d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(model::table<model::Placement>(room.doc()).empty());
        d.key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
        CHECK(model::table<model::Placement>(room.doc()).begin()->second == placed);

        d.click("step.decide");
        d.frame();
        d.click("decide.row.1");
        d.key(ImGuiKey_L);
        auto const& decisions = model::table<model::Decision>(room.doc());
        REQUIRE(decisions.size() == 1);
        CHECK(decisions.begin()->second.verdict == model::Verdict::launch);

        auto const before = room.doc();
        room.host.remember();
        room.app.grant(ui::GoHome{});
        d.frame();
        CHECK(d.shows("home.new.axes"));
        room.app.open("atelier.cadran", ui::Access::edit);
        d.frame();
        CHECK(room.doc() == before);
        CHECK(d.shows("decide.row.1")); // on the step that was left
    }
}

TEST_CASE("a reader looks at every step and changes nothing")
{
    Room room("fr");
    auto& d = room.driver;
    d.click("home.new.axes");
    room.host.file = csv;
    room.app.dropped({"cas.csv"});
    d.frame();
    d.click("import.add");
    room.host.remember();
    room.app.grant(ui::GoHome{});
    room.app.open("atelier.cadran", ui::Access::read);
    auto const entries = room.app.session()->log().size();
    for (auto const* step :
         {"step.group", "step.vote", "step.place", "step.decide", "step.gather"}) {
        d.click(step);
        d.frame();
    }
    d.click("step.place");
    d.frame();
    d.key(ImGuiKey_Tab);
    d.key(ImGuiKey_Enter);
    d.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(room.app.session()->log().size() == entries);
}
