#include "support/ui/ui_driver.h"
#include "ui/kit/field_text.h"
#include "ui/kit/widgets.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <string>

// Editing text in a field with keyboard and mouse, on the wrapped lines.
using support::UiDriver;

namespace {

constexpr base::Rect box{{100, 100}, {420, 400}};

struct Page {
    std::string text;
    std::string primary;
    ui::Edit last = ui::Edit::none;
    UiDriver hand{[this](ui::Ui& ui) {
        ui.primary.give = [this](std::string const& chosen) { primary = chosen; };
        ui.primary.take = [this] { return primary; };
        ui::FieldLook look;
        look.frame = ui::FieldLook::Frame::bare;
        look.type = ui::type::card;
        auto const edit = ui::text_area(ui, "page", box, "Page", text, look);
        if (edit != ui::Edit::none) last = edit;
    }};

    explicit Page(std::string begun)
        : text(std::move(begun))
    {
        hand.click_at({box.max.x - 2, box.max.y - 2}); // at the end of the text
    }
    [[nodiscard]] std::vector<std::string> lines()
    {
        std::vector<std::string> out;
        auto const laid = ui::laid_out(hand.ui(), ui::type::card, box, text, ui::Lines::many);
        for (auto const& line : laid.lines)
            out.push_back(text.substr(line.begin, line.end - line.begin));
        return out;
    }
    // The position of a character on the screen.
    [[nodiscard]] base::Vec2 at(std::size_t offset)
    {
        auto const laid = ui::laid_out(hand.ui(), ui::type::card, box, text, ui::Lines::many);
        auto const line = ui::line_of(laid, offset, ui::Leans::next);
        return {box.min.x + ui::x_of(hand.ui(), laid, text, offset, ui::Leans::next),
                box.min.y + (static_cast<float>(line) + 0.5F) * laid.line};
    }
    void click(std::size_t offset, int times = 1)
    {
        hand.move_to(at(offset) + base::Vec2{1, 0});
        hand.frame(40);
        for (int i = 0; i < times; ++i) hand.press(), hand.release();
    }
    // The selected text, as Ctrl+C copies it.
    std::string chosen()
    {
        hand.paste("");
        hand.key(ImGuiMod_Ctrl | ImGuiKey_C);
        return hand.copied();
    }
};

std::string const long_text = "Simplification des courriers adressés aux bénéficiaires de l’aide "
                              "sociale, en français facile à lire";

} // namespace

TEST_CASE("Home and End go to the ends of the wrapped line; with Ctrl, of the text")
{
    Page page(long_text);
    auto const lines = page.lines();
    REQUIRE(lines.size() >= 3);
    page.click(lines[0].size() + 1 + 4); // in the second line
    page.hand.key(ImGuiKey_Home);
    page.hand.key(ImGuiMod_Shift | ImGuiKey_End);
    CHECK(page.chosen() == lines[1]);
    page.hand.key(ImGuiKey_End);
    page.hand.key(ImGuiMod_Shift | ImGuiKey_Home);
    CHECK(page.chosen() == lines[1]);
    page.hand.key(ImGuiMod_Ctrl | ImGuiKey_Home);
    page.hand.type("(");
    page.hand.key(ImGuiMod_Ctrl | ImGuiKey_End);
    page.hand.type(")");
    CHECK(page.text.starts_with("("));
    CHECK(page.text.ends_with(")"));
}

TEST_CASE("End in a broken word goes to the end of the wrapped line")
{
    Page page("anticonstitutionnellementanticonstitutionnellement");
    auto const lines = page.lines();
    REQUIRE(lines.size() >= 2);
    page.click(2);
    page.hand.key(ImGuiKey_End);
    page.hand.key(ImGuiMod_Shift | ImGuiKey_Home); // to the start of the same line
    CHECK(page.chosen() == lines[0]);
}

TEST_CASE("Up and Down keep the column across lines of any length")
{
    Page page("une ligne assez longue\ncourte\nune autre ligne longue");
    auto const from = std::string("une ligne assez").size();
    page.click(from);
    page.hand.key(ImGuiKey_DownArrow);
    page.hand.key(ImGuiKey_DownArrow);
    page.hand.type("|");
    CHECK(page.text.find("courte\n") != std::string::npos); // the short line is unchanged
    auto const third = page.text.substr(page.text.rfind('\n') + 1);
    auto const column = third.find('|');
    CHECK(column >= 13);
    CHECK(column <= 17);
    page.hand.key(ImGuiKey_Backspace);
    page.hand.key(ImGuiKey_UpArrow);
    page.hand.key(ImGuiKey_UpArrow);
    page.hand.key(ImGuiKey_UpArrow); // above the first line: to the start
    page.hand.type("^");
    CHECK(page.text.starts_with("^une ligne"));
}

TEST_CASE("two clicks select a word, three a line, four everything; a drag then extends by words")
{
    Page page("Énergie à l’école\net dans les crèches");
    auto const school = page.text.find("école");
    page.click(school + 2, 2);
    CHECK(page.chosen() == "école");
    page.click(school + 2, 3);
    CHECK(page.chosen() == "Énergie à l’école");
    page.click(school + 2, 4);
    CHECK(page.chosen() == page.text);

    page.hand.move_to(page.at(page.text.find("dans") + 1) + base::Vec2{1, 0});
    page.hand.frame(40);
    page.hand.press(), page.hand.release(), page.hand.press();
    page.hand.move_to(page.at(page.text.find("crèches") + 2));
    page.hand.release();
    CHECK(page.chosen() == "dans les crèches");
}

TEST_CASE("Shift+click extends the selection; a drag selects what it passes over")
{
    Page page("Tri du courrier entrant");
    page.click(4);
    page.hand.move_to(page.at(15) + base::Vec2{1, 0});
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    page.hand.frame(40);
    page.hand.press(), page.hand.release();
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    page.hand.frame();
    CHECK(page.chosen() == "du courrier");
    page.hand.move_to(page.at(0));
    page.hand.frame(40);
    page.hand.press();
    page.hand.move_to(page.at(3) + base::Vec2{1, 0});
    page.hand.move_to(page.at(6) + base::Vec2{1, 0});
    page.hand.release();
    CHECK(page.chosen() == "Tri du");
    page.hand.type("Le");
    CHECK(page.text == "Le courrier entrant");
}

TEST_CASE("cut, copy and paste, by Ctrl and by Shift+Del, Ctrl+Ins, Shift+Ins")
{
    Page page("abc def");
    page.hand.key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_LeftArrow);
    page.hand.key(ImGuiMod_Ctrl | ImGuiKey_Insert);
    CHECK(page.hand.copied() == "def");
    page.hand.key(ImGuiMod_Shift | ImGuiKey_Delete);
    CHECK(page.text == "abc ");
    page.hand.key(ImGuiMod_Shift | ImGuiKey_Insert);
    page.hand.key(ImGuiMod_Ctrl | ImGuiKey_V);
    CHECK(page.text == "abc defdef");
    page.hand.paste("sur\r\ndeux lignes\x01");
    page.hand.key(ImGuiMod_Ctrl | ImGuiKey_V);
    CHECK(page.text == "abc defdefsur\ndeux lignes");
}

TEST_CASE("the mouse selection is pasted by the middle button at the pointer")
{
    Page page("Tri du courrier");
    page.click(page.text.find("courrier") + 1, 2);
    CHECK(page.primary == "courrier");
    page.primary = "gros ";
    page.hand.move_to(page.at(7) + base::Vec2{1, 0});
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Middle, true);
    page.hand.frame();
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Middle, false);
    page.hand.frame(2);
    CHECK(page.text == "Tri du gros courrier");
}

TEST_CASE("the wheel scrolls a long text, and typing scrolls to the caret")
{
    std::string lines;
    for (int i = 0; i < 40; ++i) lines += "ligne " + std::to_string(i) + "\n";
    Page page(lines);
    auto const caret_y = [] { return ImGui::GetCurrentContext()->PlatformImeData.InputPos.y; };
    page.hand.key(ImGuiMod_Ctrl | ImGuiKey_End);
    CHECK(caret_y() < box.max.y);
    page.hand.move_to(box.center());
    page.hand.wheel(10);
    CHECK(caret_y() > box.max.y); // the caret has scrolled out of sight
    page.hand.type("x");
    CHECK(page.text.ends_with("x"));
    CHECK(caret_y() < box.max.y);
}

TEST_CASE("an input method is told where the caret is")
{
    Page page("漢字");
    page.hand.frame();
    auto const& ime = ImGui::GetCurrentContext()->PlatformImeData;
    CHECK(ime.WantTextInput);
    auto const x0 = ime.InputPos.x;
    page.hand.type("かな"); // committed at once, as some input methods do
    CHECK(page.text == "漢字かな");
    CHECK(ime.InputPos.x > x0);
    CHECK(ime.InputPos.y >= box.min.y);
    CHECK(ime.InputLineHeight > 20);
}

TEST_CASE("accents made of a dead key and a letter come in as one character")
{
    Page page("");
    page.hand.type("ê"); // what the system sends for ^ followed by e
    page.hand.type("É");
    CHECK(page.text == "êÉ");
    page.hand.key(ImGuiKey_Backspace);
    CHECK(page.text == "ê");
}

TEST_CASE("the first character is read, however soon after the request for focus")
{
    std::string text;
    bool open = false;
    UiDriver hand([&](ui::Ui& ui) {
        if (ui::shortcut(ui, ImGuiKey_N)) open = true, ui::focus(ui, "card");
        if (open) ui::text_field(ui, "card", {{100, 100}, {400, 148}}, "Carte", text);
    });
    auto& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiKey_N, true);
    io.AddInputCharacter('n'); // the character of the shortcut is not text
    hand.frame();
    io.AddKeyEvent(ImGuiKey_N, false);
    io.AddInputCharacter('T');
    hand.frame();
    io.AddInputCharacter('r');
    hand.frame();
    CHECK(text == "Tr");

    bool late = false; // the field appears one frame after the request for focus
    UiDriver other([&](ui::Ui& ui) {
        if (late) ui::text_field(ui, "late", {{100, 100}, {400, 148}}, "Carte", text);
        if (ui::shortcut(ui, ImGuiKey_N)) late = true, ui::focus(ui, "late");
    });
    text.clear();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_N, true);
    ImGui::GetIO().AddInputCharacter('n');
    other.frame();
    ImGui::GetIO().AddInputCharacter('T');
    other.frame();
    CHECK(text == "T");
}

TEST_CASE("a field says how much did not fit, and takes of a paste what does")
{
    std::string text;
    UiDriver hand([&](ui::Ui& ui) {
        (void)ui::text_field(ui, "name", {{100, 100}, {420, 150}}, "Nom", text, {.most_bytes = 10});
    });
    hand.click_at({200, 125});
    hand.type("Salle été"); // eleven bytes
    hand.frame();
    CHECK(text == "Salle ét");
    CHECK(hand.label("name.full") == "Longueur maximale : 1 caractère n’est pas entré");
    hand.type("ée");
    hand.frame();
    CHECK(hand.label("name.full") == "Longueur maximale : 2 caractères ne sont pas entrés");
    CHECK(text == "Salle éte"); // a letter of one byte still fits
    hand.key(ImGuiKey_Backspace);
    hand.frame();
    CHECK_FALSE(hand.shows("name.full"));
    hand.key(ImGuiMod_Ctrl | ImGuiKey_A);
    hand.paste("Mairie annexe");
    hand.key(ImGuiMod_Ctrl | ImGuiKey_V);
    hand.frame();
    CHECK(text == "Mairie ann");
    CHECK(hand.label("name.full") == "Longueur maximale : 3 caractères ne sont pas entrés");
    hand.click_at({900, 600}); // leaves the field
    hand.frame();
    CHECK_FALSE(hand.shows("name.full"));
}
