#pragma once

#include "model/document.h"

#include <vector>

// Orders of the proposals that wait. The rows of one file were given times a millisecond apart, the
// first row the newest (exchange/cases/proposals.h): they keep the order of the file in both.
namespace analysis {

std::vector<model::ProposalId> newest_first(model::Document const& doc);

// The oldest first: the order in which cards made of all of them are numbered. Proposals at most
// 50 ms apart count as rows of one file.
std::vector<model::ProposalId> as_they_arrived(model::Document const& doc);

} // namespace analysis
