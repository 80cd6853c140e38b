#include "board/scene.h"

#include <algorithm>
#include <atomic>
#include <utility>

// Builds and updates a scene from a document.
namespace board {
namespace {

// Orders by number, then id.
template <class A, class B>
bool is_before(A const& a, B const& b)
{
    return std::pair(a.number, a.id) < std::pair(b.number, b.id);
}

// Unique among all states of all scenes.
std::uint64_t next_version()
{
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

template <class T>
void keep_once(std::vector<T>& list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

bool on_edge(base::Rect const& of, base::Rect const& box)
{
    return box.min.x <= of.min.x || box.min.y <= of.min.y || box.max.x >= of.max.x ||
           box.max.y >= of.max.y;
}

} // namespace

void note(std::uint64_t n, model::Changes const& changes, Touched& touched)
{
    note_raised(n, changes, touched.raised);
    for (auto const& change : changes)
        change.visit([&]<class R>(model::Edit<R> const& e) {
            if constexpr (std::is_same_v<typename R::Key, model::CaseId>)
                touched.cases.push_back(e.key);
            if constexpr (std::is_same_v<typename R::Key, model::GroupId>)
                touched.groups.push_back(e.key);
        });
}

struct Scene::Todo {
    std::vector<model::CaseId> cards;   // whose card may have changed
    std::vector<model::GroupId> frames; // whose cards or positions may have changed
    enum class Frames { as_listed, listed_again } list = Frames::as_listed;
    enum class Unplaced { stay, laid_again } unplaced = Unplaced::stay;
    enum class Bounds { only_grow, may_shrink } bounds = Bounds::only_grow;
    enum class Highest { known, looked_for } highest = Highest::known;
};

Scene::Scene(model::Document const& doc, Measure const& measure, Form others, Raised const& raised)
    : others_(others)
{
    auto const& cases = model::table<model::Case>(doc);
    known_.reserve(cases.size());
    for (auto const& [id, text] : cases) {
        Known known;
        known.number = text.number;
        known.origin = text.origin;
        if (auto const it = raised.find(id.value); it != raised.end()) known.raised = it->second;
        known_.emplace(id.value, known);
    }
    auto const with = [&](model::CaseId id, auto&& f) {
        if (auto const it = known_.find(id.value); it != known_.end()) f(it->second);
    };
    for (auto const& [id, place] : model::table<model::CardPlace>(doc))
        with(id, [&at = place.at](Known& known) { known.at = at; });
    for (auto const& [id, member] : model::table<model::Membership>(doc))
        with(id, [&group = member.group](Known& known) { known.group = group; });
    for (auto const& [id, merge] : model::table<model::Merge>(doc))
        with(id, [&into = merge.into](Known& known) { known.into = into; });
    Todo todo;
    for (auto const& [value, known] : known_) learn({value}, nullptr, &known, todo);
    for (auto const& [id, text] : cases) measure_case(id, text, known_.at(id.value), measure);
    rebuild(doc, measure);
}

void Scene::renew(model::Document const& doc, Touched touched, Measure const& measure)
{
    keep_once(touched.cases);
    keep_once(touched.groups);
    Todo todo;
    for (auto id : touched.cases) {
        auto now = read(doc, id);
        auto const it = known_.find(id.value);
        auto const* before = it == known_.end() ? nullptr : &it->second;
        if (!before && !now) continue;
        if (now && before) now->raised = before->raised;
        if (auto const rank = touched.raised.find(id.value); now && rank != touched.raised.end())
            now->raised = std::max(now->raised, rank->second);
        if (now) measure_case(id, *model::find<model::Case>(doc, id), *now, measure);
        learn(id, before, now ? &*now : nullptr, todo);
        todo.cards.push_back(id);
        if (now)
            known_.insert_or_assign(id.value, *now);
        else
            known_.erase(id.value);
    }
    if (!touched.groups.empty()) todo.list = Todo::Frames::listed_again;
    todo.frames.insert(todo.frames.end(), touched.groups.begin(), touched.groups.end());
    if (todo.highest == Todo::Highest::looked_for) find_highest_number();
    if (todo.unplaced == Todo::Unplaced::laid_again || !patch_list(todo))
        rebuild(doc, measure);
    else
        patch(doc, todo);
}

std::optional<Scene::Known> Scene::read(model::Document const& doc, model::CaseId id)
{
    auto const* text = model::find<model::Case>(doc, id);
    if (!text) return std::nullopt;
    Known known;
    known.number = text->number;
    known.origin = text->origin;
    if (auto const* place = model::find<model::CardPlace>(doc, id)) known.at = place->at;
    if (auto const* member = model::find<model::Membership>(doc, id)) known.group = member->group;
    if (auto const* merge = model::find<model::Merge>(doc, id)) known.into = merge->into;
    return known;
}

// Records that a case was added, removed or changed.
void Scene::learn(model::CaseId id, Known const* before, Known const* now, Todo& todo)
{
    if (moves_unplaced(before, now)) todo.unplaced = Todo::Unplaced::laid_again;
    auto const group_before = before ? before->group : model::GroupId{};
    auto const group = now ? now->group : model::GroupId{};
    if (group_before && group_before != group) std::erase(members_[group_before.value], id);
    if (group && group_before != group) members_[group.value].push_back(id);
    for (auto frame : {group_before, group})
        if (frame) todo.frames.push_back(frame);

    auto const into_before = before ? before->into : model::CaseId{};
    auto const into = now ? now->into : model::CaseId{};
    if (into_before != into) {
        if (into_before && --absorbed_[into_before.value] == 0) absorbed_.erase(into_before.value);
        if (into) ++absorbed_[into.value];
        for (auto other : {into_before, into})
            if (other) todo.cards.push_back(other);
    }
    if (before) count(*before, -1);
    if (now) count(*now, 1);
    auto& highest = counts_.highest_number;
    if (before && before->number == highest && (!now || now->number < highest))
        todo.highest = Todo::Highest::looked_for;
    if (now) highest = std::max(highest, now->number);
}

void Scene::count(Known const& known, std::int64_t by)
{
    counts_.by_origin[static_cast<std::size_t>(known.origin)] += by;
    if (!known.into && !known.group) counts_.free += by;
    if (!known.at) unplaced_ += static_cast<std::size_t>(by);
}

void Scene::find_highest_number()
{
    counts_.highest_number = 0;
    for (auto const& [id, known] : known_)
        counts_.highest_number = std::max(counts_.highest_number, known.number);
}

// A case affects the automatic layout when it is part of it, or comes before the last that is.
bool Scene::moves_unplaced(Known const* before, Known const* now) const
{
    bool const was_unplaced = before && !before->at, is_unplaced = now && !now->at;
    if (was_unplaced != is_unplaced) return true;
    if (slots_.empty()) return false;
    auto const last = slots_.back().number;
    bool const below = (before && before->number <= last) || (now && now->number <= last);
    bool const same = before && now && before->number == now->number && before->at == now->at &&
                      before->full == now->full && before->compact == now->compact;
    return below && !same;
}

// The full height is needed where it is drawn, and where other cards are laid out around it.
void Scene::measure_case(model::CaseId id, model::Case const& text, Known& known,
                         Measure const& measure) const
{
    auto const high = [&](Form form) { return card_height(form, measure(id, text, form)); };
    if (known.compact < 0) known.compact = high(Form::compact);
    bool const is_compact = known.group || others_ == Form::compact;
    if (known.full < 0 && (!is_compact || !known.at || unplaced_ > 0))
        known.full = high(Form::full);
}

Card Scene::card_of(model::CaseId id, Known const& known) const
{
    Card card;
    card.id = id;
    card.form = known.group ? Form::compact : others_;
    card.number = known.number;
    card.compact = known.compact;
    card.group = known.group;
    card.raised = known.raised;
    if (auto const more = absorbed_.find(id.value); more != absorbed_.end())
        card.merged = more->second;
    auto at = known.at.value_or(base::Vec2{});
    if (!known.at) {
        auto const slot =
            std::lower_bound(slots_.begin(), slots_.end(), card,
                             [](Slot const& s, Card const& c) { return is_before(s, c); });
        at = slot->at;
    }
    auto const high = card.form == Form::compact ? known.compact : known.full;
    card.box = {at, {at.x + card_width, at.y + high}};
    return card;
}

void Scene::rebuild(model::Document const& doc, Measure const& measure)
{
    version_ = next_version();
    std::vector<Piece> pieces;
    if (unplaced_ > 0) pieces.reserve(known_.size());
    for (auto& [value, known] : known_) {
        if (unplaced_ == 0) break;
        model::CaseId const id{value};
        if (known.full < 0) measure_case(id, *model::find<model::Case>(doc, id), known, measure);
        // A title of very many lines is higher in the narrower lines of the compact form.
        pieces.push_back({known.number, id, std::max(known.full, known.compact), known.at});
    }
    slots_ = lay_out(std::move(pieces));

    cards_.clear();
    unlaid_.clear();
    cards_.reserve(known_.size());
    for (auto const& [value, known] : known_) {
        if (known.into) continue;
        cards_.push_back(card_of({value}, known));
        if (!known.at) unlaid_.push_back({value});
    }
    std::sort(cards_.begin(), cards_.end(), is_before<Card, Card>);
    std::sort(unlaid_.begin(), unlaid_.end());
    by_id_.clear();
    by_id_.reserve(cards_.size());
    grid_.clear();
    for (Grid::Index i = 0; i < cards_.size(); ++i) {
        by_id_.emplace(cards_[i].id.value, i);
        grid_.add(i, cards_[i].box);
    }
    reading_.forget();
    drawing_.forget();
    frames_.clear();
    list_frames(doc);
    for (auto& frame : frames_) surround(doc, frame);
    bound();
}

// Handles cards appended or removed at the end; `rebuild` handles the rest.
bool Scene::patch_list(Todo& todo)
{
    keep_once(todo.cards);
    std::vector<Card> fresh;
    std::vector<Grid::Index> gone;
    for (auto id : todo.cards) {
        auto const known = known_.find(id.value);
        bool const shown = known != known_.end() && !known->second.into;
        auto const at = index_of(id);
        if (shown && at && cards_[*at].number != known->second.number) return false;
        if (shown && !at) fresh.push_back(card_of(id, known->second));
        if (!shown && at) gone.push_back(*at);
    }
    if (!fresh.empty() && !gone.empty()) return false;
    std::sort(gone.begin(), gone.end(), std::greater<>{});
    for (std::size_t i = 0; i < gone.size(); ++i)
        if (gone[i] + i + 1 != cards_.size()) return false;
    std::sort(fresh.begin(), fresh.end(), is_before<Card, Card>);
    if (!fresh.empty() && !cards_.empty() && !is_before(cards_.back(), fresh.front())) return false;

    for (auto const i : gone) {
        if (on_edge(bounds_, cards_[i].box)) todo.bounds = Todo::Bounds::may_shrink;
        grid_.remove(i, cards_[i].box);
        by_id_.erase(cards_[i].id.value);
        std::erase(unlaid_, cards_[i].id);
        cards_.pop_back();
    }
    for (auto const& card : fresh) {
        auto const i = static_cast<Grid::Index>(cards_.size());
        cards_.push_back(card);
        by_id_.emplace(card.id.value, i);
        grid_.add(i, card.box);
        if (!known_.at(card.id.value).at)
            unlaid_.insert(std::lower_bound(unlaid_.begin(), unlaid_.end(), card.id), card.id);
    }
    return true;
}

void Scene::patch(model::Document const& doc, Todo& todo)
{
    version_ = next_version();
    reading_.forget();
    drawing_.forget();
    bool const was_empty = bounds_.width() <= 0;
    for (auto id : todo.cards) {
        auto const at = index_of(id);
        if (!at) continue;
        auto& card = cards_[*at];
        auto const now = card_of(id, known_.at(id.value));
        if (now.box != card.box) {
            grid_.move(*at, card.box, now.box);
            if (on_edge(bounds_, card.box)) todo.bounds = Todo::Bounds::may_shrink;
        }
        bounds_ = base::united(bounds_, now.box);
        card = now;
    }
    patch_frames(doc, todo);
    if (was_empty || todo.bounds == Todo::Bounds::may_shrink) bound();
}

void Scene::patch_frames(model::Document const& doc, Todo& todo)
{
    keep_once(todo.frames);
    if (todo.list == Todo::Frames::listed_again) {
        todo.bounds = Todo::Bounds::may_shrink; // there are few frames: update all
        list_frames(doc);
    }
    for (auto& frame : frames_) {
        if (!std::binary_search(todo.frames.begin(), todo.frames.end(), frame.id)) continue;
        if (on_edge(bounds_, frame.box)) todo.bounds = Todo::Bounds::may_shrink;
        surround(doc, frame);
        bounds_ = base::united(bounds_, frame.box);
    }
}

// Lists the frames; existing ones keep their cached data.
void Scene::list_frames(model::Document const& doc)
{
    auto const before = std::exchange(frames_, {});
    for (auto const& [id, laid] : model::table<model::GroupFrame>(doc)) {
        auto const* group = model::find<model::Group>(doc, id);
        Frame frame{id, laid.area, group ? group->number : 0, 0};
        auto const known = std::find_if(before.begin(), before.end(),
                                        [&](Frame const& f) { return f.id == frame.id; });
        if (known != before.end()) frame.box = known->box, frame.cards = known->cards;
        frames_.push_back(frame);
    }
    std::sort(frames_.begin(), frames_.end(), is_before<Frame, Frame>);
}

void Scene::surround(model::Document const& doc, Frame& frame) const
{
    frame.box = model::get<model::GroupFrame>(doc, frame.id).area;
    frame.cards = 0;
    for (auto id : members(frame.id)) {
        auto const* card = find(id);
        if (!card) continue;
        ++frame.cards;
        auto around = base::grown(card->box, frame_padding);
        around.min.y = card->box.min.y - frame_head;
        frame.box = base::united(frame.box, around);
    }
}

void Scene::bound()
{
    bounds_ = {};
    if (!cards_.empty())
        bounds_ = cards_.front().box;
    else if (!frames_.empty())
        bounds_ = frames_.front().box;
    for (auto const& card : cards_) bounds_ = base::united(bounds_, card.box);
    for (auto const& frame : frames_) bounds_ = base::united(bounds_, frame.box);
}

} // namespace board
