#pragma once

#include "journal/memory_log.h"
#include "support/closing.h"
#include "support/random_workshop.h"
#include "support/ui/shown.h"
#include "support/ui/ui_driver.h"
#include "ui/screens/vote/vote_view.h"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// The results screen, for every counting method.
namespace result_hall {

using model::CaseId;
using model::Method;
using model::Rule;
using support::UiDriver;

using Line = std::pair<int, int>; // case number, value

struct Hall {
    support::TickingClock clock;
    support::SeededRandomSource random{11};
    session::Session session =
        session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random).value();
    ui::VoteView view;
    ui::Access access = ui::Access::edit;
    std::vector<CaseId> ids; // of cases 1, 2, 3…
    std::optional<model::Step> went;
    UiDriver hand{[this](ui::Ui& ui) { draw(ui); }};

    Hall();
    ~Hall();
    void draw(ui::Ui& ui);
    void act(edit::Command const& command);
    void add_cases(std::vector<std::string> const& titles,
                   std::vector<std::string> const& costs = {});
    [[nodiscard]] CaseId id(int number) const;
    // A vote from its set-up to its reveal.
    model::RoundId hold(model::Round round, std::vector<std::vector<Line>> const& ballots);
    // As `hold`, then waits until nothing moves.
    model::RoundId vote(model::Round const& round, std::vector<std::vector<Line>> const& ballots);
    void look(model::RoundId round);
    void page(char const* which);
    void show_result() { page("1"); }
    [[nodiscard]] std::string row(int number) const;
    [[nodiscard]] bool says(std::string const& id, std::string const& text) const;
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
};

model::Round by(Method method);

// A ranking, best first.
std::vector<Line> ranking(std::vector<int> const& numbers);

std::vector<std::vector<Line>> times(int n, std::vector<Line> const& ballot);

void add(std::vector<std::vector<Line>>& to, std::vector<std::vector<Line>> const& more);

// Six voters: 1 leads, 2 and 3 are tied behind it, 4 is last.
std::vector<std::vector<Line>> tied_dots();

} // namespace result_hall
