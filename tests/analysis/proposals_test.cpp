#include "analysis/common/proposals.h"

#include <doctest/doctest.h>

namespace {

void propose(model::Document& doc, std::uint64_t id, std::int64_t at_ms)
{
    model::Proposal one;
    one.at_ms = at_ms;
    model::writable<model::Proposal>(doc).set({id}, one);
}

using Ids = std::vector<model::ProposalId>;

} // namespace

TEST_CASE("Proposals that wait: the newest first, or as they arrived; rows of a file stay together")
{
    model::Document doc;
    propose(doc, 9, 1000);
    // Three rows of a file, the first the newest; the second of four was answered.
    propose(doc, 7, 60'000);
    propose(doc, 3, 59'998);
    propose(doc, 5, 59'997);
    propose(doc, 1, 90'000);
    CHECK(analysis::newest_first(doc) == Ids{{1}, {7}, {3}, {5}, {9}});
    CHECK(analysis::as_they_arrived(doc) == Ids{{9}, {7}, {3}, {5}, {1}});
    CHECK(analysis::as_they_arrived({}).empty());
}
