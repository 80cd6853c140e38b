#include "wording/board.h"

namespace wording {

std::string frame_title(i18n::Catalogue const& words, std::string const& title)
{
    return title.empty() ? words.text("group.untitled") : title;
}

std::string cards(i18n::Catalogue const& words, std::size_t cards, std::size_t marks)
{
    auto const count = [&](char const* key, std::size_t n) {
        return n == 0 ? std::string() : words.plural(key, static_cast<std::int64_t>(n));
    };
    auto const one = count("board.cards", cards), other = count("board.marks", marks);
    return one + (one.empty() || other.empty() ? "" : " · ") + other;
}

std::string on_the_board(i18n::Catalogue const& words, std::size_t cards, std::size_t frames,
                         std::int64_t free)
{
    return words.plural("board.cards", static_cast<std::int64_t>(cards)) + " · " +
           words.plural("group.frame_count", static_cast<std::int64_t>(frames)) + " · " +
           words.plural("group.free", free);
}

std::string question(i18n::Catalogue const& words, model::Document const& doc, model::Step step)
{
    auto said = model::get<model::Prompt>(doc, step).question;
    if (!said.empty()) return said;
    switch (step) {
    case model::Step::gather: return words.text("gather.question");
    case model::Step::group: return words.text("group.question");
    case model::Step::decide: return words.text("decide.title");
    default: return {};
    }
}

std::string instruction(i18n::Catalogue const& words, model::Document const& doc, model::Step step)
{
    auto said = model::get<model::Prompt>(doc, step).instruction;
    if (!said.empty()) return said;
    switch (step) {
    case model::Step::gather: return words.text("gather.instruction");
    case model::Step::group: return words.text("group.instruction");
    default: return {};
    }
}

std::string sender(i18n::Catalogue const& words, model::Proposal const& proposal)
{
    if (!proposal.from.empty()) return proposal.from;
    return words.text(proposal.origin == model::Origin::phone ? "gather.phone" : "gather.imported");
}

} // namespace wording
