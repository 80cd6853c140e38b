#include "shell/talk.h"

#include "federation/nats/nats_wire.h"

#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace terminal {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {
constexpr std::chrono::seconds minute{60};
} // namespace

char const* why_not_shared()
{
    if (!federation::can_share()) return "this build has no libnats";
    return fs::exists(fs::path(support::binary()).parent_path() / "nats-server")
               ? nullptr
               : "no nats-server beside the program";
}

std::string some_port()
{
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    int const one = ::socket(AF_INET, SOCK_STREAM, 0);
    ::bind(one, reinterpret_cast<sockaddr*>(&at), sizeof at);
    ::getsockname(one, reinterpret_cast<sockaddr*>(&at), &size);
    ::close(one);
    return std::to_string(ntohs(at.sin_port));
}

pid_t server_of(Terminal const& shell)
{
    if (!fs::exists(shell.folder / ".local/state")) return 0;
    for (auto const& one : fs::recursive_directory_iterator(shell.folder / ".local/state"))
        if (one.path().filename() == "server.pid")
            return std::atoi(support::bytes_of(one.path()).c_str());
    return 0;
}

void end_server(Terminal const& shell)
{
    if (auto const pid = server_of(shell); pid > 1) ::kill(pid, SIGKILL);
}

Talk::Talk(Terminal const& shell, std::vector<std::string> words)
{
    std::array<int, 2> in{}, out{};
    REQUIRE(::pipe2(in.data(), O_CLOEXEC) == 0);
    REQUIRE(::pipe2(out.data(), O_CLOEXEC) == 0);
    auto const home = "HOME=" + shell.folder.path().string();
    words.insert(words.begin(), support::binary());
    words.insert(words.end(), {"--json", "--lang", "fr"});
    std::vector<std::string> all{"env", "-C", shell.folder.path().string(), "-u", "XDG_STATE_HOME",
                                 home};
    all.insert(all.end(), words.begin(), words.end());
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(in[0], STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        std::vector<char*> argv;
        for (auto& word : all) argv.push_back(word.data());
        argv.push_back(nullptr);
        ::execvp("env", argv.data());
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    to_ = in[1], from_ = out[0];
    reader_ = std::thread([this] { read(); });
}

Talk::~Talk()
{
    kill_at_once();
    ::close(to_);
    reader_.join();
    ::close(from_);
}

void Talk::read()
{
    std::string text;
    std::array<char, 4096> part{};
    for (ssize_t got = 0; (got = ::read(from_, part.data(), part.size())) > 0;) {
        text.append(part.data(), static_cast<std::size_t>(got));
        for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n')) {
            auto const line = json::parse(text.substr(0, end), nullptr, false);
            text.erase(0, end + 1);
            std::lock_guard const lock(mutex_);
            if (line.contains("ok")) answers_.push_back(line);
            if (line.contains("code")) rooms_.push_back(line);
            if (line.contains("state") && !line.contains("ok")) state_ = line;
            changed_.notify_all();
        }
    }
}

std::optional<json> Talk::wait_for(std::deque<json>& from)
{
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, minute, [&] { return !from.empty(); })) return std::nullopt;
    auto out = std::move(from.front());
    from.pop_front();
    return out;
}

json Talk::ask(std::string const& line)
{
    auto const text = line + "\n";
    (void)::write(to_, text.data(), text.size());
    auto answer = wait_for(answers_);
    REQUIRE_MESSAGE(answer, line);
    return *answer;
}

json Talk::room()
{
    auto said = wait_for(rooms_);
    REQUIRE(said);
    return *said;
}

bool Talk::until(std::function<bool(json const&)> const& fits)
{
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, minute, [&] { return state_.is_object() && fits(state_); });
}

bool Talk::until_state(std::string const& state)
{
    return until([&](json const& now) { return now["state"] == state && now["pending"] == 0; });
}

json Talk::state()
{
    std::lock_guard const lock(mutex_);
    return state_;
}

void Talk::kill_at_once()
{
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
}

int Talk::end()
{
    std::string const text = "end\n";
    (void)::write(to_, text.data(), text.size());
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

} // namespace terminal
