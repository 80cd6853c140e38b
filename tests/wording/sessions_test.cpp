#include "wording/both.h"
#include "wording/sessions.h"

#include <doctest/doctest.h>

using test::Both;
using test::both;

namespace {

model::Document titled_session()
{
    model::Document doc;
    model::Profile profile;
    profile.title = "Atelier";
    model::writable<model::Profile>(doc).set({}, profile);
    for (std::uint64_t n : {1U, 2U}) model::writable<model::Case>(doc).set({n}, {});
    model::writable<model::Axis>(doc).set({1}, {});
    return doc;
}

} // namespace

TEST_CASE("A session states its content, and its journal the number of entries")
{
    auto const doc = titled_session();
    CHECK(both([&](auto const& words) { return wording::contents(words, doc); }) ==
          Both{"2 cas, 1 axe, 0 vote, 0 position, 0 décision",
               "2 cases, 1 axis, 0 rounds, 0 placements, 0 decisions"});
    auto asked = doc;
    for (std::uint64_t n : {1U, 2U}) model::writable<model::Proposal>(asked).set({n}, {});
    CHECK(both([&](auto const& words) { return wording::contents(words, asked); }) ==
          Both{"2 cas, 2 propositions à valider, 1 axe, 0 vote, 0 position, 0 décision",
               "2 cases, 2 proposals to review, 1 axis, 0 rounds, 0 placements, 0 decisions"});
    CHECK(both([](auto const& words) {
              return wording::in_the_journal(words, 1, "0123456789abcdef0123");
          }) == Both{"journal\u00A0: 1 entrée, empreinte 0123456789abcdef…",
                     "journal: 1 entry, hash 0123456789abcdef…"});
}

TEST_CASE("A listed session states its date, its number of cases and its step")
{
    auto const doc = titled_session();
    constexpr std::int64_t noon = 1'795'435'200'000; // 23 November 2026
    auto const recent =
        both([&](auto const& words) { return wording::recent(words, "Isère", noon, 2); });
    CHECK(recent.french == "Isère · 23 novembre 2026 · 2 cas");
    CHECK(recent.english.ends_with(" · 2 cases"));
    CHECK(both([](auto const& words) { return wording::step(words, model::Step::place); }) ==
          Both{"4 Placer", "4 Place"});
    auto const cut =
        both([&](auto const& words) { return wording::interrupted(words, doc, 3, noon); });
    CHECK(cut.french.starts_with("«\u00A0Atelier\u00A0» s’est fermée sans prévenir."));
    CHECK(cut.english.find("2 cards, 3 ballots in the box") != std::string::npos);
    CHECK(both([](auto const& words) {
              return wording::dated_title(words, noon);
          }).french.find("23 novembre 2026") != std::string::npos);
}

TEST_CASE("The size of a file is in kilobytes, rounded up")
{
    auto const said = [](std::uint64_t bytes) {
        return both([&](auto const& words) { return wording::file_size(words, bytes); });
    };
    CHECK(said(512) == Both{"512 o", "512 B"});
    CHECK(said(12'001) == Both{"13 ko", "13 kB"});
    CHECK(said(1'340'000) == Both{"1,3 Mo", "1.3 MB"});
}
