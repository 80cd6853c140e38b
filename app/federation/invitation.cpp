#include "federation/invitation.h"

#include "federation/command_text.h"
#include "journal/file_log.h"
#include "journal/json_reader.h"
#include "platform/disk.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace federation {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using journal::JsonReader;
using platform::Clobber;
using platform::Readers;

constexpr int version_now = 1;
constexpr std::size_t lines_of_a_read = 1000;
constexpr int empty_reads_most = 100; // of a tenth of a second each

// Takes "nats://" or "tls://" off; other schemes stay, and are no host.
bool take_scheme(std::string_view& url)
{
    for (std::string_view const scheme : {"nats://", "tls://"})
        if (url.starts_with(scheme)) {
            url.remove_prefix(scheme.size());
            return true;
        }
    return false;
}

bool is_port(std::string_view said)
{
    std::uint16_t port = 0;
    auto const* end = said.data() + said.size();
    auto const [at, failed] = std::from_chars(said.data(), end, port);
    return failed == std::errc{} && at == end && port != 0;
}

bool is_host(std::string_view said)
{
    auto const all = [&](std::string_view others) {
        return std::ranges::all_of(said, [&](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                   others.find(c) != std::string_view::npos;
        });
    };
    if (said.starts_with('[') && said.ends_with(']')) return said.size() > 2 && all("[]:.%");
    return !said.empty() && !said.starts_with('.') && !said.starts_with('-') && all(".-_");
}

bool is_address(std::string_view url)
{
    bool const scheme = take_scheme(url);
    if (url.ends_with('/')) url.remove_suffix(1);
    if (auto const user = url.rfind('@'); user != std::string_view::npos) // with its password
        url.remove_prefix(user + 1);
    auto const colon = url.rfind(':');
    bool const port = colon != std::string_view::npos && !url.ends_with(']');
    if (port && !is_port(url.substr(colon + 1))) return false;
    auto const host = port ? url.substr(0, colon) : url;
    bool const told = scheme || port || host.find('.') != std::string_view::npos;
    return is_host(host) && (told || host == "localhost");
}

} // namespace

Result<void> check_addresses(std::string_view urls)
{
    for (;;) {
        auto const end = std::min(urls.find(','), urls.size());
        auto const one = urls.substr(0, end);
        if (!is_address(one)) return fail(Errc::invalid, "shared.address", std::string(one));
        if (end == urls.size()) return {};
        urls.remove_prefix(end + 1);
    }
}

std::string invitation_text(Invitation const& of)
{
    return fmt::format(
        "{{\"cadran_invitation\":{},\"session\":{},\"part\":{},\"server\":{},\"user\":{},"
        "\"password\":{},\"name\":{},\"certificate\":{},\"lines\":{}}}\n",
        version_now, json_string(of.session), json_string(base::name_of(of.part)),
        json_string(of.server.url), json_string(of.server.user), json_string(of.server.password),
        json_string(of.server.name), json_string(of.server.authority), of.lines);
}

Result<Invitation> invitation_of(std::string_view json)
{
    JsonReader in(json);
    Invitation out;
    std::string part;
    int version = 0;
    if (in.begins_object())
        for (std::string name; in.next_member(name);) {
            if (name == "cadran_invitation")
                in.number(version);
            else if (name == "session")
                in.text(out.session);
            else if (name == "part")
                in.text(part);
            else if (name == "server")
                in.text(out.server.url);
            else if (name == "user")
                in.text(out.server.user);
            else if (name == "password")
                in.text(out.server.password);
            else if (name == "name")
                in.text(out.server.name);
            else if (name == "certificate")
                in.text(out.server.authority);
            else if (name == "lines")
                in.number(out.lines);
            else
                in.skip(); // of a later version
        }
    if (!in.done()) return fail(Errc::corrupt, "invitation.form", in.fault());
    if (version > version_now)
        return fail(Errc::too_new, "invitation.version", std::to_string(version));
    auto const known = base::from_name<model::SitePart>(part);
    auto const hexadecimal = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    };
    bool const whole = version == version_now && known && check_addresses(out.server.url) &&
                       out.session.size() == 32 && std::ranges::all_of(out.session, hexadecimal);
    if (!whole) return fail(Errc::corrupt, "invitation.form", "why.value");
    out.part = *known;
    return out;
}

Result<Invitation> read_invitation(fs::path const& file)
{
    auto const bytes = platform::read_whole(file);
    if (!bytes) return fail(bytes.error());
    return invitation_of(*bytes);
}

fs::path site_file_beside(fs::path const& session_file)
{
    auto out = session_file;
    return out += ".site";
}

SiteFile read_site_file(fs::path const& session_file)
{
    SiteFile out;
    std::error_code failed;
    auto const path = site_file_beside(session_file);
    if (!fs::exists(path, failed)) return out;
    auto const bytes = platform::read_whole(path);
    if (!bytes) return out;
    JsonReader in(*bytes);
    std::string part;
    if (in.begins_object())
        for (std::string name; in.next_member(name);) {
            if (name == "label")
                in.text(out.label);
            else if (name == "part")
                in.text(part);
            else if (name == "sites" && in.begins_list())
                while (in.next_element()) {
                    model::SiteId id;
                    if (in.number(id.value)) out.sites.insert(id);
                }
        }
    if (!in.done()) return {};
    out.part = base::from_name<model::SitePart>(part).value_or(model::SitePart::room);
    return out;
}

Result<void> write_site_file(fs::path const& session_file, SiteFile const& kept)
{
    std::string sites;
    for (auto id : kept.sites) sites += (sites.empty() ? "" : ",") + std::to_string(id.value);
    return platform::write_whole(platform::real_disk(), site_file_beside(session_file),
                                 fmt::format("{{\"label\":{},\"part\":{},\"sites\":[{}]}}\n",
                                             json_string(kept.label),
                                             json_string(base::name_of(kept.part)), sites),
                                 Clobber::yes, Readers::owner);
}

Result<void> receive_session(Wire& from, fs::path const& file, std::uint64_t least)
{
    auto const last = from.last();
    if (!last) return fail(last.error());
    if (*last == 0) return fail(Errc::not_found, "shared.empty");
    if (*last < least) return fail(Errc::not_found, "shared.partial");
    std::string bytes;
    std::uint64_t have = 0;
    for (int tries = 0; have < *last; ++tries) {
        auto lines = from.read(have + 1, lines_of_a_read);
        if (!lines) return fail(lines.error());
        if (lines->empty() && tries > empty_reads_most) return fail(Errc::io, "shared.link");
        if (!lines->empty()) tries = 0;
        for (auto const& line : *lines) bytes += line + '\n';
        have += lines->size();
    }
    auto& disk = platform::real_disk();
    if (auto ok = platform::write_whole(disk, file, bytes, Clobber::no, Readers::everyone); !ok)
        return ok;
    auto const read = journal::FileLog::verify(file);
    if (read && !read->fault && read->entries + 1 == have) return {};
    (void)disk.remove(file); // made here
    return read ? fail(read->fault.value_or(base::Error{Errc::corrupt, "file.chain", {}, 0}))
                : fail(read.error());
}

} // namespace federation
