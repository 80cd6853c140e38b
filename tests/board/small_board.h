#pragma once

#include "board/marks.h"
#include "model/change.h"

#include <doctest/doctest.h>

// Small boards for tests.
namespace board_test {

inline model::CaseId case_id(int n) { return {static_cast<std::uint64_t>(n)}; }

// The height of a title is one unit per letter, so that tests can choose it.
inline float by_letters(model::CaseId, model::Case const& text, board::Form)
{
    return static_cast<float>(text.title.size());
}

// A text is ten wide and thirty high per letter, a label twenty per letter and thirty high.
inline base::Vec2 by_count(model::AnnotationKind kind, std::string const& text)
{
    if (kind == model::AnnotationKind::link) return {20, 30};
    return {static_cast<float>(text.size()) * 10, 30};
}

struct Board {
    model::Document doc;

    template <class R>
    void put(typename R::Key const& key, R record)
    {
        REQUIRE(model::apply(doc, {model::edit<R>(doc, key, std::move(record))}));
    }
    void card(int n, base::Vec2 at, std::size_t text_height = 58)
    {
        unlaid(n, text_height);
        put<model::CardPlace>(case_id(n), {at});
    }
    void unlaid(int n, std::size_t text_height = 58)
    {
        model::Case text;
        text.number = n;
        text.title = std::string(text_height, 'x');
        put<model::Case>(case_id(n), text);
    }
    void frame(std::uint64_t id, base::Rect area, std::vector<int> const& cards = {})
    {
        put<model::Group>({id}, {static_cast<int>(id), "G"});
        put<model::GroupFrame>({id}, {area});
        for (int n : cards) put<model::Membership>(case_id(n), {{id}});
    }
    void text(std::uint64_t id, base::Vec2 at, std::string words)
    {
        model::Annotation mark;
        mark.text = std::move(words);
        mark.at = at;
        put<model::Annotation>({id}, mark);
    }
    void link(std::uint64_t id, int from, int to, std::string words = {})
    {
        model::Annotation mark;
        mark.kind = model::AnnotationKind::link;
        mark.text = std::move(words);
        mark.from = case_id(from), mark.to = case_id(to);
        put<model::Annotation>({id}, mark);
    }
    void stroke(std::uint64_t id, board::Line const& line)
    {
        put<model::Annotation>({id}, *board::stroke_of(line, 1));
    }
    [[nodiscard]] board::Marks marks() const { return {doc, scene(), by_count}; }
    [[nodiscard]] board::Scene scene(board::Form others = board::Form::full) const
    {
        return {doc, by_letters, others};
    }
};

} // namespace board_test
