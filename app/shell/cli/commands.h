#pragma once

#include "analysis/ranking/ranking.h"
#include "analysis/voting/way.h"
#include "exchange/answers/answers.h"
#include "exchange/cases/columns.h"
#include "exchange/outputs/outputs.h"
#include "i18n/catalogue.h"
#include "journal/erase.h"
#include "model/records.h"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

// The commands that need no window. Each returns the exit code: 0, or after one line on `err` 2
// when an argument has to be written otherwise, else 1. For a session file with a fault,
// commands that read use the part before the fault and print what `verify` prints.
namespace shell {

enum class Output { text, json };

// Whether a file that is there is replaced by what a command writes: it may have been written in
// since.
enum class Replaces { nothing, file };

struct Console {
    std::ostream& out;
    std::ostream& err;
    i18n::Catalogue& words; // calls the cases as the opened session does
    Output output = Output::text;
};

// Creates a session; `asked` without its extension gets it, here and below.
int new_session(Console const& console, std::filesystem::path const& asked,
                std::string const& template_name, std::string const& language);
// Saves a session as a template: `to` is a title, or the path of a file.
int make_template(Console const& console, std::filesystem::path const& file, std::string const& to);
// Creates a session from another session's export.
int restore_session(Console const& console, std::filesystem::path const& asked,
                    std::filesystem::path const& from);
// Options of an import, named as on the command line.
struct ImportAsked {
    std::string format = "auto";
    std::string map;       // "titre=Nom_du_projet,description=4"
    std::string separator; // "", "auto", "semicolon" or the character
    std::string encoding;
    std::string sheet; // name or number
    std::size_t header_line = 0;
    enum class Mode { add, dry_run } mode = Mode::add;
    enum class Known { leave, update } known = Known::leave; // treatment of existing cases
    // Results of another session: ignored, or added to the notes.
    exchange::Results results = exchange::Results::left;
    // For votes and estimates, see exchange::AnswersAsked.
    std::optional<exchange::Holds> as; // none: recognised
    std::optional<model::Method> method;
    std::string scale, grades, question;
    std::optional<std::string> no_answer;
    int axis = 0;
};
int import_file(Console const& console, std::filesystem::path const& file,
                std::filesystem::path const& source, ImportAsked const& asked);
// Options of an export.
struct ExportAsked {
    std::string picture; // "matrix:3", see exchange::image_from_name; empty: the board
    exchange::ImageSize size = exchange::ImageSize::screen;
    exchange::Included included;
    std::optional<int> round; // the number of a vote, for export to other counting programs
    Replaces replaces = Replaces::nothing;
};
// Exports the cases and their data (.csv, .xlsx, .ods, .json or .md), a picture (.png, .svg), or a
// vote with its ballots (.pb, .soc, .soi, .toc, .toi, .cat), by the extension of `out`.
int export_file(Console const& console, std::filesystem::path const& file,
                std::filesystem::path const& out, ExportAsked const& asked);
// Options of a report, named as on the command line.
struct ReportAsked {
    std::filesystem::path out;
    std::filesystem::path pdf;  // empty: none
    std::filesystem::path logo; // empty: none
    std::string organisation;
    std::vector<std::string> with, without; // parts: "names", "ballots"…
    enum class Form { full, one_page } form = Form::full;
    Replaces replaces = Replaces::nothing;
};
int report(Console const& console, std::filesystem::path const& file, ReportAsked const& asked);
// The texts to erase, and the new file.
struct RedactAsked {
    journal::ToErase what;
    std::filesystem::path out; // a new file
    enum class Over { nothing, itself } over = Over::nothing;
};
int redact(Console const& console, std::filesystem::path const& file, RedactAsked const& asked);
// Proposes a case: adds it to the session or, while the board has it open, to its drop folder.
int propose(Console const& console, std::filesystem::path const& file, model::Proposal proposal);
int show(Console const& console, std::filesystem::path const& file);
// Options of a tally, named as on the command line.
struct TallyAsked {
    std::optional<int> round; // its number; none: the last result
    std::optional<analysis::Way> way;
    std::optional<model::BlankPolicy> blank;
    std::optional<std::string> budget; // an amount
    std::optional<int> first;          // cut after this many cases
    std::optional<int> against;        // number of the round to compare with
};
int tally(Console const& console, std::filesystem::path const& file, TallyAsked const& asked);
int rank(Console const& console, std::filesystem::path const& file,
         analysis::RankingOptions const& options);
// The moments to compare: of two sessions, or of one.
struct CompareAsked {
    std::filesystem::path file;
    std::filesystem::path other;     // empty: the same session
    std::optional<std::uint64_t> at; // the first, after this entry; none: present
    std::optional<std::uint64_t> to; // the second
};
// `invalid` "compare.same" when both moments are the same.
int compare(Console const& console, CompareAsked const& asked);
// Prints the revealed estimating rounds, for one axis (its number) or all.
int estimates(Console const& console, std::filesystem::path const& file, std::optional<int> axis);
// Options of `cadran host`.
struct HostAsked {
    std::string listen = "127.0.0.1:8080";  // ADDRESS:PORT
    std::filesystem::path certificate, key; // PEM, of TLS; empty: none
    std::filesystem::path cards; // a sheet of cards to print is written there; empty: none
    Replaces replaces = Replaces::nothing;
};
// Opens the session and serves its room until SIGINT, SIGTERM or "end". The facilitator's commands
// are lines of standard input (app/docs/room.md).
int host(Console const& console, std::filesystem::path const& file, HostAsked const& asked);
// Options of `cadran federate`.
struct FederateAsked {
    enum class How { host, join, server } how = How::host;
    std::string listen = "127.0.0.1:4222"; // ADDRESS:PORT of the server that this machine hosts
    std::filesystem::path invitation;
    std::string url;
    std::filesystem::path credentials, authority; // NATS credentials; PEM
    model::SitePart part = model::SitePart::facilitator;
    std::string label;                // of this room
    int replicas = 1;                 // with `server`: how many servers keep each line
    HostAsked phones{{}, {}, {}, {}}; // the room of this machine's phones; `listen` empty: none
};
// Shares the session with other machines until SIGINT, SIGTERM or "end"; lines of standard input
// are those of `host`, and more (app/docs/federation.md).
int federate(Console const& console, std::filesystem::path const& file, FederateAsked const& asked);
// Checks the file and its signature, if any; with a report, also whether it is of this session and
// its contents are right.
struct VerifyAsked {
    std::filesystem::path report;
    std::filesystem::path signer; // a public key that the signature must match
};
int verify(Console const& console, std::filesystem::path const& file, VerifyAsked const& asked);
int sign_session(Console const& console, std::filesystem::path const& file,
                 std::filesystem::path const& key);
int replay(Console const& console, std::filesystem::path const& file, std::uint64_t at);

// 2 when the value of an argument is at fault, else 1.
int exit_code(base::Error const& error);
// Prints an error on one line: program, file unless the message names it, message, line. Returns
// its exit code.
int say_error(Console const& console, base::Error const& error,
              std::filesystem::path const& about = {});

} // namespace shell
