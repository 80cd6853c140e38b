#include "support/folders.h"
#include "support/ui/key_words.h"
#include "ui/dialogs/keys_dialog.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <utility>

// The list of keys (F1) matches the keys that the interface reads: they are collected from the
// sources, file by file, and looked up under that file's headings.
namespace {

using Chords = std::set<std::string>; // "Ctrl Shift Z"

Chords listed_under(std::string_view heading)
{
    Chords out;
    bool within = false;
    for (auto const& line : ui::key_lines()) {
        if (line.does.empty()) within = line.heading == heading;
        if (!within || line.does.empty()) continue;
        for (auto const& said : support::said_by(line.keys)) {
            std::string chord;
            if ((said.mods & ImGuiMod_Ctrl) != 0) chord += "Ctrl ";
            if ((said.mods & ImGuiMod_Shift) != 0) chord += "Shift ";
            if ((said.mods & ImGuiMod_Alt) != 0) chord += "Alt ";
            out.insert(chord + said.word);
        }
    }
    return out;
}

std::string word_of(std::string const& key)
{
    static std::map<std::string, std::string> const words{
        {"LeftArrow", "←"}, {"RightArrow", "→"},   {"UpArrow", "↑"},   {"DownArrow", "↓"},
        {"Escape", "Esc"},  {"Delete", "Del"},     {"PageUp", "PgUp"}, {"PageDown", "PgDn"},
        {"Insert", "Ins"},  {"KeypadAdd", "Num+"}, {"Minus", "Num−"}};
    auto const it = words.find(key);
    return it == words.end() ? key : it->second;
}

// File names are unique in the interface.
std::filesystem::path path_of(std::string const& name)
{
    for (auto const& entry :
         std::filesystem::recursive_directory_iterator(support::sources_dir() / "app/ui"))
        if (entry.path().filename() == name) return entry.path();
    return name;
}

std::string source(std::string const& name)
{
    std::ifstream in(path_of(name));
    REQUIRE(in);
    std::stringstream text;
    text << in.rdbuf();
    auto const without_comments = std::regex_replace(text.str(), std::regex("//[^\n]*"), "");
    return std::regex_replace(without_comments, std::regex("\\s+"), " ");
}

std::string mods_of(std::string const& text)
{
    static std::array const mods{std::pair{std::regex("ImGuiMod_Ctrl|\\bctrl\\b"), "Ctrl "},
                                 std::pair{std::regex("ImGuiMod_Shift|\\bshift\\b"), "Shift "},
                                 std::pair{std::regex("ImGuiMod_Alt"), "Alt "}};
    std::string out;
    for (auto const& [said, word] : mods)
        if (std::regex_search(text, said)) out += word;
    return out;
}

// The keys that a file reads: named keys, digits, characters and the four arrows of a table.
Chords read_in(std::string const& name)
{
    auto const text = source(name);
    Chords out;
    std::regex const key(
        "((?:(?:ImGuiMod_\\w+|ctrl|shift) \\| )*)(?:int\\{)?ImGuiKey_(\\w+)( \\+)?");
    for (std::sregex_iterator it(text.begin(), text.end(), key), end; it != end; ++it)
        if (!(*it)[3].matched) out.insert(mods_of((*it)[1]) + word_of((*it)[2]));
    std::regex const arrows("(ImGuiMod_\\w+) \\| arrow\\.key");
    for (std::sregex_iterator it(text.begin(), text.end(), arrows), end; it != end; ++it)
        for (auto const* arrow : {"←", "→", "↑", "↓"}) out.insert(mods_of((*it)[1]) + arrow);
    std::regex const digit("\\bdigit\\(ui, (\\d), ([^;{?]*?)\\)+( \\|\\||;|\\) )");
    for (std::sregex_iterator it(text.begin(), text.end(), digit), end; it != end; ++it) {
        std::string const rest = (*it)[2];
        int const first = (*it)[1].str()[0] - '0';
        int const last = rest[0] >= '0' && rest[0] <= '9' ? rest[0] - '0' : 9;
        for (int n = first; n <= last; ++n) out.insert(mods_of(rest) + std::to_string(n));
    }
    std::regex const sign("\\bwritten\\(ui, U'(.)'\\)");
    for (std::sregex_iterator it(text.begin(), text.end(), sign), end; it != end; ++it)
        out.insert((*it)[1]);
    return out;
}

struct File {
    char const* name;
    std::vector<char const*> headings; // the headings that list its keys, besides "everywhere"
};
std::vector<File> const files{
    {"app.cpp", {}},
    {"app_two_screens.cpp", {}},
    {"facilitator_room.cpp", {"second.page"}},
    {"ui.cpp", {}},
    {"timer_pill.cpp", {}},
    {"join_view.cpp", {}},
    {"walk.cpp", {}},
    {"widgets_layers.cpp", {"keys.in_windows"}},
    {"widgets_choices.cpp", {"keys.in_windows"}},
    {"finder.cpp", {"keys.in_windows"}},
    {"keys_dialog.cpp", {"keys.in_windows"}},
    {"file_dialog.cpp", {"keys.in_windows"}},
    {"import_rows.cpp", {"keys.in_windows"}},
    {"sheet_fields.cpp", {"keys.in_windows"}},
    {"home_view.cpp", {"keys.at_start"}},
    {"library_folders.cpp", {"keys.at_start"}},
    {"top_bar.cpp", {"keys.at_start"}},
    {"compare_view.cpp", {"keys.comparing"}},
    {"inbox.cpp", {"step.gather", "second.page"}},
    {"gather_view.cpp", {"step.gather"}},
    {"canvas_bars.cpp", {"keys.on_the_board"}},
    {"canvas_input.cpp", {"keys.on_the_board"}},
    {"canvas_keys.cpp", {"step.gather", "keys.on_the_board", "step.group"}},
    {"duplicates_panel.cpp", {"step.group"}},
    {"finder_commands.cpp", {"keys.on_the_board", "step.group", "step.decide"}},
    {"vote_open.cpp", {"step.vote"}},
    {"vote_results.cpp", {"step.vote"}},
    {"vote_rounds.cpp", {"step.vote"}},
    {"vote_setup.cpp", {"step.vote"}},
    {"vote_booth.cpp", {"keys.in_the_booth"}},
    {"vote_hands.cpp", {"keys.in_the_booth"}},
    {"vote_ballot_box.cpp", {"keys.in_the_booth"}},
    {"ballot_duels.cpp", {"keys.in_the_booth"}},
    {"ballot_order.cpp", {"keys.in_the_booth"}},
    {"ballot_rows.cpp", {"keys.in_the_booth"}},
    {"curtain.cpp", {"keys.in_the_booth"}},
    {"matrix_keys.cpp", {"step.place"}},
    {"matrix_keys.h", {"step.place"}},
    {"place_overview.cpp", {"step.place"}},
    {"place_view.cpp", {"step.place"}},
    {"estimate_ballot.cpp", {"step.place"}},
    {"estimate_passing.cpp", {"step.place"}},
    {"estimate_round.cpp", {"step.place"}},
    {"decide_budget.cpp", {"step.decide"}},
    {"decide_table.cpp", {"step.decide"}},
    {"decide_view.cpp", {"step.decide"}},
    {"review_line.cpp", {"step.review"}},
    {"review_view.cpp", {"step.review"}},
};

// Text fields read a key and its modifiers separately: the resulting chords, listed by hand.
Chords const typing{"Enter",       "Ctrl Enter",
                    "Shift Enter", "Esc",
                    "Ctrl Z",      "Ctrl Y",
                    "Ctrl C",      "Ctrl X",
                    "Ctrl V",      "Ctrl A",
                    "Ctrl Ins",    "Shift Del",
                    "Shift Ins",   "Ctrl Shift Z",
                    "Backspace",   "Del",
                    "Ctrl Del",    "Ctrl Backspace",
                    "←",           "→",
                    "↑",           "↓",
                    "PgUp",        "PgDn",
                    "Home",        "End",
                    "Ctrl ←",      "Ctrl →",
                    "Ctrl Home",   "Ctrl End",
                    "Shift ←",     "Shift →",
                    "Shift ↑",     "Shift ↓"};

// Removes the chords that are not listed one by one: the scale of the interface has several, of
// which the list shows two.
Chords known(std::string const& file, Chords read)
{
    for (auto const* scale : {"Ctrl Equal", "Ctrl Shift Equal", "Ctrl Num+", "Ctrl Shift Num+",
                              "Ctrl Num−", "Ctrl Shift Num−"})
        if (read.erase(scale) > 0)
            read.insert(std::string(scale).ends_with("Num−") ? "Ctrl −" : "Ctrl +");
    if (file == "ui.cpp") // it lists what text fields leave to others
        read = {"Tab", "Shift Tab", "Enter", "Space", "Shift F10", "Menu"};
    return read;
}

void note(Chords& to, Chords const& more) { to.insert(more.begin(), more.end()); }

} // namespace

TEST_CASE("every key that the interface reads is in the list of keys, under its heading")
{
    std::set<std::string> told;
    for (auto const& file : files) {
        CAPTURE(std::string(file.name));
        auto listed = listed_under("keys.everywhere");
        for (auto const* heading : file.headings) note(listed, listed_under(heading));
        for (auto const& chord : known(file.name, read_in(file.name))) {
            CAPTURE(chord);
            CHECK(listed.contains(chord));
        }
        told.insert(file.name);
    }
    CHECK(listed_under("keys.typing") == typing);
    told.insert("widgets_fields.cpp");
    // No other source reads a key.
    for (auto const& entry :
         std::filesystem::recursive_directory_iterator(support::sources_dir() / "app/ui")) {
        if (!entry.is_regular_file()) continue;
        auto const name = entry.path().filename().string();
        CAPTURE(name);
        if (!told.contains(name)) CHECK(source(name).find("ImGuiKey_") == std::string::npos);
    }
}

TEST_CASE("the list of keys has no key that is not read")
{
    std::map<std::string, Chords> read; // by heading
    for (auto const& file : files) {
        auto const chords = known(file.name, read_in(file.name));
        note(read["keys.everywhere"], chords);
        for (auto const* heading : file.headings) note(read[heading], chords);
    }
    read["keys.typing"] = typing;
    // Keys of open windows: the focused widget, and a draft's Enter.
    note(read["keys.in_windows"], {"Home", "End"});
    note(read["step.gather"], {"Ctrl Enter"});
    for (auto const& line : ui::key_lines()) {
        if (!line.does.empty()) continue;
        CAPTURE(std::string(line.heading));
        for (auto const& chord : listed_under(line.heading)) {
            CAPTURE(chord);
            CHECK(read[std::string(line.heading)].contains(chord));
        }
    }
}
