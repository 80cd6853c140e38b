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

// What was asked on the command line.
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
        sign
    };
    Command command = Command::board;
    std::optional<std::filesystem::path> board;
    std::optional<std::filesystem::path> pictures;
    std::optional<std::string> language; // "fr" or "en"
    std::filesystem::path file;
    std::filesystem::path source;
    std::filesystem::path out;
    std::string template_name = "huit-axes";
    ImportAsked import;
    ExportAsked exported;
    TallyAsked tally;
    std::optional<int> axis; // of estimates
    CompareAsked compare;
    std::uint64_t at = 0;
    model::Proposal proposal;
    analysis::RankingOptions ranking;
    ReportAsked report;
    RedactAsked redact;
    VerifyAsked verify;
    std::filesystem::path key; // to sign with
    bool json = false;
};

// "fr" or "en" by --lang, else by the environment; French when nothing says. Known before anything
// else is understood, so that help and mistakes are said in it.
std::string language_of(int argc, char const* const* argv);

// Reads the arguments. When there is nothing to do but to end with an exit code it is in `code`: 0
// when help was printed on `out`, 2 after a line on `err` about what is wrong.
struct Read {
    Asked asked;
    std::optional<int> code;
};
Read read_arguments(int argc, char const* const* argv, Console const& console);

} // namespace shell
