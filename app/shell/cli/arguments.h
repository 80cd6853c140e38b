#pragma once

#include "analysis/ranking/ranking.h"
#include "i18n/catalogue.h"
#include "model/records.h"
#include "shell/cli/commands.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace shell {

// The parsed command line.
struct Asked {
    enum class Command {
        board,
        create,
        import,
        give_back,
        propose,
        show,
        tally,
        rank,
        estimates,
        compare,
        verify,
        replay,
        report,
        redact,
        sign,
        host,
        federate,
        make_template
    };
    Command command = Command::board;
    std::optional<std::filesystem::path> board;
    std::optional<std::filesystem::path> pictures;
    std::optional<std::string> language; // "fr" or "en"
    std::filesystem::path file;
    std::filesystem::path source;
    std::filesystem::path out;
    std::string template_name = "huit-axes"; // or a file; to be made: its title or file
    ImportAsked import;
    ExportAsked exported;
    TallyAsked tally;
    std::optional<int> axis; // for estimates
    CompareAsked compare;
    std::uint64_t at = 0;
    model::Proposal proposal;
    analysis::RankingOptions ranking;
    ReportAsked report;
    HostAsked host;
    FederateAsked federate;
    RedactAsked redact;
    VerifyAsked verify;
    std::filesystem::path key; // the key to sign with
    bool json = false;
};

// "fr" or "en" from --lang, else from the environment, else French. Needed before parsing, for help
// and errors.
std::string language_of(int argc, char const* const* argv);

// Parses the arguments. `code` is set when the program should end: 0 after help on `out`, 2 after
// an error on `err`.
struct Read {
    Asked asked;
    std::optional<int> code;
};
Read read_arguments(int argc, char const* const* argv, Console const& console);

} // namespace shell
