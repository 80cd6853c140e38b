#include "base/text.h"
#include "exchange/elections/election_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

// PrefLib's formats (preflib.org/format): "# KEY: value" lines, then "people: order" lines; and the
// older format without such a header.
namespace exchange {
namespace {

using model::Method;

// Options that share a place or a category.
using Class = std::vector<std::uint32_t>;

struct Said {
    std::string value;
    std::size_t line = 0;
};

class PrefLibReader {
public:
    PrefLibReader(std::string_view text, std::string_view source)
        : lines_(lines_of(text))
        , type_(type_of_name(source))
    {
    }

    Result<RawElection> read()
    {
        if (lines_.empty()) return fail(Errc::invalid, "import.empty");
        bool const old = !lines_.front().text.starts_with('#');
        if (auto ok = old ? old_header() : header(); !ok) return fail(ok.error());
        if (auto ok = check_type(); !ok) return fail(ok.error());
        for (; at_ < lines_.size(); ++at_) {
            auto const& line = lines_[at_];
            if (line.text.starts_with('#')) continue;
            if (auto ok = ballot(line, old ? ',' : ':'); !ok) return fail(ok.error());
        }
        if (out_.ballots.empty())
            return fail(Errc::invalid, "election.no_ballots", {}, lines_.back().number);
        if (auto ok = check_counts(); !ok) return fail(ok.error());
        finish();
        return std::move(out_);
    }

private:
    static std::string type_of_name(std::string_view source)
    {
        auto const dot = source.rfind('.');
        if (dot == std::string_view::npos) return {};
        auto const type = upper(source.substr(dot + 1));
        constexpr std::array<std::string_view, 5> known{"SOC", "SOI", "TOC", "TOI", "CAT"};
        return std::ranges::find(known, type) == known.end() ? std::string{} : type;
    }

    [[nodiscard]] Said said(std::string const& key) const
    {
        auto const it = header_.find(key);
        return it == header_.end() ? Said{} : it->second;
    }
    [[nodiscard]] std::size_t here() const
    {
        return lines_[std::min(at_, lines_.size() - 1)].number;
    }

    Result<void> header()
    {
        for (; at_ < lines_.size() && lines_[at_].text.starts_with('#'); ++at_) {
            auto const text = base::trimmed(lines_[at_].text.substr(1));
            auto const colon = text.find(':');
            if (colon == std::string_view::npos) continue; // a comment
            header_.try_emplace(
                upper(text.substr(0, colon)),
                Said{std::string(base::trimmed(text.substr(colon + 1))), lines_[at_].number});
        }
        auto const count = said("NUMBER ALTERNATIVES");
        if (count.line == 0)
            return fail(Errc::invalid, "election.missing", "NUMBER ALTERNATIVES", here());
        auto const options = whole_number(count.value);
        constexpr std::int64_t options_max = 100'000;
        if (!options || *options < 1 || *options > options_max)
            return fail(Errc::invalid, "election.number", count.value, count.line);
        for (std::int64_t i = 1; i <= *options; ++i) {
            auto const key = "ALTERNATIVE NAME " + std::to_string(i);
            auto const name = said(key);
            if (name.line == 0) return fail(Errc::invalid, "election.missing", key, count.line);
            add_option(name.value);
        }
        for (auto const& [key, value] : header_) // names beyond the stated number
            if (key.starts_with("ALTERNATIVE NAME ")) {
                auto const number = whole_number(key.substr(17));
                if (!number || *number < 1 || *number > *options)
                    return fail(Errc::invalid, "election.alternative", key.substr(17), value.line);
            }
        if (auto const type = upper(said("DATA TYPE").value); !type.empty()) type_ = type;
        out_.round.question = said("TITLE").value;
        return {};
    }

    // "4", then "1,Name" four times, then "voters, sum of counts, unique orders".
    Result<void> old_header()
    {
        auto const options = whole_number(lines_.front().text);
        if (!options || *options < 1 || static_cast<std::size_t>(*options) + 1 >= lines_.size())
            return fail(Errc::invalid, "election.missing", "NUMBER ALTERNATIVES",
                        lines_.front().number);
        for (at_ = 1; at_ <= static_cast<std::size_t>(*options); ++at_) {
            auto const& line = lines_[at_];
            auto const comma = line.text.find(',');
            auto const number = whole_number(line.text.substr(0, comma));
            if (comma == std::string_view::npos || number != static_cast<std::int64_t>(at_))
                return fail(Errc::invalid, "election.missing",
                            "ALTERNATIVE NAME " + std::to_string(at_), line.number);
            add_option(std::string(base::trimmed(line.text.substr(comma + 1))));
        }
        auto const& totals = lines_[at_++];
        auto const first = totals.text.find(',');
        auto const last = totals.text.rfind(',');
        if (first == std::string_view::npos)
            return fail(Errc::invalid, "election.missing", "NUMBER VOTERS", totals.number);
        header_["NUMBER VOTERS"] = {std::string(totals.text.substr(0, first)), totals.number};
        header_["NUMBER UNIQUE ORDERS"] = {std::string(totals.text.substr(last + 1)),
                                           totals.number};
        return {};
    }

    void add_option(std::string name)
    {
        RawElection::Option option;
        option.id = std::to_string(out_.options.size() + 1);
        option.text.title = std::move(name);
        out_.options.push_back(std::move(option));
    }

    Result<void> check_type()
    {
        if (type_.empty()) type_ = "TOI"; // any kind of ranking
        constexpr std::array<std::string_view, 5> known{"SOC", "SOI", "TOC", "TOI", "CAT"};
        if (std::ranges::find(known, type_) == known.end())
            return fail(Errc::invalid, "election.data_type", type_, said("DATA TYPE").line);
        if (type_ != "CAT") return {};
        auto const count = said("NUMBER CATEGORIES");
        if (count.line != 0) {
            auto const number = whole_number(count.value);
            constexpr std::int64_t categories_max = 1000;
            if (!number || *number < 1 || *number > categories_max)
                return fail(Errc::invalid, "election.number", count.value, count.line);
            categories_ = static_cast<std::size_t>(*number);
        } else {
            while (said("CATEGORY NAME " + std::to_string(categories_ + 1)).line != 0)
                ++categories_;
        }
        return {};
    }

    Result<void> ballot(NumberedLine const& line, char after_count)
    {
        auto const end = line.text.find(after_count);
        auto const people = whole_number(line.text.substr(0, end));
        if (end == std::string_view::npos || !people || *people < 1 ||
            *people > people_max - out_.voters)
            return fail(Errc::invalid, "election.order", std::string(line.text.substr(0, 40)),
                        line.number);
        auto const classes = classes_of(line, line.text.substr(end + 1));
        if (!classes) return fail(classes.error());
        ++written_;
        return type_ == "CAT" ? add_categories(*classes, *people, line.number)
                              : add_order(*classes, *people, line.number);
    }

    // Parses "3, {1, 2}, {}" into classes. Allows blanks, and an extra comma at the end.
    [[nodiscard]] Result<std::vector<Class>> classes_of(NumberedLine const& line,
                                                        std::string_view text) const
    {
        auto const unreadable = [&] {
            return fail(Errc::invalid, "election.order", std::string(line.text.substr(0, 40)),
                        line.number);
        };
        std::vector<Class> out;
        std::vector<char> seen(out_.options.size());
        std::string number;
        enum class In { nothing, braces } in = In::nothing;
        bool wants_comma = false;
        base::Error wrong;
        auto end_number = [&] {
            if (number.empty()) return true;
            auto const option = whole_number(number);
            if (!option || *option < 1 ||
                *option > static_cast<std::int64_t>(out_.options.size())) {
                wrong = {Errc::invalid, "election.alternative", number, line.number};
                return false;
            }
            auto const at = static_cast<std::size_t>(*option) - 1;
            if (std::exchange(seen[at], char{1}) != 0) {
                wrong = {Errc::invalid, "election.twice", number, line.number};
                return false;
            }
            number.clear();
            if (in == In::braces)
                out.back().push_back(static_cast<std::uint32_t>(at));
            else
                out.push_back({static_cast<std::uint32_t>(at)});
            wants_comma = true;
            return true;
        };
        for (char c : text) {
            if (c >= '0' && c <= '9') {
                if (wants_comma) return unreadable();
                number += c;
                continue;
            }
            if (!end_number()) return fail(wrong);
            if (c == ' ' || c == '\t') continue;
            if (c == ',') {
                wants_comma = false;
            } else if (c == '{' && in == In::nothing && !wants_comma) {
                in = In::braces;
                out.emplace_back();
            } else if (c == '}' && in == In::braces) {
                in = In::nothing;
                wants_comma = true;
            } else {
                return unreadable();
            }
        }
        if (!end_number()) return fail(wrong);
        if (in == In::braces) return unreadable();
        return out;
    }

    Result<void> add_order(std::vector<Class> const& classes, std::int64_t people, std::size_t line)
    {
        bool const strict = type_.front() == 'S';
        bool const complete = type_.back() == 'C';
        std::vector<OptionMark> marks;
        int place = 0;
        for (auto const& tied : classes) {
            if (tied.empty()) continue;
            if (strict && tied.size() > 1) return fail(Errc::invalid, "election.ties", type_, line);
            ++place;
            for (auto option : tied) marks.emplace_back(option, place);
        }
        if (complete && marks.size() != out_.options.size())
            return fail(Errc::invalid, "election.incomplete", type_, line);
        out_.add_ballot(std::move(marks), people);
        return {};
    }

    // Two categories are approvals; more are grades, the first being the best.
    Result<void> add_categories(std::vector<Class> const& classes, std::int64_t people,
                                std::size_t line)
    {
        if (categories_ == 0) categories_ = classes.size();
        if (classes.size() > categories_)
            return fail(Errc::invalid, "election.categories", std::to_string(categories_), line);
        std::vector<OptionMark> marks;
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if (categories_ <= 2 && i > 0) break;
            auto const grade = categories_ <= 2 ? 1 : static_cast<int>(categories_ - 1 - i);
            for (auto option : classes[i]) marks.emplace_back(option, grade);
        }
        out_.add_ballot(std::move(marks), people);
        return {};
    }

    Result<void> check_counts()
    {
        struct Count {
            char const* key;
            std::int64_t found;
        };
        for (auto const& [key, found] :
             {Count{"NUMBER VOTERS", out_.voters}, Count{"NUMBER UNIQUE ORDERS", written_},
              Count{"NUMBER UNIQUE PREFERENCES", written_}}) {
            auto const count = said(key);
            if (count.line == 0 || count.value.empty()) continue;
            auto const announced = whole_number(count.value);
            if (!announced) return fail(Errc::invalid, "election.number", count.value, count.line);
            if (*announced != found)
                out_.notes.push_back({Errc::invalid, "election.note.count",
                                      counted_otherwise(key, *announced, found), 0});
        }
        return {};
    }

    void finish()
    {
        auto& round = out_.round;
        round.choices = 0;
        if (type_ != "CAT") {
            round.method = Method::ranking;
            auto const longest = out_.longest();
            if (longest < static_cast<int>(out_.options.size())) round.choices = longest;
            return;
        }
        round.method = categories_ <= 2 ? Method::approval : Method::majority_judgment;
        if (categories_ <= 2) return;
        round.grades = static_cast<int>(categories_);
        for (auto i = categories_; i > 0; --i)
            if (auto name = said("CATEGORY NAME " + std::to_string(i)); name.line != 0)
                round.labels.push_back(base::sanitized(name.value));
        if (round.labels.size() != categories_) round.labels.clear();
    }

    std::vector<NumberedLine> lines_;
    std::size_t at_ = 0;
    std::string type_;
    std::size_t categories_ = 0;
    std::int64_t written_ = 0;
    std::map<std::string, Said> header_;
    RawElection out_;
};

} // namespace

Result<RawElection> read_preflib(std::string_view text, std::string_view source)
{
    return PrefLibReader(text, source).read();
}

} // namespace exchange
