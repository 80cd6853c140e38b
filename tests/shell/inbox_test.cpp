#include "exchange/cases/proposals.h"
#include "shell/files/inbox.h"
#include "shell/machine/chime.h"
#include "shell/machine/machine.h"
#include "support/environment.h"
#include "support/folders.h"
#include "support/links.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <thread>
#if !defined(_WIN32)
#include <sys/stat.h>
#endif

// The drop folder of a session and the sound of the timer.
namespace {

namespace fs = std::filesystem;

struct Beside {
    support::TemporaryFolder folder;
    shell::SystemRandomSource random;
    shell::Watch watch;
    fs::path session = folder / "atelier.cadran";

    Beside() { std::ofstream(session) << "{}"; }
    [[nodiscard]] fs::path inbox() const { return shell::inbox_of(session); }
    void drop(std::string const& name, std::string const& bytes) const
    {
        fs::create_directories(inbox());
        std::ofstream(inbox() / name, std::ios::binary) << bytes;
    }
    std::vector<std::string> look()
    {
        std::vector<std::string> names;
        for (auto const& one : watch.look(inbox())) names.push_back(one.name);
        return names;
    }
    fs::path propose(std::string const& title)
    {
        model::Proposal said;
        said.title = title;
        said.at_ms = 1'700'000'000'000;
        auto const path = shell::drop_proposal(inbox(), said, random);
        REQUIRE(path);
        return *path;
    }
};

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a proposal file beside a session appears complete, under a unique name")
{
    Beside b;
    CHECK(b.look().empty()); // the folder does not exist yet
    auto const first = b.propose("Tri du courrier"), second = b.propose("Tri du courrier");
    CHECK(first != second);
    CHECK(b.inbox().filename() == "atelier.cadran.inbox");
    auto const seen = b.watch.look(b.inbox());
    REQUIRE(seen.size() == 2);
    auto const read = exchange::read_proposals(seen[0].name, seen[0].bytes, seen[0].at_ms);
    REQUIRE(read);
    CHECK(read->proposals[0].second.title == "Tri du courrier");
    CHECK(read->proposals[0].second.at_ms == 1'700'000'000'000);
}

TEST_CASE("a session has one drop folder, by whatever name it is opened")
{
    Beside b;
    auto const other = b.folder / "lien.cadran";
    if (!support::make_link(b.session, other)) CADRAN_SKIP(support::no_links);
    CHECK(shell::inbox_of(other) == b.inbox());
}

TEST_CASE("a file is read after it has stayed unchanged")
{
    Beside b;
    b.drop("liste.csv", "titre\nTri\n");
    CHECK(b.look().empty());
    b.drop("liste.csv", "titre\nTri\nFuites\n"); // the writer has not finished
    CHECK(b.look().empty());
    CHECK(b.look() == Names{"liste.csv"});
    CHECK(b.watch.look(b.inbox())[0].bytes == "titre\nTri\nFuites\n");
}

namespace {

// The proposals of the drop folder by identity, as the board takes them; a truncated proposal is
// replaced by the complete one.
struct Taken {
    std::map<model::ProposalId, model::Proposal> proposals;

    void take(ui::Incoming const& one)
    {
        auto const read =
            exchange::read_proposals(one.name, one.bytes, one.at_ms, one.taken_before);
        REQUIRE(read);
        for (auto const& [id, said] : read->proposals) {
            if (auto const cut = read->instead_of.find(id); cut != read->instead_of.end())
                proposals.erase(cut->second.id);
            proposals.emplace(id, said);
        }
    }
    [[nodiscard]] std::set<std::string> titles() const
    {
        std::set<std::string> out;
        for (auto const& [id, one] : proposals) out.insert(one.title);
        return out;
    }
};

std::string many_ideas(int count)
{
    std::string out = "titre;description;service\n";
    for (int i = 1; i <= count; ++i) {
        auto const n = std::to_string(i);
        out += "Idée numéro " + n + ";Texte de l’idée " + n + ";Service\n";
    }
    return out;
}

} // namespace

TEST_CASE("an incomplete file is not read while its end looks truncated")
{
    Beside b;
    auto const whole = many_ideas(40);
    // cut in the middle of a word
    auto const half = whole.substr(0, whole.find("Idée numéro 20;") + 8);
    std::int64_t now = 1000;
    auto const look = [&] { return b.watch.look(b.inbox(), now += 1000); };
    b.drop("idees.csv", half);
    for (int second = 0; second < 10; ++second) CHECK(look().empty());
    b.drop("idees.csv", whole);
    CHECK(look().empty());
    auto const seen = look();
    REQUIRE(seen.size() == 1);
    Taken taken;
    taken.take(seen[0]);
    CHECK(taken.proposals.size() == 40);
}

TEST_CASE("a file without a final line end is read after a delay")
{
    Beside b;
    b.drop("une.csv", "titre\nTri du courrier");
    std::int64_t now = 1000;
    CHECK(b.watch.look(b.inbox(), now).empty());
    CHECK(b.watch.look(b.inbox(), now += shell::patience_ms - 1).empty());
    CHECK(b.watch.look(b.inbox(), now += 2).size() == 1);
}

TEST_CASE("when the complete file follows a truncated one, no proposal is doubled or truncated")
{
    Beside b;
    auto const whole = many_ideas(40);
    for (auto const at : {whole.find("Idée numéro 20;") + 8, whole.find("Idée numéro 20;"),
                          whole.find("l’idée 20") + 4, whole.size() - 1}) {
        CAPTURE(at);
        Taken taken;
        std::int64_t now = 1000;
        shell::Watch watch;
        auto const come = [&](std::string const& bytes) {
            b.drop("idees.csv", bytes);
            (void)watch.look(b.inbox(), now += 1000);
            auto const seen = watch.look(b.inbox(), now += shell::patience_ms + 1);
            REQUIRE(seen.size() == 1);
            taken.take(seen[0]);
            REQUIRE(watch.put_away(b.inbox(), "idees.csv", ui::Fate::taken));
        };
        come(whole.substr(0, at));
        come(whole);
        CHECK(taken.proposals.size() == 40);
        CHECK(taken.titles().size() == 40);
        CHECK_FALSE(taken.titles().contains("Idée"));
        fs::remove_all(b.inbox());
    }
}

TEST_CASE("a truncated file and its complete version give forty proposals, once each")
{
    auto const inputs = support::shared_dir() / "data/inputs";
    if (!fs::exists(inputs / "23-inbox-debut.csv")) CADRAN_SKIP("the inputs are not here");
    Beside b;
    Taken taken;
    std::int64_t now = 1000;
    for (auto const* name : {"23-inbox-debut.csv", "23-inbox-entier.csv"}) {
        b.drop("idees.csv", support::bytes_of(inputs / name));
        (void)b.watch.look(b.inbox(), now += 1000);
        for (auto const& one : b.watch.look(b.inbox(), now += shell::patience_ms + 1)) {
            taken.take(one);
            REQUIRE(b.watch.put_away(b.inbox(), one.name, ui::Fate::taken));
        }
    }
    CHECK(taken.proposals.size() == 40);
    CHECK_FALSE(taken.titles().contains("Idée"));
}

TEST_CASE("a file still open for writing is not read, and later additions are")
{
#if defined(_WIN32)
    CADRAN_SKIP("Windows moves no file that another program has open");
#endif
    Beside b;
    std::int64_t now = 1000;
    auto const look = [&] { return b.watch.look(b.inbox(), now += 1000); };
    b.drop("a.csv", "titre\nTri\n");
    std::ofstream writer(b.inbox() / "a.csv", std::ios::app);
    (void)look();
    bool const told = look().empty(); // not every file system reports changes
    if (told) {
        CHECK(look().empty());
        writer.close();
        CHECK(look().size() == 1);
        writer.open(b.inbox() / "a.csv", std::ios::app);
    }
    REQUIRE(b.watch.put_away(b.inbox(), "a.csv", ui::Fate::taken));
    writer << "Fuites\n" << std::flush; // writes into the file already moved
    writer.close();
    (void)look();
    auto const seen = look();
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].bytes == "titre\nTri\nFuites\n");
    CHECK(seen[0].taken_before == "titre\nTri\n");
    CHECK(support::bytes_of(b.inbox() / "done/a.csv") == "titre\nTri\n");
}

TEST_CASE(
    "a program that uses another name of the session finds the watched folder, or gets an error")
{
    Beside b;
    auto const notes = b.folder / "open";
    auto const link = b.folder / "lien.cadran";
    fs::create_hard_link(b.session, link);
    CHECK(shell::watched_inbox(notes, link).error().where == "inbox.names");
    {
        shell::WatchNote const note(notes, b.session);
        CHECK(*shell::watched_inbox(notes, link) == b.inbox());
        auto const folder = b.inbox();
        fs::rename(b.session, b.folder / "autre.cadran");
        CHECK(*shell::watched_inbox(notes, b.folder / "autre.cadran") == folder);
        fs::rename(b.folder / "autre.cadran", b.session);
    }
    CHECK(fs::is_empty(notes)); // closed: no event is reported
    fs::remove(link);
    CHECK(*shell::watched_inbox(notes, b.session) == b.inbox());
}

TEST_CASE("accepted files move to done, refused ones to refused")
{
    Beside b;
    for (std::string const name : {"a.csv", "b.txt", "c.TSV"}) b.drop(name, name + "\n");
    b.look();
    CHECK(b.look().size() == 3);
    REQUIRE(b.watch.put_away(b.inbox(), "a.csv", ui::Fate::taken));
    REQUIRE(b.watch.put_away(b.inbox(), "b.txt", ui::Fate::refused));
    CHECK(fs::exists(b.inbox() / "done/a.csv"));
    CHECK(fs::exists(b.inbox() / "refused/b.txt"));
    CHECK(b.look() == Names{"c.TSV"});
    b.drop("a.csv", "again\n");
    b.look();
    REQUIRE(b.watch.put_away(b.inbox(), "a.csv", ui::Fate::taken));
    CHECK(support::bytes_of(b.inbox() / "done/a.csv") == "a.csv\n");
    CHECK(support::bytes_of(b.inbox() / "done/a-2.csv") == "again\n");
}

TEST_CASE("folders, hidden files, links and temporary files are no proposals")
{
    Beside b;
    b.drop(".cache.csv", "titre\nTri\n");
    b.drop("~liste.csv", "titre\nTri\n");
    b.drop("liste.csv.part", "titre\nTri\n");
    b.drop("photo.png", "…");
    fs::create_directories(b.inbox() / "dossier.csv");
#if !defined(_WIN32)
    fs::create_symlink("/etc/hostname", b.inbox() / "lien.txt");
    ::mkfifo((b.inbox() / "tuyau.csv").c_str(), 0600);
#endif
    b.look();
    CHECK(b.look().empty());
}

TEST_CASE("a workbook is read when complete, and a file that is too large is reported")
{
    Beside b;
    auto const whole = std::string("PK\x03\x04 …") + "PK\x05\x06" + std::string(18, '\0');
    b.drop("cas.xlsx", whole.substr(0, 8));
    b.drop("gros.csv", "");
    fs::resize_file(b.inbox() / "gros.csv", 17UL * 1024 * 1024);
    b.look();
    auto const seen = b.watch.look(b.inbox());
    REQUIRE(seen.size() == 1);
    REQUIRE(seen[0].unreadable);
    CHECK(seen[0].unreadable->where == "import.too_large");
    CHECK(seen[0].bytes.empty());
    REQUIRE(b.watch.put_away(b.inbox(), "gros.csv", ui::Fate::refused));
    b.drop("cas.xlsx", whole);
    b.look();
    CHECK(b.look() == Names{"cas.xlsx"});
}

TEST_CASE("a file that cannot be moved is told once and not shown again until it changes")
{
    Beside b;
    b.drop("a.csv", "titre\nTri\n");
    std::ofstream(b.inbox() / "done") << "a file where the folder should be";
    b.look();
    CHECK(b.look() == Names{"a.csv"});
    auto const moved = b.watch.put_away(b.inbox(), "a.csv", ui::Fate::taken);
    REQUIRE_FALSE(moved);
    CHECK(moved.error().where == "inbox.move");
    CHECK(b.look().empty());
    b.drop("a.csv", "titre\nTri\nFuites\n");
    b.look();
    CHECK(b.look() == Names{"a.csv"});
}

TEST_CASE("the sound is a valid WAV file without clicks or clipping")
{
    auto const wav = shell::chime_wav();
    auto const number = [&](std::size_t at, int bytes) {
        std::uint32_t value = 0;
        for (int i = bytes; i-- > 0;)
            value = value << 8U | static_cast<unsigned char>(wav[at + static_cast<std::size_t>(i)]);
        return value;
    };
    CHECK(wav.substr(0, 4) == "RIFF");
    CHECK(wav.substr(8, 8) == "WAVEfmt ");
    CHECK(number(4, 4) == wav.size() - 8);
    CHECK(number(22, 2) == 1);
    CHECK(number(24, 4) == 22'050);
    CHECK(number(40, 4) == wav.size() - 44);
    int loudest = 0;
    for (std::size_t at = 44; at < wav.size(); at += 2)
        loudest = std::max(loudest, std::abs(int{static_cast<std::int16_t>(number(at, 2))}));
    CHECK(loudest > 2'000);
    CHECK(loudest < 20'000);
    CHECK(std::abs(int{static_cast<std::int16_t>(number(44, 2))}) < 200);
    CHECK(std::abs(int{static_cast<std::int16_t>(number(wav.size() - 2, 2))}) < 200);
}

TEST_CASE("any available player plays the sound; without one there is no message")
{
#if defined(_WIN32)
    CADRAN_SKIP("Windows plays sounds itself");
#endif
    support::TemporaryFolder folder;
    auto with_path = [&](std::string const& value, auto&& act) {
        support::Variable const path("PATH", value);
        act();
    };
    with_path(folder.path().string(), [&] {
        shell::Chime silent(folder / "cache");
        CHECK_FALSE(silent.can_ring());
        silent.ring();
    });
    auto const heard = folder / "heard";
    std::ofstream(folder / "aplay") << "#!/bin/sh\necho \"$1\" > '" << heard.string() << "'\n";
    fs::permissions(folder / "aplay", fs::perms::owner_all);
    with_path(folder.path().string(), [&] {
        shell::Chime chime(folder / "cache");
        REQUIRE(chime.can_ring());
        chime.ring();
        auto const said = (folder / "cache/chime.wav").string() + "\n";
        for (int i = 0; i < 6'000 && support::bytes_of(heard) != said; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        CHECK(support::bytes_of(heard) == said);
        CHECK(support::bytes_of(folder / "cache/chime.wav") == shell::chime_wav());
    });
}
