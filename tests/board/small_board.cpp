#include "small_board.h"

namespace board_test {

float by_letters(model::CaseId, model::Case const& text, board::Form)
{
    return static_cast<float>(text.title.size());
}

base::Vec2 by_count(model::AnnotationKind kind, std::string const& text)
{
    if (kind == model::AnnotationKind::link) return {20, 30};
    return {static_cast<float>(text.size()) * 10, 30};
}

void Board::card(int n, base::Vec2 at, std::size_t text_height)
{
    unlaid(n, text_height);
    put<model::CardPlace>(case_id(n), {at});
}

void Board::unlaid(int n, std::size_t text_height)
{
    model::Case text;
    text.number = n;
    text.title = std::string(text_height, 'x');
    put<model::Case>(case_id(n), text);
}

void Board::frame(std::uint64_t id, base::Rect area, std::vector<int> const& cards)
{
    put<model::Group>({id}, {static_cast<int>(id), "G"});
    put<model::GroupFrame>({id}, {area});
    for (int n : cards) put<model::Membership>(case_id(n), {{id}});
}

void Board::text(std::uint64_t id, base::Vec2 at, std::string words)
{
    model::Annotation mark;
    mark.text = std::move(words);
    mark.at = at;
    put<model::Annotation>({id}, mark);
}

void Board::link(std::uint64_t id, int from, int to, std::string words)
{
    model::Annotation mark;
    mark.kind = model::AnnotationKind::link;
    mark.text = std::move(words);
    mark.from = case_id(from), mark.to = case_id(to);
    put<model::Annotation>({id}, mark);
}

void Board::stroke(std::uint64_t id, board::Line const& line)
{
    put<model::Annotation>({id}, *board::stroke_of(line, 1));
}

board::Scene Board::scene(board::Form others) const { return {doc, by_letters, others}; }

} // namespace board_test
