#include "ui/card_sheet.h"

#include "base/text.h"
#include "ui/icons.h"

#include <array>

namespace ui {
namespace {

constexpr std::size_t field_most = 4000; // bytes

// Draws fields from the top down and remembers whether one was finished.
class Sheet {
public:
    Sheet(Ui& ui, base::Rect const& area, float top, Enabled enabled)
        : ui_(ui)
        , left_(area.min.x)
        , right_(area.max.x - ui.px(14))
        , y_(top)
        , enabled_(enabled)
    {
    }

    void label(std::string_view key)
    {
        draw_text(ui_, {left_, y_}, type::meta, ui_.color().ink2, ui_.tr(key));
        y_ += line_height(ui_, type::meta) + ui_.px(4);
    }
    void one_line(std::string_view id, std::string_view key, std::string& text)
    {
        label(key);
        auto const box = take(48);
        note(text_field(ui_, id, box, ui_.tr(key), text, look(), enabled_));
    }
    void lines(std::string_view id, std::string_view key, std::string& text, float least)
    {
        label(key);
        auto const inner = right_ - left_ - ui_.px(28);
        auto const high = paragraph_height(ui_, look().type, text.empty() ? " " : text, inner);
        auto const box = take(std::max(least, high / ui_.scale + 24));
        note(text_area(ui_, id, box, ui_.tr(key), text, look(), Enter::submits, enabled_));
    }
    template <class E>
    void choice(std::string_view id, std::string_view key, E& value,
                std::initializer_list<std::string_view> option_keys)
    {
        label(key);
        std::vector<std::string> words;
        for (auto option : option_keys) words.push_back(ui_.tr(option));
        std::vector<std::string_view> const shown(words.begin(), words.end());
        auto chosen = static_cast<std::size_t>(value);
        if (segmented(ui_, id, take(44), shown, chosen, enabled_)) {
            value = static_cast<E>(chosen);
            finished_ = true;
        }
    }
    // A question to the room, never a verdict.
    void question(std::string_view id, std::string_view key)
    {
        auto const& c = ui_.color();
        auto const text = ui_.tr(key);
        auto const pad = ui_.px(12), icon_room = ui_.px(34);
        auto const width = right_ - left_ - 2 * pad - icon_room;
        auto const high = paragraph_height(ui_, type::legend, text, width) + 2 * pad;
        base::Rect const box{{left_, y_}, {right_, y_ + high}};
        fill(ui_, box, ui_.px(12), c.warntint);
        draw_icon(ui_, {left_ + pad, y_ + pad}, ui_.px(22), c.warn, icon::help_outline);
        draw_paragraph(ui_, {left_ + pad + icon_room, y_ + pad}, width, type::legend, c.ink, text);
        touch(ui_, id, box, text, Enabled::yes, Role::area);
        y_ += high + ui_.px(16);
    }
    void heading(model::Case const& text)
    {
        auto const middle = y_ + ui_.px(18);
        draw_case_mark(ui_, {left_ + ui_.px(18), middle},
                       {std::to_string(text.number), 36, ChipFill::outlined});
        draw_text_in(ui_, {{left_ + ui_.px(48), y_}, {right_, y_ + ui_.px(36)}}, type::h2,
                     ui_.color().ink, ui_.tr("sheet.title"));
        y_ += ui_.px(52);
    }
    [[nodiscard]] float y() const { return y_; }
    [[nodiscard]] bool finished() const { return finished_; }

private:
    [[nodiscard]] static FieldLook look()
    {
        FieldLook look;
        look.most_bytes = field_most;
        return look;
    }
    base::Rect take(float high)
    {
        base::Rect const box{{left_, y_}, {right_, y_ + ui_.px(high)}};
        y_ = box.max.y + ui_.px(14);
        return box;
    }
    void note(Edit edit) { finished_ |= edit == Edit::submitted || edit == Edit::left; }

    Ui& ui_;
    float left_, right_, y_;
    Enabled enabled_;
    bool finished_ = false;
};

// The short forms wrap worse than they read: five choices, two rows.
void ai_act(Sheet& sheet, model::AiAct& value)
{
    sheet.choice(
        "sheet.ai_act", "sheet.ai_act", value,
        {"ai_act.unknown", "ai_act.minimal", "ai_act.limited", "ai_act.high", "ai_act.prohibited"});
}

} // namespace

std::optional<Wish> draw_card_sheet(Ui& ui, CardSheet& sheet, Workshop const& workshop,
                                    model::CaseId id, base::Rect const& area)
{
    auto const* now = model::find<model::Case>(workshop.doc(), id);
    if (!now) return std::nullopt;
    if (sheet.id != id) {
        sheet = {id, *now, *now, {}};
    } else if (!(sheet.kept == *now)) { // changed on the board, undone, or just kept
        sheet.text = sheet.kept = *now;
    }
    auto& text = sheet.text;
    ScrollArea scroll(ui, "sheet", area, sheet.scroll);
    Sheet fields(ui, area, scroll.top(), enabled_if(can_edit(workshop)));
    fields.heading(*now);
    fields.lines("sheet.case_title", "sheet.case_title", text.title, 74);
    fields.one_line("sheet.short_title", "sheet.short_title", text.short_title);
    fields.one_line("sheet.domain", "sheet.domain", text.domain);
    fields.lines("sheet.need", "sheet.need", text.need, 74);
    fields.lines("sheet.description", "sheet.description", text.description, 100);
    fields.one_line("sheet.proposer", "sheet.proposer", text.proposer);
    fields.choice("sheet.personal_data", "sheet.personal_data", text.personal_data,
                  {"answer.unknown", "answer.yes", "answer.no"});
    if (text.personal_data == model::Answer::yes)
        fields.question("sheet.ask.data", "sheet.ask.data");
    ai_act(fields, text.ai_act);
    if (text.ai_act == model::AiAct::high) fields.question("sheet.ask.high", "sheet.ask.high");
    if (text.ai_act == model::AiAct::prohibited)
        fields.question("sheet.ask.prohibited", "sheet.ask.prohibited");
    fields.one_line("sheet.source", "sheet.source", text.source);
    fields.one_line("sheet.cost", "sheet.cost", text.cost);
    fields.lines("sheet.notes", "sheet.notes", text.notes, 100);
    scroll.content_height(fields.y() - scroll.top());

    if (!fields.finished() || text == *now) return std::nullopt;
    if (base::trimmed(text.title).empty()) { // a case has a title
        text.title = now->title;
        return std::nullopt;
    }
    return edit::EditCase{id, text};
}

} // namespace ui
