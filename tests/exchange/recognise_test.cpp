#include "exchange/recognise/clean.h"
#include "exchange/recognise/encoding.h"
#include "exchange/recognise/kind.h"
#include "importing.h"
#include "zip.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

// Recognising the type and encoding of files.
namespace {

using namespace std::string_view_literals;
using exchange::Doubt;
using exchange::Kind;
using importing::zip_of;

std::string utf32(std::u32string_view text, bool big, bool mark)
{
    std::string out;
    auto put = [&](char32_t c) {
        for (int i = 0; i < 4; ++i)
            out += static_cast<char>(c >> static_cast<unsigned>(8 * (big ? 3 - i : i)) & 0xFFU);
    };
    if (mark) put(0xFEFF);
    for (char32_t c : text) put(c);
    return out;
}

std::string refused(std::string const& bytes)
{
    importing::Import import;
    return importing::why(import.plan(bytes));
}

} // namespace

TEST_CASE("encodings are recognised by the words that they give")
{
    std::string const expected = "Titre;Dépenses\nL’été à la crèche – où ?;€\nÉcole;cœur\n";
    CHECK(exchange::decode(expected).encoding == "UTF-8");
    struct Sent {
        char const* encoding;
        std::string bytes;
    };
    for (auto const& sent : {
             Sent{"windows-1252", "Titre;D\xE9penses\nL\x92\xE9t\xE9 \xE0 la cr\xE8"
                                  "che \x96 o\xF9 ?;\x80\n\xC9"
                                  "cole;c\x9Cur\n"},
             Sent{"macintosh", "Titre;D\x8Epenses\nL\xD5\x8Et\x8E \x88 la cr\x8F"
                               "che \xD0 o\x9D ?;\xDB\n\x83"
                               "cole;c\xCFur\n"},
         }) {
        CAPTURE(sent.encoding);
        auto const read = exchange::decode(sent.bytes);
        CHECK(read.encoding == sent.encoding);
        CHECK(read.text == expected);
        CHECK(read.doubt == Doubt::none);
    }
    auto const latin9 = exchange::decode("Titre;Co\xFBt\nc\xBDur de ville;12 \xA4\n");
    CHECK(latin9.text == "Titre;Coût\ncœur de ville;12 €\n");
    CHECK(latin9.encoding == "ISO-8859-15");
    for (bool big : {false, true})
        for (bool mark : {false, true})
            CHECK(exchange::decode(utf32(U"Titre\nÉté à l’école\n", big, mark)).text ==
                  "Titre\nÉté à l’école\n");
}

TEST_CASE("text encoded twice is repaired, with a remark; other text is unchanged")
{
    auto const mended = exchange::decode("RÃ©ponse;lâ€™eau;Ã‰cole;cÅ“ur;12Â\u00A0â‚¬;Ã \n");
    CHECK(mended.doubt == Doubt::twice);
    CHECK(mended.text.starts_with("Réponse;l’eau;École;cœur;12\u00A0€"));
    for (auto const* right :
         {"Réponse;l’eau;École", "SÃO PAULO, CAFÉ»", "Ångström Â propos", "“Ä”"}) {
        auto const read = exchange::decode(right);
        CHECK(read.text == right);
        CHECK(read.doubt == Doubt::none);
    }
    auto const mixed = exchange::decode("École\nFor\xEAt\n");
    CHECK(mixed.text == "École\nForêt\n");
    CHECK(mixed.doubt == Doubt::mixed);
    CHECK(exchange::decode("École\nFor\xC3").text == "École\nFor\uFFFD"); // cut off in a character
}

TEST_CASE("an encoding can be given by any of its names")
{
    CHECK(exchange::decode("\x8E", "macroman")->text == "é");
    CHECK(exchange::decode("\xA4", "latin9")->text == "€");
    CHECK(exchange::decode("\x82", "cp850")->text == "é");
    CHECK_FALSE(exchange::decode("a", "klingon"));
}

TEST_CASE("other file types are recognised by their bytes, whatever the name, and give no cards")
{
    struct File {
        std::string bytes;
        Kind kind;
        char const* why;
    };
    std::string noise;
    for (int i = 0; i < 4000; ++i) noise += static_cast<char>((i * 7919 + i / 13) % 256);
    for (auto const& file : {
             File{zip_of({{"word/document.xml", ""}}), Kind::document, "import.kind.document"},
             File{zip_of({{"ppt/presentation.xml", ""}}), Kind::slides, "import.kind.slides"},
             File{zip_of({{"a.csv", ""}, {"b.csv", ""}}), Kind::zip, "import.kind.zip"},
             File{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0') +
                      std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24),
                  Kind::document, "import.kind.document"},
             File{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0') +
                      std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32),
                  Kind::locked, "import.kind.locked"},
             File{"%PDF-1.7\nTitre\n", Kind::pdf, "import.kind.pdf"},
             File{"\x89PNG\r\n\x1A\n....", Kind::picture, "import.kind.picture"},
             File{"\xFF\xD8\xFF\xE0 JFIF", Kind::picture, "import.kind.picture"},
             File{"\x1F\x8B\x08.....", Kind::archive, "import.kind.archive"},
             File{noise, Kind::binary, "import.kind.binary"},
             File{R"({"hash":"00","entry":{"format": "cadran","version": 1}})"
                  "\n",
                  Kind::session, "import.kind.session"},
         }) {
        CAPTURE(file.why);
        CHECK(exchange::kind_of(file.bytes) == file.kind);
        CHECK(refused(file.bytes) == file.why);
    }
    CHECK(exchange::kind_of(zip_of({{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}})) ==
          Kind::workbook);
    CHECK(exchange::kind_of(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                    {"content.xml", ""}})) == Kind::open_sheet);
    CHECK(refused("") == "import.empty");
    for (auto const* text :
         {"Titre\nTri\n", "[x] Tri\n[ ] Fuites\n", "<Tri> ou non\n", "BM en ville\n"})
        CHECK(exchange::kind_of(text) == Kind::text);
}

TEST_CASE("invisible text is empty, and titles are one line")
{
    for (auto const* nothing :
         {"", " ", "\u00A0", "\u200B", "\u202F\u2060", "\uFEFF\t\n", "\u2800", "\u00AD"})
        CHECK_FALSE(exchange::shows(nothing));
    CHECK(exchange::shows("a\u200B"));
    CHECK(exchange::one_line("  Répondre :\n questions\u00A0") == "Répondre : questions");
    CHECK(exchange::one_line("« Tri\u00A0»") == "« Tri\u00A0»");
    CHECK(exchange::without_invisible("Visi\u200Bble\u00AD") == "Visible");
}

TEST_CASE("markup that a tool left in its cells is not shown")
{
    CHECK(exchange::without_tags("<p>Un assistant.\nIl dit&nbsp;tout &amp; rien.</p>") ==
          "Un assistant.\nIl dit\u00A0tout & rien.");
    CHECK(exchange::without_tags("<ul><li>Un</li><li>Deux</li></ul>") == "- Un\n- Deux");
    CHECK(exchange::without_tags("a < b et b > c") == "a < b et b > c");
    CHECK(exchange::without_tags("AT&T <3") == "AT&T <3");
}
