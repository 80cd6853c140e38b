#include "edit/replan.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <type_traits>

namespace edit {
namespace {

using model::Change;
using model::Changes;
using model::Document;
using model::Edit;

// Records whose fields are independent: conflicts are found field by field. The fields of the
// others depend on each other (a position, the rules of a vote, a decision and its reason).
template <class R>
constexpr bool by_fields = std::is_same_v<R, model::Case> || std::is_same_v<R, model::Axis> ||
                           std::is_same_v<R, model::Question> || std::is_same_v<R, model::Prompt> ||
                           std::is_same_v<R, model::Profile> || std::is_same_v<R, model::Gathering>;

template <class R>
Edit<R> const* edit_at(Changes const& changes, typename R::Key const& key)
{
    for (auto const& change : changes)
        if (auto const* e = change.as<Edit<R>>(); e && e->key == key) return e;
    return nullptr;
}

// Pairs the fields of two records, in the order of `fields`, with their static types.
template <class R>
std::vector<void const*> fields_of(R const& record)
{
    std::vector<void const*> out;
    R::fields(record, [&](char const*, auto const& field) { out.push_back(&field); });
    return out;
}

// Index of a field, or the whole record.
constexpr std::size_t whole = static_cast<std::size_t>(-1);

template <class R>
bool changes_field(Edit<R> const& e, std::size_t field)
{
    if (field == whole || !e.before || !e.after) return true;
    auto const before = fields_of(*e.before);
    bool differs = false;
    std::size_t at = 0;
    R::fields(*e.after, [&](char const*, auto const& after) {
        using Field = std::remove_cvref_t<decltype(after)>;
        if (at == field) differs = *static_cast<Field const*>(before[at]) != after;
        ++at;
    });
    return differs;
}

// What other actors changed since, for the records that the command changes too.
class Others {
public:
    Others(std::span<Meanwhile const> since, model::ActorId who)
        : since_(since)
        , who_(who)
    {
    }

    // The last entry by another actor that changed this field; none when only the sender did.
    template <class R>
    [[nodiscard]] std::optional<Conflict> changed(typename R::Key const& key, std::string what,
                                                  std::size_t field = whole) const
    {
        for (auto entry = since_.rbegin(); entry != since_.rend(); ++entry) {
            if (entry->by == who_) continue;
            if (auto const* e = edit_at<R>(*entry->changes, key); e && changes_field(*e, field))
                return Conflict{std::move(what), entry->n, entry->by};
        }
        return std::nullopt;
    }

private:
    std::span<Meanwhile const> since_;
    model::ActorId who_;
};

// A record as the sender saw it, as the command wanted it then, as it is now, and as the new plan
// has it.
template <class R>
struct Versions {
    R const &seen, &asked, &now, &planned;
};

// Merges the record field by field.
template <class R>
std::variant<R, Conflict> merged(Versions<R> const& of, typename R::Key const& key,
                                 Others const& others)
{
    auto const seen = fields_of(of.seen), asked = fields_of(of.asked), now = fields_of(of.now);
    R out = of.planned;
    std::optional<Conflict> conflict;
    std::size_t at = 0;
    R::fields(out, [&](char const* name, auto& field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        auto const i = at++;
        auto const& was = *static_cast<Field const*>(seen[i]);
        auto const& is = *static_cast<Field const*>(now[i]);
        bool const meant = *static_cast<Field const*>(asked[i]) != was;
        if (conflict || is == was || field == is) return;
        if (!meant)
            field = is;
        else
            conflict = others.changed<R>(key, std::string(R::name) + "." + name, i);
    });
    if (conflict) return *std::move(conflict);
    return out;
}

// The result for one edit of the new plan: an edit to apply, none, or a conflict.
using Judged = std::variant<Change, std::monostate, Conflict>;

template <class R>
Judged judge(Edit<R> const& planned, Document const& seen, Changes const& asked,
             Others const& others)
{
    auto const& key = planned.key;
    auto const* was = model::find<R>(seen, key);
    auto const* is = planned.before ? &*planned.before : nullptr;
    bool const touched = was && is ? *was != *is : was != is;
    if (!touched) return Change(planned);
    if constexpr (by_fields<R>)
        if (was && is && planned.after) {
            auto const* then = edit_at<R>(asked, key);
            auto const& wanted = then && then->after ? *then->after : *was;
            auto rest = merged<R>({*was, wanted, *is, *planned.after}, key, others);
            if (auto* conflict = std::get_if<Conflict>(&rest)) return std::move(*conflict);
            if (auto& record = std::get<R>(rest); record != *is)
                return Change(Edit<R>{key, planned.before, std::move(record)});
            return std::monostate{};
        }
    if (auto conflict = others.changed<R>(key, R::name)) return *std::move(conflict);
    return Change(planned);
}

// Whether a card at one place covers a part of one at the other. Board units: the width of a card,
// and the height of one with a long title.
bool covers(base::Vec2 a, base::Vec2 b)
{
    constexpr float width = 240, height = 320;
    return std::abs(a.x - b.x) < width && std::abs(a.y - b.y) < height;
}

// The places that other actors gave to cards since, and those that new cards of this one lost to
// them.
struct Taken {
    std::vector<base::Vec2> at;
    bool somewhere = false; // by cards without a place, which are laid out where they fit
};
Taken taken_since(Document const& seen, Document const& now, std::span<Meanwhile const> since,
                  model::ActorId who)
{
    Taken out;
    for (auto const& entry : since) {
        if (entry.by == who) continue;
        for (auto const& change : *entry.changes) {
            auto const* place = change.as<Edit<model::CardPlace>>();
            auto const* card = change.as<Edit<model::Case>>();
            if (place && place->after) out.at.push_back(place->after->at);
            if (card && !card->before && !edit_at<model::CardPlace>(*entry.changes, card->key))
                out.somewhere = true;
        }
    }
    if (out.at.empty()) return out;
    for (auto const& [id, place] : model::table<model::CardPlace>(seen))
        if (!model::find<model::CardPlace>(now, id)) out.at.push_back(place.at);
    return out;
}

// Takes the places of new cards where another card is now out of the changes.
void leave_taken_places(Changes& changes, Document const& seen, Document const& now,
                        std::span<Meanwhile const> since, model::ActorId who)
{
    std::set<model::CaseId> fresh;
    for (auto const& change : changes)
        if (auto const* e = change.as<Edit<model::Case>>(); e && !e->before) fresh.insert(e->key);
    if (fresh.empty()) return;
    auto const taken = taken_since(seen, now, since, who);
    std::erase_if(changes, [&](Change const& change) {
        auto const* e = change.as<Edit<model::CardPlace>>();
        if (!e || !e->after || !fresh.contains(e->key)) return false;
        auto const covered = [&](base::Vec2 at) { return covers(e->after->at, at); };
        return taken.somewhere || std::ranges::any_of(taken.at, covered);
    });
}

// The entry that made the command impossible: the last one after which it cannot be planned.
std::optional<Meanwhile> spoiler(Document doc, Command const& command,
                                 std::span<Meanwhile const> since)
{
    std::optional<Meanwhile> found;
    bool possible = true;
    for (auto const& entry : since) {
        if (!model::apply(doc, *entry.changes)) return std::nullopt;
        bool const was = std::exchange(possible, plan(doc, command).has_value());
        if (was && !possible) found = entry;
    }
    return found;
}

} // namespace

Replanned replan(Document const& seen, Document const& now, Command const& command,
                 std::span<Meanwhile const> since, model::ActorId who)
{
    auto const asked = plan(seen, command);
    auto planned = plan(now, command);
    if (!planned) {
        auto const by = asked ? spoiler(seen, command, since) : std::nullopt;
        if (by && by->by != who) return Conflict{planned.error().where, by->n, by->by};
        return planned.error();
    }
    if (!asked) return *std::move(planned); // changed by an earlier command of the same sender
    Others const others(since, who);
    Changes out;
    for (auto const& change : *planned) {
        auto judged =
            change.visit([&](auto const& e) -> Judged { return judge(e, seen, *asked, others); });
        if (auto* conflict = std::get_if<Conflict>(&judged)) return std::move(*conflict);
        if (auto* kept = std::get_if<Change>(&judged)) out.push_back(std::move(*kept));
    }
    leave_taken_places(out, seen, now, since, who);
    return out;
}

} // namespace edit
