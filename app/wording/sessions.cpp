#include "wording/sessions.h"

#include "analysis/common/in_use.h"
#include "base/names.h"
#include "wording/lists.h"

#include <cmath>

namespace wording {

std::string contents(i18n::Catalogue const& words, model::Document const& doc)
{
    auto const count = [](auto const& rows) { return static_cast<std::int64_t>(rows.size()); };
    auto const waiting = count(model::table<model::Proposal>(doc));
    return words.plural("cli.show.cases", count(model::table<model::Case>(doc))) + ", " +
           (waiting > 0 ? words.plural("cli.show.proposals", waiting) + ", " : "") +
           words.plural("cli.show.axes", count(model::table<model::Axis>(doc))) + ", " +
           words.plural("cli.show.rounds", count(model::table<model::Round>(doc))) + ", " +
           words.plural("cli.show.placements", count(model::table<model::Placement>(doc))) + ", " +
           words.plural("cli.show.decisions", count(model::table<model::Decision>(doc)));
}

std::string in_the_journal(i18n::Catalogue const& words, std::uint64_t entries,
                           std::string_view hash)
{
    constexpr std::size_t shown = 16; // digits
    return words.text("cli.show.journal", wording::entries(words, entries), hash.substr(0, shown));
}

std::string entries(i18n::Catalogue const& words, std::uint64_t entries)
{
    return words.plural("cli.entries", static_cast<std::int64_t>(entries));
}

std::string erased(i18n::Catalogue const& words, model::ErasedTexts const& texts)
{
    std::vector<std::string> parts;
    auto const add = [&](char const* key, int count) {
        if (count > 0) parts.push_back(words.plural(key, count));
    };
    add("erased.proposers", texts.proposers), add("erased.names", texts.names);
    add("erased.free_text", texts.free_text), add("erased.wording", texts.wording);
    return listed(words, parts);
}

std::string recent(i18n::Catalogue const& words, std::string const& place, std::int64_t changed_ms,
                   std::size_t cases)
{
    return (place.empty() ? "" : place + " · ") + words.date(changed_ms) + " · " +
           words.plural("home.cases", static_cast<std::int64_t>(cases));
}

std::string step(i18n::Catalogue const& words, model::Step step)
{
    return std::to_string(static_cast<int>(step) + 1) + " " +
           words.text("step." + std::string(base::name_of(step)));
}

std::string interrupted(i18n::Catalogue const& words, model::Document const& doc,
                        std::size_t ballots, std::int64_t changed_ms)
{
    auto const cards = static_cast<std::int64_t>(analysis::visible_cases(doc).size());
    return words.text("home.interrupted.line", model::get<model::Profile>(doc).title,
                      words.plural("home.cards", cards),
                      words.plural("home.ballots", static_cast<std::int64_t>(ballots)),
                      words.time(changed_ms));
}

std::string dated_title(i18n::Catalogue const& words, std::int64_t at_ms)
{
    return words.text("home.session.dated", words.date(at_ms));
}

std::string file_size(i18n::Catalogue const& words, std::uint64_t bytes)
{
    auto const kilo = static_cast<double>(bytes) / 1000;
    if (kilo < 1) return words.text("file.bytes", bytes);
    if (kilo < 1000)
        return words.text("file.kilobytes",
                          words.number(static_cast<std::int64_t>(std::ceil(kilo))));
    return words.text("file.megabytes", words.decimal(kilo / 1000, 1));
}

} // namespace wording
