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
    auto copy = counting.doc; // as a view of another moment holds it
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

TEST_CASE("What is computed sees no table but those that it says")
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
    CHECK(seen == 1); // wrong, and so at once
}

TEST_CASE("A computation that goes on begins again when its inputs change")
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
