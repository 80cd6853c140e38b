#include "board/scene.h"
#include "journal/file_log.h"
#include "session/replay.h"
#include "support/folders.h"
#include "support/random_workshop.h"
#include "support/ui/room.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <map>
#include <set>
#include <string>
#include <vector>

// Relire: past states of the session on every screen, without any way to write.
namespace {

// Read once for all tests.
std::vector<journal::Entry> const& entries_of_the_sample()
{
    static auto const entries = [] {
        std::vector<journal::Entry> out;
        auto const opened = journal::FileLog::open(
            support::sources_dir() / "sessions/exemple.cadran", journal::OpenMode::read);
        REQUIRE(opened);
        for (std::uint64_t n = 1; n <= opened->log->size(); ++n)
            out.push_back(*opened->log->entry(n));
        return out;
    }();
    return entries;
}

struct Sample : support::Room {
    explicit Sample(std::string const& language = "fr", ui::Access access = ui::Access::edit)
        : Room(language)
    {
        host.kept = entries_of_the_sample();
        app.open("exemple.cadran", access);
        driver.settle();
    }
    [[nodiscard]] std::uint64_t entries() { return app.session()->log().size(); }
    [[nodiscard]] std::uint64_t shown() const { return std::stoull(driver.value("review.line")); }
    void relire()
    {
        driver.key(ImGuiMod_Alt | ImGuiKey_6);
        driver.settle();
    }
    void look(std::uint64_t n)
    {
        app.grant(ui::LookBack{n});
        driver.settle();
    }
};

// The widgets that can be pressed; of widgets that differ by their number only (cards, rows of a
// list), the first two.
std::vector<std::string> pressable(support::UiDriver& d)
{
    constexpr int of_a_kind = 2;
    std::map<std::string, int> kinds;
    std::vector<std::string> out;
    for (auto const& [id, seen] : d.ui().probe.widgets) {
        if (!seen.enabled || seen.covered) continue;
        std::string kind;
        for (char const sign : id)
            if (sign < '0' || sign > '9')
                kind += sign;
            else if (!kind.ends_with('#'))
                kind += '#';
        if (++kinds[kind] <= of_a_kind) out.push_back(id);
    }
    return out;
}

} // namespace

TEST_CASE("the review moves entry by entry, to landmarks, to the start and to the end")
{
    Sample s;
    s.relire();
    auto& d = s.driver;
    CHECK(s.shown() == s.entries());
    CHECK(d.shows("step.review"));
    CHECK_FALSE(d.shows("past.now"));
    d.key(ImGuiKey_LeftArrow);
    d.settle();
    CHECK(s.shown() == s.entries() - 1);
    CHECK(d.shows("past.now"));
    CHECK(d.label("past.moment").find("Vous regardez") == 0);
    d.key(ImGuiKey_Home);
    d.settle();
    CHECK(s.shown() == 0);
    CHECK(d.label("top.title") == "exemple"); // no title was set yet
    d.key(ImGuiMod_Shift | ImGuiKey_RightArrow);
    d.settle();
    auto const first = s.shown();
    CHECK(first > 0);
    d.key(ImGuiKey_PageDown);
    d.settle();
    CHECK(s.shown() > first);
    d.key(ImGuiKey_PageUp);
    d.settle();
    CHECK(s.shown() == first);
    d.key(ImGuiKey_End);
    d.settle();
    CHECK(s.shown() == s.entries());
    CHECK_FALSE(d.shows("past.now"));
}

TEST_CASE("every screen shows the state at the handle, and one click returns to the present")
{
    Sample s;
    s.relire();
    auto& d = s.driver;
    auto const before = s.app.session()->document();
    session::Replay replay = s.app.session()->replay();
    for (std::uint64_t const n : {s.entries() / 4, s.entries() / 2, s.entries() - 1}) {
        s.look(n);
        auto const then = *replay.at(n);
        std::size_t visible = 0;
        for (auto const& [id, text] : model::table<model::Case>(then))
            if (!model::find<model::Merge>(then, id)) ++visible;
        d.click("step.group");
        d.settle();
        std::size_t cards = 0;
        for (auto const& [id, seen] : d.ui().probe.widgets)
            if (id.starts_with("card.") && id.find('.', 5) == std::string::npos) ++cards;
        CHECK(cards <= visible);
        CHECK(d.shows("past.now"));
        d.click("step.review");
        d.settle();
        CHECK(s.shown() == n);
    }
    d.click("step.decide");
    d.settle();
    d.click("past.now");
    d.settle();
    CHECK_FALSE(d.shows("past.now"));
    CHECK(d.shows("top.headcount"));
    CHECK(s.app.session()->document() == before);
}

TEST_CASE("no widget writes in a past state, on any screen")
{
    Sample s;
    s.relire();
    auto& d = s.driver;
    auto const hash = s.app.session()->log().hash(s.entries());
    auto const size = s.entries();
    // Widgets that leave the session or the past state are tested elsewhere.
    std::set<std::string> const leaves{"past.now", "top.leave", "more.quit"};
    // Each step near the end, when it has most widgets; the vote also while one is open.
    std::vector<std::pair<std::string, std::uint64_t>> places;
    for (auto const* step : {"gather", "group", "vote", "place", "decide", "review"})
        places.emplace_back(step, size - 1);
    for (std::uint64_t n = 1; n <= size && places.size() < 7; ++n)
        if (s.app.session()->log().entry(n)->label == "open_round") places.emplace_back("vote", n);
    REQUIRE(places.size() == 7);
    for (auto const& [step, n] : places) {
        s.look(n);
        d.click("step." + step);
        d.settle();
        for (auto const& id : pressable(d)) {
            if (leaves.contains(id) || id.starts_with("step.")) continue;
            auto const& of_step = step;
            CAPTURE(of_step);
            CAPTURE(id);
            if (!d.shows(id) || !d.enabled(id)) continue; // removed by an earlier click
            try {
                d.click(id);
            } catch (std::runtime_error const&) {
                continue; // covered by another widget
            }
            d.frame(2);
            for (int i = 0; i < 3; ++i) d.key(ImGuiKey_Escape);
            REQUIRE(s.entries() == size);
            if (!d.shows("past.now")) s.look(n); // the timeline also leads to the present
        }
        // Keys write nothing: all letters, and the keys of undo and redo.
        for (int key = ImGuiKey_A; key <= ImGuiKey_Z; ++key) {
            d.key(key);
            d.frame();
            for (int i = 0; i < 3; ++i) d.key(ImGuiKey_Escape);
        }
        for (int chord :
             {ImGuiMod_Ctrl | ImGuiKey_Z, ImGuiMod_Ctrl | ImGuiKey_Y, int(ImGuiKey_Delete),
              ImGuiMod_Ctrl | ImGuiKey_D, ImGuiMod_Ctrl | ImGuiKey_Enter, int(ImGuiKey_F2)}) {
            d.key(chord);
            d.frame();
            d.key(ImGuiKey_Escape);
        }
        REQUIRE(s.entries() == size);
        CHECK(s.app.session()->rounds_in_box().empty());
    }
    CHECK(s.app.session()->log().hash(size) == hash);
}

TEST_CASE("a command in a past state is refused with a message")
{
    Sample s;
    s.look(s.entries() / 2);
    auto const size = s.entries();
    auto const id = model::table<model::Case>(s.app.session()->document()).begin()->first;
    s.app.grant(edit::Command{edit::SetTitle{"Autre"}});
    s.app.grant(ui::Undo{});
    s.app.grant(edit::Command{
        edit::Decide{{id, model::Body::committee}, {model::Verdict::later, "", "", ""}}});
    s.driver.settle();
    CHECK(s.entries() == size);
    s.app.grant(ui::LookNow{});
    s.app.grant(edit::Command{edit::SetTitle{"Autre"}});
    s.driver.settle();
    CHECK(s.entries() == size + 1);
}

TEST_CASE("playback continues to the end, faster at a higher speed")
{
    Sample s;
    s.relire();
    auto& d = s.driver;
    d.key(ImGuiKey_Home);
    d.settle();
    d.key(ImGuiKey_Space);
    d.frame(60); // one second
    auto const slow = s.shown();
    CHECK(d.on("review.play"));
    d.key(ImGuiKey_Space);
    d.settle();
    CHECK_FALSE(d.on("review.play"));
    auto const stopped = s.shown();
    d.frame(30);
    CHECK(s.shown() == stopped);
    d.key(ImGuiKey_Home);
    d.settle();
    for (int i = 0; i < 4; ++i) d.click("review.speed"); // 16 times faster
    CHECK(d.label("review.speed").find("16") != std::string::npos);
    d.click("review.play");
    d.frame(60);
    CHECK(s.shown() > slow);
    for (int i = 0; i < 4000 && s.shown() < s.entries(); ++i) d.frame();
    CHECK(s.shown() == s.entries());
    d.frame(2);
    CHECK_FALSE(d.on("review.play")); // it stops at the end
    CHECK_FALSE(d.shows("past.now"));
}

TEST_CASE("the handle follows the mouse along the timeline")
{
    Sample s;
    s.relire();
    auto& d = s.driver;
    auto const bar = d.box("review.line");
    d.move_to({bar.min.x + bar.width() / 2, bar.center().y});
    d.press();
    d.frame(3);
    auto const middle = s.shown();
    CHECK(middle > 0);
    CHECK(middle < s.entries());
    d.move_to({bar.min.x + bar.width() / 4, bar.center().y});
    d.frame(3);
    CHECK(s.shown() < middle);
    d.move_to({bar.min.x - 50, bar.center().y});
    d.frame(3);
    CHECK(s.shown() == 0);
    d.release();
    d.settle();
    CHECK(s.shown() == 0);
}

TEST_CASE("the log lists decisions with reasons, and leads to the moment of each")
{
    Sample s("en");
    s.relire();
    auto& d = s.driver;
    d.click("review.log.0"); // the filter "decisions"
    d.settle();
    std::string event;
    for (auto const& [id, seen] : d.ui().probe.widgets)
        if (id.starts_with("review.event.") && !seen.covered &&
            seen.label.find("Launch") != std::string::npos)
            event = id;
    REQUIRE_FALSE(event.empty());
    d.click(event);
    d.settle();
    CHECK(s.shown() < s.entries() + 1);
    CHECK(d.on(event));
    CHECK(d.shows("review.side.1")); // the sheet of its case
    d.click("review.side.1");
    d.settle();
    CHECK(d.shows("review.why.rank"));
    CHECK(d.label("review.why.sum").find("−") != std::string::npos);
    d.key(ImGuiKey_Escape);
    d.settle();
    CHECK_FALSE(d.shows("review.side.1"));
}

TEST_CASE("what the committee decided is seen in a small window too, also where it alone decided")
{
    for (auto const* language : {"fr", "en"}) {
        Sample s(language);
        auto& d = s.driver;
        ImGui::GetIO().DisplaySize = {1366, 768};
        s.app.grant(ui::SetScale{130});
        s.relire();
        d.click("rail.then_order");
        d.settle();
        int seen = 0;
        auto const& doc = s.app.session()->document();
        for (auto const& [key, decision] : model::table<model::Decision>(doc)) {
            if (key.body != model::Body::committee || decision.verdict == model::Verdict::none)
                continue;
            auto const number = std::to_string(model::get<model::Case>(doc, key.on).number);
            if (!d.shows("review.committee." + number)) continue; // further down
            CAPTURE(number);
            ++seen;
            auto const box = d.box("review.committee." + number);
            CHECK(box.width() > box.height()); // its icon and its decision
            CHECK(box.max.x <= d.box("review.row." + number).max.x);
        }
        CHECK(seen > 1);
    }
}

TEST_CASE("a read-only file opens in the review")
{
    Sample s("fr", ui::Access::read);
    auto& d = s.driver;
    CHECK(d.shows("review.line"));
    CHECK(s.shown() == s.entries());
    d.key(ImGuiKey_Home);
    d.settle();
    CHECK(s.shown() == 0);
    d.key(ImGuiMod_Alt | ImGuiKey_5); // every step can be reached
    d.settle();
    CHECK_FALSE(d.shows("review.line"));
    CHECK(d.shows("past.now"));
}

TEST_CASE("a session that is read is opened for writing by a press on its state, at the same step")
{
    Sample s("fr", ui::Access::read);
    auto& d = s.driver;
    d.key(ImGuiMod_Alt | ImGuiKey_5);
    d.settle();
    REQUIRE(d.shows("top.write"));
    d.click("top.write");
    d.settle();
    CHECK(s.app.session()->log().writable());
    CHECK(s.app.step() == model::Step::decide);
    CHECK_FALSE(d.shows("top.write"));
}

TEST_CASE("the finder finds the review by several names")
{
    for (auto const& [language, words] :
         {std::pair{"fr",
                    std::vector<std::string>{"historique", "relire", "journal", "qui a proposé",
                                             "pourquoi cet ordre", "changé depuis"}},
          std::pair{"en", std::vector<std::string>{"history", "replay", "review", "who proposed",
                                                   "why this order", "changed since"}}}) {
        Sample s(language);
        auto& d = s.driver;
        for (auto const& word : words) {
            CAPTURE(word);
            REQUIRE_FALSE(d.shows("review.line"));
            d.key(ImGuiMod_Ctrl | ImGuiKey_K);
            d.settle();
            d.type(word);
            d.settle();
            d.key(ImGuiKey_Enter);
            d.settle();
            CHECK(d.shows("review.line"));
            d.click("step.gather");
            d.settle();
        }
    }
}

TEST_CASE("random sessions are replayed from end to end, without selecting missing records")
{
    for (unsigned const seed : {11U, 12U}) {
        support::Room room("fr");
        room.start("titre\nUn\nDeux\nTrois\n", "gather");
        support::RandomWorkshop people(*room.app.session(), seed);
        people.steps(300);
        auto const size = room.app.session()->log().size();
        auto& d = room.driver;
        room.app.look_at(model::Step::review);
        d.settle();
        // The states are divided among the five views, and those of the steps among the steps.
        std::uint64_t first = 0;
        for (auto const* show : {"rail.then", "rail.then_board", "rail.then_votes",
                                 "rail.then_matrix", "rail.then_order"}) {
            d.click(show);
            for (std::uint64_t n = 3 * first++; n <= size; n += 15) {
                room.app.grant(ui::LookBack{n});
                d.frame(2);
                CHECK(d.value("review.line") == std::to_string(n));
            }
        }
        for (auto const step : {model::Step::gather, model::Step::group, model::Step::vote,
                                model::Step::place, model::Step::decide}) {
            room.app.look_at(step);
            for (std::uint64_t n = 4 * (first++ % 5); n < size; n += 20) {
                room.app.grant(ui::LookBack{n});
                d.frame(2);
                CHECK(d.shows("past.now"));
            }
        }
        CHECK(room.app.session()->log().size() == size);
    }
}

TEST_CASE("at no moment of the sample does a card lie on another or below a frame")
{
    Sample s;
    session::Replay replay(s.app.session()->log());
    auto const two_lines = [](model::CaseId, model::Case const&, board::Form) { return 48.0F; };
    for (std::uint64_t n = 0; n <= s.entries(); ++n) {
        CAPTURE(n);
        auto const doc = replay.at(n);
        REQUIRE(doc);
        board::Scene const scene(*doc, two_lines, board::Form::compact);
        for (auto const& card : scene.cards()) {
            for (auto const& other : scene.cards())
                if (card.id != other.id) CHECK_FALSE(card.box.overlaps(other.box));
            for (auto const& frame : scene.frames())
                if (card.group != frame.id) CHECK_FALSE(card.box.overlaps(frame.box));
        }
    }
}
