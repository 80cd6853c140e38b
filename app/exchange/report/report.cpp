#include "exchange/report/report.h"

#include "base/base64.h"
#include "base/sha256.h"
#include "exchange/report/made_as.h"
#include "exchange/report/writing.h"

#include <array>

namespace exchange {
namespace {

// Content security policy: no scripts or requests; the only style sheet is allowed by its hash.
std::string policy(std::string const& style)
{
    auto const digest = base::sha256(style);
    std::string const bytes(digest.begin(), digest.end());
    return "default-src 'none'; style-src 'sha256-" + base::base64(bytes) +
           "'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";
}

std::string title_of(Writing const& w)
{
    auto const& title = model::get<model::Profile>(w.doc).title;
    return title.empty() ? w.word("untitled") : title;
}

std::string days(Writing const& w)
{
    auto const first = w.words.date(w.session.first_ms), last = w.words.date(w.session.last_ms);
    return first == last ? last : w.words.text("report.days", first, last);
}

void write_meta(Writing& w, board::Palette const& palette)
{
    auto const style = style_of(w, palette);
    auto const head = w.page.in("head");
    w.page.empty("meta", {{"charset", "utf-8"}});
    w.page.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy(style)}});
    w.page.empty("meta",
                 {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    w.page.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    w.page.empty("meta", {{"name", "generator"}, {"content", "Cadran"}});
    w.page.empty("meta",
                 {{"name", std::string(seal_name)}, {"content", seal_value(w.session.seal)}});
    w.page.empty("meta", {{"name", std::string(digest_name)}, {"content", digest_space()}});
    w.page.empty("meta", {{"name", std::string(options_name)},
                          {"content", options_value(w.options, w.words.language())}});
    w.page.ours("title", w.words.text("report.title", title_of(w)));
    auto const sheet = w.page.in("style");
    w.page.markup(style);
}

// The program's logo: a circle in four parts, with a dot in the first.
constexpr std::string_view mark =
    R"svg(<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor" stroke-width="2.6"><circle cx="20" cy="20" r="17"/><path d="M20 3V37M3 20H37"/></g><circle cx="12.6" cy="12.6" r="4.8" fill="var(--accent)"/></svg>
)svg";

void write_head(Writing& w)
{
    auto const header = w.page.in("header");
    {
        auto const line = w.page.in("div", {{"class", "head"}});
        auto const& organisation = w.options.organisation;
        if (auto const& logo = w.options.logo)
            w.page.empty("img", {{"src", data_address(logo->type, logo->bytes)},
                                 {"alt", organisation.empty()
                                             ? w.word("logo")
                                             : w.words.text("report.logo.of", organisation)}});
        else
            w.page.markup(mark);
        if (!organisation.empty()) {
            auto const who = w.page.in("p");
            w.page.theirs("strong", organisation);
        }
        if (w.session.last_ms > 0)
            w.page.ours("p", w.words.text("report.dated", days(w)), {{"class", "dated"}});
    }
    w.page.theirs("h1", title_of(w));
}

// The table of contents, written after the sections.
void write_contents(Writing const& w, Html& page)
{
    auto const nav = page.in("nav", {{"aria-labelledby", "t-contents"}});
    page.ours("h2", w.word("contents"), {{"id", "t-contents"}});
    auto const all = page.in("ul");
    for (auto const& name : w.contents()) {
        auto const one = page.in("li");
        page.ours("a", w.word(name + ".title"), {{"href", "#t-" + name}});
    }
}

void write_sections(Writing& w)
{
    for (auto write : {write_asked, write_people, write_rules, write_votes, write_order, write_axes,
                       write_decisions, write_cases})
        write(w);
    if (w.shows(ReportPart::ballots)) write_ballots(w);
    if (w.shows(ReportPart::log) && w.session.story) write_log(w);
    write_notes(w);
    write_seal(w);
}

void write_main(Writing& w, ReportMeans const& means, ReportedSession const& session)
{
    auto const main = w.page.in("main", {{"id", "main"}, {"tabindex", "-1"}});
    for (auto const& warning : w.session.warnings)
        w.page.ours("p", warning, {{"class", "warning"}});
    if (w.options.form == ReportForm::one_page) {
        write_single_page(w);
        return;
    }
    write_opening(w);
    Writing rest(means, session, w.options, w.facts);
    rest.goes_on_from(w);
    write_sections(rest);
    write_contents(rest, w.page);
    w.page.markup(rest.page.written());
}

} // namespace

ReportParts usual_parts()
{
    return {ReportPart::owners, ReportPart::descriptions, ReportPart::aside};
}

base::Result<Logo> read_logo(std::string bytes)
{
    using namespace std::string_view_literals;
    if (bytes.size() > logo_max) return base::fail(base::Errc::invalid, "report.logo_size");
    constexpr std::array signs{std::pair{"\x89PNG\r\n\x1a\n"sv, "image/png"},
                               std::pair{"\xFF\xD8\xFF"sv, "image/jpeg"}};
    for (auto const& [sign, type] : signs)
        if (bytes.starts_with(sign)) return Logo{std::move(bytes), type};
    // SVG is embedded as an image, so that it cannot run scripts or load anything.
    constexpr std::size_t head = 1000;
    if (std::string_view(bytes).substr(0, head).find("<svg") != std::string_view::npos)
        return Logo{std::move(bytes), "image/svg+xml"};
    return base::fail(base::Errc::invalid, "report.logo");
}

std::string report_page(ReportMeans const& means, ReportedSession const& session,
                        ReportOptions const& options)
{
    auto const facts = facts_of(session.doc);
    Writing w(means, session, options, facts);
    w.page.markup("<!DOCTYPE html>\n");
    {
        auto const english = means.words.language() == i18n::Language::english;
        auto const html = w.page.in("html", {{"lang", english ? "en" : "fr"}});
        write_meta(w, means.palette);
        auto const body = w.page.in("body");
        if (options.pictures == ReportOptions::Pictures::drawn) // else it would be printed
            w.page.ours("a", w.word("skip"), {{"class", "skip"}, {"href", "#main"}});
        auto const sheet = w.page.in("div", {{"class", "sheet"}});
        write_head(w);
        write_main(w, means, session);
        auto const footer = w.page.in("footer", {{"class", "made"}});
        w.page.ours("p", w.words.text("report.made", short_code(session.seal)));
    }
    return with_digest(w.page.written());
}

} // namespace exchange
