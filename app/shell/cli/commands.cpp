#include "shell/cli/commands.h"

#include "analysis/common/cost.h"
#include "analysis/common/group.h"
#include "analysis/common/in_use.h"
#include "exchange/results/json.h"
#include "exchange/results/records_json.h"
#include "i18n/errors.h"
#include "model/turnout.h"
#include "platform/disk.h"
#include "session/begin.h"
#include "session/replay.h"
#include "session/session.h"
#include "shell/cli/opened.h"
#include "shell/cli/tally_text.h"
#include "shell/files/own_templates.h"
#include "shell/machine/machine.h"
#include "shell/machine/paths.h"
#include "wording/ranking.h"
#include "wording/sessions.h"

#include <algorithm>
#include <array>
#include <iostream>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

void print_document(Console const& console, model::Document const& doc, std::uint64_t entries,
                    std::string const& hash)
{
    if (console.output == Output::json) {
        console.out << exchange::show_json(doc, entries, hash) << '\n';
        return;
    }
    auto const& words = console.words;
    auto const& title = model::get<model::Profile>(doc).title; // none before the first entry
    console.out << (title.empty() ? words.text("review.start") : title) << '\n'
                << wording::contents(words, doc) << '\n'
                << wording::in_the_journal(words, entries, hash) << '\n';
    for (auto id : analysis::visible_cases(doc)) {
        auto const one = model::get<model::Case>(doc, id);
        console.out << "  " << one.number << "  " << one.title;
        if (!one.domain.empty()) console.out << " (" << one.domain << ')';
        console.out << '\n';
    }
}

// The vote numbered `wanted`, else the last visible result.
Result<model::RoundId> find_round(model::Document const& doc, std::optional<int> wanted)
{
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (wanted && round.number == *wanted && model::is_vote(round)) return id;
    if (wanted) return fail(Errc::not_found, "round", std::to_string(*wanted));
    if (auto latest = analysis::latest_result(doc)) return *latest;
    auto const& rounds = model::table<model::Round>(doc);
    if (rounds.empty()) return fail(Errc::not_found, "round.none");
    return rounds.rbegin()->first;
}

} // namespace

int exit_code(base::Error const& error)
{
    // Errors that only an argument can cause.
    constexpr std::array<std::string_view, 35> arguments{
        "answers.grades.said",  "answers.scale.said",
        "case.title",           "compare.same",
        "estimates.axis",       "export.kind",
        "export.picture",       "export.picture.kind",
        "export.round.ballots", "export.round.kind",
        "export.round.which",   "file.name",
        "import.encoding",      "import.encoding.other",
        "import.header_line",   "import.map",
        "import.map.column",    "import.map.field",
        "import.no_effect",     "import.separator",
        "import.sheet",         "listen",
        "redact.what",          "redact.where",
        "redact.word",          "replay.entry",
        "report.kind",          "report.part",
        "report.pdf_kind",      "round",
        "shared.address",       "site.label",
        "tally.amount",         "tally.first",
        "template.name"};
    return std::ranges::find(arguments, error.where) != arguments.end() ? 2 : 1;
}

int say_error(Console const& console, base::Error const& error, fs::path const& about)
{
    auto const said = i18n::sentence(console.words, error);
    bool const named = about.empty() || said.find(about.string()) != std::string::npos;
    console.err << "cadran: " << (named ? "" : about.string() + ": ") << said << '\n';
    return exit_code(error);
}

int new_session(Console const& console, fs::path const& asked, std::string const& template_name,
                std::string const& language)
{
    auto const named = as_session(asked);
    if (!named) return say_error(console, named.error());
    auto const& file = *named;
    SystemClock clock;
    SystemRandomSource random;
    // The template is read first: a wrong name must not leave a file.
    std::uint64_t last = 0;
    auto start =
        read_start({assets_dir(), templates_dir()}, template_name, language,
                   console.words.text("session.untitled"), [&] { return model::AxisId{++last}; });
    if (!start) return say_error(console, start.error());
    if (auto stem = file.stem().string(); !stem.empty()) start->start.profile.title = stem;
    auto const made = session::begin(file, start->start, own_actor(), clock, random, start->then);
    if (!made) return say_error(console, made.error(), file);
    console.out << console.words.text("cli.new.done", file.string()) << '\n';
    return 0;
}

int make_template(Console const& console, fs::path const& file, std::string const& to)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const& session = *(*opened)->session;
    auto const doc = as_shown(session.document());
    if (!doc) return say_error(console, doc.error());
    auto const saved = save_template({assets_dir(), templates_dir()}, session.log(), *doc, to);
    if (!saved)
        return say_error(console, saved.error(),
                         saved.error().code == Errc::io ? fs::path(to) : fs::path());
    console.out << console.words.text("cli.template.done", saved->string()) << '\n';
    return (*opened)->code;
}

int restore_session(Console const& console, fs::path const& asked, fs::path const& from)
{
    auto const named = as_session(asked);
    if (!named) return say_error(console, named.error());
    auto const& file = *named;
    SystemClock clock;
    SystemRandomSource random;
    auto const bytes = platform::read_whole(from);
    if (!bytes) return say_error(console, bytes.error(), from);
    auto records = exchange::read_records(*bytes);
    if (!records) return say_error(console, records.error(), from);
    auto const made =
        session::begin(file, edit::RestoreSession{*std::move(records)}, own_actor(), clock, random);
    if (!made) return say_error(console, made.error(), file);
    console.out << console.words.text("cli.new.done", file.string()) << '\n';
    return 0;
}

int show(Console const& console, fs::path const& file)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const& session = *(*opened)->session;
    auto const doc = as_shown(session.document());
    if (!doc) return say_error(console, doc.error());
    print_document(console, *doc, session.log().size(), session.log().hash(session.log().size()));
    return (*opened)->code;
}

int replay(Console const& console, fs::path const& file, std::uint64_t at)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const& log = (*opened)->session->log();
    auto const then = session::Replay(log).at(at);
    if (!then) return say_error(console, then.error(), file);
    auto const doc = as_shown(*then);
    if (!doc) return say_error(console, doc.error());
    print_document(console, *doc, at, log.hash(at));
    return (*opened)->code;
}

namespace {

Result<analysis::TallyOptions> options_of(TallyAsked const& asked)
{
    analysis::TallyOptions options;
    if (asked.way) {
        options.method = asked.way->method;
        if (asked.way->rule != model::Rule::standard) options.rule = asked.way->rule;
    }
    options.blank = asked.blank;
    if (asked.budget) {
        auto const money = analysis::read_cost(*asked.budget);
        if (!money || money->kind != analysis::Cost::Kind::amount || money->hundredths <= 0)
            return fail(Errc::invalid, "tally.amount", *asked.budget);
        options.money = money->hundredths;
    }
    if (asked.first) options.seats = std::max(*asked.first, 1);
    return options;
}

Result<exchange::TallyExtras> extras_of(model::Document const& doc, analysis::Tally const& result,
                                        TallyAsked const& asked,
                                        analysis::TallyOptions const& options)
{
    exchange::TallyExtras extras;
    auto const count = static_cast<int>(result.cases.size());
    if (asked.first) {
        if (*asked.first < 1 || *asked.first > count)
            return fail(Errc::invalid, "tally.first", std::to_string(*asked.first));
        extras.first = asked.first;
    }
    if (asked.first || result.selects()) {
        auto one = analysis::without_one_voter(doc, result.round, asked.first.value_or(1), options);
        if (!one) return fail(one.error());
        extras.one_voter = *std::move(one);
    }
    extras.rooms = analysis::by_room(doc, result.round, options);
    auto absent = analysis::if_absent_had_voted(doc, result.round, options);
    if (!absent) return fail(absent.error());
    extras.absent = *std::move(absent);
    if (asked.against) {
        auto const other = find_round(doc, asked.against);
        if (!other) return fail(other.error());
        auto const before =
            analysis::tally(doc, *other, {.method = {}, .blank = {}, .resamples = 0});
        if (!before) return fail(before.error());
        extras.comparison = analysis::compare_rounds(*before, result, asked.first.value_or(count));
        extras.against = *asked.against;
    }
    return extras;
}

} // namespace

int tally(Console const& console, fs::path const& file, TallyAsked const& asked)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const& doc = (*opened)->session->document();
    auto const id = find_round(doc, asked.round);
    if (!id) return say_error(console, id.error(), file);
    auto const options = options_of(asked);
    if (!options) return say_error(console, options.error());
    auto const result = analysis::tally(doc, *id, *options);
    if (!result) return say_error(console, result.error(), file);
    // Another count of so few ballots would tell what single people gave.
    if (result->totals_only && result->method != model::get<model::Round>(doc, *id).method)
        return say_error(console,
                         {Errc::denied, "tally.few", std::to_string(analysis::group_min), 0}, file);
    auto const extras = extras_of(doc, *result, asked, *options);
    if (!extras) return say_error(console, extras.error(), file);
    if (console.output == Output::json)
        console.out << exchange::tally_json(doc, *result, *extras) << '\n';
    else
        print_tally(console.words, doc, *result, *extras, console.out);
    return (*opened)->code;
}

int rank(Console const& console, fs::path const& file, analysis::RankingOptions const& options)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const shown = as_shown((*opened)->session->document());
    if (!shown) return say_error(console, shown.error());
    auto const& doc = *shown;
    auto const ranking = analysis::rank_cases(doc, options);
    if (options.first > ranking.placed) {
        console.err << "cadran: "
                    << console.words.text("cli.rank.first", options.first, ranking.placed) << '\n';
        return 2;
    }
    if (console.output == Output::json) {
        console.out << exchange::rank_json(doc, ranking) << '\n';
        return (*opened)->code;
    }
    auto const& words = console.words;
    console.out << wording::convention(words, doc, ranking) << '\n';
    for (auto const& one : ranking.cases) {
        auto const& title = model::get<model::Case>(doc, one.on).title;
        if (one.placed())
            console.out << "  " << one.rank << "  [" << one.rank_low << '-' << one.rank_high
                        << "]  " << words.decimal(*one.index, 1) << "  " << title << '\n';
        else
            console.out << "  –  " << title << '\n';
    }
    if (ranking.stability)
        console.out << wording::solidity(words, ranking) << " · "
                    << wording::draws(words, ranking.draws, ranking.first) << '\n';
    return (*opened)->code;
}

} // namespace shell
