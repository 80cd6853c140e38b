#include "analysis/common/in_use.h"
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

// The kind of file, by its extension and the requested picture.
struct Wanted {
    exchange::Output const* output = nullptr;
    Format format = Format::csv;
    exchange::Image image;
};

Result<Wanted> wanted_of(model::Document const& doc, fs::path const& out, ExportAsked const& asked)
{
    auto const ending = out.extension().string();
    auto const format = exchange::format_from_ending(ending.empty() ? ending : ending.substr(1));
    if (!format) return fail(Errc::invalid, "export.kind", out.filename().string());
    for (auto const& output : exchange::outputs()) {
        // made by the command `report`
        if (output.group == exchange::Output::Group::account) continue;
        if (std::ranges::find(output.formats, *format) == output.formats.end()) continue;
        bool const pictures = output.group == exchange::Output::Group::pictures;
        if (!pictures && asked.picture.empty()) return Wanted{&output, *format, {}};
        if (!pictures) return fail(Errc::invalid, "export.picture.kind", out.filename().string());
        auto const image =
            exchange::image_from_name(asked.picture.empty() ? "board" : asked.picture);
        auto const there = exchange::images_of(doc);
        if (image && std::ranges::find(there, *image) != there.end())
            return Wanted{&output, *format, *image};
        std::string names;
        for (auto const& one : there) names += (names.empty() ? "" : ", ") + exchange::name_of(one);
        return fail(Errc::not_found, names.empty() ? "export.picture.nothing" : "export.picture",
                    names);
    }
    return fail(Errc::invalid, "export.kind", out.filename().string());
}

Result<std::string> bytes_of(Console const& console, session::Session const& session,
                             model::Document const& doc, Wanted const& wanted,
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
    return wanted.output->make(given, wanted.format, wanted.image, asked.size);
}

std::optional<exchange::ElectionFile> election_of(fs::path const& out)
{
    auto const ending = out.extension().string();
    return ending.empty() ? std::nullopt : exchange::election_file(ending.substr(1));
}

// A vote with its ballots, both of which must be requested.
Result<std::string> vote_bytes(model::Document const& doc, fs::path const& out,
                               std::optional<exchange::ElectionFile> election,
                               ExportAsked const& asked)
{
    if (!election) return fail(Errc::invalid, "export.round.kind", out.filename().string());
    if (!asked.round) return fail(Errc::invalid, "export.round.which", out.filename().string());
    if (!asked.included.ballots) return fail(Errc::denied, "export.round.ballots");
    return exchange::write_election(doc, *asked.round, *election, out.filename().string());
}

} // namespace

int export_file(Console const& console, fs::path const& file, fs::path const& out,
                ExportAsked const& asked)
{
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
    auto const election = election_of(out);
    if (election || asked.round) {
        auto const bytes = vote_bytes(doc, out, election, asked);
        if (!bytes) return say_error(console, bytes.error(), out);
        if (auto const written = write_out(out, *bytes, asked.replaces); !written)
            return say_error(console, written.error(), out);
        console.out << console.words.text("export.done.vote", *asked.round) << '\n';
        return (*opened)->code;
    }
    auto const wanted = wanted_of(doc, out, asked);
    if (!wanted) return say_error(console, wanted.error(), out);
    auto const bytes = bytes_of(console, session, doc, *wanted, asked);
    if (!bytes) return say_error(console, bytes.error(), out);
    auto const written = write_out(out, *bytes, asked.replaces);
    if (!written) return say_error(console, written.error(), out);
    if (wanted->output->group == exchange::Output::Group::pictures)
        console.out << console.words.text("export.done.picture",
                                          exchange::title_of(console.words, doc, wanted->image));
    else
        console.out << console.words.plural(
            "export.done", static_cast<std::int64_t>(model::table<model::Case>(doc).size()));
    console.out << '\n';
    return (*opened)->code;
}

} // namespace shell
