#pragma once

#include "edit/plan.h"
#include "exchange/answers/answers.h"
#include "importing.h"
#include "model/document.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

// Shared by the tests of imported votes and estimates.
namespace answering {

using exchange::AnswersAsked;
using exchange::Holds;

struct Table {
    model::Document doc;
    std::uint64_t last = 0;

    explicit Table(int axes = 1, std::vector<std::string> const& cases = {})
    {
        for (int i = 1; i <= axes; ++i) {
            model::Axis axis;
            axis.order = axis.place = i;
            axis.title = "Axe d’essai " + std::string(1, static_cast<char>('A' + i - 1));
            axis.short_title = std::string("Court ") + static_cast<char>('A' + i - 1);
            model::writable<model::Axis>(doc).set(
                model::AxisId{900 + static_cast<std::uint64_t>(i)}, axis);
        }
        for (auto const& title : cases) {
            model::Case one;
            one.title = title;
            one.number = static_cast<int>(++last);
            model::writable<model::Case>(doc).set(model::CaseId{last}, one);
        }
        last = 1000;
    }

    [[nodiscard]] static base::Result<exchange::Reading> read(std::string const& bytes,
                                                              std::string const& name)
    {
        auto reading = exchange::read_import(bytes, name);
        if (!reading) return reading;
        return exchange::read_answers(bytes, *std::move(reading));
    }
    // The recognised kind of the table; the error's name when unknown.
    [[nodiscard]] std::string holds(std::string const& bytes, AnswersAsked const& asked = {},
                                    std::string const& name = "test.csv") const
    {
        auto const reading = read(bytes, name);
        if (!reading) return reading.error().where;
        auto const found = exchange::holds(*reading, doc, asked);
        return found ? std::string(base::name_of(*found)) : found.error().where;
    }
    [[nodiscard]] base::Result<exchange::AnswersPlan> plan(std::string const& bytes,
                                                           AnswersAsked const& asked = {},
                                                           std::string const& name = "test.csv")
    {
        auto const reading = read(bytes, name);
        if (!reading) return base::fail(reading.error());
        auto const found = exchange::holds(*reading, doc, asked);
        if (!found) return base::fail(found.error());
        if (*found == Holds::cases) return base::fail(base::Errc::invalid, "cases");
        return exchange::plan_answers(
            *reading, *found, doc, asked,
            {[this] { return model::CaseId{++last}; }, [this] { return model::RoundId{++last}; }},
            1);
    }
    // Records them; returns the plan.
    exchange::AnswersPlan take(std::string const& bytes, AnswersAsked const& asked = {},
                               std::string const& name = "test.csv")
    {
        auto planned = plan(bytes, asked, name);
        CAPTURE((planned ? std::string{} : planned.error().where + " " + planned.error().detail));
        REQUIRE(planned);
        auto const changes = edit::plan(doc, exchange::command_of(*planned));
        CAPTURE((changes ? std::string{} : changes.error().where));
        REQUIRE(changes);
        REQUIRE(model::apply(doc, *changes));
        return *std::move(planned);
    }
    [[nodiscard]] std::string refused(std::string const& bytes, AnswersAsked const& asked = {})
    {
        auto const planned = plan(bytes, asked);
        return planned ? std::string{} : planned.error().where;
    }
    [[nodiscard]] model::CaseId case_called(std::string const& title) const
    {
        for (auto const& [id, one] : model::table<model::Case>(doc))
            if (one.title == title) return id;
        return {};
    }
};

// The marks of a plan's ballots per case: value and number of people.
inline std::map<std::string, std::map<int, int>> marks(exchange::AnswersPlan const& plan)
{
    std::map<std::string, std::map<int, int>> out;
    auto const& cases = plan.election.round.cases;
    for (auto const& ballot : plan.election.ballots)
        for (auto const& mark : ballot.marks) {
            auto const at = std::ranges::find(cases, mark.on) - cases.begin();
            out[plan.cases.at(static_cast<std::size_t>(at))][mark.value] += ballot.copies;
        }
    return out;
}

using Given = std::map<int, int>;

} // namespace answering
