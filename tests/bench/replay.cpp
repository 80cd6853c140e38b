#include "bench/replay.h"

#include "bench/big_session.h"
#include "bench/figures.h"
#include "bench/one_session.h"
#include "journal/file_log.h"
#include "session/judge.h"
#include "support/folders.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"
#include "support/ui/ui_driver.h"
#include "ui/app/app.h"

#include <imgui.h>

#include <random>

namespace bench {
namespace {

constexpr base::Vec2 screen{1920, 1080};

// Typical work with many cards: moving, editing, placing, deciding.
void work(session::Session& session, std::uint64_t entries)
{
    std::mt19937_64 dice(5);
    std::vector<model::CaseId> cases;
    for (auto const& [id, text] : model::table<model::Case>(session.document()))
        cases.push_back(id);
    edit::SetAxis axis{session.mint<model::AxisId>(), {}};
    axis.axis.title = "Confiance";
    sure(session.submit(edit::facilitator, axis));
    auto const steps = {model::Step::group, model::Step::place, model::Step::decide};
    auto step = steps.begin();
    while (session.log().size() < entries) {
        if (session.log().size() > entries * static_cast<std::uint64_t>(step - steps.begin()) / 3) {
            sure(session.submit(edit::facilitator, edit::SetStep{*step}));
            if (++step == steps.end()) --step;
        }
        auto const on = cases[dice() % cases.size()];
        auto const level = [&] { return static_cast<model::Level>(dice() % 1001); };
        switch (dice() % 4) {
        case 0:
            sure(session.submit(
                edit::facilitator,
                edit::MoveCards{{{on, base::Vec2{static_cast<float>(dice() % 20'000),
                                                 static_cast<float>(dice() % 12'000)}}}}));
            break;
        case 1: {
            auto text = model::get<model::Case>(session.document(), on);
            text.notes += ".";
            sure(session.submit(edit::facilitator, edit::EditCase{on, text}));
            break;
        }
        case 2: {
            model::Placement at;
            at.opportunity = level(), at.risk = level();
            sure(session.submit(edit::facilitator, edit::Place{{axis.id, on}, at}));
            break;
        }
        default:
            sure(session.submit(edit::facilitator,
                                edit::Decide{{on, model::Body::workshop},
                                             {static_cast<model::Verdict>(1 + dice() % 4),
                                              "Dit en salle", "", ""}}));
        }
    }
}

void seek(session::Session& session, std::uint64_t entries)
{
    constexpr int times = 400;
    std::mt19937_64 dice(7);
    auto replay = session.replay();
    std::vector<double> spans;
    for (int i = 0; i < times; ++i) {
        auto const n = dice() % (entries + 1);
        auto const from = cpu_ms();
        sure(replay.at(n));
        spans.push_back(cpu_ms() - from);
    }
    Line("seek")
        .with("entries", static_cast<std::int64_t>(entries))
        .with("median_ms", quantile(spans, 0.5))
        .with("p99_ms", quantile(spans, 0.99))
        .with("most_ms", quantile(spans, 1));
}

void go_anywhere(int entries)
{
    constexpr int cards = 300;
    support::TemporaryFolder folder;
    auto const path = folder / "longue.cadran";
    {
        auto made = big_session(cards);
        work(*made, static_cast<std::uint64_t>(entries));
        std::vector<journal::Entry> all;
        for (std::uint64_t n = 1; n <= made->log().size(); ++n)
            all.push_back(sure(made->log().entry(n)));
        sure(journal::FileLog::create(path, 0, {}, all));
    }
    support::TickingClock clock;
    support::SeededRandomSource random{1};
    auto const before = resident_mb();
    auto const from = cpu_ms();
    auto opened = sure(session::open_file(path, journal::OpenMode::read, {}, clock, random));
    Line("open")
        .with("entries", static_cast<std::int64_t>(opened.session.log().size()))
        .with("ms", cpu_ms() - from)
        .with("resident_mb", resident_mb() - before);
    seek(opened.session, opened.session.log().size());
    auto const told_from = cpu_ms();
    auto const story = story::tell(opened.session.log());
    Line("story")
        .with("events", static_cast<std::int64_t>(story.events.size()))
        .with("ms", cpu_ms() - told_from);
}

void play(int cards)
{
    constexpr int frames = 600;
    auto session = big_session(cards);
    work(*session, 3000);
    auto french = sure(i18n::Catalogue::load(support::assets_dir(), i18n::Language::french));
    auto const day = sure(board::load_palette(support::assets_dir() / "themes/papier.theme"));
    OneSession host(std::move(session));
    ui::App app(host, {&french, &french, &day, &day}, {"fr", ui::Appearance::day, 100});
    support::UiDriver hand([&](ui::Ui& ui) { app.draw(ui); }, screen);
    app.open("bench.cadran", ui::Access::read);
    hand.settle(20);
    for (auto const* show : {"rail.then_board", "rail.then_matrix", "rail.then_order"}) {
        hand.click(show);
        hand.key(ImGuiKey_Home);
        hand.settle();
        for (int i = 0; i < 4; ++i) hand.key(ImGuiKey_UpArrow); // sixteen times
        hand.key(ImGuiKey_Space);
        std::vector<double> spans;
        auto const first = std::stoll(hand.value("review.line"));
        for (int i = 0; i < frames; ++i) {
            auto const from = cpu_ms();
            hand.frame();
            spans.push_back(cpu_ms() - from);
        }
        Line("play")
            .with("shown", std::string_view(show))
            .with("cards", std::int64_t{cards})
            .with("entries",
                  static_cast<std::int64_t>(std::stoll(hand.value("review.line")) - first))
            .with("median_ms", quantile(spans, 0.5))
            .with("p99_ms", quantile(spans, 0.99))
            .with("most_ms", quantile(spans, 1));
        hand.key(ImGuiKey_Space);
        hand.settle();
    }
}

} // namespace

void replay(int entries, int cards)
{
    go_anywhere(entries);
    play(cards);
}

} // namespace bench
