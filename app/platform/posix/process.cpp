#include "platform/process.h"

#include "platform/child.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <mutex>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace platform {
namespace {

namespace fs = std::filesystem;

// Input and output of a started program: none, or the files `in` and `out`, or those of this
// program.
class Started {
public:
    enum class Streams { none, ours };
    explicit Started(Streams streams, int out = -1, fs::path const& in = {})
    {
        ::posix_spawn_file_actions_init(&actions_);
        for (int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            if (streams == Streams::none)
                ::posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", O_RDWR, 0);
        if (!in.empty())
            ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
        if (out >= 0) ::posix_spawn_file_actions_adddup2(&actions_, out, STDOUT_FILENO);
        // Resets the signal mask and the handlers that this program has set.
        ::posix_spawnattr_init(&attributes_);
        sigset_t none, usual;
        ::sigemptyset(&none);
        ::sigemptyset(&usual);
        ::sigaddset(&usual, SIGPIPE);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setsigdefault(&attributes_, &usual);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Started()
    {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    Started(Started const&) = delete;
    Started& operator=(Started const&) = delete;

    // The process number; 0 when it cannot be started.
    pid_t start(fs::path const& program, std::vector<std::string> const& arguments)
    {
        std::vector<std::string> all{program.string()};
        all.insert(all.end(), arguments.begin(), arguments.end());
        std::vector<char*> pointers;
        for (auto& one : all) pointers.push_back(one.data());
        pointers.push_back(nullptr);
        pid_t started = 0;
        auto const failed = ::posix_spawn(&started, program.c_str(), &actions_, &attributes_,
                                          pointers.data(), environ);
        return failed == 0 ? started : 0;
    }

private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

// Programs started in the background. One that has ended is reaped when the next is started; those
// that still run when this program ends continue.
class Aside {
public:
    bool add(pid_t process)
    {
        std::scoped_lock const held(mutex_);
        std::erase_if(running_, [](pid_t one) { return ::waitpid(one, nullptr, WNOHANG) != 0; });
        if (process > 0) running_.push_back(process);
        return process > 0;
    }

private:
    std::mutex mutex_;
    std::vector<pid_t> running_;
};

// Everything written to a pipe until its other end is closed; nothing after the timeout.
std::optional<std::string> all_from(int pipe, std::chrono::milliseconds patience)
{
    auto const until = std::chrono::steady_clock::now() + patience;
    std::string out;
    for (;;) {
        auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        pollfd waiting{pipe, POLLIN, 0};
        auto const ready = ::poll(&waiting, 1, static_cast<int>(std::max<long>(0, left.count())));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return std::nullopt;
        std::array<char, 4096> part{};
        auto const got = ::read(pipe, part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::nullopt;
        if (got == 0) return out;
        out.append(part.data(), static_cast<std::size_t>(got));
    }
}

// Waits for the end of a process started here; whether it succeeded.
bool ended_well(pid_t process)
{
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

std::int64_t own_process() { return ::getpid(); }

void leave_no_core_file()
{
    rlimit size{};
    if (::getrlimit(RLIMIT_CORE, &size) != 0) return;
    size.rlim_cur = 0; // a debugger may raise it again
    (void)::setrlimit(RLIMIT_CORE, &size);
}

void use_zone_of_system() {} // TZ is how a person sets it

bool is_superuser() { return ::geteuid() == 0; }

std::optional<std::string> environment(char const* variable)
{
    auto const* value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): never set
    if (!value || !*value) return std::nullopt;
    return value;
}

std::vector<std::string> own_arguments(int argc, char** argv) { return {argv, argv + argc}; }

bool is_running(std::int64_t process)
{
    return process > 0 && (::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM);
}

std::vector<std::string> arguments_of(std::int64_t process)
{
    if (process <= 0) return {};
    std::ifstream in("/proc/" + std::to_string(process) + "/cmdline", std::ios::binary);
    std::vector<std::string> out;
    for (std::string one; std::getline(in, one, '\0');) out.push_back(one);
    return out; // none of a process that has ended and was not waited for
}

bool end_process(std::int64_t process, std::chrono::milliseconds patience)
{
    auto const gone = [&] { return !is_running(process) || arguments_of(process).empty(); };
    auto const wait = [&](std::chrono::milliseconds most) {
        for (auto const until = std::chrono::steady_clock::now() + most;
             !gone() && std::chrono::steady_clock::now() < until;)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return gone();
    };
    if (gone()) return true;
    ::kill(static_cast<pid_t>(process), SIGTERM);
    if (wait(patience)) return true;
    ::kill(static_cast<pid_t>(process), SIGKILL);
    return wait(patience);
}

fs::path own_program()
{
    std::error_code failed;
    return fs::read_symlink("/proc/self/exe", failed);
}

std::optional<fs::path> find_program(std::string const& name)
{
    auto const* value = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): never set
    std::string_view const all = value ? value : "/usr/bin:/bin";
    for (std::size_t at = 0; at <= all.size();) {
        auto const end = std::min(all.find(':', at), all.size());
        auto const path = fs::path(all.substr(at, end - at)) / name;
        if (path.is_absolute() && ::access(path.c_str(), X_OK) == 0) return path;
        at = end + 1;
    }
    return std::nullopt;
}

bool start_aside(fs::path const& program, std::vector<std::string> const& arguments)
{
    static Aside aside;
    return aside.add(Started(Started::Streams::none).start(program, arguments));
}

std::optional<Child> Child::start(fs::path const& program,
                                  std::vector<std::string> const& arguments)
{
    Child child;
    child.number_ = Started(Started::Streams::none).start(program, arguments);
    if (child.number_ == 0) return std::nullopt;
    return child;
}

bool Child::running()
{
    if (number_ == 0) return false;
    if (::waitpid(static_cast<pid_t>(number_), nullptr, WNOHANG) == 0) return true;
    number_ = 0;
    return false;
}

void Child::stop(std::chrono::milliseconds patience)
{
    if (!running()) return;
    ::kill(static_cast<pid_t>(number_), SIGTERM);
    auto const until = std::chrono::steady_clock::now() + patience;
    while (running() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (number_ == 0) return;
    ::kill(static_cast<pid_t>(number_), SIGKILL);
    (void)ended_well(static_cast<pid_t>(number_));
    number_ = 0;
}

std::optional<std::string> ask(std::string const& program,
                               std::vector<std::string> const& arguments,
                               std::chrono::milliseconds patience, fs::path const& reads)
{
    auto const path = find_program(program);
    std::array<int, 2> ends{};
    if (!path || ::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    auto const started = Started(Started::Streams::none, ends[1], reads).start(*path, arguments);
    ::close(ends[1]);
    auto said = started > 0 ? all_from(ends[0], patience) : std::nullopt;
    ::close(ends[0]);
    if (started <= 0) return std::nullopt;
    if (!said) ::kill(started, SIGKILL);
    return ended_well(started) ? said : std::nullopt;
}

bool run_before_person(std::string const& program, std::vector<std::string> const& arguments)
{
    auto const path = find_program(program);
    auto const started = path ? Started(Started::Streams::ours).start(*path, arguments) : 0;
    return started > 0 && ended_well(started);
}

bool open_outside(std::string const& what)
{
    if (auto const opener = find_program("xdg-open")) return start_aside(*opener, {what});
    auto const opener = find_program("gio");
    return opener && start_aside(*opener, {"open", what});
}

struct EndRequests::Ears {
    sigset_t set{}, before{};
    std::atomic<bool> over{false};
    std::thread thread;
};

EndRequests::EndRequests(std::function<void()> told)
    : ears_(std::make_unique<Ears>())
{
    auto& ears = *ears_;
    ::sigemptyset(&ears.set);
    for (int number : {SIGTERM, SIGHUP, SIGINT}) ::sigaddset(&ears.set, number);
    // Threads started later inherit this mask, so only this thread receives the signals.
    ::pthread_sigmask(SIG_BLOCK, &ears.set, &ears.before);
    ears.thread = std::thread([&ears, told = std::move(told)] {
        int number = 0;
        while (::sigwait(&ears.set, &number) == 0 && !ears.over) told();
    });
}

EndRequests::~EndRequests()
{
    ears_->over = true;
    // The thread waits for this signal, which it has blocked.
    // NOLINTNEXTLINE(bugprone-bad-signal-to-kill-thread)
    ::pthread_kill(ears_->thread.native_handle(), SIGTERM);
    ears_->thread.join();
    ::pthread_sigmask(SIG_SETMASK, &ears_->before, nullptr);
}

void show_unheard(std::string const&) {}

void hold_standard_streams()
{
    for (int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) == -1) (void)::open("/dev/null", O_RDONLY);
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace platform
