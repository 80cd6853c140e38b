#include "ui/screens/vote/vote_setup.h"

#include "analysis/common/cost.h"
#include "model/turnout.h"
#include "model/voting_method.h"
#include "ui/paint/room_clouds.h"
#include "wording/votes/method_words.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

// Preparing a round: question, method, rules, voters, cases. Changes are saved at once.
namespace ui {
namespace {

using base::Rect;
using model::BallotSource;

float draw_question(Ui& ui, VoteView& view, model::Round& draft, Rect const& area, Enabled enabled)
{
    auto& typed = view.setup.question;
    if (!typing(ui)) typed = wording::question(*ui.words, draft);
    draw_text(ui, area.min, type::label, ui.color().ink2, ui.tr("vote.question"));
    Rect const box{{area.min.x, area.min.y + ui.px(30)}, {area.max.x, area.min.y + ui.px(84)}};
    auto const edit = text_field(ui, "vote.question", box, ui.tr("vote.question"), typed,
                                 {.type = type::h3, .most_bytes = 300}, enabled);
    if (edit == Edit::submitted || edit == Edit::left)
        draft.question =
            typed == wording::question(*ui.words, draft.method) ? std::string{} : typed;
    return ui.px(84);
}

float draw_main(Ui& ui, VoteView& view, Workshop const& workshop, model::Round& draft,
                Rect const& area, Enabled enabled)
{
    float const left = area.min.x, right = area.max.x;
    float y = area.min.y;
    auto rest = [&] { return Rect{{left, y}, {right, area.max.y}}; };
    y += draw_question(ui, view, draft, rest(), enabled) + ui.px(24);
    y += draw_methods(ui, draft, rest(), enabled) + ui.px(24);
    y += draw_rules(ui, view, draft, rest(), enabled) + ui.px(24);
    y += draw_electors(ui, view, workshop, draft, rest(), enabled) + ui.px(16);
    return y - area.min.y;
}

// Why the round cannot open yet, or nothing.
std::string_view missing_for(model::Document const& doc, model::Round const& draft)
{
    if (open_round(doc)) return "vote.needs.closing";
    if (open_estimating(doc)) return "vote.needs.estimates";
    if (draft.cases.empty()) return "vote.needs.cases";
    auto const& method = model::voting_method(draft.method);
    if (static_cast<int>(draft.cases.size()) < method.cases_least) return "vote.needs.two";
    if (!method.has(model::VotingMethod::money)) return {};
    if (draft.money <= 0) return "vote.needs.money";
    bool const priced = std::ranges::any_of(draft.cases, [&](auto id) {
        return analysis::read_cost(model::get<model::Case>(doc, id).cost).has_value();
    });
    return priced ? std::string_view{} : "vote.needs.costs";
}

// Saves the draft, unless the session has it unchanged.
model::RoundId prepare(VoteView& view, Workshop const& workshop, model::Round draft)
{
    if (view.fresh || !view.round) view.round = view.asked = workshop.mint<model::RoundId>();
    auto const id = view.round;
    auto const* kept = model::find<model::Round>(workshop.doc(), id);
    if (!kept || *kept != draft) view.queue.emplace_back(edit::PrepareRound{id, std::move(draft)});
    return id;
}

// The start button, and above it what is missing.
std::optional<Wish> draw_start(Ui& ui, VoteView& view, Workshop const& workshop,
                               model::Round const& draft, Rect const& foot)
{
    bool const may = workshop.access == Access::edit;
    auto const lacks = missing_for(workshop.doc(), draft);
    bool const imports = draft.source == BallotSource::imported;
    if (!lacks.empty() && !imports) {
        auto const said = ui.tr(lacks);
        auto const high = paragraph_height(ui, type::legend, said, foot.width() - ui.px(34));
        Rect const box{{foot.min.x, foot.min.y - high - ui.px(12)}, {foot.max.x, foot.min.y}};
        touch(ui, "vote.needs", box, said, Enabled::yes, Role::area);
        draw_icon_at(ui, {box.min.x + ui.px(12), box.min.y + ui.px(11)}, ui.px(22), ui.color().warn,
                     icon::warning_amber);
        draw_paragraph(ui, {box.min.x + ui.px(34), box.min.y}, box.width() - ui.px(34),
                       type::legend, ui.color().warn, said);
    }
    Rect const box{{foot.min.x, foot.max.y - ui.px(60)}, foot.max};
    if (imports) {
        if (button(ui, "vote.import", box, ui.tr("vote.import"),
                   {.rank = Rank::primary, .icon = icon::upload_file}, enabled_if(may)))
            return ChooseFile{FileUse::import};
        return std::nullopt;
    }
    if (auto const open = open_round(workshop.doc())) { // only one round may be open
        if (button(ui, "vote.to_open", box, ui.tr("vote.to_open"),
                   {.rank = Rank::primary, .icon = icon::how_to_vote})) {
            view.round = open;
            view.aside = false;
        }
        return std::nullopt;
    }
    if (may && !workshop.conducts()) {
        draw_conducted(ui, box);
        return std::nullopt;
    }
    bool const ready = may && lacks.empty();
    if (draft.source == BallotSource::hands) {
        if (button(ui, "vote.hands", box, ui.tr("vote.hands.count"),
                   {.rank = Rank::primary, .icon = icon::front_hand, .key = "E"},
                   enabled_if(ready)))
            count_hands(view, workshop);
        return std::nullopt;
    }
    if (!button(ui, "vote.open", box, ui.tr("vote.open"),
                {.rank = Rank::primary, .icon = icon::how_to_vote}, enabled_if(ready)) &&
        !(ready && view.overlay == VoteView::Overlay::nothing &&
          shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Enter)))
        return std::nullopt;
    auto opening = draft;
    opening.question =
        wording::question(*ui.words, draft); // stores the default question in this language
    auto const id = prepare(view, workshop, std::move(opening));
    constexpr std::int64_t minute_ms = 60'000;
    auto const until =
        view.setup.minutes > 0 ? workshop.now_ms + view.setup.minutes * minute_ms : 0;
    view.queue.emplace_back(edit::OpenRound{id, workshop.now_ms, until});
    return std::nullopt;
}

// The draft without what no longer exists.
model::Round kept_draft(VoteView& view, Workshop const& workshop)
{
    auto const* prepared =
        view.fresh ? nullptr : model::find<model::Round>(workshop.doc(), view.round);
    bool const empty = view.fresh && view.draft == model::Round{};
    if ((!prepared && !view.fresh) || empty) {
        view.fresh = true;
        view.draft = default_round(workshop);
    }
    if (prepared) {
        auto draft = *prepared; // one that a template prepared is about all cases
        if (draft.cases.empty() && !draft.revote_of && !view.setup.emptied.contains(view.round))
            draft.cases = default_round(workshop).cases;
        return draft;
    }
    auto draft = view.draft;
    if (draft.body == model::Body::workshop) draft.headcount = model::headcount_of(workshop.doc());
    std::erase_if(draft.cases,
                  [&](auto id) { return !model::find<model::Case>(workshop.doc(), id); });
    if (draft.cases.empty() && !draft.revote_of) draft.cases = default_round(workshop).cases;
    return draft;
}

} // namespace

void count_hands(VoteView& view, Workshop const& workshop)
{
    auto draft = view.draft;
    if (draft.method != model::method_of_hands()) set_method(draft, model::method_of_hands());
    draft.source = BallotSource::hands;
    prepare(view, workshop, std::move(draft));
    view.hands.clear();
    view.hands_typed.clear();
    view.hands_row = 0;
    view.overlay_scroll = {};
    view.overlay = VoteView::Overlay::hands;
}

std::optional<Wish> draw_vote_setup(Ui& ui, VoteView& view, Workshop const& workshop,
                                    ScreenLayout const& layout)
{
    bool const may = workshop.access == Access::edit;
    auto const before = kept_draft(view, workshop);
    auto& draft = view.draft;
    draft = before;
    std::optional<Wish> wish;
    auto const* first = model::find<model::Round>(workshop.doc(), draft.revote_of);
    auto const line = first ? ui.words->text("vote.revote.line", first->number,
                                             wording::question(*ui.words, *first))
                            : ui.tr("vote.setup.line");
    draw_prompt(ui, layout.main, ui.tr("vote.setup.title"), line);
    Rect const main{{layout.main.min.x + ui.px(20), layout.main.min.y + ui.px(104)},
                    {layout.main.max.x - ui.px(10), layout.main.max.y - ui.px(8)}};
    {
        ScrollArea scroll(ui, "vote.setup", main, view.setup.all);
        float const top = scroll.top() + ui.px(4);
        auto const height = draw_main(
            ui, view, workshop, draft,
            {{main.min.x + ui.px(4), top}, {main.max.x - ui.px(14), main.max.y}}, enabled_if(may));
        scroll.content_height(height + ui.px(8));
    }
    auto const inner = draw_panel(ui, layout.panel);
    constexpr std::size_t rows_most = 4;
    auto const rows =
        static_cast<float>(std::clamp<std::size_t>(rounds_listed(view, workshop), 1, rows_most));
    float const split = inner.min.y + ui.px(52) + rows * ui.px(54);
    draw_rounds(ui, view, workshop, {inner.min, {inner.max.x, split}});
    hairline_h(ui, inner.min.x - ui.px(24), inner.max.x + ui.px(24), split + ui.px(14),
               ui.color().line);
    Rect const foot{{inner.min.x, inner.max.y - ui.px(72)}, inner.max};
    draw_round_cases(ui, view, workshop, draft,
                     {{inner.min.x, split + ui.px(30)}, {inner.max.x, foot.min.y - ui.px(44)}},
                     enabled_if(may));
    if (auto asked = draw_start(ui, view, workshop, draft, foot)) wish = std::move(asked);
    if (workshop.conducts() && view.overlay == VoteView::Overlay::nothing && draft == before &&
        missing_for(workshop.doc(), draft).empty() && shortcut(ui, ImGuiKey_E))
        count_hands(view, workshop);
    draw_round_menu(ui, view, workshop);
    draw_cases_menu(ui, view, workshop, draft);
    if (draft == before || !view.queue.empty()) return wish;
    bool const of_the_room = draft.body == model::Body::workshop && before.body == draft.body;
    if (of_the_room && draft.headcount != before.headcount) { // shared by all rounds
        auto others = draft;
        others.headcount = before.headcount;
        if (others == before) return edit::SetHeadcount{draft.headcount};
        view.queue.emplace_back(edit::SetHeadcount{draft.headcount});
    }
    if (view.fresh) view.round = view.asked = workshop.mint<model::RoundId>();
    if (draft.cases.empty()) view.setup.emptied.insert(view.round);
    if (!view.fresh) return edit::PrepareRound{view.round, draft};
    return edit::PrepareRound{view.round, std::exchange(draft, before)};
}

} // namespace ui
