#include "exchange/answers/answers.h"
#include "exchange/answers/answers_text.h"
#include "exchange/cases/import.h"
#include "exchange/cases/import_text.h"
#include "exchange/elections/election.h"
#include "exchange/recognise/kind.h"
#include "shell/cli/opened.h"
#include "shell/files/file_host.h"

#include <array>
#include <ostream>

// `cadran import`: cases, answers or an election from a file.
namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;

base::Result<void> proposed(session::Session& session, edit::Command const& command)
{
    return session::as_result(session.propose(command, session.log().size(), own_actor()));
}

base::Result<exchange::TableOptions> options_of(ImportAsked const& asked)
{
    exchange::TableOptions options;
    options.separator = exchange::format_from_name(asked.format);
    if (!asked.separator.empty()) {
        auto const separator = exchange::separator_from_name(asked.separator);
        if (!separator) return fail(Errc::invalid, "import.separator", asked.separator);
        options.separator = *separator;
    }
    if (!asked.encoding.empty())
        if (auto const known = exchange::decode({}, asked.encoding); !known)
            return fail(known.error());
    options.encoding = asked.encoding;
    options.sheet = asked.sheet;
    options.header_line = asked.header_line;
    return options;
}

// The plan with the columns given by the user, or recognised. `to_type`: help for when no title
// column is found.
base::Result<exchange::ImportPlan> plan_of(Console const& console, session::Session& session,
                                           exchange::Reading const& reading,
                                           ImportAsked const& asked, std::string& to_type)
{
    auto columns = exchange::columns_of(reading.table);
    if (asked.results == exchange::Results::noted) exchange::take_results(columns, asked.results);
    if (auto ok = exchange::map_columns(columns, asked.map); !ok) {
        if (ok.error().where == "import.map.column")
            to_type = exchange::map_to_type(console.words, columns);
        return fail(ok.error());
    }
    if (!exchange::has_title(columns)) {
        to_type = exchange::map_to_type(console.words, columns);
        return fail(Errc::invalid, "import.title_column");
    }
    return exchange::plan_import(reading, std::move(columns), session.document(),
                                 [&] { return session.mint<model::CaseId>(); });
}

// Refuses an option that would have no effect. `as`: what a table holds, none for an election.
base::Result<void> all_take_effect(ImportAsked const& asked, exchange::Kind kind,
                                   std::optional<exchange::Holds> as)
{
    using exchange::Holds;
    bool const session = kind == exchange::Kind::session;
    bool const text = kind == exchange::Kind::text && as;
    bool const book = kind == exchange::Kind::workbook || kind == exchange::Kind::open_sheet;
    bool const answers = as && *as != Holds::cases;
    struct Option {
        char const* name;
        bool given, works;
    };
    std::array const options{
        Option{"--format", asked.format != "auto", text || !as},
        Option{"--map", !asked.map.empty(), as.has_value()},
        Option{"--header-row", asked.header_line > 0, as && !session},
        Option{"--sheet", !asked.sheet.empty(), book},
        Option{"--separator", !asked.separator.empty(), text},
        Option{"--encoding", !asked.encoding.empty(), text},
        Option{"--update", asked.known == ImportAsked::Known::update, as.has_value()},
        Option{"--with-results", asked.results == exchange::Results::noted, as == Holds::cases},
        Option{"--as", asked.as.has_value(), as && !session},
        Option{"--method", asked.method.has_value(), as == Holds::ballots},
        Option{"--question", !asked.question.empty(), as == Holds::ballots},
        Option{"--scale", !asked.scale.empty(), answers},
        Option{"--grades", !asked.grades.empty(), answers},
        Option{"--no-answer", asked.no_answer.has_value(), answers},
        Option{"--axis", asked.axis > 0, answers && as != Holds::ballots}};
    for (auto const& one : options)
        if (one.given && !one.works) return fail(Errc::invalid, "import.no_effect", one.name);
    return {};
}

int import_cases(Console const& console, session::Session& session,
                 exchange::Reading const& reading, fs::path const& source, ImportAsked const& asked)
{
    using exchange::Changes;
    using exchange::Taken;
    std::string to_type;
    auto const plan = plan_of(console, session, reading, asked, to_type);
    if (!plan) {
        auto const code = say_error(console, plan.error(), source);
        if (!to_type.empty()) console.err << to_type << '\n';
        return code;
    }
    auto const before = session.document();
    bool const add = asked.mode == ImportAsked::Mode::add;
    bool const update = asked.known == ImportAsked::Known::update;
    if (add) {
        if (auto const fresh = plan->unknown(); !fresh.cases.empty())
            if (auto done = proposed(session, fresh); !done)
                return say_error(console, done.error());
        for (auto const& [id, known] : plan->known)
            if (update && !known.changed.empty())
                if (auto done = proposed(session, exchange::updated(session.document(), known));
                    !done)
                    return say_error(console, done.error());
    }
    auto const taken = add ? Taken::done : Taken::dry_run;
    auto const changes = update ? Changes::made : Changes::offered;
    if (console.output == Output::json)
        console.out << exchange::import_json(console.words, before, *plan, taken, changes) << '\n';
    else
        exchange::print_import(console.words, before, *plan, taken, changes, console.out);
    return plan->command.cases.empty() ? 1 : 0;
}

// The user's options for answers.
exchange::AnswersAsked answers_asked(ImportAsked const& asked)
{
    exchange::AnswersAsked out;
    out.as = asked.as;
    out.method = asked.method;
    out.map = asked.map;
    out.scale = asked.scale;
    out.grades = asked.grades;
    out.no_answer = asked.no_answer;
    out.axis = asked.axis;
    out.question = asked.question;
    out.update = asked.known == ImportAsked::Known::update;
    return out;
}

// Imports votes, estimates or placements.
int import_answers(Console const& console, session::Session& session,
                   exchange::Reading const& reading, exchange::Holds holds, fs::path const& source,
                   ImportAsked const& asked, exchange::AnswersAsked const& how)
{
    exchange::AnswerMints const mints{[&] { return session.mint<model::CaseId>(); },
                                      [&] { return session.mint<model::RoundId>(); }};
    auto const plan = exchange::plan_answers(reading, holds, session.document(), how, mints,
                                             SystemClock{}.now_ms());
    if (!plan) {
        console.err << "cadran: " << source.string() << ": "
                    << exchange::answers_error(console.words, plan.error()) << '\n';
        return exit_code(plan.error());
    }
    bool const add = asked.mode == ImportAsked::Mode::add;
    auto const before = session.document();
    if (add && exchange::changes_something(*plan))
        if (auto done = proposed(session, exchange::command_of(*plan)); !done)
            return say_error(console, done.error(), source);
    auto const taken = add ? exchange::Taken::done : exchange::Taken::dry_run;
    if (console.output == Output::json)
        console.out << exchange::answers_json(console.words, before, *plan, taken) << '\n';
    else
        exchange::print_answers(console.words, *plan, taken, console.out);
    return 0;
}

// Reads the cases of another session.
base::Result<exchange::Reading> reading_of_session(Console const& console, fs::path const& source)
{
    auto const other = open_session(console, source, journal::OpenMode::read);
    if (!other) return fail(other.error());
    if ((*other)->code != 0) return fail(Errc::corrupt, "import.session");
    return exchange::read_session(console.words, (*other)->session->document(),
                                  source.filename().string());
}

base::Result<exchange::Reading> reading_of(Console const& console, std::string const& bytes,
                                           fs::path const& source,
                                           exchange::TableOptions const& options)
{
    if (exchange::kind_of(bytes) == exchange::Kind::session)
        return reading_of_session(console, source);
    return exchange::read_import(bytes, source.filename().string(), options);
}

// Imports a table of cases or answers.
int import_table(Console const& console, session::Session& session, std::string const& bytes,
                 fs::path const& source, ImportAsked const& asked,
                 exchange::TableOptions const& options, exchange::AnswersAsked const& how)
{
    auto reading = reading_of(console, bytes, source, options);
    if (!reading) return say_error(console, reading.error(), source);
    auto const kind = exchange::kind_of(bytes);
    auto const table = exchange::read_answers(bytes, *reading, how);
    auto const holds = kind == exchange::Kind::session
                           ? exchange::Holds::cases
                           : exchange::holds(table, session.document(), how);
    if (!holds) return say_error(console, holds.error(), source);
    if (auto const ok = all_take_effect(asked, kind, *holds); !ok)
        return say_error(console, ok.error(), source);
    if (*holds == exchange::Holds::cases)
        return import_cases(console, session, *std::move(reading), source, asked);
    return import_answers(console, session, table, *holds, source, asked, how);
}

int import_election(Console const& console, session::Session& session, std::string const& bytes,
                    fs::path const& source, exchange::ElectionFormat format,
                    ImportAsked const& asked)
{
    exchange::ElectionMints const mints{[&] { return session.mint<model::CaseId>(); },
                                        [&] { return session.mint<model::RoundId>(); }};
    auto const plan = exchange::plan_election(bytes, source.filename().string(), format, mints,
                                              SystemClock{}.now_ms());
    if (!plan) return say_error(console, plan.error(), source);
    if (auto const ok = all_take_effect(asked, exchange::kind_of(bytes), {}); !ok)
        return say_error(console, ok.error(), source);
    if (asked.mode == ImportAsked::Mode::add)
        if (auto done = proposed(session, plan->command); !done)
            return say_error(console, done.error(), source);
    auto const taken = asked.mode == ImportAsked::Mode::add ? exchange::ElectionTaken::done
                                                            : exchange::ElectionTaken::dry_run;
    if (console.output == Output::json)
        console.out << exchange::election_json(console.words, *plan, source.filename().string(),
                                               taken)
                    << '\n';
    else
        exchange::print_election(console.words, *plan, taken, console.out);
    return 0;
}

// The format given by --format or recognised; nothing for a table of cases.
std::optional<exchange::ElectionFormat>
election_format(std::string const& format, std::string const& bytes, fs::path const& source)
{
    using exchange::ElectionFormat;
    if (format == "pabulib") return ElectionFormat::pabulib;
    if (format == "preflib") return ElectionFormat::preflib;
    if (format == "blt") return ElectionFormat::blt;
    if (format == "abif") return ElectionFormat::abif;
    if (format != "auto") return std::nullopt;
    return exchange::election_format(bytes, source.filename().string());
}

} // namespace

int import_file(Console const& console, fs::path const& file, fs::path const& source,
                ImportAsked const& asked)
{
    auto const options = options_of(asked);
    if (!options) return say_error(console, options.error());
    auto bytes = read_file(source);
    if (!bytes) return say_error(console, bytes.error(), source);
    auto const mode =
        asked.mode == ImportAsked::Mode::add ? journal::OpenMode::write : journal::OpenMode::read;
    auto opened = open_session(console, file, mode);
    if (!opened) return say_error(console, opened.error(), file);
    auto& session = *(*opened)->session;
    if ((*opened)->code != 0) return (*opened)->code; // nothing can be added; already reported
    if (auto const election = election_format(asked.format, *bytes, source))
        return import_election(console, session, *bytes, source, *election, asked);
    return import_table(console, session, *bytes, source, asked, *options, answers_asked(asked));
}

} // namespace shell
