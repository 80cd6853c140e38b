#include "session/public_view.h"

#include <type_traits>
#include <utility>

namespace session {
namespace {

using model::Document;

model::Case blank(model::Case const& text)
{
    model::Case out;
    out.number = text.number;
    out.origin = text.origin;
    return out;
}

bool revealed(Document const& doc, model::RoundId round)
{
    return model::get<model::RoundStatus>(doc, round).state == model::RoundState::revealed;
}

void strip(Document& doc, Document const& from)
{
    model::writable<model::Proposal>(doc) = {};
    model::writable<model::Received>(doc) = {};
    for (auto const& [id, hidden] : model::table<model::FaceDown>(from))
        if (auto const* text = model::find<model::Case>(from, id))
            model::writable<model::Case>(doc).set(id, blank(*text));
    for (auto const& [key, ballot] : model::table<model::Ballot>(from))
        if (!revealed(from, key.round))
            model::writable<model::Ballot>(doc).set(key, {{}, ballot.copies, {}});
    for (auto const& [round, rooms] : model::table<model::ByRoom>(from))
        if (!revealed(from, round)) model::writable<model::ByRoom>(doc).erase(round);
    for (auto const& [key, hands] : model::table<model::Hands>(from))
        if (!revealed(from, key.round)) model::writable<model::Hands>(doc).set(key, {});
    for (auto const& [key, estimate] : model::table<model::Estimate>(from))
        if (!revealed(from, key.round)) model::writable<model::Estimate>(doc).erase(key);
}

// What the board shows beside the cases.
template <class R>
constexpr bool on_the_board =
    std::is_same_v<R, model::CardPlace> || std::is_same_v<R, model::Group> ||
    std::is_same_v<R, model::GroupFrame> || std::is_same_v<R, model::Membership> ||
    std::is_same_v<R, model::Merge> || std::is_same_v<R, model::FaceDown> ||
    std::is_same_v<R, model::Annotation>;

// The same change without texts that are not visible now; none when it is not of the board.
std::optional<model::Change> stripped(Document const& doc, model::Change const& change)
{
    if (auto const* text = change.as<model::Edit<model::Case>>()) {
        bool const there = model::find<model::Case>(doc, text->key) != nullptr;
        if (there && !model::find<model::FaceDown>(doc, text->key)) return change;
        auto out = *text;
        for (auto* side : {&out.before, &out.after})
            if (*side) *side = blank(**side);
        return out;
    }
    bool const shown = change.visit([](auto const& edit) {
        return on_the_board<typename std::decay_t<decltype(edit)>::Record>;
    });
    return shown ? std::optional(change) : std::nullopt;
}

std::shared_ptr<journal::Entry const> stripped(Document const& doc, journal::Entry const& entry)
{
    auto out = std::make_shared<journal::Entry>();
    out->n = entry.n;
    out->actor = entry.actor;
    out->at_ms = entry.at_ms;
    out->kind = entry.kind;
    out->target = entry.target;
    out->label = entry.label;
    for (auto const& change : entry.changes)
        if (auto kept = stripped(doc, change)) out->changes.push_back(std::move(*kept));
    return out;
}

} // namespace

std::vector<BallotCount> public_boxes(View const& view)
{
    auto out = view.boxes;
    auto const nobody = std::make_shared<std::set<std::string> const>();
    for (auto& box : out) box.tokens = nobody;
    return out;
}

View public_view(View const& view)
{
    View out = view;
    strip(out.document, view.document);
    out.may_undo = out.may_redo = false;
    out.boxes = public_boxes(view);
    auto recent = std::make_shared<View::Entries>();
    recent->reserve(view.recent->size());
    for (auto const& entry : *view.recent) recent->push_back(stripped(view.document, *entry));
    out.recent = std::move(recent);
    return out;
}

} // namespace session
