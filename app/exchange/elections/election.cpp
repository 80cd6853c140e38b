#include "exchange/elections/election.h"

#include "base/text.h"
#include "exchange/elections/election_parts.h"
#include "exchange/recognise/encoding.h"
#include "exchange/recognise/kind.h"
#include "model/voting_method.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace exchange {
namespace {

constexpr std::size_t bytes_max = 64UL * 1024 * 1024;
constexpr std::size_t looked_at = 64UL * 1024; // bytes examined to recognise the format

bool has_extension(std::string_view name, std::string_view extension)
{
    return upper(name).ends_with("." + upper(extension));
}

bool is_preflib_name(std::string_view name)
{
    constexpr std::array<std::string_view, 5> extensions{"soc", "soi", "toc", "toi", "cat"};
    return std::ranges::any_of(extensions,
                               [&](auto extension) { return has_extension(name, extension); });
}

// Joins lines, as titles have only one.
std::string one_line(std::string text)
{
    text = base::sanitized(text);
    for (auto& c : text)
        if (c == '\n' || c == '\t') c = ' ';
    return std::string(base::trimmed(text));
}

edit::NewCase new_case(RawElection::Option const& option, std::string const& source,
                       ElectionMints const& mints)
{
    edit::NewCase out{mints.next_case(), option.text, {}};
    auto& text = out.text;
    text.title = one_line(text.title);
    if (text.title.empty()) text.title = one_line(option.id);
    if (text.title.empty()) text.title = "?";
    for (auto* field : {&text.description, &text.domain, &text.proposer})
        *field = base::sanitized(*field);
    text.source = base::sanitized(source + ": " + option.id);
    text.origin = model::Origin::imported;
    return out;
}

Result<RawElection> read_as(ElectionFormat format, std::string_view text, std::string_view source)
{
    switch (format) {
    case ElectionFormat::pabulib: return read_pabulib(text);
    case ElectionFormat::preflib: return read_preflib(text, source);
    case ElectionFormat::blt: return read_blt(text);
    case ElectionFormat::abif: return read_abif(text);
    }
    return fail(Errc::invalid, "import.empty");
}

} // namespace

void RawElection::add_ballot(std::vector<OptionMark> marks, std::int64_t people)
{
    std::ranges::sort(marks);
    voters += people;
    auto const [at, fresh] = known_.emplace(marks, ballots.size());
    if (fresh)
        ballots.push_back({std::move(marks), people});
    else
        ballots[at->second].copies += people;
}

std::pair<int, int> RawElection::value_range() const
{
    std::pair range{0, 0};
    for (auto const& ballot : ballots)
        for (auto const& [option, value] : ballot.marks)
            range = {std::min(range.first, value), std::max(range.second, value)};
    return range;
}

int RawElection::longest() const
{
    std::size_t most = 0;
    for (auto const& ballot : ballots) most = std::max(most, ballot.marks.size());
    return static_cast<int>(most);
}

std::vector<NumberedLine> lines_of(std::string_view text)
{
    std::vector<NumberedLine> out;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        auto const end = text.find_first_of("\r\n");
        auto const line = base::trimmed(text.substr(0, end));
        if (!line.empty()) out.push_back({line, number});
        if (end == std::string_view::npos) break;
        bool const both = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
        text.remove_prefix(end + (both ? 2 : 1));
    }
    return out;
}

std::optional<std::int64_t> whole_number(std::string_view text)
{
    text = base::trimmed(text);
    if (auto const dot = text.find('.'); dot != std::string_view::npos) {
        if (text.find_first_not_of('0', dot + 1) != std::string_view::npos) return std::nullopt;
        text = text.substr(0, dot);
    }
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t out = 0;
    auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (wrong != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return out;
}

std::optional<std::int64_t> amount(std::string_view text)
{
    constexpr std::int64_t most = 10'000'000'000'000; // units
    std::string digits;
    for (char c : base::trimmed(text)) // groups of thousands may be separated by any space
        if ((c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '+')
            digits += c;
        else if (c != ' ' && static_cast<unsigned char>(c) < 0x80)
            return std::nullopt;
    auto const mark = digits.find_last_of(".,");
    auto const units = whole_number(digits.substr(0, mark));
    if (!units || *units < 0 || *units > most || digits.starts_with('-')) return std::nullopt;
    if (mark == std::string::npos) return *units * 100;
    auto decimals = digits.substr(mark + 1);
    if (decimals.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    decimals.resize(3, '0');
    auto const thousandths = *whole_number(decimals);
    return *units * 100 + (thousandths + 5) / 10;
}

std::string counted_otherwise(std::string_view name, std::int64_t announced, std::int64_t found)
{
    return std::string(name) + ": " + std::to_string(announced) + " ≠ " + std::to_string(found);
}

std::optional<ElectionFormat> election_format(std::string_view bytes, std::string_view name)
{
    auto const kind = kind_of(bytes);
    if (kind != Kind::text && kind != Kind::empty) return std::nullopt;
    auto const text = decode(bytes.substr(0, looked_at)).text;
    bool first = true;
    for (auto const& line : lines_of(text)) {
        auto const said = upper(line.text);
        if (first && said.substr(0, said.find_first_of("; ,")) == "META")
            return ElectionFormat::pabulib;
        first = false;
        if (!said.starts_with('#')) break;
        if (said.find("ALTERNATIVE") != std::string::npos) return ElectionFormat::preflib;
    }
    if (has_extension(name, "pb")) return ElectionFormat::pabulib;
    if (is_preflib_name(name)) return ElectionFormat::preflib;
    if (has_extension(name, "blt")) return ElectionFormat::blt;
    if (has_extension(name, "abif")) return ElectionFormat::abif;
    if (starts_like_blt(text) &&
        looks_like_blt(bytes.size() > looked_at ? decode(bytes).text : text))
        return ElectionFormat::blt;
    if (looks_like_abif(text)) return ElectionFormat::abif;
    return std::nullopt;
}

base::Result<ElectionPlan> plan_election(std::string_view bytes, std::string const& source,
                                         ElectionFormat format, ElectionMints const& mints,
                                         std::int64_t at_ms)
{
    if (bytes.size() > bytes_max) return fail(Errc::invalid, "import.too_large");
    auto const decoded = decode(bytes);
    auto raw = read_as(format, decoded.text, source);
    if (!raw) return fail(raw.error());
    ElectionPlan plan;
    plan.format = format;
    plan.encoding = decoded.encoding;
    plan.voters = raw->voters;
    plan.notes = std::move(raw->notes);
    auto& command = plan.command;
    command.id = mints.next_round();
    command.at_ms = at_ms;
    command.round = std::move(raw->round);
    command.round.question = one_line(command.round.question);
    if (command.round.question.empty()) command.round.question = source;
    for (auto const& option : raw->options) {
        command.cases.push_back(new_case(option, source, mints));
        command.round.cases.push_back(command.cases.back().id);
    }
    for (auto const& ballot : raw->ballots) {
        // Where 0 is not an answer, a ballot without support is blank.
        bool const answers = model::voting_method(command.round.method).zero_answers();
        bool const says = std::ranges::any_of(
            ballot.marks, [&](OptionMark const& mark) { return answers || mark.second > 0; });
        if (!says) plan.blanks += ballot.copies;
        model::Ballot out;
        out.copies = static_cast<int>(ballot.copies);
        for (auto const& [option, value] : ballot.marks)
            out.marks.push_back({command.cases[option].id, value});
        command.ballots.push_back(std::move(out));
    }
    return plan;
}

} // namespace exchange
