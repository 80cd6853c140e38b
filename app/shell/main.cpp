#include "platform/disk.h"
#include "platform/process.h"
#include "shell/cli/arguments.h"
#include "shell/cli/commands.h"
#include "shell/machine/paths.h"
#include "shell/window/board.h"

#include <cstdio>
#include <iostream>
#include <vector>

namespace {

// Whether all output was written.
bool written()
{
    std::cout.flush();
    return std::cout.good() && std::fflush(stdout) == 0;
}

enum class Changes { nothing, something };

// The exit code of a command that returned `code`: it fails if its output could not be written, and
// then reports what it did.
int finished(i18n::Catalogue const& words, int code, Changes changes)
{
    if (written() || code != 0) return code;
    std::cerr << "cadran: "
              << words.text(changes == Changes::something ? "cli.unwritten.done" : "cli.unwritten")
              << '\n';
    return 1;
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): CLI11 throws on a mistake in what it is told of here
int main(int argc, char** argv)
{
    platform::leave_no_core_file();
    platform::use_zone_of_system();
    // Output errors are reported by exit code and message.
    platform::hold_standard_streams();
    auto said = platform::own_arguments(argc, argv);
    std::vector<char*> pointers;
    for (auto& one : said) pointers.push_back(one.data());
    argc = static_cast<int>(pointers.size());
    argv = pointers.data();
    auto const language = shell::language_of(argc, argv);
    auto words = i18n::Catalogue::load(
        shell::assets_dir(), language == "en" ? i18n::Language::english : i18n::Language::french);
    if (!words) {
        std::cerr << "cadran: " << words.error().where << ' ' << words.error().detail << '\n';
        return 1;
    }
    shell::Console console{std::cout, std::cerr, *words, shell::Output::text};
    auto const reads = [&](int code) { return finished(*words, code, Changes::nothing); };
    auto const changes = [&](int code) { return finished(*words, code, Changes::something); };
    auto const read = shell::read_arguments(argc, argv, console);
    if (read.code) return reads(*read.code);
    auto const& asked = read.asked;
    if (asked.json) console.output = shell::Output::json;
    using Command = shell::Asked::Command;
    switch (asked.command) {
    case Command::create:
        if (!asked.source.empty())
            return changes(shell::restore_session(console, asked.file, asked.source));
        return changes(shell::new_session(console, asked.file, asked.template_name, language));
    case Command::make_template:
        return changes(shell::make_template(console, asked.file, asked.template_name));
    case Command::import:
        return changes(shell::import_file(console, asked.file, asked.source, asked.import));
    case Command::give_back:
        return changes(shell::export_file(console, asked.file, asked.out, asked.exported));
    case Command::report: return changes(shell::report(console, asked.file, asked.report));
    case Command::redact: return changes(shell::redact(console, asked.file, asked.redact));
    case Command::sign: return changes(shell::sign_session(console, asked.file, asked.key));
    case Command::propose: return changes(shell::propose(console, asked.file, asked.proposal));
    case Command::federate: return changes(shell::federate(console, asked.file, asked.federate));
    case Command::host: return changes(shell::host(console, asked.file, asked.host));
    case Command::show: return reads(shell::show(console, asked.file));
    case Command::tally: return reads(shell::tally(console, asked.file, asked.tally));
    case Command::rank: return reads(shell::rank(console, asked.file, asked.ranking));
    case Command::compare: return reads(shell::compare(console, asked.compare));
    case Command::estimates: return reads(shell::estimates(console, asked.file, asked.axis));
    case Command::verify: return reads(shell::verify(console, asked.file, asked.verify));
    case Command::replay: return reads(shell::replay(console, asked.file, asked.at));
    case Command::board: break;
    }
    std::error_code failed;
    if (asked.board && (!std::filesystem::exists(*asked.board, failed) ||
                        std::filesystem::is_directory(*asked.board, failed)))
        return shell::say_error(console, platform::unreadable(*asked.board), *asked.board);
    if (!asked.pictures) return shell::run_board(asked.board, asked.language);
    if (asked.board)
        return reads(shell::draw_pictures(*asked.board, *asked.pictures, asked.language));
    return shell::say_error(console, {base::Errc::invalid, "pictures.session", "", 0});
}
