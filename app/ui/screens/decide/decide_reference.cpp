#include "ui/screens/decide/decide_parts.h"
#include "wording/ranking.h"
#include "wording/votes/method_words.h"

#include <algorithm>

// The reference round, and the conversion of its result to 0..10.
namespace ui {
namespace {

// The votes with a result, by number.
std::vector<model::RoundId> results(model::Document const& doc)
{
    std::vector<std::pair<int, model::RoundId>> numbered;
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (analysis::shows_a_result(doc, id)) numbered.emplace_back(round.number, id);
    std::ranges::sort(numbered);
    std::vector<model::RoundId> out;
    for (auto const& [number, id] : numbered) out.push_back(id);
    return out;
}

struct OfferedWay {
    std::string id, label, people;
    model::RoundId round;
};

std::vector<OfferedWay> offered(Ui const& ui, model::Document const& doc)
{
    std::vector<OfferedWay> out;
    auto const latest = analysis::latest_result(doc);
    auto const last = latest ? model::get<model::Round>(doc, *latest).number : 0;
    out.push_back({"decide.reference.last", ui.words->text("decide.reference.last", last), {}, {}});
    for (auto id : results(doc)) {
        auto const round = model::get<model::Round>(doc, id);
        out.push_back({"decide.reference." + std::to_string(round.number),
                       wording::vote(*ui.words, round), wording::people(*ui.words, doc, id), id});
    }
    return out;
}

std::optional<Wish> draw_menu(Ui& ui, DecideView& view, model::Document const& doc)
{
    auto const ways = offered(ui, doc);
    auto const chosen = model::get<model::Reference>(doc).round;
    std::vector<MenuItem> items;
    for (auto const& way : ways) {
        MenuItem item{way.id, way.label, 0, way.people};
        if (way.round == chosen) item.kind = MenuItem::Kind::chosen;
        items.push_back(item);
    }
    auto const answer =
        menu(ui, "decide.reference.menu", *view.reference_menu, items, Align::right);
    if (answer.closed) view.reference_menu.reset();
    auto const way = std::ranges::find(ways, answer.id, &OfferedWay::id);
    if (answer.id.empty() || way == ways.end()) return std::nullopt;
    return edit::SetReference{way->round};
}

// A result newer than the one that counts, and a button that makes it count.
std::optional<Wish> draw_newer(Ui& ui, Workshop const& workshop, base::Rect const& area, float& y)
{
    auto const& doc = workshop.doc();
    auto const newer = analysis::newer_result(doc);
    if (!newer) return std::nullopt;
    auto const said = wording::newer(*ui.words, doc, *newer);
    float const left = area.min.x + ui.px(30);
    y += ui.px(4);
    draw_icon(ui, {area.min.x, y + ui.px(1)}, ui.px(20), ui.color().ink2, icon::info);
    float const high =
        draw_paragraph(ui, {left, y}, area.max.x - left, type::meta, ui.color().ink, said);
    touch(ui, "decide.reference.newer", {{area.min.x, y}, {area.max.x, y + high}}, said,
          Enabled::yes, Role::area);
    y += high + ui.px(6);
    auto const word =
        ui.words->text("decide.reference.take", model::get<model::Round>(doc, *newer).number);
    float const width = std::min(button_width(ui, word, {}, 44), area.max.x - left);
    base::Rect const box{{left, y}, {left + width, y + ui.px(44)}};
    y = box.max.y + ui.px(8);
    if (!button(ui, "decide.reference.take", box, word, {},
                enabled_if(workshop.access == Access::edit)))
        return std::nullopt;
    // Where it is the last anyway, none needs to be chosen.
    if (newer == analysis::latest_result(doc)) return edit::SetReference{};
    return edit::SetReference{*newer};
}

} // namespace

std::optional<Wish> draw_reference(Ui& ui, DecideView& view, Workshop const& workshop,
                                   base::Rect const& area, float& y)
{
    auto const& doc = workshop.doc();
    auto const* tally = view.order.vote();
    auto const named = wording::reference(*ui.words, doc, view.ranking());
    ButtonLook const look{.icon_right = icon::expand_more};
    float const width = button_width(ui, named, look, 40);
    base::Rect const box{{area.max.x - width, y}, {area.max.x, y + ui.px(40)}};
    draw_text_in(ui, {{area.min.x, y}, {box.min.x - ui.px(8), box.max.y}}, type::label,
                 ui.color().ink, ui.tr("decide.reference"));
    bool const may = workshop.access == Access::edit && !results(doc).empty();
    if (button(ui, "decide.reference", box, named, look, enabled_if(may)))
        view.reference_menu = box;
    y = box.max.y + ui.px(4);
    if (tally) { // its question, and the score that corresponds to 10
        auto const round = model::get<model::Round>(doc, tally->round);
        auto said = round.question + " · " + wording::people(*ui.words, doc, tally->round);
        auto const best = std::ranges::max_element(tally->cases, {}, &analysis::CaseTally::score);
        if (best != tally->cases.end() && best->score.num > 0)
            said += " · " + ui.words->text("decide.reference.best",
                                           wording::brought(*ui.words, {round, *tally, *best}));
        base::Vec2 const at{area.min.x, y};
        float const high =
            draw_paragraph(ui, at, area.width(), type::meta, ui.color().ink2, said, 2);
        touch(ui, "decide.reference.said", {at, {area.max.x, y + high}}, said, Enabled::yes,
              Role::area);
        y += high + ui.px(4);
    }
    auto taken = draw_newer(ui, workshop, area, y);
    if (!view.reference_menu) return taken;
    auto chosen = draw_menu(ui, view, doc);
    return chosen ? chosen : taken;
}

} // namespace ui
