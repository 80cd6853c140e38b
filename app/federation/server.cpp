#include "federation/server.h"

#include "base/sha256.h"
#include "journal/seal.h"
#include "platform/disk.h"
#include "platform/process.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <thread>

namespace federation {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using platform::Clobber;
using platform::Readers;
using std::chrono::milliseconds;

constexpr milliseconds server_patience{5000};
constexpr int oldest_minor = 10;          // of version 2
constexpr milliseconds next_launch{5000}; // after one that failed
constexpr milliseconds next_renewal{10'000};
constexpr std::uintmax_t room_to_store = 16 << 20; // bytes free

Result<void> keep(fs::path const& file, std::string const& bytes)
{
    return platform::write_whole(platform::real_disk(), file, bytes, Clobber::yes, Readers::owner);
}

Result<std::string> new_password()
{
    auto key = journal::new_key();
    if (!key) return fail(key.error());
    return base::hexadecimal(base::sha256(key->bytes));
}

// The secrets of an earlier start, or new ones.
Result<Server::Secrets> secrets_in(fs::path const& folder)
{
    Server::Secrets out;
    auto const take = [&](char const* name, std::string& into) {
        auto bytes = platform::read_whole(folder / name);
        if (!bytes) return false;
        into = *std::move(bytes);
        return true;
    };
    if (take("password", out.password) && take("reader-password", out.reader_password) &&
        take("certificate.pem", out.certificate.certificate) &&
        take("key.pem", out.certificate.key))
        return out;
    auto password = new_password(), reader = new_password();
    if (!password) return fail(password.error());
    if (!reader) return fail(reader.error());
    auto certificate = make_certificate();
    if (!certificate) return fail(certificate.error());
    out = {*password, *reader, *certificate};
    for (auto const& [name, bytes] : {std::pair{"certificate.pem", &out.certificate.certificate},
                                      {"key.pem", &out.certificate.key},
                                      {"reader-password", &out.reader_password},
                                      {"password", &out.password}})
        if (auto ok = keep(folder / name, *bytes); !ok) return fail(ok.error());
    return out;
}

// An address in a URL.
std::string in_url(std::string const& address)
{
    return address.find(':') == std::string::npos ? address : '[' + address + ']';
}

std::string listen_line(Hosting const& at)
{
    return fmt::format("listen: \"{}:{}\"\n", in_url(at.address), at.port);
}

// A path as the settings have it: a backslash would begin an escape, and so would a quote.
std::string in_settings(fs::path const& path)
{
    std::string out;
    for (char const c : path.generic_string()) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string settings(Hosting const& at, Server::Secrets const& secrets, fs::path const& folder)
{
    return "# Written by Cadran at each start.\n" + listen_line(at) +
           fmt::format(R"(pid_file: "{}"
server_name: cadran
max_payload: 33554432
max_pending: 134217728
ping_interval: "5s"
ping_max: 2
# Every line is on the disk before it is confirmed.
# The disk limits it, not a part of what was free at the start.
jetstream {{ store_dir: "{}", sync_interval: always, max_file_store: 4GB }}
tls {{ cert_file: "{}", key_file: "{}" }}
authorization {{
  users = [
    {{ user: "{}", password: "{}",
      permissions: {{ publish: {{ deny: ["$JS.API.STREAM.DELETE.>", "$JS.API.STREAM.PURGE.>",
        "$JS.API.STREAM.UPDATE.>", "$JS.API.STREAM.MSG.DELETE.>", "$JS.API.STREAM.RESTORE.>"] }} }} }}
    {{ user: "{}", password: "{}",
      permissions: {{ publish: {{ allow: ["$JS.API.INFO", "$JS.API.STREAM.INFO.*",
        "$JS.API.STREAM.MSG.GET.*", "$JS.API.CONSUMER.CREATE.>", "$JS.API.CONSUMER.DELETE.>",
        "$JS.FC.>"] }} }} }}
  ]
}}
)",
                       in_settings(folder / "server.pid"), in_settings(folder / "store"),
                       in_settings(folder / "certificate.pem"), in_settings(folder / "key.pem"),
                       server_user, secrets.password, server_reader, secrets.reader_password);
}

// Beside this program, where a package has it, or in PATH; empty when there is none.
fs::path server_program()
{
    auto const folder = platform::own_program().parent_path();
    for (auto const* name : {"nats-server", "nats-server.exe", "../libexec/cadran/nats-server"}) {
        std::error_code failed;
        auto program = folder / name;
        if (fs::is_regular_file(program, failed)) return program;
    }
    return platform::find_program("nats-server").value_or(fs::path());
}

std::string settings_file(fs::path const& folder) { return (folder / "server.conf").string(); }

// Whether a process is a server that was started with the settings of that folder.
bool serves(std::int64_t process, fs::path const& folder)
{
    auto const said = platform::arguments_of(process);
    return std::ranges::find(said, settings_file(folder)) != said.end();
}

// The process of a server of that folder which a former end without warning left running, or 0.
std::int64_t left_running(fs::path const& folder)
{
    auto const said = platform::read_whole(folder / "server.pid");
    std::int64_t process = 0;
    if (!said) return 0;
    std::from_chars(said->data(), said->data() + said->size(), process);
    return serves(process, folder) ? process : 0;
}

} // namespace

bool is_recent_server(std::string_view said)
{
    auto const v = said.find(" v");
    if (v == std::string_view::npos) return false;
    auto const* at = said.data() + v + 2;
    auto const* const end = said.data() + said.size();
    int major = 0, minor = 0;
    auto const first = std::from_chars(at, end, major);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '.') return false;
    if (std::from_chars(first.ptr + 1, end, minor).ec != std::errc{}) return false;
    return major > 2 || (major == 2 && minor >= oldest_minor);
}

Result<fs::path> find_server()
{
    auto const program = server_program();
    if (program.empty()) return fail(Errc::not_found, "shared.no_server");
    auto const said = platform::ask(program.string(), {"--version"}, server_patience);
    if (!said || !is_recent_server(*said))
        return fail(Errc::invalid, "shared.old_server", said.value_or(""));
    return program;
}

Server::Server(Hosting at, Secrets secrets, fs::path folder, platform::File lock)
    : at_(std::move(at))
    , secrets_(std::move(secrets))
    , folder_(std::move(folder))
    , lock_(std::move(lock))
{
}

Result<std::unique_ptr<Server>> Server::start(Means const& means, Hosting const& at)
{
    std::error_code failed;
    auto const folder = fs::absolute(means.folder, failed);
    fs::create_directories(folder, failed);
    fs::permissions(folder, fs::perms::owner_all, failed);
    auto& disk = platform::real_disk();
    auto const locked = folder / "host.lock";
    (void)disk.open(locked, platform::Use::fresh, Readers::owner);
    auto lock = disk.open(locked, platform::Use::append);
    if (!lock) return fail(platform::told(lock.error(), "file.write"));
    if (!platform::try_lock(*lock)) return fail(Errc::conflict, "shared.hosted");
    auto secrets = secrets_in(folder);
    if (!secrets) return fail(secrets.error());
    std::unique_ptr<Server> server(new Server(at, *std::move(secrets), folder, *std::move(lock)));
    if (auto const process = left_running(folder); process != 0) {
        if (former(folder) == at) {
            server->taken_over_ = process;
            server->launched_ = std::chrono::steady_clock::now();
            return server;
        }
        if (!platform::end_process(process, server_patience))
            return fail(Errc::conflict, "shared.still_runs", std::to_string(process));
    }
    if (auto ok = keep(folder / "server.conf", settings(at, server->secrets_, folder)); !ok)
        return fail(ok.error());
    if (auto ok = server->launch(means); !ok) return fail(ok.error());
    return server;
}

std::optional<Hosting> Server::former(fs::path const& folder)
{
    auto const said = platform::read_whole(folder / "server.conf");
    if (!said) return std::nullopt;
    constexpr std::string_view before = "listen: \"";
    auto const begin = said->find(before);
    if (begin == std::string::npos) return std::nullopt;
    auto const end = said->find('"', begin + before.size());
    auto address = said->substr(begin + before.size(), end - begin - before.size());
    auto const colon = address.rfind(':');
    if (end == std::string::npos || colon == std::string::npos) return std::nullopt;
    Hosting out;
    auto const* digits = address.data() + colon + 1;
    if (std::from_chars(digits, address.data() + address.size(), out.port).ec != std::errc{})
        return std::nullopt;
    address.resize(colon);
    std::erase_if(address, [](char c) { return c == '[' || c == ']'; });
    out.address = std::move(address);
    return out;
}

bool Server::runs()
{
    if (taken_over_ != 0 && !serves(taken_over_, folder_)) taken_over_ = 0;
    return taken_over_ != 0 || (child_ && child_->running());
}

void Server::end()
{
    if (!runs()) return;
    if (taken_over_ != 0) platform::end_process(std::exchange(taken_over_, 0), server_patience);
    if (child_) child_->stop(server_patience);
}

Result<void> Server::launch(Means const& means)
{
    std::error_code failed;
    launched_ = std::chrono::steady_clock::now();
    failed_ = true;
    auto const ready = folder_ / "ports";
    (void)platform::remove_tree(ready);
    fs::create_directories(ready, failed);
    child_ = platform::Child::start(means.program,
                                    {"-c", settings_file(folder_), "--ports_file_dir",
                                     ready.string(), "-l", (folder_ / "server.log").string()});
    auto const until = std::chrono::steady_clock::now() + server_patience;
    // It writes a file into that folder when it listens.
    while (child_ && child_->running() && std::chrono::steady_clock::now() < until) {
        if (!fs::is_empty(ready, failed)) {
            failed_ = false;
            return {};
        }
        std::this_thread::sleep_for(milliseconds(20));
    }
    return fail(Errc::io, "shared.server_start", fmt::format("{}:{}", at_.address, at_.port));
}

Result<void> Server::keep_running(Means const& means, Seems seems)
{
    auto const since = std::chrono::steady_clock::now() - launched_;
    if (failed_ && since < next_launch) return {};
    if (runs()) {
        if (seems == Seems::well || since < next_renewal) return {};
        std::error_code failed;
        auto const space = fs::space(folder_, failed);
        if (failed || space.available < room_to_store) return {};
        end();
    }
    return launch(means);
}

Server::~Server() { end(); }

std::string Server::url(std::string const& address) const
{
    return fmt::format("tls://{}:{}", in_url(address), at_.port);
}

} // namespace federation
