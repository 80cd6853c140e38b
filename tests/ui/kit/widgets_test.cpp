#include "support/ui/screen_text.h"
#include "support/ui/ui_driver.h"
#include "ui/kit/text.h"
#include "ui/kit/widgets.h"
#include "ui/paint/picture_paint.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <array>
#include <cmath>
#include <optional>

using support::UiDriver;

namespace {

base::Rect at(float x, float y, float w, float h) { return {{x, y}, {x + w, y + h}}; }

} // namespace

TEST_CASE("a button is found by its id, in both languages")
{
    int presses = 0;
    auto draw = [&](ui::Ui& ui) {
        if (ui::button(ui, "step.vote", at(100, 100, 200, 48), ui.tr("step.vote"))) ++presses;
    };
    UiDriver french(draw);
    french.click("step.vote");
    CHECK(french.label("step.vote") == "Voter");
    french.speak(UiDriver::Language::english);
    french.frame();
    french.click("step.vote");
    CHECK(french.label("step.vote") == "Vote");
    CHECK(presses == 2);
}

TEST_CASE("a text that is too wide is cut, a figure never is: part of it would be another figure")
{
    struct Row {
        char const* text;
        bool whole;
    };
    constexpr std::array rows{
        Row{"20\u202f000", true},   Row{"1\u202f250\u202f000\u00a0\u20ac", true},
        Row{"\u221212,5", true},    Row{"120/480", true},
        Row{"importées", false},    Row{"3 cas de trop", false},
        Row{"- - - - - - -", false}};
    constexpr float narrow = 30;
    UiDriver driver([&](ui::Ui& ui) {
        float y = 100;
        for (auto const& row : rows)
            ui::draw_text_in(ui, at(300, y += 40, narrow, 30), ui::type::strong, ui.color().ink,
                             row.text, ui::Align::right);
    });
    auto const seen = support::texts_of(driver);
    REQUIRE(seen.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(rows.at(i).text);
        auto const& line = seen[i].line;
        CHECK((line.text == rows.at(i).text) == rows.at(i).whole);
        if (rows.at(i).whole) CHECK(std::abs(line.box.max.x - (300 + narrow)) <= 1);
    }
}

TEST_CASE("the number of a case lies within its disc, with six digits, too")
{
    constexpr std::array numbers{"7", "60", "480", "2026", "20001", "100000"};
    constexpr float diameter = 32;
    UiDriver driver([&](ui::Ui& ui) {
        float y = 100;
        for (auto const* number : numbers) {
            ui::draw_case_mark(ui, {200, y}, {number, diameter, ui::ChipFill::accent});
            ui::draw_case_chip(ui, {300, y},
                               {.number = number, .axis = {}, .radius = diameter / 2});
            y += 60;
        }
    });
    auto const seen = support::texts_of(driver);
    REQUIRE(seen.size() == 2 * numbers.size());
    for (auto const& one : seen) {
        CAPTURE(one.line.text);
        CHECK(one.line.box.width() < diameter);
    }
}

TEST_CASE("pressing a disabled widget gives a reason")
{
    bool pressed = false, cover = false;
    UiDriver driver([&](ui::Ui& ui) {
        pressed |= ui::button(ui, "close", at(100, 100, 200, 48), "Clore", {}, ui::Enabled::no);
        pressed |= ui::button(ui, "open", at(100, 200, 200, 48), "Ouvrir");
        if (cover) ui::touch(ui, "sheet", at(50, 50, 400, 400), {});
    });
    CHECK_THROWS_WITH(driver.click("nothing"), "absent: nothing");
    CHECK_THROWS_WITH(driver.click("close"), "disabled: close");
    cover = true;
    driver.frame();
    CHECK_THROWS_WITH(driver.click("open"), "covered: open");
    CHECK_FALSE(pressed);
}

TEST_CASE("a button released elsewhere is not pressed")
{
    int presses = 0;
    UiDriver driver([&](ui::Ui& ui) {
        if (ui::button(ui, "a", at(100, 100, 200, 48), "A")) ++presses;
    });
    driver.drag("a", {600, 600});
    CHECK(presses == 0);
}

TEST_CASE("a dialog blocks input below it, and returns the focus when closed")
{
    bool open = false, said = false;
    UiDriver driver([&](ui::Ui& ui) {
        if (ui::button(ui, "show", at(100, 100, 200, 48), "Montrer")) open = true;
        if (!open) return;
        ui::Dialog dialog(ui, "sure", {600, 300}, "Clore le vote ?");
        auto foot = dialog.footer();
        if (ui::button(ui, "sure.yes", {foot.min, {foot.min.x + 160, foot.max.y}}, "Oui"))
            said = true, open = false;
        if (dialog.dismissed()) open = false;
    });
    driver.key(ImGuiKey_Tab);
    driver.key(ImGuiKey_Enter);
    REQUIRE(driver.shows("sure.yes"));
    CHECK_THROWS_WITH(driver.click("show"), "covered: show");
    driver.key(ImGuiKey_Escape);
    CHECK_FALSE(open);
    CHECK(ui::focused_id(driver.ui()) == "show");
    driver.click("show");
    driver.click("sure.yes");
    CHECK(said);
    driver.click("show");
    driver.click("sure.close");
    CHECK_FALSE(open);
}

TEST_CASE("Tab follows the reading order and skips disabled widgets, and Enter presses")
{
    std::string pressed;
    UiDriver driver([&](ui::Ui& ui) {
        for (std::string const id : {"one", "two", "three"})
            if (ui::button(ui, id,
                           at(100,
                              id == "one"   ? 100.0F
                              : id == "two" ? 200.0F
                                            : 300.0F,
                              200, 48),
                           id, {}, ui::enabled_if(id != "two")))
                pressed += id;
    });
    driver.key(ImGuiKey_Tab);
    CHECK(ui::focused_id(driver.ui()) == "one");
    driver.key(ImGuiKey_Tab);
    CHECK(ui::focused_id(driver.ui()) == "three");
    driver.key(ImGuiKey_Enter);
    driver.key(ImGuiMod_Shift | ImGuiKey_Tab);
    driver.key(ImGuiKey_Space);
    CHECK(pressed == "threeone");
}

TEST_CASE("toggles and sliders answer the keyboard")
{
    bool on = false;
    float weight = 1;
    UiDriver driver([&](ui::Ui& ui) {
        ui::toggle(ui, "names", {100, 100}, "Noms", on);
        ui::slider(ui, "weight", at(100, 200, 200, 44), "Poids", weight, {0, 2, 0.1F, 1});
    });
    driver.key(ImGuiKey_Tab);
    driver.key(ImGuiKey_Space);
    CHECK(on);
    CHECK(driver.on("names"));
    driver.key(ImGuiKey_Tab);
    driver.key(ImGuiKey_RightArrow);
    driver.key(ImGuiKey_RightArrow);
    CHECK(weight == doctest::Approx(1.2F));
    driver.key(ImGuiKey_LeftArrow);
    CHECK(driver.value("weight") == "1.1");
    driver.double_click("weight");
    CHECK(weight == doctest::Approx(1.0F));
    driver.drag("weight", {1000, 222});
    CHECK(weight == doctest::Approx(2.0F));
}

TEST_CASE("shortcuts are not read in a field or while a dialog is open")
{
    int news = 0;
    bool dialog = false;
    std::string text;
    UiDriver driver([&](ui::Ui& ui) {
        if (ui::shortcut(ui, ImGuiKey_N)) ++news;
        ui::text_field(ui, "field", at(100, 100, 300, 48), "Champ", text);
        if (dialog) ui::Dialog const d(ui, "d", {300, 200}, "D");
    });
    driver.key(ImGuiKey_N);
    CHECK(news == 1);
    driver.click("field");
    driver.key(ImGuiKey_N);
    CHECK(news == 1);
    driver.key(ImGuiKey_Escape);
    dialog = true;
    driver.frame(2);
    driver.key(ImGuiKey_N);
    CHECK(news == 1);
}

TEST_CASE("a chord is recognised even if Ctrl is released before the next frame")
{
    int undone = 0, letters = 0;
    UiDriver driver([&](ui::Ui& ui) {
        if (ui::shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Z)) ++undone;
        if (ui::shortcut(ui, ImGuiKey_Z)) ++letters;
    });
    auto& io = ImGui::GetIO();
    auto tap = [&](ImGuiKey key) {
        io.AddKeyEvent(key, true);
        driver.frame();
        io.AddKeyEvent(key, false);
        driver.frame();
    };
    io.AddKeyEvent(ImGuiMod_Ctrl, true);
    driver.frame();
    io.AddKeyEvent(ImGuiKey_Z, true); // Z goes down and Ctrl goes up within one frame
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    driver.frame();
    CHECK(undone == 1);
    CHECK(letters == 0);
    io.AddKeyEvent(ImGuiKey_Z, false);
    driver.frame();
    tap(ImGuiKey_Z);
    CHECK(undone == 1);
    CHECK(letters == 1);
    io.AddKeyEvent(ImGuiKey_Z, true); // the reverse order: a letter, then Ctrl
    io.AddKeyEvent(ImGuiMod_Ctrl, true);
    driver.frame();
    CHECK(undone == 1);
    CHECK(letters == 2);
}

TEST_CASE("a field accepts all characters, accented capitals too")
{
    std::string text;
    auto last = ui::Edit::none;
    UiDriver driver([&](ui::Ui& ui) {
        auto const edit = ui::text_field(ui, "title", at(100, 100, 400, 48), "Titre", text);
        if (edit != ui::Edit::none) last = edit;
    });
    driver.click("title");
    driver.type("Énergie à l’école 👩‍🔬");
    CHECK(text == "Énergie à l’école 👩‍🔬");
    CHECK(last == ui::Edit::changed);
    driver.key(ImGuiKey_Backspace);
    CHECK(text == "Énergie à l’école ");
    driver.key(ImGuiMod_Ctrl | ImGuiKey_Backspace);
    driver.key(ImGuiMod_Ctrl | ImGuiKey_Z);
    driver.key(ImGuiKey_Home);
    driver.type("L’");
    CHECK(text == "L’Énergie à l’école ");
    driver.key(ImGuiKey_Enter);
    CHECK(last == ui::Edit::submitted);
    CHECK_FALSE(ui::typing(driver.ui()));
    driver.click("title");
    driver.key(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.key(ImGuiMod_Ctrl | ImGuiKey_X);
    CHECK(text.empty());
    CHECK(driver.copied() == "L’Énergie à l’école ");
    driver.key(ImGuiKey_Escape);
    CHECK(last == ui::Edit::cancelled);
    CHECK(text == "L’Énergie à l’école ");
}

TEST_CASE("a field that keeps the focus accepts several lines without losing a character")
{
    std::string text;
    std::vector<std::string> lines;
    UiDriver driver([&](ui::Ui& ui) {
        ui::FieldLook look;
        look.after = ui::FieldLook::After::stays;
        if (ui::text_area(ui, "card", at(100, 100, 400, 120), "Carte", text, look,
                          ui::Enter::submits) == ui::Edit::submitted) {
            lines.push_back(text);
            text.clear();
        }
    });
    driver.click("card");
    for (char const* line : {"Un", "Deux", "Trois"}) {
        driver.type(line);
        driver.key(ImGuiKey_Enter);
    }
    CHECK(lines == std::vector<std::string>{"Un", "Deux", "Trois"});
    driver.type("a");
    driver.key(ImGuiMod_Shift | ImGuiKey_Enter);
    driver.type("b");
    CHECK(text == "a\nb");
}

TEST_CASE("leaving a field by Tab or by a click elsewhere reports its text")
{
    std::string first, second;
    std::vector<ui::Edit> told;
    UiDriver driver([&](ui::Ui& ui) {
        auto const edit = ui::text_field(ui, "first", at(100, 100, 300, 48), "Un", first);
        if (edit == ui::Edit::left) told.push_back(edit);
        ui::text_field(ui, "second", at(100, 200, 300, 48), "Deux", second);
    });
    driver.click("first");
    driver.type("abc");
    driver.key(ImGuiKey_Tab);
    driver.type("def");
    CHECK(first == "abc");
    CHECK(second == "def");
    CHECK(told.size() == 1);
    driver.click("first");
    driver.type("x");
    driver.click_at({1000, 900});
    CHECK(told.size() == 2);
    driver.click("first");
    driver.click_at({1000, 900});
    CHECK(told.size() == 2); // nothing changed
}

TEST_CASE("a menu is used with the arrows and closed by a click elsewhere")
{
    bool open = true;
    std::string chosen;
    UiDriver driver([&](ui::Ui& ui) {
        if (!open) return;
        std::array const items{ui::MenuItem{"m.rename", "Renommer"},
                               ui::MenuItem{"m.copy", "Copier", 0, {}, ui::Enabled::no},
                               ui::MenuItem{"m.delete", "Supprimer"}};
        auto const answer = ui::menu(ui, "menu", at(300, 300, 44, 44), items);
        if (!answer.id.empty()) chosen = answer.id;
        open = !answer.closed;
    });
    CHECK_THROWS_WITH(driver.click("m.copy"), "disabled: m.copy");
    driver.key(ImGuiKey_DownArrow);
    driver.key(ImGuiKey_DownArrow);
    driver.key(ImGuiKey_Enter);
    CHECK(chosen == "m.delete");
    CHECK_FALSE(open);
    open = true;
    driver.frame(3);
    driver.click_at({1500, 900});
    CHECK_FALSE(open);
}

TEST_CASE("widgets scrolled out of view cannot be clicked")
{
    ui::Scroll scroll;
    int pressed = -1;
    UiDriver driver([&](ui::Ui& ui) {
        ui::ScrollArea area(ui, "list", at(100, 100, 300, 200), scroll);
        for (int i = 0; i < 20; ++i)
            if (ui::button(ui, "row." + std::to_string(i),
                           at(100, area.top() + static_cast<float>(i) * 50, 300, 44),
                           std::to_string(i)))
                pressed = i;
        area.content_height(1000);
    });
    CHECK_THROWS_WITH(driver.click("row.10"), "covered: row.10");
    driver.move_to({200, 200});
    for (int i = 0; i < 7; ++i) driver.wheel(-1);
    driver.click("row.10");
    CHECK(pressed == 10);
    driver.wheel(-100);
    CHECK(scroll.offset == doctest::Approx(800));
    SUBCASE("and Tab brings it back into sight")
    {
        driver.key(ImGuiMod_Shift | ImGuiKey_Tab);
        driver.frame(3);
        auto const box = driver.box(ui::focused_id(driver.ui()));
        CHECK(box.height() == doctest::Approx(44));
    }
}

TEST_CASE("all digits have the same width at every size")
{
    UiDriver driver([&](ui::Ui& ui) {
        for (auto face :
             {ui::Face::regular, ui::Face::medium, ui::Face::semibold, ui::Face::display})
            for (float px : {15.0F, 16.0F, 18.0F, 22.0F, 36.0F, 116.0F}) {
                ui::Type const type{face, px, px};
                auto const zero = ui::text_width(ui, type, "0");
                for (char const* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9"})
                    CHECK(ui::text_width(ui, type, digit) == doctest::Approx(zero).epsilon(0.001));
            }
    });
}

TEST_CASE("a size is the em size of CSS")
{
    // The advance of "n" in Inter Regular is 1648/2816 em.
    UiDriver driver([&](ui::Ui& ui) {
        ui::Type const type{ui::Face::regular, 100, 100};
        CHECK(ui::text_width(ui, type, "n") ==
              doctest::Approx(100.0 * 1648 / 2816).epsilon(0.0005));
        CHECK(ui::line_height(ui, type) == doctest::Approx(100));
        // Twice the size gives twice the width: nothing is rounded.
        CHECK(ui::text_width(ui, {ui::Face::medium, 40, 40}, "Recueillir") ==
              doctest::Approx(2 * ui::text_width(ui, {ui::Face::medium, 20, 20}, "Recueillir"))
                  .epsilon(0.001));
    });
}

TEST_CASE("lines break at spaces, never at no-break spaces")
{
    UiDriver driver([&](ui::Ui& ui) {
        std::string_view const text = "Repérage des nids‑de‑poule par caméra";
        auto const& lines = ui::paragraph(ui, ui::type::body, text, 182).lines;
        for (auto const& line : lines) {
            auto const part = text.substr(line.begin, line.end - line.begin);
            CHECK(line.width <= 182);
            CHECK(part.find_first_of(' ') != 0);
            CHECK_FALSE(part.ends_with("‑de"));
        }
        CHECK(lines.size() == 3);
        auto const& cut = ui::paragraph(ui, ui::type::body, text, 120, 2);
        CHECK(cut.lines.size() == 2);
        CHECK(cut.cut);
        auto const narrow = ui::text_width(ui, ui::type::body, "Vraiment\u202F?") - 1;
        auto const& kept =
            ui::paragraph(ui, ui::type::body, "Oui. Vraiment\u202F?", narrow + 2).lines;
        CHECK(kept.size() == 2);
    });
}

TEST_CASE("no frames are requested when nothing moves")
{
    bool on = false;
    UiDriver driver([&](ui::Ui& ui) { ui::toggle(ui, "t", {100, 100}, "T", on); });
    driver.click("t");
    CHECK(driver.ui().redraw_until_s > driver.now_s() - 0.2);
    driver.settle();
    auto const asked = driver.ui().redraw_until_s;
    driver.frame(30);
    CHECK(driver.ui().redraw_until_s == asked);
    CHECK(asked < driver.now_s());
}

TEST_CASE("with reduced motion animated values change at once")
{
    float value = 0;
    UiDriver driver([&](ui::Ui& ui) {
        ui.motion = ui::Motion::reduced;
        CHECK(ui::follow(ui, "x", value, 420) == value);
        value += 1;
    });
    driver.frame(5);
}
