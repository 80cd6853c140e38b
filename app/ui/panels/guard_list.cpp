#include "ui/panels/guard_list.h"

#include "ui/kit/paint.h"
#include "wording/guard_rails.h"
#include "wording/times.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ui {
namespace {

using analysis::AskedQuestion;
using model::GuardAnswer;
using model::Reply;

constexpr float bleed = 8;        // margin of an open question's background
constexpr float pill_height = 28; // of a given answer
constexpr float choice_height = 34, field_height = 38;
constexpr std::size_t answer_most = 400; // bytes

struct ReplyLook {
    Reply reply;
    char const* id;
    unsigned icon;
    board::Color fill, border, text;
};

std::array<ReplyLook, 3> replies(Ui const& ui)
{
    auto const& c = ui.color();
    return {ReplyLook{Reply::yes, ".yes", icon::check, c.sunken, c.line2, c.ink},
            ReplyLook{Reply::planned, ".planned", icon::schedule, c.atint, c.aline, c.accent},
            ReplyLook{Reply::no, ".no", icon::remove, c.card, c.warn, c.warn}};
}

ReplyLook look_of(Ui const& ui, Reply reply)
{
    auto const all = replies(ui);
    return *std::ranges::find(all, reply, &ReplyLook::reply);
}

float answer_width(Ui const& ui, std::string const& word)
{
    return text_width(ui, type::strong, word) + ui.px(46);
}

void draw_answer(Ui& ui, base::Rect const& box, ReplyLook const& look, std::string const& word)
{
    float const r = box.height() / 2;
    fill(ui, box, r, look.fill);
    outline(ui, box, r, look.border, ui.snap(1.5F));
    draw_icon_at(ui, {box.min.x + ui.px(19), box.center().y}, ui.px(18), look.text, look.icon);
    draw_text_in(ui, {{box.min.x + ui.px(32), box.min.y}, {box.max.x - ui.px(8), box.max.y}},
                 type::strong, look.text, word);
}

// Draws one question and its answer.
class Row {
public:
    Row(Ui& ui, GuardList& list, Workshop const& workshop, AskedQuestion const& asked,
        std::string id, base::Rect const& area)
        : ui_(ui)
        , list_(list)
        , asked_(asked)
        , key_{list.of, asked.id}
        , id_(std::move(id))
        , left_(area.min.x)
        , right_(area.max.x)
        , may_(enabled_if(workshop.access == Access::edit))
    {
        auto& draft = list_.drafts[asked.id];
        if (draft.kept == asked.answer) return;
        // Submitted and saved.
        if (changing() && draft.kept.when != asked.answer.when) list_.changing = {};
        draft = {asked.answer.who, asked.answer.when, asked.answer};
    }

    [[nodiscard]] float height() const
    {
        float const text = paragraph_height(ui_, type::label, asked_.question.text, width());
        float const below = choosing() ? choice_height + 6 : writing() ? 0 : pill_height + 6;
        return text + ui_.px(6 + below + (writing() ? field_height + 6 : 0));
    }

    std::optional<Wish> draw(float y)
    {
        base::Rect const ground{{left_ - ui_.px(bleed), y - ui_.px(7)},
                                {right_ + ui_.px(bleed), y + height() + ui_.px(1)}};
        auto const& c = ui_.color();
        if (asked_.open()) {
            fill(ui_, ground, ui_.px(13), c.warntint);
            dashed_outline(ui_, ground, ui_.px(13), c.warn, ui_.snap(1.5F), {ui_.px(4), ui_.px(3)});
        }
        (void)touch(ui_, id_, ground, asked_.question.text, Enabled::yes, Role::area);
        probe_on(ui_, id_, asked_.open() ? On::yes : On::no);
        y += draw_paragraph(ui_, {left_, y}, width(), type::label, c.ink, asked_.question.text) +
             ui_.px(6);
        std::optional<Wish> wish;
        if (choosing())
            wish = draw_choices(y);
        else if (!writing())
            draw_given(y);
        if (choosing()) y += ui_.px(choice_height + 6);
        if (writing())
            if (auto written = draw_fields(y)) wish = std::move(written);
        return wish;
    }

private:
    [[nodiscard]] float width() const { return right_ - left_; }
    [[nodiscard]] bool by_name() const { return asked_.question.as == model::AskedAs::who; }
    [[nodiscard]] bool answered() const { return asked_.answer.reply != Reply::none; }
    [[nodiscard]] bool changing() const { return list_.changing == asked_.id; }
    // The choice of three answers; or person and date.
    [[nodiscard]] bool choosing() const
    {
        return may_ == Enabled::yes && !by_name() && (!answered() || changing());
    }
    [[nodiscard]] bool writing() const
    {
        if (may_ == Enabled::no) return false;
        return changing() || (by_name() && !answered());
    }

    std::optional<Wish> draw_choices(float y)
    {
        std::optional<Wish> wish;
        float x = left_;
        for (auto const& look : replies(ui_)) {
            auto const word = wording::reply(*ui_.words, look.reply);
            base::Rect const box{{x, y}, {x + answer_width(ui_, word), y + ui_.px(choice_height)}};
            x = box.max.x + ui_.px(8);
            auto const id = id_ + look.id;
            auto const press = touch(ui_, id, box, word, may_);
            bool const on = asked_.answer.reply == look.reply;
            probe_on(ui_, id, on ? On::yes : On::no);
            auto shown = look;
            if (!on) shown.fill = press.hovered ? ui_.color().sunken : ui_.color().card;
            if (!on) shown.border = ui_.color().edge, shown.text = ui_.color().ink2;
            draw_answer(ui_, box, shown, word);
            if (press.focused) focus_ring(ui_, box, box.height() / 2);
            if (!press.clicked) continue;
            auto answer = written(); // includes the text typed beside it
            answer.reply = on ? Reply::none : look.reply;
            if (on) answer = {};
            list_.changing = on ? model::QuestionId{} : asked_.id;
            wish = edit::AnswerQuestion{key_, answer};
        }
        return wish;
    }

    // The given answer; pressing it allows another one.
    void draw_given(float y)
    {
        auto const& c = ui_.color();
        auto const answer = asked_.answer;
        base::Rect row{{left_, y}, {right_, y + ui_.px(pill_height)}};
        auto const& words = *ui_.words;
        auto const said = !answered() ? wording::reply(words, Reply::none)
                          : by_name() ? wording::day(words, answer.when)
                                      : wording::who_and_when(words, answer);
        auto const press = touch(ui_, id_ + ".answer", row, said, may_);
        probe_value(ui_, id_ + ".answer", base::name_of(answer.reply));
        if (press.hovered && may_ == Enabled::yes)
            fill(ui_, base::grown(row, ui_.px(3)), ui_.px(10), board::faded(c.sunken, 0.7F));
        if (answered()) {
            auto const look = look_of(ui_, answer.reply);
            auto const word = by_name() ? answer.who : wording::reply(words, answer.reply);
            float const wide = std::min(answer_width(ui_, word), width());
            base::Rect const pill{row.min, {row.min.x + wide, row.max.y}};
            draw_answer(ui_, pill, look, word);
            row.min.x = pill.max.x + ui_.px(10);
        }
        draw_text_in(ui_, row, type::meta, c.ink2, said);
        if (press.focused) focus_ring(ui_, base::grown(row, ui_.px(3)), ui_.px(10));
        if (press.clicked) list_.changing = asked_.id;
    }

    [[nodiscard]] GuardAnswer written() const
    {
        auto const& draft = list_.drafts[asked_.id];
        auto answer = asked_.answer;
        answer.who = draft.who, answer.when = draft.when;
        // For questions about a person, a name is the answer.
        if (by_name()) answer.reply = answer.who.empty() ? Reply::none : Reply::yes;
        return answer;
    }

    std::optional<Wish> draw_fields(float y)
    {
        auto& draft = list_.drafts[asked_.id];
        float const middle = left_ + width() * 0.6F;
        base::Rect const who{{left_, y}, {middle - ui_.px(4), y + ui_.px(field_height)}};
        base::Rect const when{{middle + ui_.px(4), y}, {right_, y + ui_.px(field_height)}};
        auto const name = ui_.tr("guard.who"), date = ui_.tr("guard.when");
        FieldLook look{.hint = name, .type = type::legend, .icon = icon::groups};
        look.most_bytes = answer_most;
        auto const first = text_field(ui_, id_ + ".who", who, name, draft.who, look, may_);
        look.hint = date, look.icon = 0;
        auto const second = text_field(ui_, id_ + ".when", when, date, draft.when, look, may_);
        auto const ends = [](Edit edit) { return edit == Edit::submitted || edit == Edit::left; };
        // The fields stay visible while edited, even when there is an answer.
        if (first != Edit::none || second != Edit::none) list_.changing = asked_.id;
        if (!ends(first) && !ends(second)) return std::nullopt;
        if (first == Edit::submitted) focus(ui_, id_ + ".when");
        auto const answer = written();
        if (answer == asked_.answer) {
            if (second == Edit::submitted) list_.changing = {};
            return std::nullopt;
        }
        return edit::AnswerQuestion{key_, answer};
    }

    Ui& ui_;
    GuardList& list_;
    AskedQuestion const& asked_;
    model::GuardAnswerKey key_;
    std::string id_;
    float left_, right_;
    Enabled may_;
};

} // namespace

int open_among(std::span<AskedQuestion const> asked)
{
    return static_cast<int>(std::ranges::count_if(asked, &AskedQuestion::open));
}

std::optional<Wish> draw_questions_head(Ui& ui, Workshop const& workshop,
                                        std::span<AskedQuestion const> asked,
                                        std::string_view prefix, base::Rect const& area, float& y)
{
    auto const& c = ui.color();
    int const open = open_among(asked);
    auto const said = wording::open_among(*ui.words, open, asked.size());
    float const side = ui.px(40);
    base::Rect const line{{area.min.x, y}, {area.max.x, y + ui.px(32)}};
    base::Rect const edit{{line.max.x - side + ui.px(8), line.center().y - side / 2},
                          {line.max.x + ui.px(8), line.center().y + side / 2}};
    auto const id = std::string(prefix);
    float const title = draw_text_in(ui, {line.min, {edit.min.x, line.max.y}}, type::h3, c.ink,
                                     ui.tr("guard.title"));
    float const room = edit.min.x - ui.px(4) - line.min.x - title - ui.px(10);
    y = line.max.y + ui.px(6);
    // Beside the title if there is space, else below.
    if (asked.empty()) {
    } else if (text_width(ui, type::legend, said) <= room) {
        draw_text_in(ui, {line.min, {edit.min.x - ui.px(4), line.max.y}}, type::legend,
                     open > 0 ? c.warn : c.ink2, said, Align::right);
    } else {
        draw_text_in(ui, {{line.min.x, y - ui.px(4)}, {line.max.x, y + ui.px(18)}}, type::legend,
                     open > 0 ? c.warn : c.ink2, said);
        y += ui.px(24);
    }
    (void)touch(ui, id + ".head", {line.min, {edit.min.x, line.max.y}}, said, Enabled::yes,
                Role::area);
    bool const may = workshop.access == Access::edit;
    y += ui.px(4);
    if (icon_button(ui, id + ".edit", edit, icon::tune, ui.tr("guard.edit"), Rank::quiet,
                    enabled_if(may)))
        return ShowQuestions{};
    return std::nullopt;
}

std::optional<Wish> draw_questions(Ui& ui, GuardList& list, Workshop const& workshop,
                                   model::CaseId on, std::span<AskedQuestion const> asked,
                                   std::string_view prefix, base::Rect const& area, float& y)
{
    if (list.of != on) list = {on, {}, {}};
    std::optional<Wish> wish;
    y += ui.px(6);
    for (auto const& one : asked) {
        Row row(ui, list, workshop, one,
                std::string(prefix) + "." + std::to_string(one.question.number), area);
        float const high = row.height();
        if (auto answered = row.draw(y)) wish = std::move(answered);
        y += high + ui.px(12);
    }
    return wish;
}

} // namespace ui
