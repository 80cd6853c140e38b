#include "journal/checks.h"

#include <algorithm>
#include <cmath>

namespace journal {
namespace {

template <class T>
bool kept_as_it_is(T const& value)
{
    if constexpr (std::is_enum_v<T>) {
        return static_cast<std::size_t>(value) < base::count_of<T>;
    } else if constexpr (std::is_floating_point_v<T>) {
        return std::isfinite(value);
    } else if constexpr (Fields<T>) {
        bool all = true;
        T::fields(value, [&](char const*, auto const& one) { all = all && kept_as_it_is(one); });
        return all;
    } else {
        return true;
    }
}

template <class R>
bool within_scale(R const&)
{
    return true;
}
bool within_scale(model::Hands const& r) { return r.count >= 0; }
bool on_scale(model::Level level, model::Level lowest)
{
    return level >= lowest && level <= model::level_max;
}
bool within_scale(model::Axis const& r)
{
    return on_scale(r.opportunity_line, 0) && on_scale(r.risk_line, 0);
}
bool within_scale(model::Placement const& r)
{
    return on_scale(r.opportunity, 0) && on_scale(r.risk, 0) && on_scale(r.severity, -1) &&
           on_scale(r.likelihood, -1);
}
bool within_scale(model::Estimate const& r)
{
    return on_scale(r.opportunity, -1) && on_scale(r.risk, -1) && on_scale(r.severity, -1) &&
           on_scale(r.likelihood, -1);
}
bool within_scale(model::Round const& r) { return r.labels.size() <= texts_max; }
bool within_scale(model::Ballot const& r)
{
    return r.copies >= 1 &&
           std::ranges::all_of(r.marks, [](auto const& mark) { return bool{mark.on}; }) &&
           std::ranges::all_of(r.estimates, [](model::EstimateMark const& mark) {
               return mark.on && mark.axis && within_scale(mark.at);
           });
}

template <class R>
std::string unsound_record(R const& record)
{
    return kept_as_it_is(record) && within_scale(record) ? "" : std::string("why.value ") + R::name;
}

template <class R>
std::string unsound_edit(model::Edit<R> const& e)
{
    if (!e.before && !e.after) return std::string("why.sides ") + R::name;
    if (!kept_as_it_is(e.key)) return std::string("why.value ") + R::name;
    if (e.before)
        if (auto what = unsound_record(*e.before); !what.empty()) return what;
    return e.after ? unsound_record(*e.after) : "";
}

template <class R>
bool edited_twice(model::Changes const& changes)
{
    std::vector<typename R::Key const*> keys;
    for (auto const& change : changes)
        if (auto const* e = change.as<model::Edit<R>>()) keys.push_back(&e->key);
    std::ranges::sort(keys, [](auto const* a, auto const* b) { return *a < *b; });
    return std::ranges::adjacent_find(
               keys, [](auto const* a, auto const* b) { return *a == *b; }) != keys.end();
}

} // namespace

std::string unsound(model::Ballot const& ballot) { return unsound_record(ballot); }

std::string unsound(Entry const& entry)
{
    if (!kept_as_it_is(entry.kind)) return "why.value kind";
    for (auto const& change : entry.changes)
        if (auto what = change.visit([](auto const& e) { return unsound_edit(e); }); !what.empty())
            return what;
    std::string twice;
    model::for_each_record_type([&]<class R>() {
        if (twice.empty() && edited_twice<R>(entry.changes))
            twice = std::string("why.twice ") + R::name;
    });
    return twice;
}

bool holds_nul(std::string_view json)
{
    bool in_text = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] == '"')
            in_text = !in_text;
        else if (in_text && json[i] == '\\') {
            if (json.substr(i, 6) == "\\u0000") return true;
            ++i; // skips the escaped character, which may be a quotation mark
        } else if (in_text && json[i] == '\0')
            return true;
    }
    return false;
}

} // namespace journal
