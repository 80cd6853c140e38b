#include "exchange/answers/placed_rows.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <map>

namespace exchange {
namespace {

using base::Errc;
using base::fail;

// The cells of one row for one axis.
struct Cells {
    AnswerCell opportunity, risk, severity, likelihood;
    std::map<Part, ScaleColumn const*> by;
};

class Reader {
public:
    Reader(Reading const& reading, model::Document const& doc, AnswersAsked const& asked)
        : table_(reading.table)
        , axes_(doc)
        , doc_(doc)
        , asked_(asked)
        , none_(asked.no_answer ? NoAnswer(*asked.no_answer) : NoAnswer())
    {
    }

    base::Result<PlacedRows> read()
    {
        auto const profiles = profiles_of(table_, none_);
        auto columns = scale_columns(table_, profiles, doc_, asked_);
        if (!columns) return fail(columns.error());
        out_.columns = *std::move(columns);
        if (!has_both(out_.columns))
            return fail(Errc::invalid, "answers.pairs",
                        pairs_to_type(table_, profiles, out_.columns, axes_));
        if (!out_.columns.title) return fail(Errc::invalid, "answers.case_column", names());
        if (!out_.columns.says_axes) return fail(Errc::invalid, "answers.axis", axes_.listed());
        keep_pairs();
        auto scales = out_.columns.scales;
        if (auto ok = find_scales(table_, profiles, asked_, scales); !ok) return fail(ok.error());
        out_.columns.scales = std::move(scales);
        out_.mapped = mapped_of(table_, out_.columns.scales);
        std::vector<std::size_t> figures;
        for (auto const& one : out_.columns.scales) figures.push_back(one.column);
        auto const feet = total_rows(table_, figures);
        for (std::size_t r = 0; r < table_.rows.size(); ++r)
            if (std::ranges::find(feet, r) != feet.end())
                left(table_.rows[r].line, "answers.total", {});
            else if (auto ok = row(r); !ok)
                return fail(ok.error());
        add_scales();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string names() const
    {
        std::string out;
        for (auto const& column : out_.columns.columns)
            if (column.part == Part::left && !column.name.empty())
                out += (out.empty() ? "" : ", ") + column.name;
        return out;
    }
    void left(std::size_t line, char const* why, std::string detail)
    {
        if (out_.left_out.size() < left_out_most)
            out_.left_out.push_back({Errc::invalid, why, std::move(detail), line});
    }

    // Discards a scale without its counterpart.
    void keep_pairs()
    {
        std::map<model::AxisId, std::set<Part>> parts;
        for (auto const& one : out_.columns.scales) parts[one.axis].insert(one.part);
        std::erase_if(out_.columns.scales, [&](ScaleColumn const& one) {
            auto const& has = parts.at(one.axis);
            bool const two = has.contains(Part::severity) && has.contains(Part::likelihood);
            bool const whole = has.contains(Part::opportunity) && (has.contains(Part::risk) || two);
            bool const spare = (one.part == Part::severity || one.part == Part::likelihood) && !two;
            if (whole && !spare) return false;
            out_.columns.columns[one.column].part = Part::left;
            return true;
        });
    }

    static std::string text(Row const& row, std::optional<std::size_t> column)
    {
        if (!column || *column >= row.cells.size()) return {};
        return one_line(without_invisible(row.cells[*column]));
    }

    base::Result<void> row(std::size_t r)
    {
        auto const& row = table_.rows[r];
        auto const title = text(row, out_.columns.title);
        auto voter = base::fold(text(row, out_.columns.voter));
        // a row without a voter's name is a separate voter
        if (!out_.columns.voter || voter.empty()) voter = "\n" + std::to_string(r);
        if (!shows(title)) {
            left(row.line, "import.no_title", {});
            return {};
        }
        out_.voters.insert(voter);
        std::optional<model::AxisId> axis;
        if (out_.columns.axis) {
            auto const name = text(row, out_.columns.axis);
            axis = axes_.called(name);
            if (!axis) {
                if (!shows(name)) {
                    left(row.line, "answers.no_axis", {});
                    return {};
                }
                return fail(Errc::invalid, "answers.unknown_axis",
                            base::truncated(name, 60) + " (" + axes_.listed() + ")", row.line);
            }
        }
        std::map<model::AxisId, Cells> by_axis;
        for (auto const& one : out_.columns.scales) {
            auto const on = one.axis ? one.axis : axis.value_or(model::AxisId{});
            auto& cells = by_axis[on];
            auto const cell = one.column < row.cells.size()
                                  ? answer_of(row.cells[one.column], none_)
                                  : AnswerCell{};
            cells.by[one.part] = &one;
            (one.part == Part::opportunity ? cells.opportunity
             : one.part == Part::risk      ? cells.risk
             : one.part == Part::severity  ? cells.severity
                                           : cells.likelihood) = cell;
        }
        for (auto const& [on, cells] : by_axis) place(r, title, voter, on, cells);
        return {};
    }

    void place(std::size_t r, std::string const& title, std::string const& voter, model::AxisId on,
               Cells const& cells)
    {
        using Kind = AnswerCell::Kind;
        auto const line = table_.rows[r].line;
        bool const two = cells.by.contains(Part::severity) && cells.by.contains(Part::likelihood);
        std::vector<std::pair<Part, AnswerCell const*>> asked{
            {Part::opportunity, &cells.opportunity}};
        if (two) {
            asked.emplace_back(Part::severity, &cells.severity);
            asked.emplace_back(Part::likelihood, &cells.likelihood);
        } else {
            asked.emplace_back(Part::risk, &cells.risk);
        }
        std::size_t said = 0, silent = 0;
        std::map<Part, model::Level> levels;
        for (auto const& [part, cell] : asked) {
            silent += cell->kind == Kind::no_answer ? 1 : 0;
            auto const level = level_of(*cell, *cells.by.at(part));
            if (!level) {
                auto const& column = out_.columns.columns[cells.by.at(part)->column];
                left(line, "answers.cell",
                     column.name + " = " + base::truncated(level.error().detail, 40));
                return;
            }
            if (*level) levels[part] = **level, ++said;
        }
        if (said == 0 && silent == 0) return; // nothing on this axis
        model::Estimate at;
        if (said == asked.size()) {
            at.opportunity = levels.at(Part::opportunity);
            if (two) {
                at.severity = levels.at(Part::severity);
                at.likelihood = levels.at(Part::likelihood);
                at.risk = model::risk_of(at.severity, at.likelihood);
            } else {
                at.risk = levels.at(Part::risk);
            }
        } else if (said > 0) {
            ++out_.half;
            left(line, "answers.half", title);
            return;
        }
        out_.rows.push_back({r, line, title, voter, on, at});
    }

    // Adds to the round the scales that are not 0 to 10.
    void add_scales()
    {
        std::map<model::AxisId, model::AxisScales> by_axis;
        std::set<model::AxisId> used;
        for (auto const& one : out_.rows) used.insert(one.axis);
        for (auto const& one : out_.columns.scales)
            for (auto axis : used) {
                if (one.axis && one.axis != axis) continue;
                auto& scales = by_axis[axis];
                scales.axis = axis;
                if (one.part == Part::opportunity) scales.opportunity = one.range;
                if (one.part == Part::risk) scales.risk = one.range;
                // Severity and likelihood are combined, so risk has neither scale.
                if (one.part == Part::severity) scales.risk = {one.range.low, one.range.high, 0};
            }
        model::ScaleRange const usual;
        for (auto const& [axis, scales] : by_axis)
            if (scales.opportunity != usual || scales.risk != usual) out_.scales.push_back(scales);
    }

    Table const& table_;
    Axes axes_;
    model::Document const& doc_;
    AnswersAsked const& asked_;
    NoAnswer none_;
    PlacedRows out_;
};

} // namespace

base::Result<PlacedRows> placed_rows(Reading const& reading, model::Document const& doc,
                                     AnswersAsked const& asked)
{
    return Reader(reading, doc, asked).read();
}

} // namespace exchange
