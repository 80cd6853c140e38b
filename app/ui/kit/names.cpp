#include "ui/kit/names.h"

#include "ui/kit/paint.h"
#include "ui/kit/ui.h"
#include "ui/kit/ui_state.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace ui {
namespace {

constexpr int title_lines_most = 8;

int lines_within(Ui const& ui, base::Rect const& box, Type type)
{
    return std::clamp(static_cast<int>((box.height() + 1) / line_height(ui, type)), 1,
                      title_lines_most);
}

// Uses a smaller font, down to two thirds, where a word is wider than the box; below that, words
// break.
Type with_whole_words(Ui const& ui, base::Rect const& box, Type type, std::string_view text)
{
    std::string_view longest;
    float widest = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = pictures::word_end(text, at);
        auto const word = text.substr(at, end - at);
        if (auto const width = text_width(ui, type, word); width > widest)
            widest = width, longest = word;
        at = end + 1;
    }
    // in steps, as a drawn size is rounded to whole pixels
    auto const least = type.px * 0.66F;
    while (type.px > least && text_width(ui, type, longest) > box.width()) type.px -= 0.5F;
    return type;
}

} // namespace

float draw_lines_in(Ui& ui, base::Rect const& box, Type type, board::Color color,
                    std::string_view text)
{
    int const room = lines_within(ui, box, type);
    if (room == 1) return draw_text_in(ui, box, type, color, text);
    auto const& lines = paragraph(ui, type, text, box.width(), room).lines;
    float widest = 0;
    for (auto const& line : lines) widest = std::max(widest, line.width);
    float const height = static_cast<float>(lines.size()) * line_height(ui, type);
    draw_paragraph(ui, {box.min.x, box.center().y - height / 2}, box.width(), type, color, text,
                   room);
    return widest;
}

float draw_listed(Ui& ui, base::Rect const& box, Type type, board::Color color,
                  std::string_view text)
{
    bool const fits = text_width(ui, type, text) <= box.width();
    return draw_lines_in(ui, box, fits ? type : Type{type.face, 16, 20}, color, text);
}

void draw_case_title(Ui& ui, base::Rect const& box, Type type, board::Color color,
                     model::Case const& one)
{
    bool const whole =
        text_width(ui, type, one.title) <= box.width() ||
        !paragraph(ui, type, one.title, box.width(), lines_within(ui, box, type)).cut;
    bool const begins = one.short_title.empty() && lines_within(ui, box, type) > 1;
    auto const text = whole || begins ? one.title : brief_of(one).text;
    draw_lines_in(ui, box, with_whole_words(ui, box, type, text), color, text);
}

float titles_height(Ui& ui, model::Document const& doc, std::span<model::CaseId const> cases,
                    Type type, float width)
{
    float highest = 0;
    for (auto id : cases)
        if (auto const* one = model::find<model::Case>(doc, id))
            highest =
                std::max(highest, paragraph_height(ui, type, one->title, width, title_lines_most));
    return highest;
}

float title_row_height(Ui& ui, model::Document const& doc, std::span<model::CaseId const> cases,
                       Type type, float width, RowSpace const& space)
{
    float const fit =
        std::floor(space.area / static_cast<float>(std::max<std::size_t>(1, cases.size())));
    if (fit <= space.least) return space.least;
    return std::clamp(titles_height(ui, doc, cases, type, width) + 2 * space.edge, space.least,
                      fit);
}

std::string name_of_room(Ui const& ui, SharedRoom const& room)
{
    return room.label.empty() ? ui.tr("rooms.room", room.letter) : room.label;
}

std::string name_of_letter(Ui const& ui, SharedState const& shared, std::string_view letter)
{
    auto const it = std::ranges::find(shared.rooms, letter, &SharedRoom::letter);
    return it == shared.rooms.end() ? ui.tr("rooms.room", letter) : name_of_room(ui, *it);
}

std::string names_of_letters(Ui const& ui, SharedState const& shared,
                             std::vector<std::string> const& letters)
{
    std::string names;
    for (auto const& letter : letters)
        names += (names.empty() ? "" : ", ") + name_of_letter(ui, shared, letter);
    return names;
}

void NameDesk::ask(Ui& ui, Question question, Keep keep)
{
    if (keep == Keep::nothing) forget();
    if (ui.state->names_at_once) {
        keep_slots(question);
        take(answer(std::move(question)));
        return;
    }
    next_ = std::move(question);
    refresh(ui);
}

void NameDesk::refresh(Ui& ui)
{
    constexpr double look_again_s = 0.05;
    if (running_.valid() &&
        running_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        auto came = running_.get();
        if (!next_) take(std::move(came)); // ignores answers to an older question
        ui.keep_drawing(look_again_s);
    }
    if (!running_.valid() && next_) {
        keep_slots(*next_);
        running_ = std::async(std::launch::async, &NameDesk::answer, std::move(*next_));
        next_.reset();
    }
    if (running_.valid()) ui.keep_drawing(look_again_s);
}

// Passes former positions on to the next question.
void NameDesk::keep_slots(Question& question) const
{
    for (std::size_t i = 0; i < question.on.size(); ++i)
        if (auto const it = known_.find(question.on[i]); it != known_.end())
            question.names[i].kept =
                pictures::kept_slot(it->second.place, it->second.centre, question.names[i].centre,
                                    question.ground.unit);
}

NameDesk::Answer NameDesk::answer(Question question)
{
    Answer out;
    out.places = pictures::place_labels(question.names, question.ground);
    out.count_at = pictures::free_spot(question.spots, question.names, out.places);
    out.asked = std::move(question);
    return out;
}

void NameDesk::take(Answer answer)
{
    forget();
    bool all = true;
    for (std::size_t i = 0; i < answer.places.size(); ++i) {
        auto const& asked = answer.asked.names[i];
        known_[answer.asked.on[i]] = {asked.centre, answer.places[i]};
        if (answer.places[i].shown || asked.shapes.empty()) continue;
        left_out_.push_back(answer.asked.on[i]);
        all = false;
    }
    if (!all) count_at_ = answer.count_at;
}

void NameDesk::forget()
{
    known_.clear();
    left_out_.clear();
    count_at_.reset();
}

pictures::LabelPlace const* NameDesk::place_of(model::CaseId on, base::Vec2 centre) const
{
    auto const it = known_.find(on);
    if (it == known_.end() || !it->second.place.shown) return nullptr;
    auto const& was = it->second.centre;
    return std::hypot(was.x - centre.x, was.y - centre.y) < 1 ? &it->second.place : nullptr;
}

} // namespace ui
