#include "model/voting_method.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace {

using model::Method;

model::Round round_of(Method method)
{
    model::Round round;
    model::set_method(round, method);
    for (std::uint64_t n = 1; n <= 4; ++n) round.cases.push_back(model::CaseId{n});
    return round;
}

// Every method that people vote by.
std::vector<Method> all()
{
    std::vector<Method> out;
    for (std::size_t i = 0; i < base::count_of<Method>; ++i)
        if (auto const method = static_cast<Method>(i); method != Method::estimate)
            out.push_back(method);
    return out;
}

} // namespace

TEST_CASE("a dot vote begins with what a new record has")
{
    model::Round round;
    round.choices = 0; // a dot vote does not limit them
    auto begun = round;
    model::set_method(begun, Method::dots);
    CHECK(begun == round);
    model::set_method(begun, Method::choose_spread);
    CHECK(begun.choices == model::Round{}.choices);
}

TEST_CASE("each counting method accepts marks within its range and refuses others")
{
    for (auto const method : all()) {
        CAPTURE(static_cast<int>(method));
        auto const round = round_of(method);
        auto const range = model::mark_range(round);
        auto const on = round.cases.back();
        auto const takes = [&](int value) {
            return model::check_marks(round, {{on, value}}).has_value();
        };
        CHECK_FALSE(takes(range.least - 1));
        bool const pairs = model::voting_method(method).ballot == model::BallotType::pairs;
        CHECK(takes(pairs ? range.most - 1 : range.most)); // a case does not beat itself
        if (model::voting_method(method).ballot != model::BallotType::orders)
            CHECK_FALSE(takes(range.most + 1));
    }
}

TEST_CASE("the range of a mark follows the rules of its round")
{
    auto const range = [](model::Round const& round) {
        auto const found = model::mark_range(round);
        return std::pair(found.least, found.most);
    };
    CHECK(range(round_of(Method::dots)) == std::pair(0, 3));       // the cap
    CHECK(range(round_of(Method::points)) == std::pair(0, 100));   // no cap: all of them
    CHECK(range(round_of(Method::quadratic)) == std::pair(0, 10)); // ten squared is a hundred
    auto against = round_of(Method::quadratic);
    against.against = model::Against::allowed;
    CHECK(range(against) == std::pair(-10, 10));
    CHECK(range(round_of(Method::approval)) == std::pair(0, 1));
    CHECK(range(round_of(Method::score)) == std::pair(0, 10));
    CHECK(range(round_of(Method::majority_judgment)) == std::pair(0, 6)); // of seven grades
    CHECK(range(round_of(Method::ranking)) == std::pair(1, 4));
}

TEST_CASE("a square root is an integer, rounded down")
{
    for (std::int64_t of = -2; of < 2000; ++of) {
        std::int64_t const root = model::root(of);
        CHECK(root * root <= std::max<std::int64_t>(of, 0));
        CHECK((root + 1) * (root + 1) > of);
    }
}
