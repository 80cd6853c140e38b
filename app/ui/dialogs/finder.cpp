#include "ui/dialogs/finder.h"

#include "base/text.h"

#include <imgui.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace ui {
namespace {

constexpr std::size_t cards_most = 60, lately_most = 6, lately_shown = 4;
constexpr int page = 8;
constexpr float row_height = 56, head_height = 72, foot_height = 48; // design pixels
constexpr Type typed_type{Face::medium, 24, 32};
constexpr std::string_view card_head = "card.";

using FinderRow = Finder::Row;

std::string card_row_id(model::CaseId id) { return "case." + std::to_string(id.value); }

// A recently visited card, if it still exists.
std::optional<FinderRow> card_of(FinderGround const& ground, std::string_view id)
{
    if (!ground.workshop || !id.starts_with("case.")) return std::nullopt;
    auto const digits = id.substr(5);
    model::CaseId case_id;
    std::from_chars(digits.data(), digits.data() + digits.size(), case_id.value);
    auto const& doc = ground.workshop->doc();
    auto const* text = model::find<model::Case>(doc, case_id);
    bool const hidden = model::find<model::FaceDown>(doc, case_id) != nullptr;
    if (!text || hidden || model::find<model::Merge>(doc, case_id)) return std::nullopt;
    FinderRow row;
    row.id = std::string(card_head) + std::to_string(text->number);
    row.found = row.shown = case_id;
    return row;
}

FinderRow row_of(Finder const& finder, std::size_t offer)
{
    FinderRow row;
    row.id = finder.offers[offer].id;
    row.offer = offer;
    return row;
}

// Without a query: recent items, then all available commands.
void list_useful(Finder& finder, FinderGround const& ground)
{
    for (auto const& id : finder.lately) {
        if (finder.rows.size() == lately_shown) break;
        if (auto card = card_of(ground, id)) {
            finder.rows.push_back(std::move(*card));
            continue;
        }
        auto const it = std::ranges::find(finder.offers, id, &Offer::id);
        if (it != finder.offers.end() && it->enabled == Enabled::yes)
            finder.rows.push_back(
                row_of(finder, static_cast<std::size_t>(it - finder.offers.begin())));
    }
    for (std::size_t i = 0; i < finder.offers.size(); ++i) {
        auto const& offer = finder.offers[i];
        if (offer.enabled == Enabled::no ||
            std::ranges::find(finder.rows, offer.id, &FinderRow::id) != finder.rows.end())
            continue;
        finder.rows.push_back(row_of(finder, i));
    }
    finder.count = finder.rows.size();
}

int worth_of(Offer const& offer, board::Needle const& needle)
{
    auto const named = needle.worth(base::fold(offer.text));
    // Synonyms match at most as well as a word of the name.
    auto const also = std::min(4, needle.worth(base::fold(offer.also + " " + offer.text)));
    return std::max(named, also);
}

void list_found(Finder& finder, FinderGround const& ground, board::Needle const& needle)
{
    for (std::size_t i = 0; i < finder.offers.size(); ++i) {
        auto const worth = worth_of(finder.offers[i], needle);
        if (worth == 0) continue;
        auto row = row_of(finder, i);
        row.worth = worth;
        row.marks = board::found_in(finder.offers[i].text, needle);
        finder.rows.push_back(std::move(row));
    }
    finder.count = finder.rows.size();
    if (ground.workshop) {
        auto const answer = finder.lookup.ask(needle, cards_most);
        finder.count += answer.count;
        for (auto const& hit : answer.best) {
            FinderRow row;
            row.id = std::string(card_head) + std::to_string(hit.number);
            row.found = hit.id;
            row.shown = hit.shown;
            row.worth = hit.worth;
            if (auto const* text = model::find<model::Case>(ground.workshop->doc(), hit.id))
                row.marks = board::found_in(text->title, needle);
            finder.rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(finder.rows, std::ranges::greater{}, &FinderRow::worth);
}

void answer(Ui const& ui, Finder& finder, FinderGround const& ground)
{
    if (finder.asked == finder.text) return;
    if (!finder.asked) { // just opened
        finder.offers = offers_of(ui, ground);
        auto const opening = ground.workshop ? ground.workshop->session.opening : nullptr;
        if (opening != finder.opening)
            std::erase_if(finder.lately, [](auto const& id) { return id.starts_with("case."); });
        finder.opening = opening;
        if (ground.workshop) finder.lookup.refresh(ground.workshop->doc());
    }
    finder.asked = finder.text;
    finder.rows.clear();
    finder.at = 0;
    finder.scroll.offset = 0;
    board::Needle const needle(finder.text);
    if (needle.empty())
        list_useful(finder, ground);
    else
        list_found(finder, ground, needle);
}

void walk_rows(Finder& finder)
{
    if (finder.rows.empty()) return;
    auto const last = static_cast<int>(finder.rows.size()) - 1;
    auto const at = static_cast<int>(finder.at);
    int to = at;
    auto const pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    if (pressed(ImGuiKey_DownArrow)) to = at == last ? 0 : at + 1;
    if (pressed(ImGuiKey_UpArrow)) to = at == 0 ? last : at - 1;
    if (pressed(ImGuiKey_PageDown)) to = std::min(at + page, last);
    if (pressed(ImGuiKey_PageUp)) to = std::max(at - page, 0);
    finder.at = static_cast<std::size_t>(to);
}

// A text on one line with its matches underlined.
void draw_marked(Ui& ui, base::Rect const& box, Type type, board::Color color,
                 std::string_view text, std::vector<board::Found> const& marks)
{
    auto const drawn = draw_text_in(ui, box, type, color, text);
    Clip const clip(ui, {box.min, {box.min.x + drawn, box.max.y}});
    auto const y = std::round(box.center().y + ui.px(type.px) * 0.62F);
    for (auto const& mark : marks) {
        auto const x0 = box.min.x + text_width(ui, type, text.substr(0, mark.begin));
        auto const x1 = box.min.x + text_width(ui, type, text.substr(0, mark.end));
        fill(ui, {{std::round(x0), y}, {std::round(x1), y + ui.snap(2)}}, 0, ui.color().accent);
    }
}

struct Shown {
    std::string text, beside, number;
    unsigned icon = 0;
    std::string_view key;
    Enabled enabled = Enabled::yes;
};

Shown shown_of(Ui const& ui, Finder const& finder, FinderGround const& ground, FinderRow const& row)
{
    Shown shown;
    if (row.offer) {
        auto const& offer = finder.offers[*row.offer];
        return {offer.text, offer.beside, {}, offer.icon, offer.key, offer.enabled};
    }
    auto const& doc = ground.workshop->doc();
    auto const text = model::get<model::Case>(doc, row.found);
    shown.text = text.title;
    shown.number = std::to_string(text.number);
    shown.beside = text.domain;
    if (row.shown != row.found)
        shown.beside =
            ui.words->text("finder.merged", model::get<model::Case>(doc, row.shown).number);
    else if (auto const* member = model::find<model::Membership>(doc, row.found))
        if (auto title = model::get<model::Group>(doc, member->group).title; !title.empty())
            shown.beside = title;
    return shown;
}

// True when it was chosen with the mouse.
bool draw_row(Ui& ui, Finder& finder, FinderGround const& ground, std::size_t index,
              base::Rect const& box)
{
    auto const& c = ui.color();
    auto const& row = finder.rows[index];
    auto const shown = shown_of(ui, finder, ground, row);
    auto const id = "finder." + row.id;
    auto const touched = touch(ui, id, box, shown.text, shown.enabled, Role::area);
    auto const moved = ImGui::GetIO().MouseDelta;
    if (touched.hovered && (moved.x != 0 || moved.y != 0)) finder.at = index;
    bool const on = finder.at == index;
    probe_on(ui, id, on ? On::yes : On::no);
    if (on) fill(ui, box, ui.px(12), c.atint);
    if (on) outline(ui, box, ui.px(12), c.accent, ui.snap(2));
    auto const fade = shown.enabled == Enabled::yes ? 1 : 0.38F;
    base::Vec2 const mark{box.min.x + ui.px(32), box.center().y};
    if (!shown.number.empty())
        draw_case_mark(ui, mark, {.number = shown.number, .diameter = 34});
    else
        draw_icon_at(ui, mark, ui.px(24), board::faded(on ? c.accent : c.ink2, fade), shown.icon);
    auto right = box.max.x - ui.px(16);
    if (!shown.key.empty()) {
        right -= key_width(ui, shown.key);
        draw_key(ui, {right, box.center().y}, shown.key);
        right -= ui.px(14);
    }
    auto const room = right - box.min.x - ui.px(62);
    if (!shown.beside.empty()) {
        auto const wide = std::min(text_width(ui, type::legend, shown.beside) + 1, room * 0.4F);
        draw_text_in(ui, {{right - wide, box.min.y}, {right, box.max.y}}, type::legend,
                     board::faded(c.ink2, fade), shown.beside, Align::right);
        right -= wide + ui.px(16);
    }
    draw_marked(ui, {{box.min.x + ui.px(62), box.min.y}, {right, box.max.y}}, type::body,
                board::faded(c.ink, fade), shown.text, row.marks);
    return touched.clicked;
}

std::optional<std::size_t> draw_rows(Ui& ui, Finder& finder, FinderGround const& ground,
                                     base::Rect const& area)
{
    std::optional<std::size_t> chosen;
    ScrollArea scroll(ui, "finder.list", area, finder.scroll);
    auto const pad = ui.px(10), high = std::round(ui.px(row_height));
    auto const before = finder.at;
    walk_rows(finder);
    auto const from = scroll.top() + ui.px(8);
    for (std::size_t i = 0; i < finder.rows.size(); ++i) {
        auto const y = std::round(from + high * static_cast<float>(i));
        base::Rect const box{{area.min.x + pad, y}, {area.max.x - pad, y + high}};
        if (finder.at == i && before != i) scroll.show(box.min.y, box.max.y);
        if (box.max.y < area.min.y || box.min.y > area.max.y) continue;
        if (draw_row(ui, finder, ground, i, box)) chosen = i;
    }
    scroll.content_height(ui.px(16) + high * static_cast<float>(finder.rows.size()));
    if (finder.rows.empty())
        draw_text_in(ui, {{area.min.x + ui.px(28), from}, {area.max.x - ui.px(28), from + high}},
                     type::body, ui.color().ink2, ui.tr("finder.none"));
    return chosen;
}

void draw_foot(Ui& ui, Finder const& finder, base::Rect const& box)
{
    auto const& c = ui.color();
    hairline_h(ui, box.min.x, box.max.x, box.min.y, c.line);
    float x = box.min.x + ui.px(24);
    auto const y = box.center().y;
    auto const count = ui.words->plural("finder.count", static_cast<std::int64_t>(finder.count));
    auto const wide = text_width(ui, type::legend, count);
    auto const end = box.max.x - ui.px(24) - wide;
    auto const say = [&](std::string_view key, std::string_view meaning) {
        if (x + key_width(ui, key) + text_width(ui, type::legend, meaning) + ui.px(30) > end)
            return;
        x += draw_key(ui, {x, y}, key) + ui.px(8);
        x += draw_text_in(ui, {{x, box.min.y}, {end, box.max.y}}, type::legend, c.ink2, meaning) +
             ui.px(20);
    };
    say("↑ ↓", ui.tr("finder.walk"));
    say(ui.tr("key.enter"), ui.tr("finder.take"));
    say(ui.tr("key.escape"), ui.tr("finder.close"));
    base::Rect const at{{end, box.min.y}, {box.max.x - ui.px(24), box.max.y}};
    draw_text_in(ui, at, type::legend, c.ink2, count, Align::right);
    touch(ui, "finder.count", at, count, Enabled::yes, Role::area);
}

void remember(Finder& finder, std::string const& id)
{
    std::erase(finder.lately, id);
    finder.lately.push_front(id);
    if (finder.lately.size() > lately_most) finder.lately.pop_back();
}

std::optional<Wish> take(Ui const& ui, Finder& finder, FinderGround const& ground,
                         std::size_t index)
{
    auto const row = finder.rows[index];
    if (!row.offer) {
        remember(finder, card_row_id(row.shown));
        finder.state = Finder::State::closed;
        return ShowCase{row.shown};
    }
    // Recomputed: times in commands must be those of the choice, not of the opening.
    auto const now = offers_of(ui, ground);
    auto const it = std::ranges::find(now, row.id, &Offer::id);
    if (it == now.end() || it->enabled == Enabled::no) return std::nullopt;
    remember(finder, row.id);
    finder.state = Finder::State::closed;
    return it->wish;
}

} // namespace

void Finder::open()
{
    state = State::opening;
    text.clear();
    asked.reset();
}

std::optional<Wish> draw(Ui& ui, Finder& finder, FinderGround const& ground)
{
    if (!finder.shown()) return std::nullopt;
    Layer const layer(ui, "finder");
    auto const& c = ui.color();
    auto const away = touch(ui, "finder.away", ui.screen(), {}, Enabled::yes, Role::area);
    fill(ui, ui.screen(), 0, board::faded(c.shadow, 0.28F));
    auto const margin = ui.px(24);
    auto const width = std::round(std::min(ui.px(820), ui.size.x - 2 * margin));
    base::Vec2 const at{std::round((ui.size.x - width) / 2),
                        std::round(std::min(ui.px(96), ui.size.y * 0.08F))};
    auto const height = std::round(std::min(ui.px(704), ui.size.y - at.y - margin));
    base::Rect const box{at, at + base::Vec2{width, height}};
    touch(ui, "finder", box, ui.tr("finder.title"), Enabled::yes, Role::area);
    draw_surface(ui, box, {ui.px(20), c.card, c.line, ui.snap(1), Level::e3});

    auto const head = box.min.y + std::round(ui.px(head_height));
    draw_icon_at(ui, {box.min.x + ui.px(42), (box.min.y + head) / 2}, ui.px(26), c.ink2,
                 icon::search);
    base::Rect const field{{box.min.x + ui.px(72), box.min.y}, {box.max.x - ui.px(24), head}};
    FieldLook look;
    auto const hint = ui.tr(ground.workshop ? "finder.hint" : "finder.hint.home");
    look.hint = hint;
    look.type = typed_type;
    look.frame = FieldLook::Frame::bare;
    look.after = FieldLook::After::stays;
    look.most_bytes = 200;
    if (finder.state == Finder::State::opening) focus(ui, "finder.text");
    finder.state = Finder::State::open;
    auto const edit = text_field(ui, "finder.text", field, hint, finder.text, look);
    hairline_h(ui, box.min.x, box.max.x, head, c.line);
    if (edit == Edit::cancelled || away.pressed || shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_K)) {
        finder.state = Finder::State::closed;
        return std::nullopt;
    }
    answer(ui, finder, ground);
    auto const foot = box.max.y - std::round(ui.px(foot_height));
    auto chosen = draw_rows(ui, finder, ground, {{box.min.x, head + 1}, {box.max.x, foot}});
    draw_foot(ui, finder, {{box.min.x, foot}, box.max});
    if (edit == Edit::submitted && !finder.rows.empty()) chosen = finder.at;
    return chosen ? take(ui, finder, ground, *chosen) : std::nullopt;
}

} // namespace ui
