#include "i18n/catalogue.h"
#include "i18n/errors.h"
#include "support/environment.h"
#include "support/folders.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;

std::string bytes_of(fs::path const& path)
{
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(out).str();
}

struct Message {
    std::vector<std::string> forms; // one, or one a plural form
    fs::path file;
};

// The messages of the .po files of a language.
std::map<std::string, Message> messages(char const* language)
{
    std::map<std::string, Message> out;
    static std::regex const line(R"re(^(msgid|msgid_plural|msgstr|msgstr\[\d\]) "(.*)"$)re");
    for (auto const& file :
         fs::directory_iterator(support::sources_dir() / "assets/i18n" / language)) {
        if (file.path().extension() != ".po") continue;
        std::istringstream in(bytes_of(file.path()));
        std::string key, text;
        while (std::getline(in, text)) {
            std::smatch found;
            if (!std::regex_match(text, found, line)) continue;
            if (found[1] == "msgid")
                key = found[2];
            else if (found[1] != "msgid_plural" && !key.empty()) {
                auto& message = out[key];
                CAPTURE(key);
                CHECK((message.file.empty() || message.file == file.path())); // said in one place
                message.file = file.path();
                message.forms.push_back(found[2]);
            }
        }
    }
    return out;
}

// The numbers of the placeholders in a text.
std::set<std::string> placeholders(std::string const& text)
{
    static std::regex const hole(R"(\{(\d*))");
    std::set<std::string> out;
    for (std::sregex_iterator it(text.begin(), text.end(), hole), end; it != end; ++it)
        out.insert((*it)[1]);
    return out;
}

// Every string literal of the program that looks like a key.
std::set<std::string> literals()
{
    static std::regex const shape(R"re("([a-z][a-z0-9_]*(?:[.-][a-z0-9_-]+)+)")re");
    std::set<std::string> out;
    for (auto const& file : fs::recursive_directory_iterator(support::sources_dir() / "app")) {
        auto const extension = file.path().extension();
        if (extension != ".cpp" && extension != ".h") continue;
        auto const text = bytes_of(file.path());
        for (std::sregex_iterator it(text.begin(), text.end(), shape), end; it != end; ++it)
            out.insert((*it)[1]);
    }
    return out;
}

i18n::Catalogue load(i18n::Language language)
{
    auto loaded = i18n::Catalogue::load(support::assets_dir(), language);
    REQUIRE(loaded);
    return std::move(*loaded);
}

} // namespace

TEST_CASE("both catalogues have the same keys and placeholders")
{
    auto const french = messages("fr"), english = messages("en");
    REQUIRE(french.size() > 100);
    for (auto const& [key, message] : french) {
        auto const& of_key = key;
        CAPTURE(of_key);
        REQUIRE(english.contains(key));
        CHECK(english.at(key).forms.size() == message.forms.size());
        CHECK(placeholders(english.at(key).forms.back()) == placeholders(message.forms.back()));
        for (auto const& form : message.forms) CHECK(!form.empty());
    }
    for (auto const& [key, message] : english) {
        auto const& of_key = key;
        CAPTURE(of_key);
        CHECK(french.contains(key));
    }
}

TEST_CASE("French texts follow French typography")
{
    for (auto const& [key, message] : messages("fr"))
        for (auto const& form : message.forms) {
            auto const& of_key = key;
            CAPTURE(of_key);
            CAPTURE(form);
            CHECK(form.find('\'') == std::string::npos);  // ’
            CHECK(form.find("...") == std::string::npos); // …
            static std::regex const plain_space(" [:;!?%]| »|« ");
            CHECK(!std::regex_search(form, plain_space)); // a hard space, or a narrow one
            static std::regex const no_space("[[:alpha:]][;!?]");
            CHECK(!std::regex_search(form, no_space));
        }
}

TEST_CASE("every key used by the program is in the catalogues")
{
    auto const known = messages("fr");
    static std::regex const asked(R"re((?:\btr|->text|\.text|\.plural|->plural)\("([^"]+)")re");
    for (auto const& file : fs::recursive_directory_iterator(support::sources_dir() / "app")) {
        if (file.path().extension() != ".cpp" && file.path().extension() != ".h") continue;
        auto const text = bytes_of(file.path());
        for (std::sregex_iterator it(text.begin(), text.end(), asked), end; it != end; ++it) {
            std::string const key = (*it)[1];
            if (key.ends_with('.') || key.find('.') == std::string::npos)
                continue; // the head of a family, which the next test sees to; no key
            CAPTURE(file.path().filename().string());
            CAPTURE(key);
            CHECK(known.contains(key));
        }
    }
}

TEST_CASE("no catalogue has an unused key")
{
    auto const used = literals();
    // Families of keys whose last part is a name: their prefix must occur in the program.
    auto const family_used = [&](std::string const& key) {
        static std::vector<std::string> const families{
            "error.",        "why.",           "cli.help.",       "step.",
            "verdict.",      "quadrant.",      "method.",         "grade.",
            "guard.level.",  "guard.notice.",  "guard.subject.",  "tally.blank.",
            "tally.by.",     "tally.ties.",    "results.how.",    "results.rule.",
            "place.by.",     "place.settled.", "export.settled.", "cloud.contradicted.",
            "answers.head.", "answers.holds.", "answers.part.",   "answers.ask.",
            "output.",       "picture.",       "report.",         "review.round.",
            "reverted.",     "story.field.",   "story.tie.",      "summary.decided.",
            "term.",         "room.notice.",   "cli.federate.",   "rooms.part.",
            "rooms.return."};
        return std::ranges::any_of(families,
                                   [&](auto const& head) { return key.starts_with(head); });
    };
    for (auto const& [key, message] : messages("fr")) {
        auto const& of_key = key;
        CAPTURE(of_key);
        CHECK((used.contains(key) || family_used(key)));
    }
}

TEST_CASE("numbers, shares and ordinals are written as each language writes them")
{
    auto const fr = load(i18n::Language::french), en = load(i18n::Language::english);
    CHECK(fr.number(1234567) == "1\u202F234\u202F567");
    CHECK(en.number(1234567) == "1,234,567");
    CHECK(fr.decimal(6.84, 1) == "6,8");
    CHECK(en.decimal(-6.84, 1) == "−6.8");
    CHECK(fr.decimal(-0.01, 1) == "0,0");
    CHECK(fr.percent(0.942) == "94\u202F%");
    CHECK(en.percent(0.942) == "94%");
    CHECK(fr.ordinal(1) == "1ᵉʳ");
    CHECK(fr.ordinal(2) == "2ᵉ");
    CHECK(en.ordinal(12) == "12th");
    CHECK(en.ordinal(22) == "22nd");
    CHECK(fr.month("2026-05") == "mai\u00A02026");
    CHECK(fr.month("2026-09") == "sept.\u00A02026");
    CHECK(en.month("2026-05-12") == "May\u00A02026");
    CHECK(fr.month("2026-xx") == "2026-xx");
    CHECK(fr.month("bientôt") == "bientôt");
}

TEST_CASE("none and one are singular in French, only one is in English")
{
    auto const fr = load(i18n::Language::french), en = load(i18n::Language::english);
    CHECK(fr.plural("cli.show.axes", 0) == "0 axe");
    CHECK(fr.plural("cli.show.axes", 1) == "1 axe");
    CHECK(fr.plural("cli.show.axes", 8) == "8 axes");
    CHECK(en.plural("cli.show.axes", 0) == "0 axes");
    CHECK(en.plural("cli.show.axes", 1) == "1 axis");
}

TEST_CASE("a sentence that counts several things agrees with each of them")
{
    auto const french = load(i18n::Language::french), english = load(i18n::Language::english);
    auto const* said = "vote.said"; // points, voters of voters
    CHECK(french.text(said, 1, 1, 1) == "1 point · 1 votant sur 1");
    CHECK(french.text(said, 0, 0, 2) == "0 point · 0 votant sur 2");
    CHECK(french.text(said, 12, 2, 8) == "12 points · 2 votants sur 8");
    CHECK(french.text(said, "13/3", "1", 8) == "13/3 points · 1 votant sur 8");
    CHECK(english.text(said, 1, 1, 1) == "1 point · 1 voter of 1");
    CHECK(english.text(said, 0, 2, 2) == "0 points · 2 voters of 2");
    CHECK(english.text(said, "1,000", "1", 2) == "1,000 points · 1 voter of 2");
    CHECK(french.text("place.counted", 1, 8) == "1 cas placé sur 8");
    CHECK(french.text("place.counted", 2, 8) == "2 cas placés sur 8");
    CHECK(french.text("decide.solid.no_voice", 1).ends_with("le premier reste le même."));
    CHECK(french.text("decide.solid.no_voice", 5).ends_with("les 5 premiers restent les mêmes."));
}

TEST_CASE("no text has a number before a word that does not agree with it")
{
    // A placeholder directly followed by a word in the plural.
    static std::regex const french_word(
        R"(\{\d\}(?: |\xC2\xA0)(?!cas\b|fois\b|voix\b|sans\b|dans\b|des\b|plus\b)([a-z\x80-\xFF]+[sx])(?![a-z\x80-\xFF]))");
    static std::regex const english_word(
        R"(\{\d\} (?!across\b|is\b|does\b|was\b|beats\b)([a-z]{2,}s)\b)");
    // Invariable nouns before a participle or adjective that agrees.
    static std::regex const after(
        R"(\{\d\}(?: |\xC2\xA0)(?:cas|voix) ([a-z\x80-\xFF]+(?:és|ées|us))\b)");
    static std::regex const before(R"(\b(?:[Ll]es|[Dd]es) \{\d\} )");
    for (auto const* language : {"fr", "en"})
        for (auto const& [key, message] : messages(language)) {
            if (message.forms.size() > 1) continue; // gettext's own forms
            // Parts with both forms are excluded.
            auto text = message.forms.front();
            for (auto bar = text.find('|'); bar != std::string::npos; bar = text.find('|')) {
                auto const open = text.rfind('{', bar);
                std::size_t close = open, depth = 0;
                for (; close < text.size(); ++close) {
                    if (text[close] == '{') ++depth;
                    if (text[close] == '}' && --depth == 0) break;
                }
                REQUIRE(close < text.size());
                text.replace(open, close + 1 - open, "#");
            }
            auto const& of_key = key;
            CAPTURE(of_key);
            CAPTURE(text);
            bool const is_french = language[0] == 'f';
            CHECK_FALSE(std::regex_search(text, is_french ? french_word : english_word));
            if (is_french) CHECK_FALSE(std::regex_search(text, after));
            if (is_french) CHECK_FALSE(std::regex_search(text, before));
        }
}

TEST_CASE("times are those of the place, also in the nights when its clocks change")
{
    auto const english = *i18n::Catalogue::load(support::assets_dir(), i18n::Language::english);
#if defined(_WIN32) // the zone is the machine's: tests/run tells Wine of Paris
    support::Variable const zone("TZ", "");
    ::_tzset();
    if (english.time(1'782'000'000'000) != "02:00") CADRAN_SKIP("the zone is not that of Paris");
#else
    support::Variable const zone("TZ", "Europe/Paris");
    ::tzset();
#endif
    CHECK(english.time(1'774'745'999'000) == "01:59"); // 29 March 2026
    CHECK(english.time(1'774'746'000'000) == "03:00");
    CHECK(english.time(1'792'889'999'000) == "02:59"); // 25 October 2026
    CHECK(english.time(1'792'890'000'000) == "02:00");
    CHECK(english.date(1'798'757'999'000) == "31 December 2026");
    CHECK(english.date(1'798'758'000'000) == "1 January 2027");
}

TEST_CASE("a catalogue is thread-safe, and its texts stay valid")
{
    auto const words = load(i18n::Language::french);
    auto const keys = messages("fr");
    std::vector<std::future<bool>> readers;
    for (int reader = 0; reader < 4; ++reader)
        readers.push_back(std::async(std::launch::async, [&] {
            bool same = true;
            for (auto const& [key, message] : keys) {
                auto const& said = words.text(key);
                same = same && !words.plural(key, 2).empty() && &said == &words.text(key);
            }
            return same && words.text("no.such.key") == "no.such.key";
        }));
    for (auto& reader : readers) CHECK(reader.get());
}

TEST_CASE("every sentence agrees with none, with one and with two")
{
    // Words that occur in both numbers somewhere: 1 must not be followed by the plural, 2 not by
    // the singular.
    static std::regex const both(R"(\{\d\|([^ |{}]+)\|([^ |{}]+)\})");
    for (auto language : {i18n::Language::french, i18n::Language::english}) {
        bool const is_french = language == i18n::Language::french;
        auto const said = messages(is_french ? "fr" : "en");
        std::set<std::string> singular, plural;
        for (auto const& [key, message] : said)
            for (std::sregex_iterator
                     it(message.forms.front().begin(), message.forms.front().end(), both),
                 end;
                 it != end; ++it) {
                singular.insert((*it)[1]);
                plural.insert((*it)[2]);
            }
        std::set<std::string> either;
        std::ranges::set_intersection(singular, plural, std::inserter(either, either.end()));
        REQUIRE(plural.size() > 10);
        auto const words = load(language);
        static std::regex const counted("(^|[^\\d,.])([012])(?: |\u00A0)([[:alpha:]\x80-\xFF]+)");
        for (auto const& [key, message] : said)
            for (int n : {0, 1, 2}) {
                // Agreement refers to counts; other arguments are names.
                auto const& text = message.forms.front();
                auto hole = [&](int k) {
                    auto const counts = text.find("{" + std::to_string(k) + "|");
                    return counts == std::string::npos ? std::string("x") : std::to_string(n);
                };
                auto const out =
                    message.forms.size() > 1
                        ? words.plural(key, n)
                        : words.text(key, hole(0), hole(1), hole(2), hole(3), hole(4), hole(5));
                auto const& of_key = key;
                CAPTURE(of_key);
                CAPTURE(out);
                CHECK(out.find('|') == std::string::npos);
                CHECK(out.find('{') == std::string::npos);
                bool const one = n == 1 || (n == 0 && is_french);
                for (std::sregex_iterator it(out.begin(), out.end(), counted), end; it != end;
                     ++it) {
                    if ((*it)[2] != std::to_string(n) || either.contains((*it)[3])) continue;
                    CHECK_FALSE((one ? plural : singular).contains((*it)[3]));
                }
            }
    }
}

TEST_CASE("every error gives one sentence with its place, even an unknown one")
{
    auto const fr = load(i18n::Language::french);
    CHECK(i18n::sentence(fr, {base::Errc::corrupt, "file.chain", {}, 1}) ==
          "La chaîne d’empreintes est rompue dès le début\u00A0: rien n’est lu de ce fichier, "
          "ligne\u00A01");
    CHECK(i18n::sentence(fr, {base::Errc::io, "shared.link", {}, 0}) == "Le serveur ne répond pas");
    CHECK(i18n::sentence(fr, {base::Errc::not_found, "round", {}, 0}) == "Ce vote n’existe pas");
    CHECK(i18n::sentence(fr, {base::Errc::not_found, "round", "9", 0}) ==
          "Ce vote n’existe pas (9)");
    CHECK(i18n::sentence(fr, {base::Errc::io, "file.unforeseen", "disque bleu", 0}) ==
          "La machine a refusé\u00A0: disque bleu");
    CHECK(i18n::sentence(fr, {base::Errc::io, "export.write", {}, 0}) == "Impossible d’écrire");
    CHECK(fr.text("no.such.key") == "no.such.key");
}

TEST_CASE("texts call the cases as the session does, also after a capital and in two numbers")
{
    auto french = load(i18n::Language::french), english = load(i18n::Language::english);
    auto const& usual = french.text("home.found.title");
    CHECK(usual == "Cas trouvés");
    CHECK(french.text("summary.cases", 1) == "1 cas d’usage a été recueilli.");
    french.call_items({"projet", "projets"});
    english.call_items({"project", "projects"});
    CHECK(french.text("home.found.title") == "Projets trouvés");
    CHECK(usual == "Cas trouvés"); // references stay valid
    CHECK(french.plural("compare.moved", 1) == "1 projet déplacé");
    CHECK(french.plural("compare.moved", 2) == "2 projets déplacés");
    CHECK(english.plural("compare.moved", 2) == "2 projects moved");
    CHECK(french.text("place.counted", 1, 8) == "1 projet placé sur 8");
    CHECK(french.text("place.counted", 2, 8) == "2 projets placés sur 8");
    CHECK(french.text("summary.cases", 2) == "2 projets ont été recueillis.");
    CHECK(english.text("summary.cases", 1) == "1 project was gathered.");
    french.call_items({});
    CHECK(french.text("home.found.title") == "Cas trouvés");
}

TEST_CASE("no text is left with the mark of a noun, and none says the noun itself")
{
    static std::regex const mark(R"(\[[^\]]*[Cc]ases?\])");
    static std::regex const spoken(
        R"((^|[^a-zA-Z\x80-\xFF=-])(cas|cases?)([^a-zA-Z\x80-\xFF=-]|$))", std::regex::icase);
    // Words of tables and files, which the import reads again; options of the command line; idioms.
    std::set<std::string> const own{"export.sheet.cases", "output.workbook.file",
                                    "import.model.file", "error.answers.as",
                                    "error.answers.from_places"};
    for (auto const language : {i18n::Language::french, i18n::Language::english}) {
        auto words = load(language);
        words.call_items({"nom", "noms"});
        for (auto const& [key, message] :
             messages(language == i18n::Language::french ? "fr" : "en")) {
            auto const said = words.text(key);
            auto const& of_key = key;
            CAPTURE(of_key);
            CAPTURE(said);
            CHECK_FALSE(std::regex_search(said, mark));
            bool const option = said.find("--") != std::string::npos || key.starts_with("cli.") ||
                                key.starts_with("output.") || own.contains(key);
            if (!option && said.find("en cas de") == std::string::npos)
                CHECK_FALSE(std::regex_search(said, spoken));
        }
    }
}
