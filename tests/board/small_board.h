#pragma once

#include "board/marks.h"
#include "model/change.h"

#include <doctest/doctest.h>

// Small boards for tests.
namespace board_test {

inline model::CaseId case_id(int n) { return {static_cast<std::uint64_t>(n)}; }

// The height of a title is one unit per letter, so that tests can choose it.
float by_letters(model::CaseId, model::Case const& text, board::Form);

// A text is ten wide and thirty high per letter, a label twenty per letter and thirty high.
base::Vec2 by_count(model::AnnotationKind kind, std::string const& text);

struct Board {
    model::Document doc;

    template <class R>
    void put(typename R::Key const& key, R record)
    {
        REQUIRE(model::apply(doc, {model::edit<R>(doc, key, std::move(record))}));
    }
    void card(int n, base::Vec2 at, std::size_t text_height = 58);
    void unlaid(int n, std::size_t text_height = 58);
    void frame(std::uint64_t id, base::Rect area, std::vector<int> const& cards = {});
    void text(std::uint64_t id, base::Vec2 at, std::string words);
    void link(std::uint64_t id, int from, int to, std::string words = {});
    void stroke(std::uint64_t id, board::Line const& line);
    [[nodiscard]] board::Marks marks() const { return {doc, scene(), by_count}; }
    [[nodiscard]] board::Scene scene(board::Form others = board::Form::full) const;
};

} // namespace board_test
