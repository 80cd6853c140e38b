#pragma once

#include "exchange/answers/answers.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The cases named in a table of answers: existing and new ones. Private to this folder.
namespace exchange {

class NamedCases {
public:
    NamedCases(model::Document const& doc, std::string source, MintCase const& mint);

    // The case with that title: in the session (by title or short title; for a merged case, the one
    // that represents it), else named earlier in the table, else a new one.
    model::CaseId get(std::string_view title);
    [[nodiscard]] bool has(std::string_view title) const; // in the session

    [[nodiscard]] std::vector<edit::NewCase> const& fresh() const { return fresh_; }
    // Adds the cases to the plan.
    void put_into(AnswersPlan& plan) const;

    [[nodiscard]] std::vector<model::CaseId> const& all() const { return all_; }

private:
    std::string source_;
    MintCase const& mint_;
    std::map<std::string, model::CaseId, std::less<>> titles_; // folded, existing
    std::map<std::string, model::CaseId, std::less<>> named_;  // folded, from the table
    std::vector<model::CaseId> all_;
    std::vector<std::string> shown_;
    std::vector<edit::NewCase> fresh_;
};

} // namespace exchange
