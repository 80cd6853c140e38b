#include "shell/desktop.h"

#include "base/text.h"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace shell {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t bytes_most = 16U << 20U; // a desktop's settings are some kilobytes

std::string bytes_of(fs::path const& path)
{
    std::error_code failed;
    if (auto const size = fs::file_size(path, failed); failed || size > bytes_most) return {};
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Little-endian numbers of a file that may say anything: out of it, they are 0.
struct Bytes {
    std::string_view all;
    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const
    {
        if (at > all.size() || all.size() - at < size) return 0;
        std::uint32_t out = 0;
        for (std::size_t i = size; i-- > 0;)
            out = out << 8U | static_cast<unsigned char>(all[at + i]);
        return out;
    }
    [[nodiscard]] std::string_view part(std::size_t begin, std::size_t size) const
    {
        if (begin > all.size() || all.size() - begin < size) return {};
        return all.substr(begin, size);
    }
};

// The table of a GVDB file: items of 24 bytes, each with its name, its parent and its value.
struct Items {
    Bytes file;
    std::size_t begin = 0, count = 0;

    explicit Items(std::string_view database)
        : file{database}
    {
        if (!database.starts_with("GVariant")) return;
        std::size_t const from = file.number(16, 4), to = file.number(20, 4);
        if (from < 24 || to > database.size() || to < from + 8) return;
        std::size_t const bloom = file.number(from, 4) & 0x07FF'FFFFU;
        std::size_t const buckets = file.number(from + 4, 4);
        begin = from + 8 + 4 * (bloom + buckets);
        if (begin < to) count = (to - begin) / 24;
    }
    [[nodiscard]] std::size_t at(std::size_t item) const { return begin + 24 * item; }
    [[nodiscard]] std::string_view name(std::size_t item) const
    {
        return file.part(file.number(at(item) + 8, 4), file.number(at(item) + 12, 2));
    }
    [[nodiscard]] std::size_t parent(std::size_t item) const
    {
        return file.number(at(item) + 4, 4);
    }
    // Does the whole name, the parents' first, say `key`?
    [[nodiscard]] bool is(std::size_t item, std::string_view key) const
    {
        for (std::size_t steps = 0; steps <= count && item < count; ++steps) {
            auto const last = name(item);
            if (last.empty() || !key.ends_with(last)) return false;
            key.remove_suffix(last.size());
            if (key.empty()) return parent(item) >= count;
            item = parent(item);
        }
        return false;
    }
};

} // namespace

std::optional<bool> dconf_boolean(std::string_view database, std::string_view key)
{
    Items const items(database);
    for (std::size_t i = 0; i < items.count; ++i) {
        if (!items.is(i, key) || items.file.number(items.at(i) + 14, 1) != 'v') continue;
        std::size_t const from = items.file.number(items.at(i) + 16, 4);
        std::size_t const to = items.file.number(items.at(i) + 20, 4);
        auto const value = to > from ? items.file.part(from, to - from) : std::string_view{};
        if (value.size() == 3 && value[1] == '\0' && value[2] == 'b') return value[0] != '\0';
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> ini_value(std::string_view text, std::string_view section,
                                     std::string_view key)
{
    bool here = false;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = base::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('[')) {
            here = line.size() > 2 && line.substr(1, line.size() - 2) == section;
            continue;
        }
        auto const equals = line.find('=');
        if (here && equals != std::string_view::npos &&
            base::trimmed(line.substr(0, equals)) == key)
            return std::string(base::trimmed(line.substr(equals + 1)));
    }
    return std::nullopt;
}

ui::Motion system_motion(fs::path const& config)
{
    using ui::Motion;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read at start, never set
    if (auto const* said = std::getenv("CADRAN_REDUCED_MOTION"); said && *said)
        return std::string_view(said) == "0" ? Motion::full : Motion::reduced;
    constexpr auto animations = "/org/gnome/desktop/interface/enable-animations";
    if (dconf_boolean(bytes_of(config / "dconf" / "user"), animations) == false)
        return Motion::reduced;
    for (auto const* gtk : {"gtk-4.0", "gtk-3.0"}) {
        auto const text = bytes_of(config / gtk / "settings.ini");
        auto const said = ini_value(text, "Settings", "gtk-enable-animations");
        if (said == "0" || said == "false" || said == "FALSE") return Motion::reduced;
    }
    auto const kde = ini_value(bytes_of(config / "kdeglobals"), "KDE", "AnimationDurationFactor");
    return kde && (*kde == "0" || *kde == "0.0") ? Motion::reduced : Motion::full;
}

} // namespace shell
