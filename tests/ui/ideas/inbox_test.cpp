#include "exchange/cases/proposals.h"
#include "support/ui/room.h"

#include <algorithm>
#include <map>

// Proposals from the drop folder, and the facilitator's answers.
using support::Room;

namespace {

struct Workshop : Room {
    explicit Workshop(std::string const& language = "fr")
        : Room(language)
    {
        driver.click("home.new.axes");
        driver.settle();
    }
    void drop(std::string const& name, std::string const& bytes)
    {
        host.dropped.push_back({name, bytes, host.clock.t - 60'000, {}});
        host.clock.t += 2000; // two seconds pass
        driver.frame(3);
        driver.settle();
    }
    void type(std::vector<std::string> const& titles)
    {
        driver.key(ImGuiKey_N);
        driver.settle();
        for (auto const& title : titles) {
            driver.type(title);
            driver.key(ImGuiKey_Enter);
            driver.settle();
        }
        driver.key(ImGuiKey_Escape);
        driver.settle();
    }
    [[nodiscard]] model::ProposalId proposal(std::string const& title)
    {
        for (auto const& [id, one] : model::table<model::Proposal>(doc()))
            if (one.title == title) return id;
        return {};
    }
    [[nodiscard]] std::string row(std::string const& title, std::string const& part = {})
    {
        return "inbox." + std::to_string(proposal(title).value) + part;
    }
    [[nodiscard]] std::vector<std::string> cases()
    {
        std::vector<std::string> titles;
        for (auto const& [id, one] : model::table<model::Case>(doc())) titles.push_back(one.title);
        return titles;
    }
    [[nodiscard]] std::size_t waiting() { return model::table<model::Proposal>(doc()).size(); }
};

constexpr char const* six = "titre;service\nTri du courrier;Accueil\nFuites d’eau;Eau\n"
                            "Repas de cantine;Écoles\nPermis de construire;Urbanisme\n"
                            "Éclairage public;Voirie\nDéneigement des routes;Voirie\n";

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE("rows of a file in the drop folder wait in the inbox, and the file is moved")
{
    Workshop w;
    w.drop("liste.csv", six);
    CHECK(w.host.taken == Titles{"liste.csv"});
    CHECK(w.waiting() == 6);
    CHECK(w.cases().empty());
    CHECK(w.driver.label("inbox.count") == "6");
    CHECK(w.driver.shows(w.row("Tri du courrier")));
    CHECK(w.driver.shows(w.row("Permis de construire")));
    CHECK_FALSE(w.driver.shows(w.row("Éclairage public"))); // four rows, then a count of the rest
    CHECK(w.driver.label("inbox.others") == "2 autres");
    w.driver.click("inbox.others");
    w.driver.settle();
    CHECK(w.driver.shows(w.row("Éclairage public")));
}

TEST_CASE("accepting places the card in view, marked as received for six seconds")
{
    Workshop w;
    w.drop("liste.csv", six);
    w.driver.click(w.row("Fuites d’eau", ".accept"));
    w.driver.settle();
    CHECK(w.cases() == Titles{"Fuites d’eau"});
    CHECK(w.waiting() == 5);
    CHECK(w.driver.shows("card.1"));
    CHECK(w.driver.label("received.1") == "Reçue");
    w.driver.frame(5 * 60);
    CHECK(w.driver.shows("received.1"));
    w.driver.frame(2 * 60);
    CHECK_FALSE(w.driver.shows("received.1"));
    w.driver.click("rail.undo");
    w.driver.settle();
    CHECK(w.cases().empty());
    CHECK(w.waiting() == 6); // in the inbox again
}

TEST_CASE("accepting all is one entry; no two cards overlap")
{
    Workshop w;
    w.type({"Un premier cas"});
    w.drop("liste.csv", six);
    auto const entries = w.app.session()->log().size();
    w.driver.click("inbox.accept_all");
    w.driver.settle();
    CHECK(w.app.session()->log().size() == entries + 1);
    CHECK(w.waiting() == 0);
    for (int a = 1; a <= 7; ++a)
        for (int b = a + 1; b <= 7; ++b) {
            CAPTURE(a);
            CAPTURE(b);
            CHECK_FALSE(w.driver.box("card." + std::to_string(a))
                            .overlaps(w.driver.box("card." + std::to_string(b))));
        }
    CHECK_FALSE(w.driver.shows("inbox.accept_all"));
}

TEST_CASE("accepting all numbers the cards as their proposals arrived")
{
    Workshop w;
    w.drop("matin.csv", "titre\nTri du courrier\nFuites d’eau\n");
    w.host.clock.t += 60'000;
    w.drop("midi.csv", "titre\nRepas de cantine\n");
    w.driver.click("inbox.accept_all");
    w.driver.settle();
    std::map<int, std::string> numbered;
    for (auto const& [id, one] : model::table<model::Case>(w.doc()))
        numbered[one.number] = one.title;
    CHECK(numbered == std::map<int, std::string>{
                          {1, "Tri du courrier"}, {2, "Fuites d’eau"}, {3, "Repas de cantine"}});
}

TEST_CASE("a proposal that arrives while the pointer moves over the list moves no button")
{
    Workshop w;
    w.drop("matin.csv", "titre\nTri du courrier\nFuites d’eau\n");
    w.host.clock.t += 60'000;
    auto const accept = w.driver.box(w.row("Tri du courrier", ".accept"));
    w.driver.move_to(accept.center());
    w.driver.frame();
    model::Proposal late;
    late.title = "Repas de cantine";
    late.at_ms = w.host.clock.t;
    edit::Propose::One const one{w.app.session()->mint<model::ProposalId>(), late, {}};
    REQUIRE(w.app.session()->submit(edit::facilitator, edit::Propose{{one}}));
    w.driver.frame(2);
    CHECK(w.driver.label("inbox.count") == "3");
    CHECK(w.driver.box(w.row("Tri du courrier", ".accept")) == accept);
    CHECK(w.driver.box(w.row("Repas de cantine")).min.y > accept.max.y);
    w.driver.frame(3 * 60); // the pointer rests: the newest is first again
    CHECK(w.driver.box(w.row("Repas de cantine")).max.y <
          w.driver.box(w.row("Tri du courrier")).min.y);
}

TEST_CASE("a press or a key just after the list has moved answers no proposal")
{
    Workshop w;
    w.drop("matin.csv", "titre\nTri du courrier\n");
    w.driver.frame(5 * 60); // the pointer rests
    w.host.clock.t += 60'000;
    model::Proposal late;
    late.title = "Repas de cantine";
    late.at_ms = w.host.clock.t;
    edit::Propose::One const one{w.app.session()->mint<model::ProposalId>(), late, {}};
    REQUIRE(w.app.session()->submit(edit::facilitator, edit::Propose{{one}}));
    w.driver.frame(2);
    REQUIRE(w.driver.box(w.row("Repas de cantine")).max.y <
            w.driver.box(w.row("Tri du courrier")).min.y);
    w.driver.key(ImGuiKey_X);
    w.driver.frame(2);
    CHECK(w.waiting() == 2);
    w.driver.frame(40); // half a second later it is answered
    w.driver.key(ImGuiKey_X);
    w.driver.frame(2);
    CHECK(w.waiting() == 1);
    CHECK(w.driver.shows(w.row("Tri du courrier")));
}

TEST_CASE("what another machine answers keeps its place while the pointer moves over the list")
{
    Workshop w;
    w.drop("matin.csv", "titre\nTri du courrier\nFuites d’eau\nRepas de cantine\n");
    auto const first = w.row("Tri du courrier"), second = w.row("Fuites d’eau");
    auto const box = w.driver.box(first);
    auto const next = w.driver.box(second + ".accept");
    w.driver.move_to(w.driver.box(first + ".accept").center());
    w.driver.frame();
    REQUIRE(w.app.session()->submit(edit::facilitator,
                                    edit::RefuseProposals{{w.proposal("Tri du courrier")}}));
    w.driver.frame(2);
    CHECK(w.driver.label("inbox.count") == "2");
    CHECK(w.driver.box(first) == box);
    CHECK(w.driver.label(first) == "Tri du courrier");
    CHECK(w.driver.label(first + ".answered") == "N’attend plus de réponse");
    CHECK_FALSE(w.driver.shows(first + ".accept"));
    CHECK_FALSE(w.driver.shows(first + ".refuse"));
    CHECK(w.driver.box(second + ".accept") == next);
    w.driver.key(ImGuiKey_X); // it was first: its key answers no other one
    w.driver.frame(2);
    CHECK(w.waiting() == 2);
    w.driver.frame(3 * 60); // the pointer rests: it goes
    CHECK_FALSE(w.driver.shows(first));
    CHECK(w.driver.box(second).min.y == box.min.y);
}

TEST_CASE("a press just after an answered proposal has gone answers no other one")
{
    Workshop w;
    w.drop("matin.csv", "titre\nTri du courrier\nFuites d’eau\n");
    w.driver.frame(5 * 60); // the pointer rests
    REQUIRE(w.app.session()->submit(edit::facilitator,
                                    edit::RefuseProposals{{w.proposal("Tri du courrier")}}));
    w.driver.frame(2);
    w.driver.key(ImGuiKey_X);
    w.driver.frame(2);
    CHECK(w.waiting() == 1);
    w.driver.frame(40);
    w.driver.key(ImGuiKey_X);
    w.driver.frame(2);
    CHECK(w.waiting() == 0);
}

TEST_CASE("what is answered here leaves the list at once, and the next can be answered at once")
{
    Workshop w;
    w.drop("matin.csv", "titre\nTri du courrier\nFuites d’eau\nRepas de cantine\n");
    auto const first = w.row("Tri du courrier");
    w.driver.click(first + ".refuse");
    w.driver.frame(2);
    CHECK_FALSE(w.driver.shows(first));
    CHECK(w.driver.label("inbox.count") == "2");
    w.driver.key(ImGuiKey_X);
    w.driver.frame(2);
    CHECK(w.waiting() == 1);
    CHECK(w.driver.label("inbox.count") == "1");
}

TEST_CASE("a proposal close to a case is merged into it; refusing leaves no card")
{
    Workshop w;
    w.type({"Tri automatique du courrier entrant"});
    w.drop("liste.csv", six);
    CHECK(w.driver.label(w.row("Tri du courrier", ".merge")) == "vers 1");
    CHECK_FALSE(w.driver.shows(w.row("Repas de cantine", ".merge")));
    w.driver.click(w.row("Tri du courrier", ".merge"));
    w.driver.settle();
    REQUIRE(model::table<model::Merge>(w.doc()).size() == 1);
    CHECK(w.cases().size() == 2);
    CHECK_FALSE(w.driver.shows("card.2"));
    w.driver.click(w.row("Repas de cantine", ".refuse"));
    w.driver.settle();
    CHECK(w.cases().size() == 2);
    CHECK(w.waiting() == 4);
}

TEST_CASE("A accepts the newest, X refuses it, M merges it; not while something is typed")
{
    Workshop w;
    w.type({"Permis de construire en ligne"});
    w.drop("liste.csv", six);
    w.driver.key(ImGuiKey_A);
    w.driver.settle();
    CHECK(w.cases().back() == "Tri du courrier"); // the first row of the file
    w.driver.key(ImGuiKey_X);
    w.driver.settle();
    CHECK(w.proposal("Fuites d’eau").value == 0);
    w.driver.key(ImGuiKey_M); // no similar card
    w.driver.settle();
    CHECK(w.waiting() == 4);
    w.driver.key(ImGuiKey_X);
    w.driver.key(ImGuiKey_M);
    w.driver.settle();
    CHECK(model::table<model::Merge>(w.doc()).size() == 1);
    CHECK(w.waiting() == 2);
    w.driver.key(ImGuiKey_N);
    w.driver.settle();
    w.driver.type("AXM");
    w.driver.key(ImGuiKey_A);
    w.driver.settle();
    CHECK(w.waiting() == 2);
}

TEST_CASE("with moderation off proposals become cards in view at once, marked as received")
{
    Workshop w;
    w.driver.click("inbox.moderation");
    w.driver.settle();
    w.drop("liste.csv", six);
    CHECK(w.waiting() == 0);
    CHECK(w.cases().size() == 6);
    for (int n = 1; n <= 6; ++n) CHECK(w.driver.shows("received." + std::to_string(n)));
    for (int a = 1; a <= 6; ++a)
        for (int b = a + 1; b <= 6; ++b)
            CHECK_FALSE(w.driver.box("card." + std::to_string(a))
                            .overlaps(w.driver.box("card." + std::to_string(b))));
    w.driver.click("rail.undo"); // undoes the facilitator's switch, not a proposal
    w.driver.settle();
    CHECK(w.cases().size() == 6);
}

TEST_CASE("the same file again proposes nothing new, even after an answer")
{
    Workshop w;
    w.drop("liste.csv", six);
    w.driver.click("inbox.accept_all");
    w.driver.settle();
    w.drop("liste.csv", std::string(six) + "Une de plus;DSI\n");
    CHECK(w.waiting() == 1);
    CHECK(w.proposal("Une de plus").value != 0);
    CHECK(w.host.taken.size() == 2);
}

TEST_CASE("an unreadable file is refused with a message; the others are read")
{
    Workshop w;
    w.host.dropped.push_back({"cas.pdf", "%PDF-1.4\n", 1, {}});
    w.host.dropped.push_back({"vide.csv", "", 1, {}});
    w.drop("bonne.txt", "Une idée\n");
    CHECK(w.host.refused == Titles{"cas.pdf", "vide.csv"});
    CHECK(w.host.taken == Titles{"bonne.txt"});
    CHECK(w.waiting() == 1);
    REQUIRE(w.driver.shows("notice.0"));
    CHECK(w.driver.label("notice.0").find("cas.pdf") != std::string::npos);
    CHECK(w.driver.label("notice.0").find("PDF") != std::string::npos);
}

TEST_CASE("a reader neither receives nor answers proposals")
{
    Workshop w;
    w.drop("liste.csv", six);
    w.host.remember();
    w.app.grant(ui::GoHome{});
    w.app.open("atelier.cadran", ui::Access::read);
    w.driver.settle();
    w.driver.click("step.gather");
    w.driver.settle();
    w.drop("autre.txt", "Une autre\n");
    CHECK(w.host.dropped.size() == 1);
    CHECK(w.waiting() == 6);
    CHECK_FALSE(w.driver.enabled("inbox.accept_all"));
    CHECK_FALSE(w.driver.enabled("inbox.moderation"));
    w.driver.key(ImGuiKey_A);
    w.driver.settle();
    CHECK(w.waiting() == 6);
}

TEST_CASE("the drop folder is created on demand, and its path shown and copied")
{
    Workshop w;
    w.driver.click("inbox.folder");
    w.driver.settle();
    CHECK(w.driver.copied() == "atelier.cadran.inbox");
    CHECK(w.driver.label("notice.0").find("atelier.cadran.inbox") != std::string::npos);
}

TEST_CASE("proposals arrive on every step, and wait for Recueillir")
{
    Workshop w;
    w.driver.click("step.vote");
    w.driver.settle();
    w.drop("liste.csv", six);
    CHECK(w.waiting() == 6);
    w.driver.click("step.gather");
    w.driver.settle();
    CHECK(w.driver.label("inbox.count") == "6");
}

TEST_CASE("with private writing on, proposals are shown on request only")
{
    Workshop w;
    w.type({"Permis de construire en ligne"});
    w.driver.click("gather.private");
    w.driver.settle();
    w.drop("liste.csv", six);
    auto const row = w.row("Permis de construire");
    CHECK(w.driver.label("inbox.count") == "6");
    for (auto const& [id, one] : model::table<model::Proposal>(w.doc()))
        for (auto const& [name, seen] : w.driver.ui().probe.widgets) {
            auto const& of_name = name;
            CAPTURE(of_name);
            if (name == "card.1") continue; // an existing card with nearly the same words
            CHECK(seen.label.find(one.title) == std::string::npos);
        }
    CHECK_FALSE(w.driver.shows(row + ".merge"));
    w.driver.click("inbox.sight");
    w.driver.settle();
    CHECK(w.driver.label(row) == "Permis de construire");
    w.driver.click(w.row("Tri du courrier", ".accept"));
    w.driver.settle();
    CHECK(model::table<model::FaceDown>(w.doc()).size() == 1);
}
