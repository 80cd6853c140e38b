#include "shell/files/means.h"

#include "i18n/errors.h"
#include "platform/disk.h"
#include "platform/process.h"
#include "shell/files/printer.h"

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::fail;
using base::Result;

// The fonts of the interface.
std::vector<exchange::Letters> letters(fs::path const& assets)
{
    std::vector<exchange::Letters> out;
    auto add = [&](char const* family, int weight, char const* file) {
        if (auto bytes = platform::read_whole(assets / "fonts" / file))
            out.push_back({family, weight, *std::move(bytes)});
    };
    add("Inter", 400, "Inter-Regular.otf");
    add("Inter", 500, "Inter-Medium.otf");
    add("Inter", 600, "Inter-SemiBold.otf");
    add("Inter Display", 600, "InterDisplay-SemiBold.otf");
    return out;
}

std::int64_t time_of(journal::Log const& log, std::uint64_t n)
{
    auto const entry = log.entry(n);
    return entry ? entry->at_ms : 0;
}

} // namespace

Result<Means> load_means(fs::path const& assets, i18n::Language language)
{
    auto words = i18n::Catalogue::load(assets, language);
    if (!words) return fail(words.error());
    auto palette = board::load_palette(assets / "themes" / "papier.theme");
    if (!palette) return fail(palette.error());
    auto fonts = pictures::FontFiles::load(assets / "fonts");
    if (!fonts) return fail(fonts.error());
    return Means{std::move(*words), *palette, std::move(*fonts)};
}

exchange::Account account_of(Means const& means, session::Session const& session,
                             std::vector<base::Error> const& notices, std::uint64_t entries,
                             exchange::Included const& included, fs::path const& assets,
                             fs::path const& scratch)
{
    auto const& log = session.log();
    exchange::Account out;
    out.first_ms = time_of(log, 1);
    out.last_ms = time_of(log, entries);
    for (auto const& notice : notices) out.warnings.push_back(i18n::sentence(means.words, notice));
    if (included.log) {
        story::Teller teller(log);
        teller.advance(entries);
        out.story = teller.story();
    }
    out.letters = letters(assets);
    out.print = [scratch](exchange::Printable const& page) {
        return printed(page, scratch / (std::to_string(platform::own_process()) + ".print"));
    };
    return out;
}

} // namespace shell
