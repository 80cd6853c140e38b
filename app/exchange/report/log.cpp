#include "exchange/report/writing.h"
#include "wording/story.h"

#include <variant>

// Section: the log of events.
namespace exchange {
namespace {

// Landmarks, and proposals where names are included; not events of omitted cases.
bool is_told(Writing const& w, story::Event const& event)
{
    if (std::holds_alternative<story::Added>(event.what)) return w.shows(ReportPart::names);
    auto const* decided = std::get_if<story::Decided>(&event.what);
    return story::is_landmark(event) && (!decided || w.tells_of(decided->on.id));
}

} // namespace

void write_log(Writing& w)
{
    w.section("log", [&] {
        std::int64_t beside = 0;
        w.table(w.word("log.caption"), {{w.word("log.when")}, {w.word("log.what")}}, [&] {
            for (auto event : w.session.story->events) {
                if (!is_told(w, event)) continue;
                auto* decided = std::get_if<story::Decided>(&event.what);
                if (decided && !w.shows(ReportPart::owners))
                    decided->before.owner = decided->after.owner = {};
                auto const row = w.page.in("tr");
                w.page.ours("td", wording::moment(w.words, event.at_ms, beside), {{"class", "d"}});
                beside = event.at_ms;
                auto said = wording::told(w.words, event);
                for (auto const& line : wording::details(w.words, event)) said += "\n" + line;
                w.cell_said(said);
            }
        });
    });
}

} // namespace exchange
