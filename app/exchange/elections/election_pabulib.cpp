#include "analysis/common/cost.h"
#include "base/text.h"
#include "exchange/elections/election_parts.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>

// The .pb format (pabulib.org/format): three tables in one file, separated by semicolons, quoted as
// in CSV.
namespace exchange {
namespace {

using model::Method;

std::string lower(std::string_view text)
{
    std::string out(base::trimmed(text));
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

struct Cells {
    std::vector<std::string> cells;
    std::size_t line = 0;
    [[nodiscard]] std::string_view at(std::size_t i) const
    {
        return i < cells.size() ? std::string_view(cells[i]) : std::string_view{};
    }
};

// Splits into rows of cells, skipping blank rows. An unclosed quote is an ordinary character.
class Rows {
public:
    explicit Rows(std::string_view text)
        : text_(text)
    {
    }
    std::optional<Cells> next()
    {
        while (at_ < text_.size()) {
            Cells row{{}, line_};
            read(row);
            if (std::ranges::any_of(row.cells, [](auto const& cell) { return !cell.empty(); }))
                return row;
        }
        return std::nullopt;
    }

private:
    void read(Cells& row)
    {
        std::string cell;
        auto end_cell = [&] {
            row.cells.emplace_back(base::trimmed(cell));
            cell.clear();
        };
        while (at_ < text_.size()) {
            char const c = text_[at_];
            if (c == '\n' || c == '\r') break;
            if (c == '"' && base::trimmed(cell).empty() && quoted(cell)) continue;
            ++at_;
            if (c == ';')
                end_cell();
            else
                cell += c;
        }
        end_cell();
        if (at_ >= text_.size()) return;
        bool const both = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
        at_ += both ? 2 : 1;
        ++line_;
    }

    // Reads a quoted cell, including line ends; false when the closing quote is missing.
    bool quoted(std::string& cell)
    {
        std::string held;
        std::size_t lines = 0;
        for (auto i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] == '\n') ++lines;
            if (text_[i] != '"') {
                held += text_[i];
                continue;
            }
            if (i + 1 < text_.size() && text_[i + 1] == '"') {
                held += '"';
                ++i;
                continue;
            }
            cell = std::move(held);
            line_ += lines;
            at_ = i + 1;
            return true;
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

struct Field {
    std::string value;
    std::size_t line = 0;
};

class PabulibReader {
public:
    explicit PabulibReader(std::string_view text)
        : rows_(text)
    {
    }

    Result<RawElection> read()
    {
        while (auto row = rows_.next()) {
            last_line_ = row->line;
            if (auto const name = section_of(*row); !name.empty()) {
                if (auto ok = open_section(name, row->line); !ok) return fail(ok.error());
                continue;
            }
            auto ok = section_ == "meta"       ? meta(*row)
                      : section_ == "projects" ? project(*row)
                      : section_ == "votes"    ? vote(*row)
                                               : missing("META", row->line);
            if (!ok) return fail(ok.error());
        }
        if (auto ok = finish(); !ok) return fail(ok.error());
        return std::move(out_);
    }

private:
    static Result<void> missing(std::string what, std::size_t line)
    {
        return fail(Errc::invalid, "election.missing", std::move(what), line);
    }
    static Result<void> wrong_number(std::string_view text, std::size_t line)
    {
        return fail(Errc::invalid, "election.number", std::string(text), line);
    }

    static std::string section_of(Cells const& row)
    {
        for (std::size_t i = 1; i < row.cells.size(); ++i)
            if (!row.cells[i].empty()) return {};
        auto const name = lower(row.at(0));
        bool const known = name == "meta" || name == "projects" || name == "votes";
        return known ? name : std::string{};
    }

    Result<void> open_section(std::string const& name, std::size_t line)
    {
        if (!opened_.insert(name).second) return fail(Errc::invalid, "election.twice", name, line);
        if (name != "meta" && !opened_.contains("meta")) return missing("META", line);
        if (name == "votes") {
            if (!opened_.contains("projects")) return missing("PROJECTS", line);
            if (out_.options.empty()) return missing("project_id", line);
        }
        section_ = name;
        columns_.clear();
        auto const header = rows_.next();
        if (!header) return missing(name == "meta" ? "key" : "project_id", line);
        last_line_ = header->line;
        for (std::size_t i = 0; i < header->cells.size(); ++i)
            columns_.emplace(lower(header->cells[i]), i);
        if (name == "meta") return {};
        width_ = header->cells.size();
        auto const* needed = name == "projects" ? "project_id" : "vote";
        if (!columns_.contains(needed)) return missing(needed, header->line);
        return name == "votes" ? read_rules(header->line) : Result<void>{};
    }

    [[nodiscard]] std::string_view cell(Cells const& row, char const* column) const
    {
        auto const it = columns_.find(column);
        return it == columns_.end() ? std::string_view{} : row.at(it->second);
    }
    [[nodiscard]] std::string said(char const* key) const
    {
        auto const it = meta_.find(key);
        return it == meta_.end() ? std::string{} : it->second.value;
    }
    // An integer of META, or nothing when the key is missing or empty.
    Result<std::optional<std::int64_t>> number(char const* key) const
    {
        auto const it = meta_.find(key);
        if (it == meta_.end() || it->second.value.empty()) return std::optional<std::int64_t>{};
        auto const value = whole_number(it->second.value);
        if (!value || *value < 0)
            return fail(Errc::invalid, "election.number", it->second.value, it->second.line);
        return value;
    }

    Result<void> meta(Cells const& row)
    {
        std::string value(row.at(1));
        for (std::size_t i = 2; i < row.cells.size(); ++i) // an unquoted semicolon
            if (!row.cells[i].empty()) value += "; " + row.cells[i];
        meta_.try_emplace(lower(row.at(0)), Field{std::move(value), row.line});
        return {};
    }

    Result<void> project(Cells const& row)
    {
        if (row.cells.size() > width_ && !only_empty_from(row, width_))
            return fail(Errc::invalid, "election.cells", {}, row.line);
        RawElection::Option option;
        option.id = cell(row, "project_id");
        if (option.id.empty()) return missing("project_id", row.line);
        if (!places_.emplace(option.id, static_cast<std::uint32_t>(out_.options.size())).second)
            return fail(Errc::invalid, "election.twice", option.id, row.line);
        option.text.title = cell(row, "name");
        option.text.description = cell(row, "description");
        option.text.domain = cell(row, "category");
        option.text.proposer = cell(row, "proposer");
        auto const cost = cell(row, "cost");
        if (!cost.empty()) {
            auto const value = amount(cost);
            if (!value) return wrong_number(cost, row.line);
            auto const currency = said("currency");
            option.text.cost = analysis::amount_text(*value) + " " +
                               (currency.empty() || currency == "EUR" ? "€" : currency);
        }
        out_.options.push_back(std::move(option));
        return {};
    }

    static bool only_empty_from(Cells const& row, std::size_t from)
    {
        for (auto i = from; i < row.cells.size(); ++i)
            if (!row.cells[i].empty()) return false;
        return true;
    }

    // A vote type of the format, and the corresponding method.
    struct VoteType {
        std::string_view name;
        Method method;
        void (PabulibReader::*finish)(); // sets the rules of the round from the ballots
        bool one = false;                // a single project
        bool pointed = false;            // projects have points
        bool adds_up = false;            // repeated projects add up
        bool ordered = false;            // best first
    };

    static VoteType const* type_named(std::string_view name)
    {
        static constexpr std::array types{
            VoteType{"approval", Method::approval, &PabulibReader::finish_approvals},
            VoteType{"choose-1", Method::approval, &PabulibReader::finish_approvals, true},
            VoteType{"cumulative", Method::dots, &PabulibReader::finish_points, false, true, true},
            VoteType{"scoring", Method::score, &PabulibReader::finish_scores, false, true},
            VoteType{"ordinal", Method::ranking, &PabulibReader::finish_orders, false, false, false,
                     true}};
        auto const known = std::ranges::find(types, name, &VoteType::name);
        return known == types.end() ? nullptr : &*known;
    }

    // Reads the rules in META, before the ballots.
    Result<void> read_rules(std::size_t line)
    {
        auto const type = lower(said("vote_type"));
        if (type.empty()) return missing("vote_type", line);
        type_ = type_named(type);
        if (type_ == nullptr)
            return fail(Errc::invalid, "election.vote_type", said("vote_type"),
                        meta_.at("vote_type").line);
        for (auto const& [key, where] : {std::pair{"max_length", &max_length_},
                                         {"max_sum_points", &max_sum_},
                                         {"max_points", &max_points_}}) {
            auto const value = number(key);
            if (!value) return fail(value.error());
            *where = *value;
        }
        if (type_->one) max_length_ = 1;
        if (auto const given = meta_.find("default_score"); given != meta_.end()) {
            auto const value = whole_number(given->second.value);
            if (!value && !given->second.value.empty())
                return wrong_number(given->second.value, given->second.line);
            default_score_ = static_cast<int>(value.value_or(0));
        }
        if (type_->pointed && !columns_.contains("points")) return missing("points", line);
        return {};
    }

    static std::vector<std::string> list_of(std::string_view text)
    {
        std::vector<std::string> out;
        if (base::trimmed(text).empty()) return out;
        for (;;) {
            auto const comma = text.find(',');
            out.emplace_back(base::trimmed(text.substr(0, comma)));
            if (comma == std::string_view::npos) return out;
            text.remove_prefix(comma + 1);
        }
    }

    Result<void> vote(Cells const& row)
    {
        if (row.cells.size() > width_ && !only_empty_from(row, width_))
            return fail(Errc::invalid, "election.cells", {}, row.line);
        auto const ids = list_of(cell(row, "vote"));
        auto const points = list_of(cell(row, "points"));
        if (type_->pointed && points.size() != ids.size())
            return fail(Errc::invalid, "election.points", {}, row.line);
        std::map<std::uint32_t, int> marks;
        std::int64_t total = 0;
        bool twice = false;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (ids[i].empty()) continue; // an extra comma
            auto const place = places_.find(ids[i]);
            if (place == places_.end())
                return fail(Errc::invalid, "election.project", ids[i], row.line);
            int value = type_->ordered ? static_cast<int>(marks.size()) + 1 : 1;
            if (type_->pointed) {
                auto const given = whole_number(points[i]);
                constexpr std::int64_t most = 1'000'000;
                if (!given || *given > most || *given < (type_->adds_up ? 0 : -most))
                    return wrong_number(points[i], row.line);
                value = static_cast<int>(*given);
                total += value;
            }
            auto const [mark, fresh] = marks.emplace(place->second, value);
            if (!fresh) twice = true;
            if (!fresh && type_->adds_up) mark->second += value;
            if (type_->pointed && max_points_ && mark->second > *max_points_)
                return fail(Errc::invalid, "election.rule", "max_points", row.line);
        }
        // A repeated project counts once, as in Pabulib's own totals.
        if (max_length_ && static_cast<std::int64_t>(marks.size()) > *max_length_)
            return fail(Errc::invalid, "election.rule", "max_length", row.line);
        if (type_->adds_up && max_sum_ && total > *max_sum_)
            return fail(Errc::invalid, "election.rule", "max_sum_points", row.line);
        if (twice) ++twice_;
        auto const people = people_of(row);
        if (!people || *people < 1 || *people > people_max - out_.voters)
            return wrong_number(weight_cell(row), row.line);
        std::vector<OptionMark> list;
        // A project with 0 points stays on the ballot, as in the file's own count of votes.
        for (auto const& mark : marks)
            if (mark.second != 0 || type_->pointed) list.push_back(mark);
        out_.add_ballot(std::move(list), *people);
        lines_ += 1;
        return {};
    }

    [[nodiscard]] std::string_view weight_cell(Cells const& row) const
    {
        for (auto const* name : {"weight", "copies", "multiplicity", "count"})
            if (columns_.contains(name)) return cell(row, name);
        return {};
    }
    [[nodiscard]] std::optional<std::int64_t> people_of(Cells const& row) const
    {
        auto const text = weight_cell(row);
        return text.empty() ? std::optional<std::int64_t>{1} : whole_number(text);
    }

    Result<void> finish()
    {
        for (auto const* name : {"meta", "projects", "votes"})
            if (!opened_.contains(name)) {
                std::string upper(name);
                for (auto& c : upper) c = static_cast<char>(c - 'a' + 'A');
                return missing(upper, last_line_);
            }
        if (out_.ballots.empty()) return fail(Errc::invalid, "election.no_ballots", {}, last_line_);
        for (auto const& [key, found] :
             {std::pair{"num_projects", static_cast<std::int64_t>(out_.options.size())},
              {"num_votes", out_.voters}}) {
            auto const value = number(key);
            if (!value) return fail(value.error());
            bool const as_lines = std::string_view(key) == "num_votes" && *value == lines_;
            if (*value && **value != found && !as_lines)
                out_.notes.push_back({Errc::invalid, "election.note.count",
                                      counted_otherwise(key, **value, found), 0});
        }
        auto& round = out_.round;
        round.question = said("description");
        round.method = type_->method;
        round.choices =
            static_cast<int>(std::min<std::int64_t>(max_length_.value_or(0), 1'000'000));
        if (auto const budget = meta_.find("budget");
            budget != meta_.end() && !budget->second.value.empty()) {
            auto const value = amount(budget->second.value);
            if (!value) return wrong_number(budget->second.value, budget->second.line);
            round.money = *value;
        }
        if (twice_ > 0)
            out_.notes.push_back({Errc::invalid, "election.note.twice", std::to_string(twice_), 0});
        (this->*type_->finish)();
        return {};
    }

    void finish_approvals() {}

    void finish_points()
    {
        std::int64_t most = 1;
        for (auto const& ballot : out_.ballots) {
            std::int64_t sum = 0;
            for (auto const& mark : ballot.marks) sum += mark.second;
            most = std::max(most, sum);
        }
        out_.round.budget = static_cast<int>(max_sum_.value_or(most));
        out_.round.cap = static_cast<int>(max_points_.value_or(0));
    }

    // Shifts negative scores up by a constant and fills in the default score, so that the order of
    // sums is unchanged.
    void finish_scores()
    {
        auto [least, most] = out_.value_range();
        least = std::min(least, default_score_);
        if (least < 0 || default_score_ != 0) {
            auto const old = std::move(out_.ballots);
            RawElection lifted;
            for (auto const& ballot : old) {
                std::vector<OptionMark> marks;
                for (std::uint32_t i = 0; i < out_.options.size(); ++i) {
                    auto const given = std::ranges::find(ballot.marks, i, &OptionMark::first);
                    marks.emplace_back(
                        i, (given == ballot.marks.end() ? default_score_ : given->second) - least);
                }
                lifted.add_ballot(std::move(marks), ballot.copies);
            }
            out_.ballots = std::move(lifted.ballots);
            most = std::max(most, default_score_) - least;
            if (least < 0)
                out_.notes.push_back(
                    {Errc::invalid, "election.note.lifted", std::to_string(-least), 0});
        }
        if (max_points_)
            most = std::max<int>(most, static_cast<int>(*max_points_) - std::min(least, 0));
        out_.round.grades = std::max(most, 1);
    }

    void finish_orders()
    {
        auto const longest = out_.longest();
        if (!max_length_ && longest < static_cast<int>(out_.options.size()))
            out_.round.choices = longest; // a limit not stated in the file
        if (max_length_ && *max_length_ >= static_cast<std::int64_t>(out_.options.size()))
            out_.round.choices = 0;
    }

    Rows rows_;
    RawElection out_;
    std::set<std::string> opened_;
    std::string section_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::size_t width_ = 0;
    std::map<std::string, Field, std::less<>> meta_;
    std::map<std::string, std::uint32_t, std::less<>> places_;
    VoteType const* type_ = nullptr;
    std::optional<std::int64_t> max_length_, max_sum_, max_points_;
    int default_score_ = 0;
    std::int64_t lines_ = 0;
    std::int64_t twice_ = 0;
    std::size_t last_line_ = 0;
};

} // namespace

Result<RawElection> read_pabulib(std::string_view text) { return PabulibReader(text).read(); }

} // namespace exchange
