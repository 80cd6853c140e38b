#include "model/change.h"
#include "support/tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <random>
#include <set>

namespace {

using model::CaseId;
using model::Document;
using model::Table;

template <class R>
void check_same(Table<R> const& table, std::map<typename R::Key, R> const& wanted)
{
    REQUIRE(table.size() == wanted.size());
    CHECK(table.empty() == wanted.empty());
    CHECK(std::ranges::equal(table, wanted));
    CHECK(std::equal(table.rbegin(), table.rend(), wanted.rbegin(), wanted.rend()));
}

template <class R>
void check_finds(Table<R> const& table, std::map<typename R::Key, R> const& wanted,
                 typename R::Key const& key)
{
    auto const found = table.find(key);
    CHECK((found != table.end()) == wanted.contains(key));
    CHECK(table.contains(key) == wanted.contains(key));
    if (wanted.contains(key)) CHECK(table.at(key) == wanted.at(key));
    CHECK(std::distance(table.begin(), table.lower_bound(key)) ==
          std::distance(wanted.begin(), wanted.lower_bound(key)));
}

// Random writes and removals, compared with std::map, with copies in between.
template <class R>
void compare_with_map(std::function<typename R::Key(unsigned)> const& key_of,
                      std::function<R(unsigned)> const& record_of, unsigned keys, int writes)
{
    std::mt19937 random(11); // NOLINT: the same writes every time
    Table<R> table;
    std::map<typename R::Key, R> wanted;
    std::vector<std::pair<Table<R>, std::map<typename R::Key, R>>> copies;
    for (int i = 0; i < writes; ++i) {
        auto const key = key_of(static_cast<unsigned>(random()) % keys);
        if (random() % 3 == 0) {
            CHECK(table.erase(key) == (wanted.erase(key) == 1));
        } else {
            auto const record = record_of(static_cast<unsigned>(random()));
            table.set(key, record);
            wanted.insert_or_assign(key, record);
        }
        check_finds(table, wanted, key_of(static_cast<unsigned>(random()) % keys));
        if (i % (writes / 10) == 0) copies.emplace_back(table, wanted);
    }
    check_same(table, wanted);
    for (auto const& [copy, then] : copies) check_same(copy, then);
    CHECK(table == Table<R>(table));
    while (!table.empty()) table.erase(table.begin()->first);
    CHECK(table == Table<R>());
}

model::Case numbered(int number)
{
    model::Case one;
    one.number = number;
    one.title = "Cas " + std::to_string(number);
    return one;
}

Document with_cases(int count)
{
    Document doc;
    for (int n = 1; n <= count; ++n)
        model::writable<model::Case>(doc).set({static_cast<std::uint64_t>(n)}, numbered(0));
    return doc;
}

// How many records have another address.
std::size_t made_anew(Document const& a, Document const& b)
{
    std::set<void const*> there;
    for (auto const& row : model::table<model::Case>(a)) there.insert(&row);
    std::size_t count = 0;
    for (auto const& row : model::table<model::Case>(b)) count += there.contains(&row) ? 0 : 1;
    return count;
}

bool all_say(Document const& doc, int number)
{
    return std::ranges::all_of(model::table<model::Case>(doc),
                               [&](auto const& row) { return row.second.number == number; });
}

void say_all(Document& doc, int number)
{
    support::edit_all<model::Case>(doc, [&](auto, model::Case& one) { one = numbered(number); });
}

} // namespace

TEST_CASE("a table holds what a map would, in the same order, and its copies what they held")
{
    compare_with_map<model::Case>([](unsigned n) { return CaseId{n}; },
                                  [](unsigned n) { return numbered(static_cast<int>(n % 1000)); },
                                  3000, 20'000);
    compare_with_map<model::Estimate>(
        [](unsigned n) {
            return model::EstimateKey{
                {n % 3}, static_cast<int>(n / 3 % 7), {n / 21 % 5}, {n / 105}};
        },
        [](unsigned n) {
            return model::Estimate{static_cast<int>(n % 1001), 0};
        },
        2000, 10'000);
    compare_with_map<model::Prompt>([](unsigned n) { return static_cast<model::Step>(n); },
                                    [](unsigned n) {
                                        return model::Prompt{std::to_string(n), {}};
                                    },
                                    base::count_of<model::Step>, 200);
    compare_with_map<model::Room>([](unsigned) { return model::Only{}; },
                                  [](unsigned n) { return model::Room{static_cast<int>(n % 100)}; },
                                  1, 100);
}

TEST_CASE("a write beside a copy copies one record only")
{
    auto doc = with_cases(20'000);
    auto const copy = doc;
    REQUIRE(model::apply(doc, {model::edit<model::Case>(doc, {9'000}, numbered(7))}));
    CHECK(made_anew(copy, doc) == 1);
    REQUIRE(model::apply(doc, {model::edit<model::Case>(doc, {30'000}, numbered(8)),
                               model::edit<model::Case>(doc, {15}, std::nullopt)}));
    CHECK(made_anew(copy, doc) == 2);
    CHECK(model::get<model::Case>(copy, {9'000}) == numbered(0));
    CHECK(model::table<model::Case>(copy).size() == 20'000);
}

TEST_CASE("a write beside a copy copies a few row positions only")
{
    model::Rows rows;
    auto const row = std::make_shared<int const>(1);
    for (std::uint64_t i = 0; i < 20'000; ++i) rows.insert(i, {i, row});
    auto const copy = rows;
    rows.set(10'000, {10'000, std::make_shared<int const>(2)});
    std::size_t renewed = 0;
    for (std::size_t at = 0; at < rows.size(); at = rows.around(at).end)
        if (rows.around(at).slots != copy.around(at).slots)
            renewed += rows.around(at).end - rows.around(at).begin;
    CHECK(renewed > 0);
    CHECK(renewed <= 64);
}

TEST_CASE("tables compare as unchanged until one is written")
{
    auto doc = with_cases(100);
    auto const then = doc;
    auto const same = [&] {
        return model::table<model::Case>(doc).same(model::table<model::Case>(then));
    };
    CHECK(same());
    REQUIRE(model::apply(doc, {model::edit<model::CardPlace>(doc, {1}, model::CardPlace{{5, 5}})}));
    CHECK(same()); // another table
    REQUIRE(model::apply(doc, {model::edit<model::Case>(doc, {50}, numbered(3))}));
    CHECK_FALSE(same());
    REQUIRE(model::apply(doc, {model::edit<model::Case>(doc, {50}, numbered(0))}));
    CHECK_FALSE(same());
    CHECK(model::table<model::Case>(doc) == model::table<model::Case>(then));
}

TEST_CASE("a document that was moved from is empty and can be written again")
{
    auto doc = with_cases(3);
    auto const taken = std::move(doc);
    CHECK(model::table<model::Case>(taken).size() == 3);
    CHECK(doc == Document()); // NOLINT(bugprone-use-after-move): what this is about
    model::writable<model::Case>(doc).set({1}, numbered(1));
    CHECK(model::table<model::Case>(doc).size() == 1);
}

TEST_CASE("threads read, write and drop copies of a document that goes on being written")
{
    auto doc = with_cases(300);
    std::vector<std::future<bool>> readers;
    for (int number = 1; number <= 60; ++number) {
        say_all(doc, number);
        readers.push_back(std::async(std::launch::async, [copy = doc, number]() mutable {
            bool right = all_say(copy, number);
            auto const kept = copy;
            say_all(copy, -number);
            model::writable<model::Case>(copy).erase({150});
            right = right && all_say(copy, -number) && all_say(kept, number);
            return right && model::table<model::Case>(copy).size() == 299 &&
                   model::table<model::Case>(kept).size() == 300;
        }));
    }
    for (auto& reader : readers) CHECK(reader.get());
    CHECK(all_say(doc, 60));
}
