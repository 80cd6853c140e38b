#include "shell/cli/arguments.h"

#include "platform/desktop.h"
#include "shell/cli/usage_error.h"
#include "shell/files/about.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <limits>
#include <memory>
#include <optional>
#include <ostream>
#include <string_view>
#include <utility>
#include <vector>

namespace shell {
namespace {

// "Cadran 0.1.0 (1234abcdef)".
std::string version_line()
{
    auto const build = about();
    return "Cadran " + build.version + (build.commit.empty() ? "" : " (" + build.commit + ")");
}

bool is_language(std::string_view said) { return said == "fr" || said == "en"; }

// CLI11's, without the English sentences that it adds to a description.
class HelpForm : public CLI::Formatter {
public:
    std::string make_description(CLI::App const* app) const override
    {
        auto said = app->get_description();
        return said.empty() ? said : said + "\n";
    }
};

// The numbers that an option takes.
template <class T>
struct Range {
    T least = 0, most = std::numeric_limits<T>::max();
};

template <class T>
struct Held {
    using type = T;
};
template <class T>
struct Held<std::optional<T>> {
    using type = T;
};

template <class E>
std::vector<std::string> names_of()
{
    return {base::Names<E>::list.begin(), base::Names<E>::list.end()};
}

std::vector<std::string> methods_of_votes()
{
    auto out = names_of<model::Method>();
    std::erase(out, base::name_of(model::Method::estimate));
    return out;
}

// Defines the commands, with help in the language of the catalogue.
class CommandLine {
public:
    explicit CommandLine(i18n::Catalogue const& words)
        : words_(words)
        , app_("Cadran")
    {
        app_.formatter(std::make_shared<HelpForm>());
        auto& formatter = *app_.get_formatter();
        formatter.label("Usage", help("usage"));
        formatter.label("OPTIONS", help("OPTIONS"));
        formatter.label("SUBCOMMAND", help("COMMAND"));
        formatter.label("Needs", help("needs"));
        formatter.label("Positionals", help("arguments"));
        app_.option_defaults()->group(help("options"));
        app_.allow_windows_style_options(false); // "/folder/file" is a file there, too
        app_.set_help_flag("-h,--help", help("help"));
        app_.set_version_flag("--version", version_line(), help("version"));
        app_.require_subcommand(0, 1);
        value(app_.add_option("session", asked_.board, help("session")), "FILE");
        value(app_.add_option("--pictures", asked_.pictures, help("pictures")), "FOLDER");
        language(app_);
        add_changes();
        add_answers();
    }
    CommandLine(CommandLine const&) = delete;
    CommandLine& operator=(CommandLine const&) = delete;

    Read read(int argc, char const* const* argv, Console const& console)
    {
        try {
            app_.parse(argc, argv);
        } catch (CLI::ParseError const& error) {
            return {asked_, said(error, console)};
        }
        for (auto const& [sub, command] : commands_)
            if (*sub) asked_.command = command;
        if (asked_.board && means_command(*asked_.board)) {
            auto const word = asked_.board->string();
            if (word == "help") return {asked_, said(CLI::CallForHelp(), console)};
            console.err << "cadran: " << words_.text("cli.usage.unknown", word) << '\n';
            return {asked_, 2};
        }
        if (auto const why = not_one_way(); !why.empty()) {
            console.err << "cadran: " << why << '\n';
            return {asked_, 2};
        }
        asked_.compare.file = asked_.file;
        return {asked_, {}};
    }

private:
    using Command = Asked::Command;

    [[nodiscard]] std::string help(std::string_view key) const
    {
        return words_.text("cli.help." + std::string(key));
    }
    // Sets the placeholder of a value, in capitals.
    void value(CLI::Option* option, std::string_view kind) { option->option_text(help(kind)); }
    void language(CLI::App& app)
    {
        choice(app, "--lang", {"fr", "en"}, "lang",
               [this](std::string const& said) { asked_.language = said; });
    }
    CLI::App& command(Command what, char const* name)
    {
        auto& sub = *app_.add_subcommand(name, help(name));
        sub.group(help("commands"));
        sub.get_help_ptr()->group(help("options")); // named in English by the library
        commands_.emplace_back(&sub, what);
        value(sub.add_option("file", asked_.file, help("file"))->required(), "FILE");
        language(sub);
        return sub;
    }
    void json(CLI::App& sub) { sub.add_flag("--json", asked_.json, help("json")); }
    template <class T>
    void text(CLI::App& sub, char const* name, T& into, std::string_view key)
    {
        value(sub.add_option(name, into, help(key)), "TEXT");
    }
    template <class T>
    CLI::Option* flag(CLI::App& sub, char const* name, T& into, T value, std::string_view key)
    {
        auto const set = [&into, value] { into = value; };
        return sub.add_flag_callback(name, set, help(key));
    }
    // A whole number of the range; another value is told with the range.
    template <class T>
    CLI::Option* number(CLI::App& sub, char const* name, T& into, std::string_view key,
                        Range<typename Held<T>::type> range = {})
    {
        auto* option = sub.add_option(name, into, help(key));
        value(option, "NUMBER");
        option->check([this, name, range](std::string const& said) {
            using Number = typename Held<T>::type;
            Number read{};
            auto const* end = said.data() + said.size();
            auto const [at, failed] = std::from_chars(said.data(), end, read);
            bool const whole = failed == std::errc{} && at == end && !said.starts_with('-');
            if (whole && read >= range.least && read <= range.most) return std::string();
            bool const too_much =
                failed == std::errc::result_out_of_range || (whole && read > range.most);
            bool const open = range.most == std::numeric_limits<Number>::max() && !too_much;
            refused_ = open ? words_.text("cli.usage.number", name, in_words(range.least), said)
                            : words_.text("cli.usage.range", name, in_words(range.least),
                                          in_words(range.most), said);
            return std::string("number");
        });
        return option;
    }
    template <class T>
    [[nodiscard]] std::string in_words(T number) const
    {
        if (number > static_cast<T>(std::numeric_limits<T>::max() / 2))
            return std::to_string(number);
        return words_.number(static_cast<std::int64_t>(number));
    }
    // One of some words; another one is told with them.
    template <class Take>
    CLI::Option* choice(CLI::App& sub, char const* name, std::vector<std::string> const& known,
                        std::string_view key, Take take)
    {
        auto* option = sub.add_option_function<std::string>(name, take, help(key));
        option->option_text(CLI::detail::join(known, "|"));
        option->check([this, name, known](std::string const& said) {
            if (std::ranges::find(known, said) != known.end()) return std::string();
            refused_ = words_.text("cli.usage.choice", name, CLI::detail::join(known, ", "), said);
            return std::string("choice");
        });
        return option;
    }

    void add_changes()
    {
        auto& create = command(Command::create, "new");
        value(create.add_option("--template", asked_.template_name, help("new.template")),
              "new.template.value");
        value(create.add_option("--from", asked_.source, help("new.from")), "FILE");
        auto& made = command(Command::make_template, "template");
        value(made.add_option("-o,--out", asked_.template_name, help("template.out"))->required(),
              "new.template.value");
        auto& import = command(Command::import, "import");
        value(import.add_option("source", asked_.source, help("import.source"))->required(),
              "FILE");
        add_ways_to_read(import);
        auto& propose = command(Command::propose, "propose");
        json(propose);
        value(propose.add_option("title", asked_.proposal.title, help("propose.title"))->required(),
              "TEXT");
        text(propose, "--from", asked_.proposal.from, "propose.from");
        text(propose, "--description", asked_.proposal.description, "propose.description");
        text(propose, "--domain", asked_.proposal.domain, "propose.domain");
    }
    // Options for reading files that are not recognised correctly.
    void add_ways_to_read(CLI::App& import)
    {
        auto& asked = asked_.import;
        json(import);
        choice(import, "--format", {"auto", "csv", "tsv", "pabulib", "preflib", "blt", "abif"},
               "import.format", [&asked](std::string const& said) { asked.format = said; });
        import.add_option("--map", asked.map, help("import.map"))
            ->option_text(help("import.map.value"));
        number(import, "--header-row", asked.header_line, "import.header", {.least = 1});
        text(import, "--sheet", asked.sheet, "import.sheet");
        import.add_option("--separator", asked.separator, help("import.separator"))
            ->option_text("comma|semicolon|tab|pipe|none");
        text(import, "--encoding", asked.encoding, "import.encoding");
        flag(import, "--dry-run", asked.mode, ImportAsked::Mode::dry_run, "import.dry");
        flag(import, "--update", asked.known, ImportAsked::Known::update, "import.update");
        flag(import, "--with-results", asked.results, exchange::Results::noted, "import.results");
        add_ways_to_answer(import);
    }
    // Options for data that a table of votes, estimates or placements lacks.
    void add_ways_to_answer(CLI::App& import)
    {
        auto& asked = asked_.import;
        auto kinds = names_of<exchange::Holds>();
        kinds.insert(kinds.begin(), "auto");
        choice(import, "--as", kinds, "import.as", [&asked](std::string const& said) {
            asked.as = base::from_name<exchange::Holds>(said);
        });
        choice(import, "--method", methods_of_votes(), "import.method",
               [&asked](std::string const& said) {
                   asked.method = base::from_name<model::Method>(said);
               });
        text(import, "--scale", asked.scale, "import.scale");
        text(import, "--grades", asked.grades, "import.grades");
        auto const none = [&asked](std::string const& said) { asked.no_answer = said; };
        value(import.add_option_function<std::string>("--no-answer", none, help("import.none")),
              "TEXT"); // an empty value is meaningful
        number(import, "--axis", asked.axis, "import.axis", {.least = 1});
        text(import, "--question", asked.question, "import.question");
    }
    void add_answers()
    {
        constexpr int draws_most = 1'000'000;
        json(command(Command::show, "show"));
        auto& tally = command(Command::tally, "tally");
        json(tally);
        number(tally, "--round", asked_.tally.round, "tally.round", {.least = 1});
        auto ways = methods_of_votes();
        for (auto const& rule : names_of<model::Rule>())
            if (rule != base::name_of(model::Rule::standard)) ways.push_back(rule);
        choice(tally, "--method", ways, "tally.method", [this](std::string const& said) {
            asked_.tally.way = analysis::way_from_name(said);
        });
        choice(tally, "--blank", names_of<model::BlankPolicy>(), "tally.blank",
               [this](std::string const& said) {
                   asked_.tally.blank = base::from_name<model::BlankPolicy>(said);
               });
        value(tally.add_option("--budget", asked_.tally.budget, help("tally.budget")), "NUMBER");
        number(tally, "--first", asked_.tally.first, "tally.first", {.least = 1});
        number(tally, "--against", asked_.tally.against, "tally.against", {.least = 1});
        auto& give_back = command(Command::give_back, "export");
        value(give_back.add_option("-o,--out", asked_.out, help("export.out"))->required(), "FILE");
        auto& exported = asked_.exported;
        give_back.add_option("--picture", exported.picture, help("export.picture"))
            ->option_text("board|overview|pareto|order|matrix:N|result:N");
        auto const sized = [&exported](std::string const& said) {
            exported.size = said == "a3" ? exchange::ImageSize::a3 : exchange::ImageSize::screen;
        };
        choice(give_back, "--size", {"screen", "a3"}, "export.size", sized);
        flag(give_back, "--force", exported.replaces, Replaces::file, "force");
        number(give_back, "--round", exported.round, "export.round", {.least = 1});
        flag(give_back, "--names", exported.included.names, true, "export.names");
        flag(give_back, "--ballots", exported.included.ballots, true, "export.ballots");
        auto& rank = command(Command::rank, "rank");
        json(rank);
        number(rank, "--draws", asked_.ranking.draws, "rank.draws", {1, draws_most});
        number(rank, "--seed", asked_.ranking.seed, "rank.seed");
        number(rank, "--first", asked_.ranking.first, "rank.first", {.least = 1});
        auto& compare = command(Command::compare, "compare");
        json(compare);
        value(compare.add_option("other", asked_.compare.other, help("compare.with")), "FILE");
        number(compare, "--at", asked_.compare.at, "compare.at");
        number(compare, "--to", asked_.compare.to, "compare.to");
        auto& estimates = command(Command::estimates, "estimates");
        json(estimates);
        number(estimates, "--axis", asked_.axis, "estimates.axis", {.least = 1});
        add_report();
        add_host();
        add_federate();
        add_redact();
        auto& verify = command(Command::verify, "verify");
        value(verify.add_option("--report", asked_.verify.report, help("verify.report")), "FILE");
        value(verify.add_option("--signer", asked_.verify.signer, help("verify.signer")), "FILE");
        auto& sign = command(Command::sign, "sign");
        value(sign.add_option("--key", asked_.key, help("sign.key"))->required(), "FILE");
        auto& replay = command(Command::replay, "replay");
        json(replay);
        number(replay, "--at", asked_.at, "replay.at")->required();
    }
    void add_host()
    {
        auto& host = command(Command::host, "host");
        json(host);
        host.add_option("--listen", asked_.host.listen, help("host.listen"))
            ->option_text(help("host.listen.value"));
        auto* certificate =
            host.add_option("--tls-cert", asked_.host.certificate, help("host.certificate"));
        value(certificate, "FILE");
        auto* cards = host.add_option("--cards", asked_.host.cards, help("host.cards"));
        value(cards, "FILE");
        flag(host, "--force", asked_.host.replaces, Replaces::file, "force")->needs(cards);
        auto* key = host.add_option("--tls-key", asked_.host.key, help("host.key"));
        value(key, "FILE");
        key->needs(certificate);
        certificate->needs(key);
    }
    void add_federate()
    {
        using How = FederateAsked::How;
        auto& sub = command(Command::federate, "federate");
        auto& asked = asked_.federate;
        json(sub);
        auto* host = flag(sub, "--host", asked.how, How::host, "federate.host");
        auto const join = [&asked](std::string const& said) {
            asked.invitation = said, asked.how = How::join;
        };
        auto* joins = sub.add_option_function<std::string>("--join", join, help("federate.join"));
        value(joins, "FILE");
        auto const url = [&asked](std::string const& said) {
            asked.url = said, asked.how = How::server;
        };
        auto* server =
            sub.add_option_function<std::string>("--server", url, help("federate.server"));
        value(server, "federate.URL");
        ways_to_meet_ = {host, joins, server};
        sub.add_option("--listen", asked.listen, help("federate.listen"))
            ->needs(host)
            ->option_text(help("host.listen.value"));
        auto* credentials = sub.add_option("--creds", asked.credentials, help("federate.creds"));
        value(credentials->needs(server), "FILE");
        auto* authority = sub.add_option("--ca", asked.authority, help("federate.ca"));
        value(authority->needs(server), "FILE");
        auto const part = [&asked](std::string const& said) {
            asked.part = base::from_name<model::SitePart>(said).value_or(asked.part);
        };
        choice(sub, "--as", {"facilitator", "room", "reader"}, "federate.as", part)->needs(server);
        text(sub, "--label", asked.label, "federate.label");
        constexpr int servers_most = 5;
        number(sub, "--replicas", asked.replicas, "federate.replicas", {1, servers_most})
            ->needs(server);
        auto* phones = sub.add_option("--phones", asked.phones.listen, help("federate.phones"));
        phones->option_text(help("host.listen.value"));
        auto* cards = sub.add_option("--cards", asked.phones.cards, help("host.cards"));
        value(cards->needs(phones), "FILE");
        flag(sub, "--force", asked.phones.replaces, Replaces::file, "force")->needs(cards);
        auto* certificate =
            sub.add_option("--tls-cert", asked.phones.certificate, help("host.certificate"));
        value(certificate->needs(phones), "FILE");
        auto* key = sub.add_option("--tls-key", asked.phones.key, help("host.key"));
        value(key, "FILE");
        key->needs(certificate);
        certificate->needs(key);
    }
    void add_report()
    {
        auto& report = command(Command::report, "report");
        auto& asked = asked_.report;
        value(report.add_option("-o,--out", asked.out, help("report.out"))->required(), "FILE");
        flag(report, "--force", asked.replaces, Replaces::file, "force");
        flag(report, "--one-page", asked.form, ReportAsked::Form::one_page, "report.one_page");
        value(report.add_option("--with", asked.with, help("report.with"))->delimiter(','),
              "report.PARTS");
        value(report.add_option("--without", asked.without, help("report.without"))->delimiter(','),
              "report.PARTS");
        text(report, "--organisation", asked.organisation, "report.organisation");
        value(report.add_option("--logo", asked.logo, help("report.logo")), "FILE");
        value(report.add_option("--pdf", asked.pdf, help("report.pdf")), "FILE");
    }

    void add_redact()
    {
        auto& redact = command(Command::redact, "redact");
        auto& asked = asked_.redact;
        value(redact.add_option("-o,--out", asked.out, help("redact.out")), "FILE");
        flag(redact, "--in-place", asked.over, RedactAsked::Over::itself, "redact.in_place");
        flag(redact, "--proposers", asked.what.proposers, true, "redact.proposers");
        flag(redact, "--names", asked.what.names, true, "redact.names");
        flag(redact, "--free-text", asked.what.free_text, true, "redact.free_text");
        auto* words = redact.add_option("--word", asked.what.words, help("redact.word"));
        value(words->allow_extra_args(false), "TEXT"); // the option may be repeated
    }

    // Why the machines of `federate` cannot meet: no way is given, or more than one.
    [[nodiscard]] std::string not_one_way() const
    {
        if (asked_.command != Command::federate) return {};
        std::vector<std::string> given;
        for (auto const* way : ways_to_meet_)
            if (way->count() > 0) given.push_back(way->get_name());
        if (given.empty()) return words_.text("cli.usage.federate");
        if (given.size() == 1) return {};
        return words_.text("cli.usage.together", given[0], given[1]);
    }
    // Prints a parse error in one sentence; 0 for --help.
    int said(CLI::ParseError const& error, Console const& console)
    {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            app_.exit(error, console.out, console.err);
            return 0;
        }
        auto const sentence = refused_.empty() ? usage_error(words_, app_, error) : refused_;
        console.err << "cadran: " << sentence << '\n';
        return 2;
    }

    i18n::Catalogue const& words_;
    CLI::App app_;
    Asked asked_;
    std::string refused_; // why the value of an option is
    std::vector<CLI::Option const*> ways_to_meet_;
    std::vector<std::pair<CLI::App*, Command>> commands_;
};

} // namespace

std::string language_of(int argc, char const* const* argv)
{
    constexpr std::string_view option = "--lang", with = "--lang=";
    std::string_view asked;
    for (int i = 1; i < argc; ++i) {
        std::string_view const word = argv[i];
        if (word == option && i + 1 < argc)
            asked = argv[i + 1];
        else if (word.starts_with(with))
            asked = word.substr(with.size());
    }
    if (is_language(asked)) return std::string(asked);
    return platform::desktop_language().starts_with("en") ? "en" : "fr";
}

Read read_arguments(int argc, char const* const* argv, Console const& console)
{
    return CommandLine(console.words).read(argc, argv, console);
}

} // namespace shell
