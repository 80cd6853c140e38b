#pragma once

#include "model/document.h"
#include "pictures/names.h"
#include "ui/kit/text.h"

#include <future>
#include <map>
#include <optional>
#include <string>
#include <vector>

// The names of cases where there is little room: in lists, and where they are put on a matrix.
namespace ui {

using pictures::Brief;
using pictures::brief_of;

// The title of a case in a box: on one line, on as many as the box is high for, three at most; its
// short form where not even they are enough.
void draw_case_title(Ui& ui, base::Rect const& box, Type type, board::Color color,
                     model::Case const& one);
// Any text so, cut at the end of the last line where it must. Returns the width drawn.
float draw_lines_in(Ui& ui, base::Rect const& box, Type type, board::Color color,
                    std::string_view text);

// A line of a list: smaller and on two where one is too short for it.
float draw_listed(Ui& ui, base::Rect const& box, Type type, board::Color color,
                  std::string_view text);

// Puts names in their places on a thread of its own. A question replaces the one that waits; the
// answer before stays until the new one is there.
class NameDesk {
public:
    using Question = pictures::NamesWanted;
    // What is kept from one question to the next.
    enum class Keep { places, nothing };

    void ask(Ui& ui, Question question, Keep keep);
    void forget(); // the answer: nothing has a place until the next one
    // Takes an answer that has come; asks for frames as long as one is waited for.
    void refresh(Ui& ui);
    // Of a case whose chip is at `centre` still; nothing: left out, or not known yet.
    [[nodiscard]] pictures::LabelPlace const* place_of(model::CaseId on, base::Vec2 centre) const;
    // Those that found no place, in the order they were asked; and where to say how many they are.
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
    std::optional<Question> next_; // waits for the one that runs
    std::map<model::CaseId, Known> known_;
    std::vector<model::CaseId> left_out_;
    std::optional<base::Rect> count_at_;
};

} // namespace ui
