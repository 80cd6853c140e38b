#include "analysis/similarity/duplicates.h"
#include "exchange/tables/table.h"
#include "sample.h"
#include "support/folders.h"
#include "support/skip.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using analysis::AlikePair;
using sample::case_id;

using Rows = std::vector<exchange::Row>;

std::optional<exchange::Table> table_in(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::stringstream bytes;
    bytes << file.rdbuf();
    auto table = exchange::read_table(
        bytes.str(),
        {.separator = exchange::Separator::comma, .header = exchange::HeaderRow::first},
        [](auto const&) { return std::size_t{0}; });
    return table ? std::optional(std::move(*table)) : std::nullopt;
}

auto const use_cases = support::shared_dir() / "data" / "use-cases";
auto const fixtures = support::sources_dir() / "tests" / "fixtures";

void add(model::Document& doc, std::string title, std::string description = {})
{
    auto& cases = model::writable<model::Case>(doc);
    model::Case text;
    text.number = static_cast<int>(cases.size()) + 1;
    text.title = std::move(title);
    text.description = std::move(description);
    auto const id = case_id(text.number);
    cases.set(id, std::move(text));
}

struct Compared {
    analysis::Likeness likeness;
    std::vector<AlikePair> pairs;

    explicit Compared(model::Document const& doc, std::size_t steps = 1'000'000)
    {
        likeness.learn(doc);
        while (!likeness.read(doc, steps)) {
        }
        analysis::PairSearch search;
        while (!search.work(likeness, steps)) {
        }
        pairs = search.found();
    }
    // 1 for the most similar; 0 when it is not in the list.
    [[nodiscard]] std::size_t rank(model::CaseId a, model::CaseId b) const
    {
        auto const it = std::find_if(pairs.begin(), pairs.end(),
                                     [&](AlikePair const& p) { return p.a == a && p.b == b; });
        return it == pairs.end() ? 0 : static_cast<std::size_t>(it - pairs.begin()) + 1;
    }
};

// The ranks, among all pairs of the 60 real cases and the rewordings in `name`, of each rewording
// with its case; empty when the real cases are missing.
std::vector<std::size_t> ranks_of(std::string const& name)
{
    auto const real = table_in(use_cases / "use_cases_fr.csv");
    auto const reworded = table_in(fixtures / name);
    if (!real || !reworded) return {};
    model::Document doc;
    for (auto const& row : real->rows) add(doc, row.cells.at(0), row.cells.at(1));
    REQUIRE(real->rows.size() == 60);
    for (auto const& row : reworded->rows) add(doc, row.cells.at(1), row.cells.at(2));
    Compared const compared(doc);
    std::vector<std::size_t> ranks;
    for (int number = 61; auto const& row : reworded->rows) {
        auto const of = std::stoi(row.cells.at(0));
        ranks.push_back(compared.rank(case_id(of), case_id(number++)));
    }
    return ranks;
}

auto in_first_30(std::vector<std::size_t> const& ranks)
{
    return std::count_if(ranks.begin(), ranks.end(), [](auto r) { return r >= 1 && r <= 30; });
}

model::Document titled(std::initializer_list<char const*> titles)
{
    model::Document doc;
    for (auto const* title : titles) add(doc, title);
    return doc;
}

} // namespace

TEST_CASE("real cases put in another person's words are among the first pairs proposed")
{
    auto const ranks = ranks_of("rewordings.csv");
    if (ranks.empty()) CADRAN_SKIP("the real cases are not there");
    REQUIRE(ranks.size() == 20);
    CHECK(in_first_30(ranks) >= 18);
}

TEST_CASE("so are rewordings that were not used for tuning")
{
    auto const ranks = ranks_of("rewordings_unseen.csv");
    if (ranks.empty()) CADRAN_SKIP("the real cases are not there");
    REQUIRE(ranks.size() == 12);
    CHECK(in_first_30(ranks) >= 11);
}

TEST_CASE("the most alike come first, each pair once, the smaller number first")
{
    Compared const c(
        titled({"Chauffage des collèges", "Tri du courrier", "Tri automatique du courrier",
                "Courrier trié", "Prévision des repas"}));
    REQUIRE(c.pairs.size() == 3);
    CHECK(c.pairs[0] == AlikePair{case_id(2), case_id(4), 1000});
    CHECK(c.pairs[1].thousandths < 1000);
    CHECK(c.rank(case_id(2), case_id(3)) > 0);
    CHECK(c.rank(case_id(3), case_id(4)) > 0);
}

TEST_CASE("the search in small steps finds the same as the search at once")
{
    model::Document doc;
    for (int i = 0; i < 60; ++i)
        add(doc, "Tri " + std::to_string(i % 7) + " du courrier " + std::to_string(i % 11));
    CHECK(Compared(doc, 1).pairs == Compared(doc).pairs);
}

TEST_CASE("a number or two letters in common are no reason to propose two cases")
{
    for (auto const& titles :
         {std::pair{"Chauffage des collèges, lot 2", "Phase 2 du cadastre solaire"},
          {"Bilan 2024", "Cadastre solaire 2024"},
          {"Chatbot RH", "Recrutement RH"},
          {"Courrier, RH, 3", "Piscine, RH, 3"},
          {"1er accueil", "Piscines du 1er arrondissement"},
          {"2", "Piscine 2"}}) {
        CAPTURE(titles.first);
        auto const doc = titled({titles.first, titles.second});
        Compared const c(doc);
        CHECK(c.pairs.empty());
        CHECK_FALSE(c.likeness.nearest(doc, titles.second) == case_id(1));
    }
    // They count beside a word, and two cases of the same signs are the same.
    Compared const counted(titled(
        {"Tri du courrier, lot 2", "Courrier des usagers, lot 2", "Courrier des usagers, lot 3"}));
    CHECK(counted.rank(case_id(1), case_id(2)) == 1);
    CHECK(Compared(titled({"RH 2024", "2024 RH", "RH 2025"})).pairs ==
          std::vector{AlikePair{case_id(1), case_id(2), 1000}});
    auto const signs = titled({"RH 2024"});
    CHECK(Compared(signs).likeness.nearest(signs, "RH 2024") == case_id(1));
}

TEST_CASE("a text changed during the search starts it again; the former result stays until then")
{
    auto doc = titled({"Tri du courrier", "Courrier trié", "Repas"});
    analysis::Likeness likeness;
    likeness.learn(doc);
    REQUIRE(likeness.read(doc, 1000));
    analysis::PairSearch search;
    while (!search.work(likeness, 1)) {
    }
    REQUIRE(search.found().size() == 1);
    model::Case text;
    text.number = 2;
    text.title = "Repas";
    model::Changes const changes{model::edit<model::Case>(doc, case_id(2), text)};
    REQUIRE(model::apply(doc, changes));
    likeness.learn(changes);
    REQUIRE(likeness.read(doc, 1000));
    CHECK_FALSE(search.work(likeness, 1));
    CHECK(search.found().front().b == case_id(2));
    CHECK(search.found().front().a == case_id(1));
    while (!search.work(likeness, 1)) {
    }
    REQUIRE(search.found().size() == 1);
    CHECK(search.found().front() == AlikePair{case_id(2), case_id(3), 1000});
}

TEST_CASE("the number of pairs kept is limited")
{
    model::Document doc;
    for (int i = 0; i < 150; ++i) add(doc, "Tri du courrier");
    Compared const c(doc);
    CHECK(c.pairs.size() == analysis::PairSearch::most);
    CHECK(c.pairs.front() == AlikePair{case_id(1), case_id(2), 1000});
}

TEST_CASE("a pair kept apart, merged or with a hidden card is not offered")
{
    auto doc = titled({"Tri du courrier", "Courrier trié", "Triage de courriers"});
    auto const pairs = Compared(doc).pairs;
    REQUIRE(pairs.size() == 3);
    CHECK(analysis::proposed(doc, pairs).size() == 3);
    auto with = [&](auto&& change) {
        auto copy = doc;
        change(copy);
        return analysis::proposed(copy, pairs);
    };
    CHECK(with([](auto& d) {
              model::writable<model::KeptApart>(d).set({case_id(1), case_id(2)}, {});
          }).size() == 2);
    CHECK(with([](auto& d) { model::writable<model::FaceDown>(d).set(case_id(3), {}); }).size() ==
          1);
    auto const merged =
        with([](auto& d) { model::writable<model::Merge>(d).set(case_id(2), {case_id(1)}); });
    REQUIRE(merged.size() == 1); // 1 and 3: merged cases are not offered again
    CHECK(merged.front().a == case_id(1));
    CHECK(merged.front().b == case_id(3));
    for (auto const body : {model::Body::workshop, model::Body::committee})
        CHECK(with([&](auto& d) {
                  model::Decision aside;
                  aside.verdict = model::Verdict::aside;
                  model::writable<model::Decision>(d).set({case_id(3), body}, aside);
              }).size() == 1);
}

TEST_CASE("a case that was merged is offered beside no other, however alike they are")
{
    auto doc = titled({"Chauffage des collèges", "Tri du courrier", "Courrier trié"});
    model::writable<model::Merge>(doc).set(case_id(2), {case_id(1)});
    CHECK(analysis::proposed(doc, Compared(doc).pairs).empty());
}

TEST_CASE("the words that match are shown where each title writes them")
{
    std::string const a = "Classement automatique du courrier entrant",
                      b = "Orientation automatique des courriers et courriels";
    auto const shared = analysis::shared_words(a, b);
    auto const words = [](std::string const& title, std::vector<base::WordSpan> const& spans) {
        std::vector<std::string> out;
        for (auto const& s : spans) out.push_back(title.substr(s.begin, s.end - s.begin));
        return out;
    };
    CHECK(words(a, shared.in_a) == std::vector<std::string>{"automatique", "courrier"});
    auto const in_b = words(b, shared.in_b);
    REQUIRE(in_b.size() >= 2);
    CHECK(in_b[0] == "automatique");
    CHECK(in_b[1] == "courriers");
    CHECK(analysis::shared_words(a, "Prévision des repas").in_a.empty());
}

TEST_CASE("all pairs of two thousand real cases in English are compared")
{
    auto const table = table_in(use_cases / "2024_consolidated_ai_inventory_raw_v2.csv");
    if (!table) CADRAN_SKIP("the inventory is not there");
    model::Document doc;
    for (auto const& row : table->rows)
        if (!row.cells.at(0).empty())
            add(doc, row.cells.at(0), row.cells.size() > 7 ? row.cells[7] : std::string{});
    REQUIRE(model::table<model::Case>(doc).size() == 2133);
    analysis::Likeness likeness;
    likeness.learn_all(doc);
    analysis::PairSearch search;
    while (!search.work(likeness, 1'000'000)) {
    }
    auto const twin = search.found().front().a;
    auto const title = model::get<model::Case>(doc, twin).title;
    CHECK(likeness.nearest(doc, title));
    REQUIRE(!search.found().empty());
    CHECK(search.found().front().thousandths == 1000); // it contains identical titles
}
