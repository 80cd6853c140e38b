#include "analysis/common/in_use.h"
#include "base/text.h"
#include "exchange/elections/write_election.h"
#include "exchange/outputs/outputs.h"
#include "exchange/templates/template.h"
#include "shell/cli/opened.h"
#include "shell/files/means.h"
#include "shell/machine/paths.h"
#include "wording/items.h"

#include <ostream>

// `cadran export`: writes a session's data to a file.
namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using exchange::Format;

std::string ending_of(fs::path const& out)
{
    auto const ending = base::fold(out.extension().string());
    return ending.empty() ? ending : ending.substr(1);
}

std::optional<exchange::ElectionFile> election_of(fs::path const& out)
{
    auto const ending = ending_of(out);
    return ending.empty() ? std::nullopt : exchange::election_file(ending);
}

// What writes files with this ending; none for another kind, and for reports (command `report`).
exchange::Output const* output_of(fs::path const& out)
{
    auto const format = exchange::format_from_ending(ending_of(out));
    if (!format) return nullptr;
    for (auto const& output : exchange::outputs())
        if (output.group != exchange::Output::Group::account &&
            std::ranges::find(output.formats, *format) != output.formats.end())
            return &output;
    return nullptr;
}

// The requested picture; the board if none is named.
Result<exchange::Image> image_of(model::Document const& doc, ExportAsked const& asked)
{
    auto const image = exchange::image_from_name(asked.picture.empty() ? "board" : asked.picture);
    auto const there = exchange::images_of(doc);
    if (image && std::ranges::find(there, *image) != there.end()) return *image;
    std::string names;
    for (auto const& one : there) names += (names.empty() ? "" : ", ") + exchange::name_of(one);
    return fail(Errc::not_found, names.empty() ? "export.picture.nothing" : "export.picture",
                names);
}

Result<std::string> bytes_of(Console const& console, session::Session const& session,
                             model::Document const& doc, exchange::Output const& output,
                             exchange::Format format, exchange::Image const& image,
                             ExportAsked const& asked)
{
    auto means = load_means(assets_dir(), console.words.language());
    if (!means) return fail(means.error());
    wording::call_items(means->words, doc);
    auto const entries = session.log().size();
    auto const raised = board::raised_at(entries, session.touches());
    exchange::Given const given{means->studio(raised),
                                doc,
                                asked.included,
                                {{}, entries, session.log().hash(entries)},
                                cache_dir()};
    return output.make(given, format, image, asked.size);
}

// The kind of file, and of picture, that the arguments name; a vote needs its number and --ballots.
Result<void> known_kind(fs::path const& out, ExportAsked const& asked)
{
    auto const name = (out.has_filename() ? out.filename() : out).string();
    if (auto const election = election_of(out); election || asked.round) {
        if (!election) return fail(Errc::invalid, "export.round.kind", name);
        if (!asked.round) return fail(Errc::invalid, "export.round.which", name);
        if (!asked.included.ballots) return fail(Errc::denied, "export.round.ballots");
        return {};
    }
    auto const* output = output_of(out);
    if (!output) return fail(Errc::invalid, "export.kind", name);
    if (output->group != exchange::Output::Group::pictures && !asked.picture.empty())
        return fail(Errc::invalid, "export.picture.kind", name);
    return {};
}

// A file's contents, and the sentence said once it is written.
struct Made {
    std::string bytes, done;
};

Result<Made> vote_of(Console const& console, model::Document const& doc, fs::path const& out,
                     int round)
{
    auto bytes = exchange::write_election(doc, round, *election_of(out), out.filename().string());
    if (!bytes) return fail(bytes.error());
    return Made{*std::move(bytes), console.words.text("export.done.vote", round)};
}

Result<Made> made_of(Console const& console, session::Session const& session,
                     model::Document const& doc, fs::path const& out, ExportAsked const& asked)
{
    auto const& output = *output_of(out);
    auto const format = *exchange::format_from_ending(ending_of(out));
    bool const picture = output.group == exchange::Output::Group::pictures;
    auto const image = picture ? image_of(doc, asked) : exchange::Image{};
    if (!image) return fail(image.error());
    auto bytes = bytes_of(console, session, doc, output, format, *image, asked);
    if (!bytes) return fail(bytes.error());
    auto const cases = static_cast<std::int64_t>(model::table<model::Case>(doc).size());
    return Made{*std::move(bytes),
                picture ? console.words.text("export.done.picture",
                                             exchange::title_of(console.words, doc, *image))
                        : console.words.plural("export.done", cases)};
}

} // namespace

int export_file(Console const& console, fs::path const& file, fs::path const& out,
                ExportAsked const& asked)
{
    if (auto const ok = known_kind(out, asked); !ok) return say_error(console, ok.error());
    if (auto const ok = may_write(out, asked.replaces); !ok)
        return say_error(console, ok.error(), out);
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    auto const& session = *(*opened)->session;
    auto const templates = exchange::Templates::load(assets_dir());
    if (!templates) return say_error(console, templates.error());
    auto const language = console.words.language() == i18n::Language::english ? "en" : "fr";
    auto const doc =
        exchange::shared_out(templates->shown(session.document(), language), asked.included);
    auto const made = asked.round ? vote_of(console, doc, out, *asked.round)
                                  : made_of(console, session, doc, out, asked);
    if (!made) return say_error(console, made.error(), file);
    if (auto const written = write_out(out, made->bytes, asked.replaces); !written)
        return say_error(console, written.error(), out);
    console.out << made->done << '\n';
    return (*opened)->code;
}

} // namespace shell
