#include "shell/cli/arguments.h"

#include "platform/desktop.h"
#include "shell/files/about.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>
#include <ostream>
#include <string_view>
#include <type_traits>
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

// Defines the commands, with help in the language of the catalogue.
class CommandLine {
public:
    explicit CommandLine(i18n::Catalogue const& words)
        : words_(words)
        , app_("Cadran")
    {
        auto& formatter = *app_.get_formatter();
        formatter.label("Usage", help("usage"));
        formatter.label("OPTIONS", help("OPTIONS"));
        formatter.label("SUBCOMMAND", help("COMMAND"));
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
        app.add_option("--lang", asked_.language, help("lang"))
            ->check(CLI::IsMember({"fr", "en"}))
            ->option_text("fr|en");
    }
    CLI::App& command(Command what, char const* name)
    {
        auto& sub = *app_.add_subcommand(name, help(name));
        sub.group(help("commands"));
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
    template <class T>
    CLI::Option* number(CLI::App& sub, char const* name, T& into, std::string_view key)
    {
        auto* option = sub.add_option(name, into, help(key));
        value(option, "NUMBER");
        if constexpr (!std::is_same_v<T, std::optional<std::string>>) // that is an amount
            option->check([this, name](std::string const& said) {
                constexpr std::size_t digits_most = 20; // of 64 bits
                bool const whole =
                    !said.empty() && said.size() <= digits_most &&
                    std::ranges::all_of(said, [](char c) { return c >= '0' && c <= '9'; });
                if (!whole) not_a_number_ = std::pair(std::string(name), said);
                return whole ? std::string() : "number";
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
        import.add_option("--format", asked.format, help("import.format"))
            ->check(CLI::IsMember({"auto", "csv", "tsv", "pabulib", "preflib", "blt", "abif"}))
            ->option_text("auto|csv|tsv|pabulib|preflib|blt|abif");
        import.add_option("--map", asked.map, help("import.map"))
            ->option_text(help("import.map.value"));
        number(import, "--header-row", asked.header_line, "import.header");
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
        import.add_option("--as", asked.as, help("import.as"))
            ->check(CLI::IsMember({"auto", "cases", "ballots", "estimates", "positions"}))
            ->option_text("cases|ballots|estimates|positions");
        text(import, "--method", asked.method, "import.method");
        text(import, "--scale", asked.scale, "import.scale");
        text(import, "--grades", asked.grades, "import.grades");
        auto const none = [&asked](std::string const& said) { asked.no_answer = said; };
        value(import.add_option_function<std::string>("--no-answer", none, help("import.none")),
              "TEXT"); // an empty value is meaningful
        number(import, "--axis", asked.axis, "import.axis");
        text(import, "--question", asked.question, "import.question");
    }
    void add_answers()
    {
        constexpr int most = 1'000'000;
        json(command(Command::show, "show"));
        auto& tally = command(Command::tally, "tally");
        json(tally);
        number(tally, "--round", asked_.tally.round, "tally.round");
        text(tally, "--method", asked_.tally.method, "tally.method");
        tally.add_option("--blank", asked_.tally.blank, help("tally.blank"))
            ->option_text("below|no-opinion");
        number(tally, "--budget", asked_.tally.budget, "tally.budget");
        number(tally, "--first", asked_.tally.first, "tally.first");
        number(tally, "--against", asked_.tally.against, "tally.against");
        auto& give_back = command(Command::give_back, "export");
        value(give_back.add_option("-o,--out", asked_.out, help("export.out"))->required(), "FILE");
        auto& exported = asked_.exported;
        give_back.add_option("--picture", exported.picture, help("export.picture"))
            ->option_text("board|overview|pareto|order|matrix:N|result:N");
        auto const sized = [&exported](std::string const& said) {
            exported.size = said == "a3" ? exchange::ImageSize::a3 : exchange::ImageSize::screen;
        };
        give_back.add_option_function<std::string>("--size", sized, help("export.size"))
            ->check(CLI::IsMember({"screen", "a3"}))
            ->option_text("screen|a3");
        flag(give_back, "--force", exported.replaces, Replaces::file, "force");
        number(give_back, "--round", exported.round, "export.round");
        flag(give_back, "--names", exported.included.names, true, "export.names");
        flag(give_back, "--ballots", exported.included.ballots, true, "export.ballots");
        auto& rank = command(Command::rank, "rank");
        json(rank);
        number(rank, "--draws", asked_.ranking.draws, "rank.draws")->check(CLI::Range(0, most));
        number(rank, "--seed", asked_.ranking.seed, "rank.seed");
        number(rank, "--first", asked_.ranking.first, "rank.first")->check(CLI::Range(0, most));
        auto& compare = command(Command::compare, "compare");
        json(compare);
        value(compare.add_option("other", asked_.compare.other, help("compare.with")), "FILE");
        number(compare, "--at", asked_.compare.at, "compare.at");
        number(compare, "--to", asked_.compare.to, "compare.to");
        auto& estimates = command(Command::estimates, "estimates");
        json(estimates);
        number(estimates, "--axis", asked_.axis, "estimates.axis");
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
        auto& how = *sub.add_option_group("how");
        how.require_option(1);
        how.group(help("options"));
        flag(how, "--host", asked.how, How::host, "federate.host");
        auto const join = [&asked](std::string const& said) {
            asked.invitation = said, asked.how = How::join;
        };
        value(how.add_option_function<std::string>("--join", join, help("federate.join")), "FILE");
        auto const server = [&asked](std::string const& said) {
            asked.url = said, asked.how = How::server;
        };
        value(how.add_option_function<std::string>("--server", server, help("federate.server")),
              "federate.URL");
        sub.add_option("--listen", asked.listen, help("federate.listen"))
            ->option_text(help("host.listen.value"));
        value(sub.add_option("--creds", asked.credentials, help("federate.creds")), "FILE");
        value(sub.add_option("--ca", asked.authority, help("federate.ca")), "FILE");
        auto const part = [&asked](std::string const& said) {
            asked.part = base::from_name<model::SitePart>(said).value_or(asked.part);
        };
        sub.add_option_function<std::string>("--as", part, help("federate.as"))
            ->check(CLI::IsMember({"facilitator", "room", "reader"}))
            ->option_text("facilitator|room|reader");
        text(sub, "--label", asked.label, "federate.label");
        sub.add_option("--replicas", asked.replicas, help("federate.replicas"))
            ->check(CLI::Range(1, 5))
            ->option_text("N");
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

    // Prints a parse error in one sentence; 0 for --help.
    int said(CLI::ParseError const& error, Console const& console)
    {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            app_.exit(error, console.out, console.err);
            return 0;
        }
        auto const left = app_.remaining(true);
        auto sentence = words_.text("cli.usage");
        if (dynamic_cast<CLI::RequiredError const*>(&error))
            sentence = words_.text("cli.usage.missing");
        else if (not_a_number_)
            sentence = words_.text("cli.usage.number", not_a_number_->first, not_a_number_->second);
        else if (!left.empty())
            sentence = words_.text("cli.usage.extra", left.front());
        else if (dynamic_cast<CLI::ValidationError const*>(&error) ||
                 dynamic_cast<CLI::ConversionError const*>(&error))
            sentence = words_.text("cli.usage.value");
        console.err << "cadran: " << sentence << '\n';
        return 2;
    }

    i18n::Catalogue const& words_;
    CLI::App app_;
    Asked asked_;
    std::optional<std::pair<std::string, std::string>> not_a_number_; // an option and its value
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
