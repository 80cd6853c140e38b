#include "base/sha256.h"
#include "exchange/workbooks/zip_reader.h"
#include "platform/process.h"
#include "support/parsed.h"
#include "support/skip.h"
#include "terminal.h"

#include <doctest/doctest.h>

#include <cstdlib>

// `cadran redact`, `sign`, and what `verify` says of both and of a forged report.
using terminal::bytes_of;
using terminal::says;
using terminal::Terminal;

namespace {

namespace fs = std::filesystem;

constexpr char const* needle = "Aiguille";

// A session in which people are named, and what lies beside it names them too.
struct WithNames : Terminal {
    WithNames()
    {
        REQUIRE(run("new a.cadran").code == 0);
        write("cas.csv", "Titre\nRelire les baux\n");
        REQUIRE(run("import a.cadran cas.csv").code == 0);
        REQUIRE(run("propose a.cadran 'Tri du courrier' --from 'Jeanne Aiguille' "
                    "--description 'Avec M. Aiguille'")
                    .code == 0);
    }
    [[nodiscard]] bool any_file_says(std::string_view what) const
    {
        for (auto const& entry : fs::recursive_directory_iterator(folder.path()))
            if (entry.is_regular_file() && says(bytes_of(entry.path()), what)) return true;
        return false;
    }
};

} // namespace

TEST_CASE("a redacted copy is written beside the original, verifies and says what is gone")
{
    WithNames const t;
    auto const before = bytes_of(t.folder / "a.cadran");
    auto const done = t.run("redact a.cadran -o b.cadran --names --free-text --proposers");
    CAPTURE(done.err);
    REQUIRE(done.code == 0);
    CHECK(says(done.out, "1 nom de qui propose"));
    CHECK(says(done.out, "Dit encore ce qui est effacé\u00A0: a.cadran"));
    CHECK(bytes_of(t.folder / "a.cadran") == before);
    CHECK(!says(bytes_of(t.folder / "b.cadran"), needle));
    auto const verified = t.run("verify b.cadran");
    CHECK(verified.code == 0);
    CHECK(says(verified.out, "2 textes effacés pour de bon"));
    CHECK(says(t.run("verify b.cadran", "en").out, "2 texts erased for good"));
    CHECK(t.run("redact a.cadran -o b.cadran --names").code == 1); // it is there
    for (auto const* command : {"show", "rank", "replay --at 1"})
        CHECK(t.run(std::string(command) + " b.cadran").code == 0);
    CHECK(t.run("report b.cadran -o b.html").code == 0);
    CHECK(t.run("export b.cadran -o b.json --names --ballots").code == 0);
    CHECK(t.run("compare a.cadran b.cadran").code == 0);
    CHECK(says(bytes_of(t.folder / "b.json"), "(effacé)"));
    for (auto const* file : {"b.html", "b.json"}) CHECK(!says(bytes_of(t.folder / file), needle));
    // Every other export, unpacked where it is packed.
    for (std::string const kind : {"csv", "md", "xlsx", "ods", "png", "svg"}) {
        CAPTURE(kind);
        auto const whole = kind == "png" || kind == "svg" ? " --picture board" : " --names";
        auto const made = t.run("export b.cadran -o c." + kind + whole);
        CAPTURE(made.err);
        CHECK(made.code == 0);
        auto const bytes = bytes_of(t.folder / ("c." + kind));
        CHECK(!says(bytes, needle));
        exchange::ZipReader packed(bytes);
        if (!packed.opened()) continue;
        int parts = 0;
        for (auto const* part :
             {"content.xml", "settings.xml", "META-INF/manifest.xml", "xl/sharedStrings.xml",
              "xl/worksheets/sheet1.xml", "docProps/core.xml", "docProps/app.xml"}) {
            std::string text;
            using Read = exchange::ZipReader::Read;
            auto const take = [&](std::string_view piece) { return text += piece, true; };
            if (packed.read(part, take) == Read::done) ++parts;
            CHECK(!says(text, needle));
        }
        CHECK(parts >= 3);
    }
}

TEST_CASE("redacted in place, the word is nowhere beside the session either")
{
    WithNames const t;
    auto const inbox = t.folder / "a.cadran.inbox";
    fs::create_directories(inbox / "done");
    fs::create_directories(inbox / "refused");
    t.write("a.cadran.tail-20260101T000000Z", "… Aiguille");
    t.write("a.cadran.inbox/done/p.json", "{\"from\":\"Aiguille\"}");
    t.write("a.cadran.inbox/refused/p.json", "{\"from\":\"Aiguille\"}");
    t.write("autre.cadran.tail-1", "autre chose");
    // the titles of all sessions, for the start screen
    fs::create_directories(t.folder / ".cache/cadran");
    t.write(".cache/cadran/sessions.json", "{\"title\":\"Aiguille\"}");
    fs::create_directories(t.folder / ".config/cadran");
    t.write(".config/cadran/notes.json", "{}");
    REQUIRE(t.any_file_says(needle));
    auto const done = t.run("redact a.cadran --in-place --proposers --free-text");
    CAPTURE(done.err);
    CHECK(done.code == 0);
    CHECK(!t.any_file_says(needle));
    CHECK(says(done.out, "notes.json")); // the facilitator's own, which may say it
    CHECK(fs::exists(t.folder / "autre.cadran.tail-1"));
    CHECK(t.run("verify a.cadran").code == 0);
}

TEST_CASE("what is asked of a redaction is said, or nothing is written")
{
    WithNames const t;
    auto const before = bytes_of(t.folder / "a.cadran");
    CHECK(t.run("redact a.cadran -o b.cadran").code == 2);
    CHECK(t.run("redact a.cadran --names").code == 2);
    for (std::string const word : {"''", "' '", "e"}) // in nearly every text
        CHECK(t.run("redact a.cadran -o b.cadran --word " + word).code == 2);
    CHECK(t.run("redact a.cadran --names --in-place -o b.cadran").code == 2);
    CHECK(t.run("redact a.cadran --names -o b.cadran").code == 1); // nobody is responsible yet
    CHECK(!fs::exists(t.folder / "b.cadran"));
    CHECK(bytes_of(t.folder / "a.cadran") == before);
}

TEST_CASE("an export that is complete makes the same session again")
{
    WithNames const t;
    REQUIRE(t.run("export a.cadran -o a.json --names --ballots").code == 0);
    REQUIRE(t.run("new b.cadran --from a.json").code == 0);
    REQUIRE(t.run("export b.cadran -o b.json --names --ballots").code == 0);
    auto a = support::parsed(bytes_of(t.folder / "a.json"));
    auto b = support::parsed(bytes_of(t.folder / "b.json"));
    CHECK(a["records"] == b["records"]);
    CHECK(a["records"].size() > 8);
    CHECK(t.run("verify b.cadran").code == 0);
    t.write("c.json", "[1]");
    CHECK(t.run("new c.cadran --from c.json").code == 1);
    CHECK(!fs::exists(t.folder / "c.cadran"));
}

TEST_CASE("a report in which somebody changed a figure is found out, though it was hashed anew")
{
    WithNames const t;
    REQUIRE(
        t.run("report a.cadran -o cr.html --organisation 'Ville & Cie' --with log,names").code ==
        0);
    auto const honest = t.run("verify a.cadran --report cr.html");
    CAPTURE(honest.err);
    CHECK(honest.code == 0);
    CHECK(says(honest.out, "mot pour mot"));
    auto page = bytes_of(t.folder / "cr.html");
    auto const figure = page.find("Relire les baux");
    REQUIRE(figure != std::string::npos);
    page.replace(figure, 6, "Refuse");
    auto const head = std::string("name=\"cadran-digest\" content=\"");
    auto const at = page.find(head) + head.size();
    page.replace(at, 64, std::string(64, '0'));
    page.replace(at, 64, base::hexadecimal(base::sha256(page)));
    t.write("forged.html", page);
    auto const forged = t.run("verify a.cadran --report forged.html");
    CHECK(forged.code == 1);
    CHECK(says(forged.err, "il a été modifié"));
    // In the other language, after the session went on, and with one page.
    REQUIRE(t.run("report a.cadran -o r.html --one-page", "en").code == 0);
    REQUIRE(t.run("propose a.cadran Autre --from 'Jeanne Aiguille'").code == 0);
    auto const later = t.run("verify a.cadran --report r.html");
    CHECK(later.code == 0);
    CHECK(says(later.out, "mot pour mot"));
    REQUIRE(t.run("redact a.cadran --in-place --proposers").code == 0);
    auto const erased = t.run("verify a.cadran --report r.html");
    CHECK(erased.code == 0);
    CHECK(says(erased.out, "ne peut plus être refaite"));
}

TEST_CASE("a session is signed with a key of OpenSSH, and the signature lasts as its chain does")
{
    if (!platform::find_program("ssh-keygen")) CADRAN_SKIP("ssh-keygen is not installed");
    if (terminal::on_windows()) CADRAN_SKIP("Wine has no ssh-keygen");
    WithNames const t;
    auto const make = [&](std::string const& name) {
        return std::system(
            ("ssh-keygen -q -t ed25519 -N '' -C essai -f '" + (t.folder / name).string() + "'")
                .c_str()); // NOLINT: a test
    };
    REQUIRE(make("key") == 0);
    REQUIRE(make("other") == 0);
    auto const unsigned_one = t.run("verify a.cadran --signer key.pub");
    CHECK(unsigned_one.code == 1);
    CHECK(says(unsigned_one.err, "n’est pas signée"));
    auto const done = t.run("sign a.cadran --key key");
    CAPTURE(done.err);
    REQUIRE(done.code == 0);
    CHECK(fs::exists(t.folder / "a.cadran.seal.sig"));
    auto const good = t.run("verify a.cadran");
    CHECK(good.code == 0);
    CHECK(says(good.out, "ED25519 SHA256:"));
    CHECK(says(t.run("verify a.cadran --signer key.pub").out, "par la clé key.pub"));
    CHECK(t.run("verify a.cadran --signer other.pub").code == 1);
    // It goes on, and a name goes: the signature is of what was before.
    REQUIRE(t.run("propose a.cadran Autre").code == 0);
    CHECK(says(t.run("verify a.cadran").out, "Depuis la signature\u00A0: 1 entrée"));
    REQUIRE(t.run("redact a.cadran --in-place --proposers").code == 0);
    CHECK(t.run("verify a.cadran --signer key.pub").code == 0);
    // A seal that somebody wrote again, or of another session.
    auto const seal = bytes_of(t.folder / "a.cadran.seal");
    t.write("a.cadran.seal", seal + "\n");
    CHECK(t.run("verify a.cadran").code == 1);
    t.write("a.cadran.seal", seal);
    CHECK(t.run("verify a.cadran").code == 0);
    REQUIRE(t.run("new b.cadran").code == 0);
    for (auto const* end : {".seal", ".seal.sig"})
        fs::copy_file(t.folder / (std::string("a.cadran") + end),
                      t.folder / (std::string("b.cadran") + end));
    CHECK(t.run("verify b.cadran").code == 1);
    CHECK(t.run("sign a.cadran --key a.cadran").code == 1); // no key
}

TEST_CASE("ballots leave for other programs only when that is asked for")
{
    Terminal const t;
    std::string pb =
        "META\nkey;value\ndescription;Budget\nnum_projects;2\nnum_votes;6\nbudget;3000\n"
        "vote_type;approval\nPROJECTS\nproject_id;cost;name\n1;1000;Un\n2;2000;Deux\n"
        "VOTES\nvoter_id;vote\n";
    for (int i = 1; i <= 6; ++i) pb += std::to_string(i) + (i % 2 ? ";1\n" : ";1,2\n");
    t.write("in.pb", pb);
    REQUIRE(t.run("new a.cadran").code == 0);
    REQUIRE(t.run("import a.cadran in.pb").code == 0);
    CHECK(t.run("export a.cadran --round 1 -o out.pb").code == 2);
    CHECK(t.run("export a.cadran --ballots -o out.pb").code == 2);
    CHECK(t.run("export a.cadran --ballots --round 1 -o out.xlsx").code == 2);
    CHECK(!fs::exists(t.folder / "out.pb"));
    auto const done = t.run("export a.cadran --round 1 --ballots -o out.pb");
    CAPTURE(done.err);
    REQUIRE(done.code == 0);
    REQUIRE(t.run("new b.cadran").code == 0);
    REQUIRE(t.run("import b.cadran out.pb").code == 0);
    auto const a = t.run("tally a.cadran --json").json(), b = t.run("tally b.cadran --json").json();
    REQUIRE(a["results"].size() == 2);
    for (std::size_t i = 0; i < 2; ++i)
        for (auto const* field : {"title", "rank", "score"})
            CHECK(a["results"][i].value(field, nlohmann::json()) ==
                  b["results"][i].value(field, nlohmann::json()));
}
