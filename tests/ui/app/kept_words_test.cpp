#include "journal/codec.h"
#include "support/closing.h"
#include "ui/decide/deciding.h"

#include <functional>

// Typed text stays in its field until it is written, in every field of a session, however the field
// is left, also when the disk is full.
using support::Deciding;

namespace {

struct Words : Deciding {
    Words()
    {
        edit::AddGroup group;
        group.id = app.session()->mint<model::GroupId>();
        group.title = "Courrier";
        group.area = {{0, 2000}, {900, 2900}};
        submit(group);
    }
    void fill_disk() { host.log->refuses = base::Error{base::Errc::io, "file.disk_full", {}, 0}; }
    void empty_disk() { host.log->refuses.reset(); }
    // Whether an entry on the disk contains the text.
    [[nodiscard]] bool kept(std::string const& text) const
    {
        return std::ranges::any_of(host.on_disk, [&](auto const& entry) {
            auto const said = journal::encode(entry);
            return said && said->find(text) != std::string::npos;
        });
    }
    void go(char const* step)
    {
        driver.click(std::string("step.") + step);
        driver.settle();
    }
    // Scrolls the panel to the widget if needed.
    void click(std::string const& id)
    {
        for (int i = 0; i < 40 && !reached(id); ++i) {
            driver.move_to({1750, 700});
            driver.wheel(-2);
            driver.frame(2);
        }
        driver.click(id);
        driver.settle();
    }
    bool reached(std::string const& id)
    {
        try {
            driver.hover(id);
            return true;
        } catch (std::runtime_error const&) {
            return false;
        }
    }
    void card()
    {
        go("gather");
        click("card.1");
    }
    void frame()
    {
        go("group");
        driver.key(ImGuiMod_Shift | ImGuiKey_1);
        driver.settle();
        click("frame.1");
        driver.key(ImGuiKey_F2);
        driver.settle();
    }
    void decide(int number)
    {
        go("decide");
        click("decide.row." + std::to_string(number));
    }
    // The number of the first question of every case that is answered by a name.
    int by_name()
    {
        int lowest = 0;
        for (auto const& [id, one] : model::table<model::Question>(doc()))
            if (one.of == model::AskedOf::every && one.as == model::AskedAs::who &&
                (lowest == 0 || one.number < lowest))
                lowest = one.number;
        return lowest;
    }
    void vote(char const* method)
    {
        go("vote");
        click(std::string("vote.method.") + method);
    }
    // Creates a tie of two cases.
    void tie()
    {
        auto const cases = ids<model::Case>();
        model::Round round;
        round.method = model::Method::dots;
        round.question = "Lesquels ?";
        round.cases = cases;
        auto const id = app.session()->mint<model::RoundId>();
        std::vector<model::Ballot> ballots(4);
        for (std::size_t i = 0; i < 4; ++i) {
            ballots[i].marks.push_back({cases[0], 3});
            ballots[i].marks.push_back({cases[1 + i % 2], 2});
        }
        submit(edit::PrepareRound{id, round});
        submit(edit::OpenRound{id, 1});
        REQUIRE(support::close_round(*app.session(), edit::facilitator, id, ballots));
        submit(edit::RevealRound{id});
        go("vote");
        click("vote.tie.2");
    }
};

enum class Left { in_any_way, not_by_tab, by_enter };
struct Field {
    std::string id;                   // set once the field is shown
    std::function<void(Words&)> show; // brings the field to the screen or into editing
    std::string typed = "Mots à garder";
    std::string kept = typed;
    Left left = Left::in_any_way;
};

std::function<void(Words&)> sheet(std::string id)
{
    return [id = std::move(id)](Words& w) {
        w.card();
        w.click(id);
    };
}

std::function<void(Words&)> axis(std::string id)
{
    return [id = std::move(id)](Words& w) {
        w.go("place");
        w.click("rail.axes");
        w.click(id);
    };
}

std::function<void(Words&)> cell(char const* screen, std::string id)
{
    return [screen, id = std::move(id)](Words& w) {
        w.go("decide");
        w.click(screen);
        w.click(id);
    };
}

std::vector<Field> all_fields()
{
    auto const click = [](char const* step, std::string id) {
        return [step, id = std::move(id)](Words& w) {
            w.go(step);
            w.click(id);
        };
    };
    std::vector<Field> out{
        {"draft.question", click("gather", "board.question")},
        {"draft.instruction", click("gather", "board.instruction")},
        {"draft.question", click("group", "board.question")},
        {"draft.card",
         [](Words& w) {
             w.go("gather");
             w.driver.key(ImGuiKey_N);
             w.driver.settle();
         }},
        {"draft.title",
         [](Words& w) {
             w.card();
             w.driver.key(ImGuiKey_F2);
             w.driver.settle();
         }},
        {"draft.frame", [](Words& w) { w.frame(); }},
        {"top.title.edit",
         [](Words& w) {
             w.click("top.title");
             w.click("top.rename");
         }},
        {"timer.minutes",
         [](Words& w) {
             w.click("top.timer");
             w.click("timer.custom");
         },
         "7", "set_timer", Left::by_enter},
        {"vote.question", click("vote", "vote.question")},
        {"vote.question",
         [](Words& w) {
             w.vote("approval");
             w.click("vote.question");
         }},
        {"vote.money",
         [](Words& w) {
             w.vote("budget");
             w.click("vote.money");
         },
         "4321", "4321"},
        {"vote.label.5",
         [](Words& w) {
             w.vote("majority-judgment");
             w.click("vote.label.5");
         }},
        {"tie.reason",
         [](Words& w) {
             w.tie();
             w.click("tie.reason");
         },
         "Mots à garder", "Mots à garder", Left::by_enter},
        {"place.reason",
         [](Words& w) {
             w.go("place");
             w.click("place.chip.1");
             w.click("place.reason");
         }},
        {"question.text",
         [](Words& w) {
             w.decide(1);
             w.click("decide.ask.edit");
             w.click("question.text");
         }},
        {"decide.reason",
         [](Words& w) {
             w.decide(1);
             w.launch();
             w.driver.settle();
             w.click("decide.reason");
         }},
        {"decide.why",
         [](Words& w) {
             w.decide(1);
             w.driver.key(ImGuiKey_L);
             w.driver.settle();
         },
         "Mots à garder", "Mots à garder", Left::by_enter},
        {"decide.sheet.owner",
         [](Words& w) {
             w.decide(1);
             w.launch();
             w.driver.settle();
             w.click("decide.sheet.owner");
         }},
        {"decide.sheet.review",
         [](Words& w) {
             w.decide(1);
             w.launch();
             w.driver.settle();
             w.click("decide.sheet.review");
         },
         "2031-07"},
        {"decide.question",
         [](Words& w) {
             w.decide(1);
             w.launch();
             w.driver.settle();
             w.click("decide.question");
         }},
        {"decide.owner.1.edit", cell("rail.table", "decide.owner.1")},
        {"decide.owner.1.edit",
         [](Words& w) {
             w.go("decide");
             w.click("decide.body.1"); // the committee
             w.click("decide.owner.1");
         }},
        {"decide.review.1.edit", cell("rail.table", "decide.review.1"), "2031-07"},
        {"decide.cost.4.edit", cell("rail.budget", "decide.cost.4"), "4321 €", "4321 €"},
        {"decide.budget.money", cell("rail.budget", "decide.budget.money"), "4321", "4321"},
    };
    for (auto const* name : {"case_title", "short_title", "need", "description", "domain",
                             "proposer", "source", "notes"})
        out.push_back({std::string("sheet.") + name, sheet(std::string("sheet.") + name),
                       "Mots à garder", "Mots à garder", Left::not_by_tab});
    out.push_back({"sheet.amount", sheet("sheet.amount"), "4321", "4\u202f321", Left::not_by_tab});
    for (auto const* name :
         {"title", "short", "opportunity", "opportunity_high", "opportunity_low", "launch",
          "comfort", "risk", "risk_high", "risk_low", "safeguards", "aside"})
        out.push_back({std::string("axis.") + name, axis(std::string("axis.") + name)});
    return out;
}

// Leaves the field with a full disk: the text stays in the field, which has the focus, and is not
// on the disk. With free space again, Enter writes it.
//
// A sheet is written as a whole: Tab moves within it. The reason of a launch or of a tie decision
// and the duration of the timer need a second confirmation, by Enter or a button.
void check(Field const& field, std::function<void(Words&)> const& leave)
{
    Words w;
    field.show(w);
    CAPTURE(field.id);
    REQUIRE(w.driver.shows(field.id));
    REQUIRE(w.driver.on(field.id));
    w.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    w.driver.type(field.typed);
    w.driver.frame(2);
    w.fill_disk();
    auto const entries = w.host.on_disk.size();
    leave(w);
    w.driver.settle();
    CHECK(w.host.on_disk.size() == entries);
    REQUIRE(w.driver.shows(field.id));
    CHECK(w.driver.value(field.id) == field.typed);
    CHECK(w.driver.on(field.id));
    CHECK(w.driver.shows("notice.0"));
    w.empty_disk();
    w.driver.key(ImGuiKey_Enter);
    w.driver.settle();
    CHECK(w.kept(field.kept));
}

} // namespace

TEST_CASE("on a full disk the text stays in its field, in every field")
{
    for (auto const& field : all_fields())
        check(field, [](Words& w) { w.driver.key(ImGuiKey_Enter); });
}

TEST_CASE("on a full disk a field left by Tab gets the focus again, with its text")
{
    for (auto const& field : all_fields())
        if (field.left == Left::in_any_way)
            check(field, [](Words& w) { w.driver.key(ImGuiKey_Tab); });
}

TEST_CASE("on a full disk a field left by a click elsewhere keeps its text")
{
    for (auto const& field : all_fields())
        if (field.left != Left::by_enter)
            check(field, [](Words& w) { w.driver.click_at({44, 40}); });
}

TEST_CASE("on a full disk unsaved text prevents a change of step")
{
    for (auto const& field : all_fields()) {
        bool const over_all = field.id.starts_with("axis.") || field.id == "question.text";
        if (field.left != Left::by_enter && !over_all)
            check(field, [](Words& w) { w.driver.click("step.group"); });
    }
}

TEST_CASE("a case whose text could not be written is selected again, with the text")
{
    Words w;
    SUBCASE("on the board")
    {
        w.card();
        w.click("sheet.notes");
        w.driver.type("Mots à garder");
        w.driver.frame(2);
        w.fill_disk();
        w.driver.click("card.2");
        w.driver.settle();
        CHECK(w.driver.value("sheet.notes") == "Mots à garder");
        CHECK(w.driver.value("sheet.case_title") == "Tri du courrier");
        w.empty_disk();
        w.host.clock.t += 10'000;
        w.driver.frame(3);
        CHECK(w.kept("Mots à garder"));
    }
    SUBCASE("on the matrix")
    {
        w.go("place");
        w.click("place.chip.1");
        w.click("place.reason");
        w.driver.type("Mots à garder");
        w.driver.frame(2);
        w.fill_disk();
        w.driver.click("place.chip.2");
        w.driver.settle();
        REQUIRE(w.driver.shows("place.reason"));
        CHECK(w.driver.value("place.reason") == "Mots à garder");
        w.empty_disk();
        w.click("place.reason");
        w.driver.key(ImGuiKey_Enter);
        w.driver.settle();
        CHECK(w.kept("Mots à garder"));
    }
}

TEST_CASE("the name and the date of a guard-rail answer stay in their fields")
{
    for (auto const* at : {"sheet.ask.", "decide.ask."}) {
        Words w;
        if (std::string_view(at) == "sheet.ask.")
            w.card();
        else
            w.decide(1);
        auto const id = at + std::to_string(w.by_name());
        w.click(id + ".who");
        w.driver.type("La déléguée");
        w.fill_disk();
        w.driver.key(ImGuiKey_Enter);
        w.driver.settle();
        CHECK(w.driver.value(id + ".who") == "La déléguée");
        CHECK(w.driver.on(id + ".who"));
        w.empty_disk();
        w.driver.key(ImGuiKey_Enter);
        w.driver.settle();
        CHECK(w.kept("La déléguée"));
        if (!w.driver.shows(id + ".when")) w.click(id + ".answer");
        w.click(id + ".when");
        w.driver.type("2031-07");
        w.fill_disk();
        w.driver.key(ImGuiKey_Enter);
        w.driver.settle();
        REQUIRE(w.driver.shows(id + ".when"));
        CHECK(w.driver.value(id + ".when") == "2031-07");
        CHECK(w.driver.on(id + ".when"));
        w.empty_disk();
        w.driver.key(ImGuiKey_Enter);
        w.driver.settle();
        CHECK(w.kept("2031-07"));
        CHECK_FALSE(w.driver.shows(id + ".when")); // confirmed
    }
}

TEST_CASE("an import that could not be written keeps its preview and selection")
{
    Words w;
    w.go("gather");
    w.host.file = "titre\nNouveau\nAutre\n";
    w.app.dropped({"plus.csv"});
    w.driver.settle();
    w.fill_disk();
    w.driver.click("import.add");
    w.driver.settle();
    REQUIRE(w.driver.shows("import.add"));
    w.empty_disk();
    w.click("import.add");
    CHECK(w.kept("Nouveau"));
    CHECK_FALSE(w.driver.shows("import.add"));
}

TEST_CASE("a dialog with unsaved text does not close; Escape discards the text")
{
    Words w;
    axis("axis.title")(w);
    w.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    w.driver.type("Mots à garder");
    w.fill_disk();
    w.driver.click("axes.close");
    w.driver.settle();
    REQUIRE(w.driver.shows("axis.title"));
    CHECK(w.driver.value("axis.title") == "Mots à garder");
    w.driver.key(ImGuiKey_Escape);
    w.driver.settle();
    CHECK(w.driver.value("axis.title") != "Mots à garder");
    w.driver.key(ImGuiKey_Escape);
    w.driver.settle();
    CHECK_FALSE(w.driver.shows("axis.title"));
}

TEST_CASE("a new vote whose first text is refused stays in set-up")
{
    Words w;
    w.tie();
    w.driver.key(ImGuiKey_Escape);
    w.driver.settle();
    w.click("rail.new");
    w.click("vote.question");
    w.driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    w.driver.type("Mots à garder");
    w.fill_disk();
    w.driver.key(ImGuiKey_Tab);
    w.driver.settle();
    REQUIRE(w.driver.shows("vote.question"));
    CHECK(w.driver.value("vote.question") == "Mots à garder");
    w.empty_disk();
    w.driver.key(ImGuiKey_Enter);
    w.driver.settle();
    CHECK(w.kept("Mots à garder"));
}

TEST_CASE("a full disk gives one message, however many attempts")
{
    Words w;
    sheet("sheet.notes")(w);
    w.driver.type("Mots");
    w.fill_disk();
    for (int i = 0; i < 3; ++i) {
        w.driver.key(ImGuiKey_Enter);
        w.driver.settle(0.2);
    }
    CHECK(w.driver.shows("notice.0"));
    CHECK_FALSE(w.driver.shows("notice.1"));
}
