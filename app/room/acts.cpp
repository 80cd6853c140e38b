#include "room/acts.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"
#include "room/projection.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace room {
namespace {

using base::Errc;
using base::fail;
using base::Result;
using nlohmann::json;

tl::unexpected<base::Error> wrong(std::string_view field)
{
    return fail(Errc::invalid, "room.field", std::string(field));
}

constexpr int number_max = 1'000'000'000; // the largest number accepted in any field

Result<int> number(json const& in, char const* field)
{
    auto const it = in.find(field);
    if (it == in.end() || !it->is_number_integer()) return wrong(field);
    auto const value = it->get<std::int64_t>();
    if (it->is_number_unsigned() ? it->get<std::uint64_t>() > number_max
                                 : value < -number_max || value > number_max)
        return wrong(field);
    return static_cast<int>(value);
}

enum class Absent { refused, empty };
Result<std::string> text(json const& in, char const* field, Absent absent)
{
    auto const it = in.find(field);
    if (it == in.end() && absent == Absent::empty) return std::string{};
    if (it == in.end() || !it->is_string()) return wrong(field);
    return it->get<std::string>();
}

Result<bool> flag(json const& in, char const* field, Absent absent)
{
    auto const it = in.find(field);
    if (it == in.end() && absent == Absent::empty) return false;
    if (it == in.end() || !it->is_boolean()) return wrong(field);
    return it->get<bool>();
}

template <class IdType>
Result<IdType> id(json const& in, char const* field)
{
    auto const said = text(in, field, Absent::refused);
    if (!said) return fail(said.error());
    std::uint64_t value = 0;
    auto const* end = said->data() + said->size();
    auto const read = std::from_chars(said->data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || value == 0) return wrong(field);
    return IdType{value};
}

Result<json> list(json const& in, char const* field)
{
    auto const it = in.find(field);
    if (it == in.end() || !it->is_array()) return wrong(field);
    if (!std::ranges::all_of(*it, [](json const& one) { return one.is_object(); }))
        return wrong(field);
    return *it;
}

tl::unexpected<base::Error> too_long(std::string_view field, std::size_t most)
{
    return fail(Errc::invalid, "proposal.length",
                "why.long." + std::string(field) + " " + std::to_string(most));
}

// A sanitised single line of at most `most` graphemes.
Result<std::string> line(json const& in, char const* field, std::size_t most, Absent absent)
{
    auto said = text(in, field, absent);
    if (!said) return said;
    auto clean = exchange::one_line(base::sanitized(exchange::without_invisible(*said)));
    if (base::grapheme_count(clean) > most) return too_long(field, most);
    return clean;
}

// A level; -1 for null ("don't know").
Result<model::Level> level(json const& in, char const* field)
{
    auto const it = in.find(field);
    if (it == in.end()) return wrong(field);
    if (it->is_null()) return -1;
    auto const said = number(in, field);
    if (!said || *said < 0) return wrong(field);
    return *said;
}

Result<model::EstimateMark> read_estimate(json const& one)
{
    auto const axis = id<model::AxisId>(one, "axis");
    auto const on = id<model::CaseId>(one, "case");
    if (!axis) return fail(axis.error());
    if (!on) return fail(on.error());
    model::EstimateMark mark{*axis, *on, {}};
    auto const opportunity = level(one, "opportunity");
    if (!opportunity) return fail(opportunity.error());
    mark.at.opportunity = *opportunity;
    bool const in_two = one.contains("severity") || one.contains("likelihood");
    for (auto const& [field, into] :
         {std::pair{"severity", &mark.at.severity}, {"likelihood", &mark.at.likelihood}}) {
        if (!in_two) break;
        auto const said = level(one, field);
        if (!said) return fail(said.error());
        *into = *said;
    }
    if (in_two) return mark;
    auto const risk = level(one, "risk");
    if (!risk) return fail(risk.error());
    mark.at.risk = *risk;
    return mark;
}

} // namespace

Result<json> read_body(std::string_view body)
{
    auto out = json::parse(body, nullptr, false);
    if (!out.is_object()) return fail(Errc::invalid, "room.json");
    return out;
}

Result<std::string> act_of(json const& body)
{
    constexpr std::size_t least = 8, most = 64;
    auto said = text(body, "act", Absent::refused);
    auto const sign = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_';
    };
    if (!said || said->size() < least || said->size() > most || !std::ranges::all_of(*said, sign))
        return fail(Errc::invalid, "room.act");
    return said;
}

Result<Joining> read_joining(json const& body)
{
    auto code = text(body, "code", Absent::refused);
    if (!code) return fail(code.error());
    auto name = line(body, "name", exchange::proposal_most::name, Absent::empty);
    if (!name) return fail(name.error());
    return Joining{std::move(*code), std::move(*name)};
}

Result<std::string> read_title(json const& body)
{
    return line(body, "title", exchange::proposal_most::title, Absent::refused);
}

Result<Proposing> read_proposing(json const& body)
{
    auto title = read_title(body);
    if (!title) return fail(title.error());
    if (!exchange::shows(*title)) return fail(Errc::invalid, "proposal.title");
    auto description = text(body, "description", Absent::empty);
    if (!description) return fail(description.error());
    auto clean = base::sanitized(exchange::without_invisible(*description));
    if (base::grapheme_count(clean) > exchange::proposal_most::description)
        return too_long("description", exchange::proposal_most::description);
    auto domain = line(body, "domain", exchange::proposal_most::domain, Absent::empty);
    if (!domain) return fail(domain.error());
    auto const with_name = flag(body, "signed", Absent::empty);
    if (!with_name) return fail(with_name.error());
    return Proposing{std::move(*title), std::string(base::trimmed(clean)), std::move(*domain),
                     *with_name ? Proposing::Signed::yes : Proposing::Signed::no};
}

Result<model::RoundId> read_round(json const& body) { return id<model::RoundId>(body, "round"); }

Result<model::Ballot> read_ballot(json const& body, model::Round const& round)
{
    auto const marks = list(body, "marks");
    if (!marks) return fail(marks.error());
    model::Ballot out;
    for (auto const& one : *marks) {
        auto const on = id<model::CaseId>(one, "case");
        if (!on) return fail(on.error());
        if (one.contains("over")) {
            auto const over = id<model::CaseId>(one, "over");
            if (!over) return fail(over.error());
            auto const place = std::ranges::find(round.cases, *over) - round.cases.begin();
            out.marks.push_back({*on, static_cast<int>(place) + 1});
            continue;
        }
        auto const value = number(one, "value");
        if (!value) return fail(value.error());
        out.marks.push_back({*on, *value});
    }
    return out;
}

Result<model::Ballot> read_estimates(json const& body)
{
    auto const all = list(body, "estimates");
    if (!all) return fail(all.error());
    model::Ballot out;
    for (auto const& one : *all) {
        auto const mark = read_estimate(one);
        if (!mark) return fail(mark.error());
        out.estimates.push_back(*mark);
    }
    return out;
}

Result<bool> read_raised(json const& body) { return flag(body, "up", Absent::refused); }

Result<std::string> read_name(json const& body)
{
    return line(body, "name", exchange::proposal_most::name, Absent::refused);
}

} // namespace room
