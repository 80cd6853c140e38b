#include "base/text.h"
#include "board/lookup.h"

#include <doctest/doctest.h>

#include <random>

namespace {

struct Desk {
    model::Document doc;
    board::Lookup lookup;

    model::CaseId add(int number, std::string title, std::string domain = {})
    {
        model::CaseId const id{static_cast<std::uint64_t>(number)};
        model::Case one;
        one.number = number;
        one.title = std::move(title);
        one.domain = std::move(domain);
        model::writable<model::Case>(doc).set(id, one);
        return id;
    }
    std::vector<int> found(std::string_view typed, std::size_t most = 50)
    {
        lookup.refresh(doc);
        std::vector<int> numbers;
        for (auto const& hit : lookup.ask(board::Needle(typed), most).best)
            numbers.push_back(hit.number);
        return numbers;
    }
};

std::string marked(std::string_view text, std::string_view typed)
{
    std::string out;
    std::size_t at = 0;
    for (auto const& one : board::found_in(text, board::Needle(typed))) {
        out += std::string(text.substr(at, one.begin - at)) + "[" +
               std::string(text.substr(one.begin, one.end - one.begin)) + "]";
        at = one.end;
    }
    return out += text.substr(at);
}

} // namespace

TEST_CASE("a search ignores accents and capitals")
{
    Desk desk;
    desk.add(1, "Détection précoce des feux de forêt");
    desk.add(2, "Œuvres numérisées à l’école");
    CHECK(desk.found("foret") == std::vector{1});
    CHECK(desk.found("FORÊT") == std::vector{1});
    CHECK(desk.found("oeuvres") == std::vector{2});
    CHECK(desk.found("l'ecole") == std::vector{2});
    CHECK(desk.found("rien").empty());
    CHECK(desk.found("").empty());
    CHECK(desk.found("   ").empty());
}

TEST_CASE("the best answers come first: the start of the title, then of a word, then inside one")
{
    Desk desk;
    desk.add(1, "Recourrier");
    desk.add(2, "Tri du courrier entrant");
    desk.add(3, "Courrier facile à lire");
    desk.add(4, "Accueil", "Courrier");
    desk.add(5, "Courrier");
    CHECK(desk.found("courrier") == std::vector{5, 3, 2, 1, 4});
}

TEST_CASE("a number finds the case with this number before those that mention it")
{
    Desk desk;
    desk.add(1, "Les 12 travaux");
    desk.add(12, "Classement du courrier");
    desk.add(120, "Autre chose");
    CHECK(desk.found("12") == std::vector{12, 1});
    CHECK(desk.found("12 travaux") == std::vector{1});
}

TEST_CASE("every word has to be found, in any order, across title and domain")
{
    Desk desk;
    desk.add(1, "Tri du courrier", "Usagers");
    desk.add(2, "Tri des déchets", "Environnement");
    CHECK(desk.found("courrier tri") == std::vector{1});
    CHECK(desk.found("tri environn") == std::vector{2});
    CHECK(desk.found("tri plage").empty());
    CHECK(desk.found("tri").size() == 2);
}

TEST_CASE("a hidden card is not found until it is turned over")
{
    Desk desk;
    auto const id = desk.add(7, "Caméras devant l’école", "Sécurité");
    model::writable<model::FaceDown>(desk.doc).set(id, {});
    for (auto const* typed : {"cameras", "ecole", "securite", "7"})
        CHECK(desk.found(typed).empty());
    model::writable<model::FaceDown>(desk.doc) = {};
    CHECK(desk.found("cameras") == std::vector{7});
}

TEST_CASE("a merged case leads to the case that it was merged into")
{
    Desk desk;
    auto const a = desk.add(1, "Tri du courrier"), b = desk.add(2, "Classer les lettres"),
               c = desk.add(3, "Orienter les plis");
    model::writable<model::Merge>(desk.doc).set(b, {a});
    model::writable<model::Merge>(desk.doc).set(c, {b});
    desk.lookup.refresh(desk.doc);
    auto const answer = desk.lookup.ask(board::Needle("plis"), 5);
    REQUIRE(answer.best.size() == 1);
    CHECK(answer.best[0].id == c);
    CHECK(answer.best[0].shown == a);
}

TEST_CASE("a changed case is found by its new text only")
{
    Desk desk;
    std::mt19937 random(11);
    for (int n = 1; n <= 60; ++n) desk.add(n, "Titre " + std::to_string(n * 1000));
    desk.lookup.refresh(desk.doc);
    for (int round = 0; round < 200; ++round) {
        int const n = 1 + static_cast<int>(random() % 60);
        auto& cases = model::writable<model::Case>(desk.doc);
        model::CaseId const id{static_cast<std::uint64_t>(n)};
        if (random() % 5 == 0)
            cases.erase(id);
        else
            desk.add(n, "Mot" + std::to_string(round) + "fin");
        board::Lookup fresh; // built anew, for comparison
        fresh.refresh(desk.doc);
        desk.lookup.refresh(desk.doc);
        for (auto const* typed : {"mot", "fin", "titre", "9", "0f"}) {
            auto const a = fresh.ask(board::Needle(typed), 100),
                       b = desk.lookup.ask(board::Needle(typed), 100);
            REQUIRE(a.count == b.count);
            for (std::size_t i = 0; i < a.best.size(); ++i) REQUIRE(a.best[i].id == b.best[i].id);
        }
    }
}

TEST_CASE("the number of results is limited to the best ones")
{
    Desk desk;
    for (int n = 1; n <= 300; ++n)
        desk.add(n, n % 50 == 0 ? "Courrier " + std::to_string(n)
                                : "Le courrier " + std::to_string(n));
    desk.lookup.refresh(desk.doc);
    auto const answer = desk.lookup.ask(board::Needle("courrier"), 8);
    CHECK(answer.count == 300);
    std::vector<int> numbers;
    for (auto const& hit : answer.best) numbers.push_back(hit.number);
    CHECK(numbers == std::vector{50, 100, 150, 200, 250, 300, 1, 2});
}

TEST_CASE("the matching part of the original text is marked")
{
    CHECK(marked("Détection précoce", "PRECO") == "Détection [préco]ce");
    CHECK(marked("Recours et cours d’eau", "cours") == "Recours et [cours] d’eau");
    CHECK(marked("Œuvre à l’école", "oeuvre ecole") == "[Œuvre] à l’[école]");
    CHECK(marked("Tri du courrier", "tri courrier") == "[Tri] du [courrier]");
    CHECK(marked("Tri", "x") == "Tri");
    CHECK(marked("", "x") == "");
}
