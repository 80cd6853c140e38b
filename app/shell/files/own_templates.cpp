#include "shell/files/own_templates.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"
#include "platform/disk.h"
#include "shell/machine/file_stem.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

constexpr char const* template_extension = ".json";

bool is_path(std::string const& said) { return fs::path(said).extension() == template_extension; }

// The whole minutes of the last timer started at each step; else `planned`.
exchange::Minutes minutes_of(journal::Log const& log, exchange::Minutes const& planned)
{
    constexpr std::int64_t minute_ms = 60'000;
    auto out = planned;
    auto step = model::Step::gather;
    // Of the entry before. The room's step follows at once a timer that is started elsewhere.
    struct Started {
        int minutes = 0, instead_of = 0; // minutes 0: none
        model::Step step{};
        std::int64_t at_ms = 0;
    };
    constexpr std::int64_t at_once_ms = 1000;
    Started started;
    for (std::uint64_t n = 1; n <= log.size(); ++n) {
        auto const entry = log.entry(n);
        if (!entry) break;
        int starts = 0;
        bool moved = false;
        for (auto const& change : entry->changes) {
            if (auto const* stage = change.as<model::Edit<model::Stage>>(); stage && stage->after) {
                step = stage->after->step;
                moved = true;
            }
            auto const* timer = change.as<model::Edit<model::Timer>>();
            if (!timer || !timer->after) continue;
            auto const minutes = (timer->after->end_ms - timer->after->start_ms) / minute_ms;
            bool const runs = timer->after->end_ms != 0 && timer->after->paused_left_ms == 0;
            if (runs && minutes > 0) starts = static_cast<int>(minutes);
        }
        auto const of = [&](model::Step one) -> int& {
            return out.at(static_cast<std::size_t>(one));
        };
        if (moved && started.minutes > 0 && entry->at_ms - started.at_ms < at_once_ms) {
            of(started.step) = started.instead_of;
            of(step) = started.minutes;
        }
        started = {};
        if (starts == 0) continue;
        started = {starts, of(step), step, entry->at_ms};
        of(step) = starts;
    }
    return out;
}

Result<exchange::Template> read_file(TemplatePlaces const& places, fs::path const& path,
                                     std::string const& language)
{
    auto const bytes = platform::read_whole(path);
    if (!bytes) return fail(bytes.error());
    auto read = exchange::parse_template(places.assets, *bytes,
                                         base::sanitized(path.filename().string()), language);
    if (!read) return read;
    read->name = path.stem().string();
    // A session must not take the texts of a shipped template for those of another with its name.
    if (exchange::is_shipped(read->name)) read->name.clear();
    return read;
}

bool is_template(fs::path const& path)
{
    return path.extension() == template_extension && !path.filename().string().starts_with('.');
}

// The file of the template with this title.
std::optional<fs::path> by_title(TemplatePlaces const& places, std::string const& title)
{
    auto const sought = base::fold(title);
    std::error_code failed;
    fs::directory_iterator it(places.own, failed);
    for (fs::directory_iterator const end; !failed && it != end; it.increment(failed)) {
        if (!is_template(it->path())) continue;
        auto const read = read_file(places, it->path(), "fr");
        if (read && base::fold(read->title) == sought) return it->path();
    }
    return std::nullopt;
}

// Where a new template is written: different titles may give the same file name.
Result<fs::path> place_for(TemplatePlaces const& places, std::string const& title)
{
    auto const stem = file_stem(title);
    if (exchange::is_shipped(stem) || by_title(places, title))
        return fail(Errc::conflict, "template.exists", title);
    std::error_code failed;
    for (int n = 1;; ++n) {
        auto const name = n == 1 ? stem : stem + "-" + std::to_string(n);
        auto path = places.own / (name + template_extension);
        if (!fs::exists(path, failed)) return path;
    }
}

} // namespace

std::vector<ui::OwnTemplate> own_templates(TemplatePlaces const& places,
                                           std::string const& language)
{
    std::vector<ui::OwnTemplate> out;
    std::error_code failed;
    fs::directory_iterator it(places.own, failed);
    for (fs::directory_iterator const end; !failed && it != end; it.increment(failed)) {
        auto const& path = it->path();
        if (!is_template(path)) continue;
        ui::OwnTemplate one;
        one.path = path;
        one.name = path.stem().string();
        one.title = base::sanitized(one.name);
        if (auto const read = read_file(places, path, language)) {
            one.title = read->title;
            one.axes = read->axes.size();
            one.votes = read->votes.size();
        } else {
            one.unreadable = read.error();
        }
        out.push_back(std::move(one));
    }
    std::ranges::sort(out, [](auto const& a, auto const& b) {
        return std::pair(base::fold(a.title), a.name) < std::pair(base::fold(b.title), b.name);
    });
    return out;
}

exchange::Minutes planned_minutes(TemplatePlaces const& places, std::string const& name)
{
    auto const read = exchange::is_shipped(name) ? exchange::read_shipped(places.assets, name, "fr")
                      : is_path(name) || name.empty()
                          ? fail(Errc::not_found, "template.name", name)
                          : read_file(places, places.own / (name + template_extension), "fr");
    return read ? read->minutes : exchange::Minutes{};
}

Result<fs::path> save_template(TemplatePlaces const& places, journal::Log const& log,
                               model::Document const& shown, std::string const& title,
                               std::optional<fs::path> const& to)
{
    auto const own_title = exchange::one_line(base::sanitized(title));
    auto const minutes =
        minutes_of(log, planned_minutes(places, model::get<model::Profile>(shown).from_template));
    auto const text = exchange::write_template(places.assets, shown, minutes, own_title);
    if (!text) return fail(text.error());
    auto path = to ? base::Result<fs::path>(*to) : place_for(places, own_title);
    if (!path) return path;
    if (!to) {
        std::error_code failed;
        fs::create_directories(places.own, failed);
        if (failed) return fail(Errc::io, "folder.create", places.own.string());
    }
    auto const done = platform::write_whole(platform::real_disk(), *path, *text,
                                            platform::Clobber::no, platform::Readers::everyone);
    if (!done && done.error().where == "file.exists")
        return fail(Errc::conflict, "template.exists", to ? to->string() : own_title);
    if (!done) return fail(done.error());
    return path;
}

Result<fs::path> save_template(TemplatePlaces const& places, journal::Log const& log,
                               model::Document const& shown, std::string const& to)
{
    if (!is_path(to)) return save_template(places, log, shown, to, std::nullopt);
    return save_template(places, log, shown, fs::path(to).stem().string(), fs::path(to));
}

Result<exchange::Beginning> read_start(TemplatePlaces const& places, std::string const& which,
                                       std::string const& language, std::string title,
                                       exchange::MintAxis const& mint)
{
    std::error_code failed;
    bool const shipped = exchange::is_shipped(which);
    auto path = is_path(which) ? fs::path(which) : places.own / (which + template_extension);
    if (!shipped && !is_path(which) && !fs::exists(path, failed)) {
        auto const titled = by_title(places, which);
        if (!titled) return fail(Errc::not_found, "template.name", which);
        path = *titled;
    }
    auto const read = shipped ? exchange::read_shipped(places.assets, which, language)
                              : read_file(places, path, language);
    if (!read) return fail(read.error());
    return exchange::start_from(*read, std::move(title), mint);
}

} // namespace shell
