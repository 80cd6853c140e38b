#include "analysis/comparison/comparison.h"
#include "exchange/results/compare_json.h"
#include "exchange/templates/template.h"
#include "session/replay.h"
#include "shell/cli/opened.h"
#include "shell/machine/paths.h"
#include "wording/comparison/comparison.h"

#include <ostream>

// `cadran compare`: two sessions, or two moments of one.
namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

// A session at one moment.
struct Moment {
    std::unique_ptr<Opened> opened;
    std::string session; // the session's id, from its file
    std::uint64_t entry = 0;
    model::Document doc; // as shown in the language
    std::int64_t at_ms = 0;

    [[nodiscard]] journal::Log const& log() const { return opened->session->log(); }
};

Result<Moment> moment_of(Console const& console, fs::path const& file,
                         std::optional<std::uint64_t> at, exchange::Templates const& templates)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return fail(opened.error());
    Moment out;
    out.opened = std::move(*opened);
    out.session = out.opened->id;
    out.entry = at.value_or(out.log().size());
    auto const then = session::Replay(out.log()).at(out.entry);
    if (!then) return fail(then.error());
    if (out.entry > 0) {
        auto const last = out.log().entry(out.entry);
        if (!last) return fail(last.error());
        out.at_ms = last->at_ms;
    }
    auto const language = console.words.language() == i18n::Language::english ? "en" : "fr";
    out.doc = templates.shown(*then, language);
    return out;
}

exchange::ComparedSide side_of(Moment const& one)
{
    return {one.doc,          one.session, one.entry,
            one.log().size(), one.at_ms,   one.log().hash(one.entry)};
}

void print(Console const& console, wording::Compared const& of, Moment const& before,
           Moment const& after)
{
    auto const& words = console.words;
    auto said = [&](Moment const& one) {
        return wording::moment(words, one.doc, one.at_ms, one.entry, one.log().size());
    };
    console.out << words.text("compare.from_to", said(before), said(after)) << '\n';
    if (of.all.cases.empty() && of.all.matching.gone.empty() && of.all.matching.fresh.empty()) {
        console.out << words.text("compare.empty") << '\n';
        return;
    }
    console.out << wording::common_cases(words, of) << '\n';
    if (of.all.nothing_changed()) {
        console.out << words.text("compare.unchanged") << '\n';
        return;
    }
    for (auto const& section : wording::sections(words, of)) {
        console.out << '\n' << section.title << '\n';
        for (auto const& line : section.lines) console.out << "  " << line << '\n';
    }
}

} // namespace

int compare(Console const& console, CompareAsked const& asked)
{
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return say_error(console, templates.error());
    auto const& second = asked.other.empty() ? asked.file : asked.other;
    auto const before = moment_of(console, asked.file, asked.at, *templates);
    if (!before) return say_error(console, before.error(), asked.file);
    auto const after = moment_of(console, second, asked.to, *templates);
    if (!after) return say_error(console, after.error(), second);
    bool const one_session = before->session == after->session;
    if (one_session && before->entry == after->entry &&
        before->log().hash(before->entry) == after->log().hash(after->entry))
        return say_error(console, {Errc::invalid, "compare.same", "", 0});
    auto const lineage =
        one_session ? analysis::Lineage::one_session : analysis::Lineage::strangers;
    auto const alike = analysis::alike_across(before->doc, after->doc, lineage);
    auto const all = analysis::compare(before->doc, after->doc, lineage, alike);
    if (console.output == Output::json)
        console.out << exchange::compare_json(all, lineage, side_of(*before), side_of(*after))
                    << '\n';
    else
        print(console, {all, before->doc, after->doc}, *before, *after);
    return before->opened->code != 0 ? before->opened->code : after->opened->code;
}

} // namespace shell
