#include "analysis/common/derived.h"
#include "analysis/common/in_use.h"

#include <doctest/doctest.h>

using analysis::Computed;
using analysis::Derived;
using analysis::Inputs;
using analysis::Reads;

namespace {

void add_case(model::Document& doc, std::uint64_t id)
{
    model::Case one;
    one.number = static_cast<int>(id);
    model::writable<model::Case>(doc).set({id}, one);
}

struct Counting {
    model::Document doc;
    Computed computed;
    Derived<std::size_t, Reads<model::Case, model::Merge>, int> visible{"visible"};

    std::size_t get(int least = 0)
    {
        return visible.get({doc, computed}, least, [](model::Document const& part, int from) {
            auto cases = analysis::visible_cases(part);
            std::erase_if(cases, [&](model::CaseId id) {
                return model::get<model::Case>(part, id).number < from;
            });
            return cases.size();
        });
    }
};

} // namespace

TEST_CASE("A figure is computed again only when a table that it reads changed")
{
    Counting counting;
    add_case(counting.doc, 1);
    CHECK(counting.get() == 1);
    CHECK(counting.get() == 1);
    CHECK(counting.computed.times("visible") == 1);

    model::writable<model::Axis>(counting.doc).set({1}, {}); // not read
    CHECK(counting.get() == 1);
    auto copy = counting.doc; // as a view of another moment keeps it
    counting.doc = copy;
    CHECK(counting.get() == 1);
    CHECK(counting.computed.times("visible") == 1);

    model::writable<model::Merge>(counting.doc).set({1}, {});
    CHECK(counting.get() == 0);
    add_case(counting.doc, 2);
    CHECK(counting.get() == 1);
    CHECK(counting.computed.times("visible") == 3);
    CHECK(counting.visible.made() == 3);
    CHECK(counting.computed.all().size() == 1);
    CHECK(counting.computed.times("nothing") == 0);
}

TEST_CASE("A figure is computed again for other parameters")
{
    Counting counting;
    add_case(counting.doc, 1);
    add_case(counting.doc, 2);
    CHECK(counting.get(1) == 2);
    CHECK(counting.get(2) == 1);
    CHECK(counting.get(2) == 1);
    CHECK(counting.get(1) == 2);
    CHECK(counting.visible.made() == 3);
}

TEST_CASE("a computation sees its declared tables only")
{
    model::Document doc;
    add_case(doc, 1);
    model::writable<model::Merge>(doc).set({1}, {});
    Computed computed;
    Derived<std::size_t, Reads<model::Case>> forgetful{"forgetful"};
    auto const seen = forgetful.get({doc, computed}, [](model::Document const& part) {
        CHECK(model::table<model::Merge>(part).empty());
        return analysis::visible_cases(part).size();
    });
    CHECK(seen == 1); // wrong, and detected at once
}

TEST_CASE("A figure that reads some fields is not computed again for changes of the others")
{
    model::Document doc;
    for (std::uint64_t id : {1U, 2U, 3U}) add_case(doc, id);
    Computed computed;
    Derived<int, Reads<analysis::Fields<model::Case, &model::Case::number>>> numbers{"numbers"};
    Derived<int, Reads<analysis::Without<model::Case, &model::Case::title>>> all_but{"all_but"};
    auto const sum = [&] {
        all_but.get({doc, computed}, [](model::Document const&) { return 0; });
        return numbers.get({doc, computed}, [](model::Document const& part) {
            int out = 0;
            for (auto const& [id, one] : model::table<model::Case>(part)) {
                CHECK(one.title.empty());
                out += one.number;
            }
            return out;
        });
    };
    auto const write = [&](std::uint64_t id, int number, char const* title, char const* cost) {
        model::Case one;
        one.number = number, one.title = title, one.cost = cost;
        model::writable<model::Case>(doc).set({id}, one);
    };
    CHECK(sum() == 6);
    write(2, 2, "Tri du courrier", "");
    CHECK(sum() == 6);
    CHECK(numbers.made() == 1);
    CHECK(all_but.made() == 1);
    write(2, 2, "Tri du courrier", "M");
    CHECK(sum() == 6);
    CHECK(numbers.made() == 1);
    CHECK(all_but.made() == 2);
    write(2, 20, "Tri", "M");
    CHECK(sum() == 24);
    write(5, 5, "", ""); // the last, then one in between
    CHECK(sum() == 29);
    write(4, 4, "", "");
    CHECK(sum() == 33);
    for (std::uint64_t id : {1U, 3U, 5U}) {
        auto const before = sum();
        auto const gone = model::get<model::Case>(doc, {id}).number;
        model::writable<model::Case>(doc).erase({id});
        CHECK(sum() == before - gone);
    }
    CHECK(numbers.made() == 7);
}

TEST_CASE("A computation in progress starts again when its inputs change")
{
    model::Document doc;
    add_case(doc, 1);
    Inputs<Reads<model::Case>, std::string> inputs;
    CHECK(inputs.renew(doc, "a"));
    CHECK(!inputs.renew(doc, "a"));
    CHECK(inputs.renew(doc, "b"));
    add_case(doc, 2);
    CHECK(inputs.renew(doc, "b"));
    CHECK(model::table<model::Case>(inputs.document()).size() == 2);
    inputs.forget();
    CHECK(inputs.renew(doc, "b"));
}
