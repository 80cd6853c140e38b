#include "base/text.h"
#include "exchange/elections/election_parts.h"

#include <algorithm>
#include <optional>
#include <set>

// The .blt format of Hill, Wichmann and Woodall, as written by OpaVote and OpenSTV: numbers of
// candidates and seats; withdrawn candidates as negative numbers; one line per ballot, "weight 2
// 1=3 0"; 0; the names in quotes, then the title.
namespace exchange {
namespace {

using model::Method;

struct Token {
    std::string text;
    std::size_t line = 0;
    enum class Kind { word, quoted } kind = Kind::word;
};

// Words and quoted names in sequence; "#" starts a comment.
class Tokens {
public:
    explicit Tokens(std::string_view text)
        : text_(text)
    {
    }
    std::optional<Token> next()
    {
        for (; at_ < text_.size(); ++at_) {
            char const c = text_[at_];
            if (c == '#') at_ = std::min(text_.find('\n', at_), text_.size() - 1);
            if (text_[at_] == '\n') ++line_;
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '#') break;
        }
        if (at_ >= text_.size()) return std::nullopt;
        if (text_[at_] == '"') return quoted();
        auto const end = std::min(text_.find_first_of(" \t\r\n#", at_), text_.size());
        Token word{std::string(text_.substr(at_, end - at_)), line_, Token::Kind::word};
        at_ = end;
        return word;
    }

private:
    Token quoted()
    {
        Token name{{}, line_, Token::Kind::quoted};
        for (++at_; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
            bool const quote = text_[at_] == '"';
            bool const doubled = quote && at_ + 1 < text_.size() && text_[at_ + 1] == '"';
            if (quote && !doubled) break;
            name.text += text_[at_];
            if (doubled) ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '"') ++at_;
        return name;
    }

    std::string_view text_;
    std::size_t at_ = 0, line_ = 1;
};

class BltReader {
public:
    explicit BltReader(std::string_view text)
        : tokens_(text)
        , now_(tokens_.next())
        , line_(now_ ? now_->line : 0)
    {
    }

    Result<RawElection> read()
    {
        auto const count = number();
        auto const seats = count ? number() : count;
        if (!seats) return fail(seats.error());
        constexpr std::int64_t options_max = 10'000;
        if (*seats < 1 || *seats > *count)
            return fail(Errc::invalid, "election.seats", std::to_string(*seats), line());
        if (*count < 1 || *count > options_max)
            return fail(Errc::invalid, "election.number", std::to_string(*count), line());
        options_ = static_cast<std::size_t>(*count);
        while (!done() && now().text.starts_with('-')) {
            auto const out = whole_number(now().text.substr(1));
            if (!out || *out < 1 || *out > *count) return unreadable();
            withdrawn_.insert(static_cast<std::uint32_t>(*out) - 1);
            advance();
        }
        if (auto ok = ballots(); !ok) return fail(ok.error());
        if (auto ok = names(); !ok) return fail(ok.error());
        if (out_.ballots.empty()) return fail(Errc::invalid, "election.no_ballots", {}, line());
        finish(*seats);
        if (!withdrawn_.empty())
            out_.notes.push_back(
                {Errc::invalid, "election.note.withdrawn", std::to_string(withdrawn_.size()), 0});
        return std::move(out_);
    }

private:
    [[nodiscard]] bool done() const { return !now_; }
    [[nodiscard]] Token const& now() const { return *now_; }
    [[nodiscard]] std::size_t line() const { return line_; } // of the last token
    void advance()
    {
        now_ = tokens_.next();
        if (now_) line_ = now_->line;
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
        advance();
        return *value;
    }

    // "4 1 2=3 0", until a weight of 0.
    Result<void> ballots()
    {
        for (;;) {
            if (!done() && now().text.starts_with('(')) advance(); // a ballot's identifier
            auto const weight = number();
            if (!weight) return fail(weight.error());
            if (*weight == 0) return {};
            if (*weight < 0 || *weight > people_max - out_.voters)
                return fail(Errc::invalid, "election.number", std::to_string(*weight), line());
            std::vector<OptionMark> marks;
            std::set<std::uint32_t> seen;
            int place = 0;
            for (;; advance()) {
                if (done()) return fail(Errc::invalid, "election.missing", "0", line());
                if (now().text == "0") break;
                if (now().text == "-") continue; // a skipped place
                ++place;
                if (auto ok = tied(now().text, place, marks, seen); !ok) return ok;
            }
            advance();
            out_.add_ballot(std::move(marks), *weight);
        }
    }

    // "2" or "1=3": options that share a place.
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

    // With one seat it is a ranking, with several a transferable vote.
    void finish(std::int64_t seats)
    {
        auto& round = out_.round;
        round.method = seats > 1 ? Method::stv : Method::ranking;
        round.choices = 0;
        if (seats > 1) {
            round.seats = static_cast<int>(seats);
            return;
        }
        auto const longest = out_.longest();
        if (longest < static_cast<int>(out_.options.size())) round.choices = longest;
    }

    // Withdrawn options are not imported; the others have their number in the file as id.
    Result<void> names()
    {
        std::vector<std::uint32_t> place(options_);
        bool const nameless = done(); // options are named by number
        for (std::uint32_t i = 0; i < options_; ++i) {
            if (done() && !nameless)
                return fail(Errc::invalid, "election.missing", "\"" + std::to_string(i + 1) + "\"",
                            line());
            place[i] = static_cast<std::uint32_t>(out_.options.size());
            if (!withdrawn_.contains(i)) {
                RawElection::Option option;
                option.id = std::to_string(i + 1);
                if (!nameless) option.text.title = now().text;
                out_.options.push_back(std::move(option));
            }
            if (!nameless) advance();
        }
        if (!done()) {
            out_.round.question = now().text;
            advance();
        }
        if (!done()) return fail(Errc::invalid, "election.names", now().text, line());
        for (auto& ballot : out_.ballots)
            for (auto& mark : ballot.marks) mark.first = place[mark.first];
        return {};
    }

    Tokens tokens_;
    std::optional<Token> now_;
    std::size_t line_ = 0;
    std::size_t options_ = 0;
    std::set<std::uint32_t> withdrawn_;
    RawElection out_;
};

} // namespace

Result<RawElection> read_blt(std::string_view text) { return BltReader(text).read(); }

bool starts_like_blt(std::string_view text)
{
    Tokens tokens(text);
    auto const count = tokens.next(), seats = tokens.next(), after = tokens.next();
    auto const is_number = [](std::optional<Token> const& token) {
        return token && token->kind == Token::Kind::word && whole_number(token->text);
    };
    return is_number(count) && is_number(seats) && count->line == seats->line && after &&
           after->line > seats->line;
}

bool looks_like_blt(std::string_view text)
{
    if (!starts_like_blt(text)) return false;
    auto const all = base::trimmed(text);
    auto const last = all.substr(all.rfind('\n') + 1);
    if (!base::trimmed(last).starts_with('"')) return false;
    for (auto at = all.find("\n0"); at != std::string_view::npos; at = all.find("\n0", at + 1)) {
        auto const line = base::trimmed(all.substr(at + 1, all.find('\n', at + 1) - at - 1));
        if (line == "0" || line.starts_with("0 #")) return true;
    }
    return false;
}

} // namespace exchange
