#include "base/text.h"
#include "exchange/elections/election_parts.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>

// The Aggregated Ballot Information Format (electowiki.org/wiki/ABIF): "27:A>B=C", "12:A/5,B/3",
// "=A:[Alpha]" for the name of a token, "{title: …}", and "#" for comments.
namespace exchange {
namespace {

using model::Method;

// One option of a ballot line, with the separator before it and its score.
struct Choice {
    std::string token;
    char before = 0; // '>', '=', ',' or none
    std::optional<int> score;
};

bool separates(char c) { return c == '>' || c == '=' || c == ','; }

// Reads a token, bare or in brackets or quotes, and removes it from `text`.
std::string take_token(std::string_view& text)
{
    text = base::trimmed(text);
    if (text.starts_with('[') || text.starts_with('"')) {
        char const close = text.front() == '[' ? ']' : '"';
        auto const end = text.find(close, 1);
        auto const stop = end == std::string_view::npos ? text.size() : end;
        std::string token(base::trimmed(text.substr(1, stop - 1)));
        text.remove_prefix(std::min(text.size(), stop + 1));
        return token;
    }
    std::size_t end = 0;
    while (end < text.size() && !separates(text[end]) && text[end] != '/') ++end;
    std::string token(base::trimmed(text.substr(0, end)));
    text.remove_prefix(end);
    return token;
}

// The number of voters before ":" or "*"; nothing when the line is not a ballot.
std::optional<std::pair<std::int64_t, std::string_view>> counted(std::string_view line)
{
    auto const end = line.find_first_of(":*");
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    auto const said = base::trimmed(line.substr(0, end));
    if (said.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    auto const people = whole_number(said);
    if (!people) return std::nullopt;
    return std::pair(*people, base::trimmed(line.substr(end + 1)));
}

class AbifReader {
public:
    explicit AbifReader(std::string_view text)
        : lines_(lines_of(text))
    {
    }

    Result<RawElection> read()
    {
        for (auto const& line : lines_) {
            auto const said = line.text.substr(0, line.text.find(" #"));
            if (said.starts_with('#')) continue;
            if (said.starts_with('{')) {
                about(said);
            } else if (said.starts_with('=')) {
                name(said.substr(1));
            } else if (auto ok = ballot(said, line.number); !ok) {
                return fail(ok.error());
            }
        }
        if (read_.empty())
            return fail(Errc::invalid, "election.no_ballots", {},
                        lines_.empty() ? 0 : lines_.back().number);
        finish();
        return std::move(out_);
    }

private:
    struct Line {
        std::vector<Choice> choices;
        std::int64_t people = 0;
    };

    std::uint32_t option(std::string const& token)
    {
        auto const [at, fresh] =
            places_.emplace(token, static_cast<std::uint32_t>(out_.options.size()));
        if (fresh) {
            RawElection::Option one;
            one.id = token;
            one.text.title = token;
            out_.options.push_back(std::move(one));
        }
        return at->second;
    }

    // =A:[Alpha]
    void name(std::string_view text)
    {
        auto const colon = text.find(':');
        auto const token = std::string(base::trimmed(text.substr(0, colon)));
        if (token.empty() || colon == std::string_view::npos) return;
        auto rest = text.substr(colon + 1);
        auto said = take_token(rest);
        auto& title = out_.options[option(token)].text.title;
        if (!said.empty()) title = std::move(said);
    }

    // {title: "Lunch"}; other metadata is ignored.
    void about(std::string_view text)
    {
        auto const key = text.find("title");
        auto const colon = key == std::string_view::npos ? key : text.find(':', key);
        if (colon == std::string_view::npos) return;
        auto value = base::trimmed(text.substr(colon + 1));
        value = base::trimmed(value.substr(0, value.rfind('}')));
        while (!value.empty() && (value.front() == '"' || value.front() == '\''))
            value.remove_prefix(1);
        while (!value.empty() && (value.back() == '"' || value.back() == '\''))
            value.remove_suffix(1);
        if (out_.round.question.empty()) out_.round.question = value;
    }

    Result<void> ballot(std::string_view text, std::size_t number)
    {
        auto const unreadable = [&] {
            return fail(Errc::invalid, "election.order", std::string(text.substr(0, 40)), number);
        };
        auto const head = counted(text);
        if (!head || head->first < 1 || head->first > people_max - out_.voters - voters_)
            return unreadable();
        if (auto const same = known_.find(head->second); same != known_.end()) {
            read_[same->second].people += head->first;
            voters_ += head->first;
            return {};
        }
        Line line;
        line.people = head->first;
        std::set<std::string> seen;
        char before = 0;
        for (auto rest = head->second; !rest.empty();) {
            Choice choice{take_token(rest), before, {}};
            if (choice.token.empty()) return unreadable();
            if (!seen.insert(choice.token).second)
                return fail(Errc::invalid, "election.twice", choice.token, number);
            rest = base::trimmed(rest);
            if (rest.starts_with('/')) {
                auto const end = rest.find_first_of(">=,", 1);
                auto const score =
                    whole_number(rest.substr(1, end == std::string_view::npos ? end : end - 1));
                constexpr std::int64_t most = 1'000'000;
                if (!score || *score < 0 || *score > most) return unreadable();
                choice.score = static_cast<int>(*score);
                rest.remove_prefix(end == std::string_view::npos ? rest.size() : end);
            }
            if (!rest.empty()) {
                if (!separates(rest.front())) return unreadable();
                before = rest.front();
                rest.remove_prefix(1);
            }
            (void)option(choice.token);
            line.choices.push_back(std::move(choice));
        }
        voters_ += line.people;
        known_.emplace(head->second, read_.size());
        read_.push_back(std::move(line));
        return {};
    }

    // Without an order the ballots are scores, otherwise rankings.
    void finish()
    {
        bool ordered = false, scored = false;
        int most = 0;
        for (auto const& line : read_)
            for (auto const& choice : line.choices) {
                ordered = ordered || choice.before == '>' || choice.before == '=';
                scored = scored || choice.score.has_value();
                most = std::max(most, choice.score.value_or(0));
            }
        bool const by_score = scored && !ordered;
        for (auto const& line : read_) {
            std::vector<OptionMark> marks;
            int place = 0;
            for (auto const& choice : line.choices) {
                if (choice.before != '=') ++place;
                if (by_score && !choice.score) continue;
                marks.emplace_back(option(choice.token), by_score ? *choice.score : place);
            }
            out_.add_ballot(std::move(marks), line.people);
        }
        auto& round = out_.round;
        round.method = by_score ? Method::score : Method::ranking;
        round.choices = 0;
        if (by_score) {
            round.grades = std::max(most, 1);
        } else if (auto const longest = out_.longest();
                   longest < static_cast<int>(out_.options.size())) {
            round.choices = longest;
        }
    }

    std::vector<NumberedLine> lines_;
    std::vector<Line> read_;
    std::map<std::string_view, std::size_t> known_; // index of a ballot by its text
    std::int64_t voters_ = 0;
    std::map<std::string, std::uint32_t, std::less<>> places_;
    RawElection out_;
};

} // namespace

Result<RawElection> read_abif(std::string_view text) { return AbifReader(text).read(); }

bool looks_like_abif(std::string_view text)
{
    constexpr std::size_t enough = 5, longest_name = 60;
    std::size_t ballots = 0;
    bool ordered = false;
    for (auto const& line : lines_of(text)) {
        if (line.text.starts_with('#') || line.text.starts_with('{')) continue;
        if (line.text.starts_with('=') && line.text.find(":[") != std::string_view::npos) continue;
        auto const head = counted(line.text);
        if (!head || head->second.find("://") != std::string_view::npos) return false;
        bool const several = head->second.find_first_of(">=/") != std::string_view::npos;
        bool const one = !head->second.empty() && head->second.size() <= longest_name &&
                         head->second.find(' ') == std::string_view::npos;
        if (!several && !one) return false;
        ordered = ordered || several;
        if (++ballots == enough) break;
    }
    return ordered;
}

} // namespace exchange
