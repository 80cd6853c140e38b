#include "platform/desktop.h"
#include "platform/process.h"
#include "shell/board.h"
#include "shell/commands.h"
#include "shell/paths.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>
#include <string>

namespace {

namespace fs = std::filesystem;

// "fr" or "en" by --lang, else as the system says; French when nothing does.
std::string language_of(std::optional<std::string> const& asked)
{
    if (asked) return *asked;
    return platform::desktop_language().starts_with("en") ? "en" : "fr";
}

struct Arguments {
    std::optional<fs::path> board;
    std::optional<fs::path> pictures;
    std::optional<std::string> language;
    fs::path file;
    fs::path source;
    std::string template_name = "huit-axes";
    std::string format = "auto";
    shell::TallyAsked tally;
    std::uint64_t at = 0;
    model::Proposal proposal;
    analysis::RankingOptions ranking;
    bool json = false;
};

i18n::Language language_named(std::string const& name)
{
    return name == "en" ? i18n::Language::english : i18n::Language::french;
}

// Whether all that was printed has left.
bool written()
{
    std::cout.flush();
    return std::cout.good() && std::fflush(stdout) == 0;
}

enum class Changes { nothing, something };

// The exit code of a command that answered `code`: one whose answer was lost failed, and says what
// became of what was asked.
int finished(i18n::Catalogue const& words, int code, Changes changes)
{
    if (written() || code != 0) return code;
    std::cerr << "cadran: "
              << words.text(changes == Changes::something ? "cli.unwritten.done" : "cli.unwritten")
              << '\n';
    return 1;
}

// What is wrong with a command, in a sentence of ours; 0 for --help, which is answered.
int usage(CLI::App const& app, CLI::ParseError const& error, std::string const& language)
{
    auto const words = i18n::Catalogue::load(shell::assets_dir(), language_named(language));
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        app.exit(error, std::cout, std::cerr);
        return words ? finished(*words, 0, Changes::nothing) : 0;
    }
    std::string said = "usage: cadran --help";
    if (words) {
        auto const left = app.remaining(true);
        if (dynamic_cast<CLI::RequiredError const*>(&error))
            said = words->text("cli.usage.missing");
        else if (!left.empty())
            said = words->text("cli.usage.extra", left.front());
        else if (dynamic_cast<CLI::ValidationError const*>(&error) ||
                 dynamic_cast<CLI::ConversionError const*>(&error))
            said = words->text("cli.usage.value");
        else
            said = words->text("cli.usage");
    }
    std::cerr << "cadran: " << said << '\n';
    return 2;
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): CLI11 throws on a mistake in the lines below only
int main(int argc, char** argv)
{
    // Whoever stops reading is told by the exit code, and by a sentence.
    platform::hold_standard_streams();
    CLI::App app{"Cadran"};
    Arguments args;
    app.require_subcommand(0, 1);
    app.add_option("session", args.board, "a session file; without it, the start screen");
    app.add_option("--pictures", args.pictures,
                   "draw the board and a matrix as PNG files into this folder");
    app.add_option("--lang", args.language, "fr or en")->check(CLI::IsMember({"fr", "en"}));

    auto command = [&](char const* name, char const* what) {
        auto* sub = app.add_subcommand(name, what);
        sub->add_option("file", args.file, "a session file")->required();
        sub->add_option("--lang", args.language, "fr or en")->check(CLI::IsMember({"fr", "en"}));
        return sub;
    };
    auto with_json = [&](CLI::App* sub) {
        sub->add_flag("--json", args.json, "one JSON document on standard output");
        return sub;
    };
    auto* create = command("new", "a new session");
    create->add_option("--template", args.template_name, "huit-axes or simple");
    auto* import = command("import", "adds the cases of a file, as one undoable entry");
    import
        ->add_option(
            "source", args.source,
            "a table (CSV, TSV), or an election with its ballots (.pb, .soc .soi .toc .toi .cat)")
        ->required();
    import->add_option("--format", args.format, "auto, csv, tsv, pabulib or preflib")
        ->check(CLI::IsMember({"auto", "csv", "tsv", "pabulib", "preflib"}));
    auto* propose = with_json(command("propose", "proposes a case to the room"));
    propose->add_option("title", args.proposal.title, "what the case is, in a line")->required();
    propose->add_option("--from", args.proposal.from, "who proposes it");
    propose->add_option("--description", args.proposal.description, "more about it");
    propose->add_option("--domain", args.proposal.domain, "where it belongs");
    auto* show = with_json(command("show", "what the session holds"));
    auto* tally = with_json(command("tally", "the result of a round"));
    tally->add_option("--round", args.tally.round, "its number; the last result when left out");
    tally->add_option("--method", args.tally.method,
                      "count by another method: dots, approval, score, majority-judgment, borda, "
                      "schulze, ranked-pairs, greedy, knapsack, equal-shares…");
    tally->add_option("--blank", args.tally.blank, "what a blank means: below, no-opinion");
    tally->add_option("--budget", args.tally.budget, "what may be spent");
    tally->add_option("--first", args.tally.first, "where the line of priority stands");
    tally->add_option("--against", args.tally.against, "the number of a round to compare with");
    auto* rank = with_json(command("rank", "the final order with its intervals"));
    rank->add_option("--draws", args.ranking.draws, "how often the order is drawn again")
        ->check(CLI::Range(0, 1'000'000));
    rank->add_option("--seed", args.ranking.seed, "of the draws, instead of the session's");
    rank->add_option("--first", args.ranking.first, "how many first cases must stay the first")
        ->check(CLI::Range(0, 1'000'000));
    auto* verify = command("verify", "checks the chain of hashes");
    auto* replay = with_json(command("replay", "the session as it was"));
    replay->add_option("--at", args.at, "number of an entry")->required();

    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return usage(app, error, language_of(args.language));
    }

    auto const language = language_of(args.language);
    auto const words = i18n::Catalogue::load(shell::assets_dir(), language_named(language));
    if (!words) {
        std::cerr << "cadran: " << words.error().where << ' ' << words.error().detail << '\n';
        return 1;
    }
    shell::Console const console{std::cout, std::cerr, *words,
                                 args.json ? shell::Output::json : shell::Output::text};
    auto const reads = [&](int code) { return finished(*words, code, Changes::nothing); };
    auto const changes = [&](int code) { return finished(*words, code, Changes::something); };
    if (*create)
        return changes(shell::new_session(console, args.file, args.template_name, language));
    if (*import) return changes(shell::import_file(console, args.file, args.source, args.format));
    if (*propose) return changes(shell::propose(console, args.file, args.proposal));
    if (*show) return reads(shell::show(console, args.file));
    if (*tally) return reads(shell::tally(console, args.file, args.tally));
    if (*rank) return reads(shell::rank(console, args.file, args.ranking));
    if (*verify) return reads(shell::verify(console, args.file));
    if (*replay) return reads(shell::replay(console, args.file, args.at));
    if (args.pictures) {
        if (args.board)
            return reads(shell::draw_pictures(*args.board, *args.pictures, args.language));
        return shell::say_error(console, {base::Errc::invalid, "pictures.session", "", 0});
    }
    return shell::run_board(args.board, args.language);
}
