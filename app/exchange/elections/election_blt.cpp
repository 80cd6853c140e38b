#include "exchange/elections/election_parts.h"

#include <algorithm>
#include <set>

// The .blt format of Hill, Wichmann and Woodall, as OpaVote and OpenSTV write it: candidates and
// seats; those withdrawn as negative numbers; a line a ballot, "weight 2 1=3 0"; 0; the names in
// quotes, then the title.
namespace exchange {
namespace {

using model::Method;

struct Token {
    std::string text;
    std::size_t line = 0;
    enum class Kind { word, quoted } kind = Kind::word;
};

// Words and quoted names; "#" begins a remark.
std::vector<Token> tokens_of(std::string_view text)
{
    std::vector<Token> out;
    std::size_t line = 1;
    for (std::size_t i = 0; i < text.size();) {
        char const c = text[i];
        if (c == '\n') ++line;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            ++i;
        } else if (c == '#') {
            while (i < text.size() && text[i] != '\n') ++i;
        } else if (c == '"') {
            auto const end = text.find_first_of("\"\n", i + 1);
            auto const stop = end == std::string_view::npos ? text.size() : end;
            out.push_back(
                {std::string(text.substr(i + 1, stop - i - 1)), line, Token::Kind::quoted});
            i = stop < text.size() && text[stop] == '"' ? stop + 1 : stop;
        } else {
            auto const end = text.find_first_of(" \t\r\n#", i);
            auto const stop = end == std::string_view::npos ? text.size() : end;
            out.push_back({std::string(text.substr(i, stop - i)), line, Token::Kind::word});
            i = stop;
        }
    }
    return out;
}

class Reader {
public:
    explicit Reader(std::string_view text)
        : tokens_(tokens_of(text))
    {
    }

    Result<RawElection> read()
    {
        auto const count = number();
        auto const seats = count ? number() : count;
        if (!seats) return fail(seats.error());
        constexpr std::int64_t options_max = 10'000;
        if (*count < 1 || *count > options_max || *seats < 1)
            return fail(Errc::invalid, "election.number", std::to_string(*count), line());
        options_ = static_cast<std::size_t>(*count);
        while (!done() && now().text.starts_with('-')) {
            auto const out = whole_number(now().text.substr(1));
            if (!out || *out < 1 || *out > *count) return unreadable();
            withdrawn_.insert(static_cast<std::uint32_t>(*out) - 1);
            ++at_;
        }
        if (auto ok = ballots(); !ok) return fail(ok.error());
        if (auto ok = names(); !ok) return fail(ok.error());
        if (out_.ballots.empty()) return fail(Errc::invalid, "election.no_ballots", {}, line());
        out_.round.method = Method::ranking;
        auto const longest = out_.longest();
        if (longest < static_cast<int>(out_.options.size())) out_.round.choices = longest;
        if (*seats > 1)
            out_.notes.push_back({Errc::invalid, "election.note.seats", std::to_string(*seats), 0});
        if (!withdrawn_.empty())
            out_.notes.push_back(
                {Errc::invalid, "election.note.withdrawn", std::to_string(withdrawn_.size()), 0});
        return std::move(out_);
    }

private:
    [[nodiscard]] bool done() const { return at_ >= tokens_.size(); }
    [[nodiscard]] Token const& now() const { return tokens_[at_]; }
    [[nodiscard]] std::size_t line() const
    {
        return tokens_.empty() ? 0 : tokens_[std::min(at_, tokens_.size() - 1)].line;
    }
    [[nodiscard]] tl::unexpected<base::Error> unreadable() const
    {
        return fail(Errc::invalid, "election.order", done() ? std::string{} : now().text, line());
    }
    Result<std::int64_t> number()
    {
        if (done()) return fail(Errc::invalid, "election.missing", "0", line());
        auto const value = whole_number(now().text);
        if (!value || now().kind == Token::Kind::quoted)
            return fail(Errc::invalid, "election.number", now().text, line());
        ++at_;
        return *value;
    }

    // "4 1 2=3 0", until a weight of 0.
    Result<void> ballots()
    {
        for (;;) {
            if (!done() && now().text.starts_with('(')) ++at_; // a name of the ballot
            auto const weight = number();
            if (!weight) return fail(weight.error());
            if (*weight == 0) return {};
            if (*weight < 0 || *weight > people_max - out_.voters)
                return fail(Errc::invalid, "election.number", std::to_string(*weight), line());
            std::vector<OptionMark> marks;
            std::set<std::uint32_t> seen;
            int place = 0;
            for (;; ++at_) {
                if (done()) return fail(Errc::invalid, "election.missing", "0", line());
                if (now().text == "0") break;
                if (now().text == "-") continue; // a place left empty
                ++place;
                if (auto ok = tied(now().text, place, marks, seen); !ok) return ok;
            }
            ++at_;
            out_.add_ballot(std::move(marks), *weight);
        }
    }

    // "2" or "1=3": options of one place.
    Result<void> tied(std::string_view word, int place, std::vector<OptionMark>& marks,
                      std::set<std::uint32_t>& seen) const
    {
        for (;;) {
            auto const equal = word.find('=');
            auto const option = whole_number(word.substr(0, equal));
            if (!option || *option < 1 || *option > static_cast<std::int64_t>(options_))
                return fail(Errc::invalid, "election.alternative",
                            std::string(word.substr(0, equal)), line());
            auto const at = static_cast<std::uint32_t>(*option) - 1;
            if (!seen.insert(at).second)
                return fail(Errc::invalid, "election.twice", std::to_string(*option), line());
            if (!withdrawn_.contains(at)) marks.emplace_back(at, place);
            if (equal == std::string_view::npos) return {};
            word.remove_prefix(equal + 1);
        }
    }

    // Options withdrawn are no cases; the others keep the numbers of the file as their names.
    Result<void> names()
    {
        std::vector<std::uint32_t> place(options_);
        for (std::uint32_t i = 0; i < options_; ++i) {
            if (done())
                return fail(Errc::invalid, "election.missing", "\"" + std::to_string(i + 1) + "\"",
                            line());
            place[i] = static_cast<std::uint32_t>(out_.options.size());
            if (!withdrawn_.contains(i)) {
                RawElection::Option option;
                option.id = std::to_string(i + 1);
                option.text.title = now().text;
                out_.options.push_back(std::move(option));
            }
            ++at_;
        }
        if (!done()) out_.round.question = now().text;
        for (auto& ballot : out_.ballots)
            for (auto& mark : ballot.marks) mark.first = place[mark.first];
        return {};
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::size_t options_ = 0;
    std::set<std::uint32_t> withdrawn_;
    RawElection out_;
};

} // namespace

Result<RawElection> read_blt(std::string_view text) { return Reader(text).read(); }

bool looks_like_blt(std::string_view text)
{
    auto const lines = lines_of(text);
    std::size_t first = 0;
    while (first < lines.size() && lines[first].text.starts_with('#')) ++first;
    if (lines.size() < first + 4 || !lines.back().text.starts_with('"')) return false;
    auto const start = tokens_of(lines[first].text);
    bool const numbers =
        start.size() == 2 && whole_number(start[0].text) && whole_number(start[1].text);
    return numbers && std::ranges::any_of(lines, [](auto const& line) {
               return line.text == "0" || line.text.starts_with("0 #");
           });
}

} // namespace exchange
