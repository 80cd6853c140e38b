#pragma once

#include "model/document.h"
#include "pictures/names.h"
#include "ui/kit/shared_state.h"
#include "ui/kit/text.h"

#include <future>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Labels of cases in little space: in lists, and on matrices. Names of rooms.
namespace ui {

using pictures::Brief;
using pictures::brief_of;

// The title of a case in a box: on one line, or as many as fit, at most eight; else its short
// title. Of a title without one that does not fit, several lines show the beginning.
void draw_case_title(Ui& ui, base::Rect const& box, Type type, board::Color color,
                     model::Case const& one);
// The same for any text, truncated if needed. Returns the width drawn.
float draw_lines_in(Ui& ui, base::Rect const& box, Type type, board::Color color,
                    std::string_view text);

// The height of the highest of these titles on lines of that width, at most eight of them.
float titles_height(Ui& ui, model::Document const& doc, std::span<model::CaseId const> cases,
                    Type type, float width);
// The height of the rows of these cases, all alike, in pixels: `least`, or what the highest title
// and `edge` above and below need, as far as `area` shows all rows without scrolling.
struct RowSpace {
    float least, edge, area;
};
float title_row_height(Ui& ui, model::Document const& doc, std::span<model::CaseId const> cases,
                       Type type, float width, RowSpace const& space);

// A line of a list; smaller and on two lines where one is too short.
float draw_listed(Ui& ui, base::Rect const& box, Type type, board::Color color,
                  std::string_view text);

// "Salle C", or the name that the room gave itself.
std::string name_of_room(Ui const& ui, SharedRoom const& room);
std::string name_of_letter(Ui const& ui, SharedState const& shared, std::string_view letter);
// The same for several, with commas.
std::string names_of_letters(Ui const& ui, SharedState const& shared,
                             std::vector<std::string> const& letters);

// Places labels on a background thread. A new question replaces a waiting one; the previous answer
// stays until the new one arrives.
class NameDesk {
public:
    using Question = pictures::NamesWanted;
    // Whether positions are kept for the next question.
    enum class Keep { places, nothing };

    void ask(Ui& ui, Question question, Keep keep);
    void forget(); // no label has a position until the next answer
    // Takes an answer that has arrived; requests frames while waiting.
    void refresh(Ui& ui);
    // Valid for a case whose chip is still at `centre`; null: left out, or not known yet.
    [[nodiscard]] pictures::LabelPlace const* place_of(model::CaseId on, base::Vec2 centre) const;
    // The labels that did not fit, in order; and the position of their count.
    [[nodiscard]] std::vector<model::CaseId> const& left_out() const { return left_out_; }
    [[nodiscard]] std::optional<base::Rect> const& count_at() const { return count_at_; }
    [[nodiscard]] bool waits() const { return running_.valid(); }

private:
    struct Answer {
        Question asked;
        std::vector<pictures::LabelPlace> places;
        std::optional<base::Rect> count_at;
    };
    struct Known {
        base::Vec2 centre;
        pictures::LabelPlace place;
    };
    static Answer answer(Question question);
    void keep_slots(Question& question) const;
    void take(Answer answer);

    std::future<Answer> running_;
    std::optional<Question> next_; // waits for the running one
    std::map<model::CaseId, Known> known_;
    std::vector<model::CaseId> left_out_;
    std::optional<base::Rect> count_at_;
};

} // namespace ui
