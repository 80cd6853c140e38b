#pragma once

#include "exchange/answers/answers.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The cases that a table of answers names: those of the session, and new ones. Private to this
// folder.
namespace exchange {

class NamedCases {
public:
    NamedCases(model::Document const& doc, std::string source, MintCase const& mint);

    // The case of that title: of the session (by its title or its short one; of a merged case, the
    // one that stands for it), of one named before, else a new one.
    model::CaseId get(std::string_view title);
    [[nodiscard]] bool has(std::string_view title) const; // in the session

    [[nodiscard]] std::vector<edit::NewCase> const& fresh() const { return fresh_; }
    // What is told of them in the plan.
    void put_into(AnswersPlan& plan) const;

    [[nodiscard]] std::vector<model::CaseId> const& all() const { return all_; }

private:
    std::string source_;
    MintCase const& mint_;
    std::map<std::string, model::CaseId, std::less<>> titles_; // folded, of the session
    std::map<std::string, model::CaseId, std::less<>> named_;  // folded, of the table
    std::vector<model::CaseId> all_;
    std::vector<std::string> shown_;
    std::vector<edit::NewCase> fresh_;
};

} // namespace exchange
