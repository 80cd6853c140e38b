#include "analysis/common/merged.h"
#include "exchange/report/log_lines.h"
#include "exchange/report/writing.h"
#include "wording/story.h"

#include <variant>

// Section: the log of events.
namespace exchange {

std::vector<LogLine> log_lines(i18n::Catalogue const& words, model::Document const& doc,
                               story::Story const& story, ReportParts const& parts)
{
    auto const is_told = [&](story::Event const& event) {
        if (std::holds_alternative<story::Added>(event.what))
            return parts.contains(ReportPart::names);
        auto const* decided = std::get_if<story::Decided>(&event.what);
        bool const left_out = decided && !parts.contains(ReportPart::aside) &&
                              analysis::is_aside(doc, decided->on.id);
        return story::is_landmark(event) && !left_out;
    };
    std::vector<LogLine> out;
    for (auto event : story.events) {
        if (!is_told(event)) continue;
        auto* decided = std::get_if<story::Decided>(&event.what);
        if (decided && !parts.contains(ReportPart::owners))
            decided->before.owner = decided->after.owner = {};
        auto said = wording::told(words, event);
        for (auto const& line : wording::details(words, event)) said += "\n" + line;
        out.push_back({event.at_ms, std::move(said)});
    }
    return out;
}

void write_log(Writing& w)
{
    w.section("log", [&] {
        std::int64_t beside = 0;
        w.table(w.word("log.caption"), {{w.word("log.when")}, {w.word("log.what")}}, [&] {
            for (auto const& [at_ms, said] :
                 log_lines(w.words, w.doc, *w.session.story, w.options.parts)) {
                auto const row = w.page.in("tr");
                w.page.ours("td", wording::moment(w.words, at_ms, beside), {{"class", "d"}});
                beside = at_ms;
                w.cell_said(said);
            }
        });
    });
}

} // namespace exchange
