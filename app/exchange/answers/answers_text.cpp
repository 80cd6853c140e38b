#include "exchange/answers/answers_text.h"

#include "i18n/errors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;

std::string listed(std::vector<AnswerColumn> const& columns, auto of)
{
    std::string out;
    for (auto const& column : columns)
        if (!column.name.empty() && of(column)) out += (out.empty() ? "" : ", ") + column.name;
    return out;
}

// The number of answers per case, by its index in the round.
std::vector<std::int64_t> answers_of(AnswersPlan const& plan)
{
    auto const& cases = plan.election.round.cases;
    std::vector<std::int64_t> out(cases.size());
    auto const add = [&](model::CaseId on, std::int64_t people) {
        auto const it = std::ranges::find(cases, on);
        if (it != cases.end()) out.at(static_cast<std::size_t>(it - cases.begin())) += people;
    };
    for (auto const& ballot : plan.election.ballots) {
        for (auto const& mark : ballot.marks) add(mark.on, ballot.copies);
        std::vector<model::CaseId> seen; // a case counts once per person
        for (auto const& mark : ballot.estimates)
            if (std::ranges::find(seen, mark.on) == seen.end()) {
                seen.push_back(mark.on);
                add(mark.on, 1);
            }
    }
    return out;
}

std::string axis_name(model::Document const& doc, model::AxisId id)
{
    auto const* axis = model::find<model::Axis>(doc, id);
    return axis ? axis->title : std::string{};
}

} // namespace

std::string answers_head(i18n::Catalogue const& words, AnswersPlan const& plan, Taken taken)
{
    auto const number = [&](std::int64_t n) { return words.number(n); };
    std::string const key = "answers.head." + std::string(base::name_of(plan.holds));
    auto const& round = plan.election.round;
    std::string said;
    switch (plan.holds) {
    case Holds::ballots:
        said = words.text(key, number(plan.voters), number(plan.blanks),
                          words.text("method." + std::string(base::name_of(round.method))));
        break;
    case Holds::estimates:
        said = words.text(key, number(plan.said), number(plan.voters),
                          number(static_cast<std::int64_t>(round.axes.size())),
                          number(plan.dont_know));
        break;
    case Holds::positions: said = words.text(key, number(plan.said), number(plan.there)); break;
    case Holds::cases: break;
    }
    return said + (taken == Taken::dry_run ? words.text("answers.dry") : std::string{});
}

std::vector<std::string> answers_lines(i18n::Catalogue const& words, AnswersPlan const& plan, At at)
{
    std::vector<std::string> out;
    auto const say = [&](char const* key, std::string const& list) {
        if (!list.empty()) out.push_back(words.text(key, list));
    };
    auto const fresh = std::ranges::count(plan.known, false);
    out.push_back(words.text("answers.cases",
                             words.number(static_cast<std::int64_t>(plan.cases.size())),
                             words.number(static_cast<std::int64_t>(fresh))));
    say("answers.columns.people", listed(plan.columns, [](AnswerColumn const& column) {
            return column.part == Part::people || column.part == Part::voter;
        }));
    say("answers.columns.left",
        listed(plan.columns, [](AnswerColumn const& column) { return column.part == Part::left; }));
    for (auto const& one : plan.mapped) {
        auto line = one.to.empty() ? words.text("answers.scale.words", one.from)
                                   : words.text("answers.scale.mapped", one.from, one.to);
        if (!one.columns.empty()) line += words.text("answers.scale.of", one.columns);
        if (one.guessed) line += words.text("answers.scale.guessed");
        out.push_back(std::move(line));
    }
    for (auto const& note : plan.notes) out.push_back(answers_error(words, note, at));
    return out;
}

std::string left_line(i18n::Catalogue const& words, base::Error const& left, At at)
{
    return words.text("import.row_left", words.number(static_cast<std::int64_t>(left.line)),
                      answers_error(words, {left.code, left.where, left.detail, 0}, at));
}

std::string answers_error(i18n::Catalogue const& words, base::Error error, At at)
{
    if (at == At::window) {
        // In the window, choices need no option to type.
        std::string_view const family = "answers.";
        if (auto const typed = error.detail.find(" → --"); typed != std::string::npos)
            error.detail.resize(typed);
        if (error.where.starts_with(family)) {
            auto const key = "answers.ask." + error.where.substr(family.size());
            if (auto said = words.text(key, error.detail); said != key) return said;
        }
    }
    // The text to type is translated.
    if (error.where == "answers.pairs" && words.language() == i18n::Language::english)
        for (auto const& [french, english] :
             {std::pair("opportunité:", "opportunity:"), std::pair("risque:", "risk:"),
              std::pair("cas=", "case="), std::pair("votant=", "voter=")})
            for (auto found = error.detail.find(french); found != std::string::npos;
                 found = error.detail.find(french, found + 1))
                error.detail.replace(found, std::string_view(french).size(), english);
    return i18n::sentence(words, error);
}

void print_answers(i18n::Catalogue const& words, AnswersPlan const& plan, Taken taken,
                   std::ostream& out)
{
    out << answers_head(words, plan, taken) << " (" << plan.encoding << ")\n";
    for (auto const& line : answers_lines(words, plan)) out << line << '\n';
    if (taken == Taken::dry_run) {
        auto const answers = answers_of(plan);
        for (std::size_t i = 0; i < plan.cases.size(); ++i) {
            auto const& state =
                words.text(plan.known[i] ? "import.state.there" : "import.state.new");
            out << (i < answers.size()
                        ? words.text("answers.case", plan.cases[i], state, words.number(answers[i]))
                        : words.text("answers.case.placed", plan.cases[i], state))
                << '\n';
        }
    }
    for (auto const& left : plan.left_out) out << left_line(words, left) << '\n';
}

std::string answers_json(i18n::Catalogue const& words, model::Document const& doc,
                         AnswersPlan const& plan, Taken taken)
{
    auto const& round = plan.election.round;
    Json out{{"kind", base::name_of(plan.holds)}, {"source", plan.source},
             {"encoding", plan.encoding},         {"header_line", plan.header_line},
             {"done", taken == Taken::done},      {"said", plan.said}};
    if (plan.holds != Holds::positions) {
        out["question"] = round.question;
        out["method"] = base::name_of(round.method);
        out["voters"] = plan.voters;
        out["blanks"] = plan.blanks;
    }
    if (plan.holds == Holds::ballots) {
        out["blank"] = base::name_of(round.blank);
        out["grades"] = round.labels;
        out["budget"] = round.budget;
    }
    if (plan.holds == Holds::estimates) {
        out["dont_know"] = plan.dont_know;
        auto& axes = out["axes"] = Json::array();
        for (auto id : round.axes) axes.push_back(axis_name(doc, id));
    }
    if (plan.holds == Holds::positions) out["there"] = plan.there;
    auto& columns = out["columns"] = Json::array();
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        auto const& column = plan.columns[i];
        Json row{{"place", i + 1},
                 {"name", column.name},
                 {"part", base::name_of(column.part)},
                 {"chosen", column.chosen}};
        if (column.part == Part::option) row["case"] = column.on;
        if (is_scale(column.part) && column.axis)
            row["axis"] = model::get<model::Axis>(doc, column.axis).place;
        columns.push_back(std::move(row));
    }
    auto& cases = out["cases"] = Json::array();
    auto const answers = answers_of(plan);
    for (std::size_t i = 0; i < plan.cases.size(); ++i) {
        Json row{{"title", plan.cases[i]}, {"state", plan.known[i] ? "there" : "new"}};
        if (i < answers.size()) row["answers"] = answers[i];
        cases.push_back(std::move(row));
    }
    auto& mapped = out["mapped"] = Json::array();
    for (auto const& one : plan.mapped)
        mapped.push_back({{"columns", one.columns},
                          {"from", one.from},
                          {"to", one.to},
                          {"guessed", one.guessed}});
    auto& notes = out["notes"] = Json::array();
    for (auto const& note : plan.notes) notes.push_back(i18n::sentence(words, note));
    auto& left = out["left_out"] = Json::array();
    for (auto const& error : plan.left_out)
        left.push_back(
            {{"line", error.line},
             {"why", i18n::sentence(words, {error.code, error.where, error.detail, 0})}});
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace exchange
