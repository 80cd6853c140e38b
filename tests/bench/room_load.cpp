// room_load CADRAN [PHONES] [SECONDS]
//
// Phones by the hundred against `cadran host`, on this machine's loopback: each holds its stream of
// events and replaces its ballot every two seconds or so; in the middle the program is killed
// (kill -9) and started again, and all come back. At the end every ballot that was acknowledged has
// to be in the result, once, and none besides. One JSON object a line; 1 when a count is wrong.

#include "bench/figures.h"
#include "bench/program.h"
#include "support/temporary_folder.h"

#include <nlohmann/json.hpp>

#include <arpa/inet.h>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <optional>
#include <random>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uint16_t port = 18'431;

// A connection from a separate address (127.0.1.1 and so on), as of a phone.
class Socket {
public:
    explicit Socket(int phone)
        : handle_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        timeval const patience{30, 0};
        ::setsockopt(handle_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        auto address = [](std::uint32_t host, std::uint16_t at) {
            sockaddr_in out{};
            out.sin_family = AF_INET;
            out.sin_addr.s_addr = htonl(host);
            out.sin_port = htons(at);
            return out;
        };
        constexpr std::uint32_t first = 0x7F000101, program = 0x7F000001;
        auto const from = address(first + static_cast<std::uint32_t>(phone), 0);
        auto const to = address(program, port);
        ok_ = ::bind(handle_, reinterpret_cast<sockaddr const*>(&from), sizeof from) == 0 &&
              ::connect(handle_, reinterpret_cast<sockaddr const*>(&to), sizeof to) == 0;
    }
    ~Socket() { ::close(handle_); }
    Socket(Socket const&) = delete;
    Socket& operator=(Socket const&) = delete;
    explicit operator bool() const { return ok_; }

    bool send(std::string const& bytes)
    {
        return ok_ = ok_ && ::send(handle_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
                                static_cast<ssize_t>(bytes.size());
    }
    std::optional<std::string> until(std::string const& end)
    {
        for (std::size_t seen = 0;;) {
            auto const at = read_.find(end, seen);
            if (at != std::string::npos) {
                auto out = read_.substr(0, at + end.size());
                read_.erase(0, out.size());
                return out;
            }
            seen = read_.size() < end.size() ? 0 : read_.size() - end.size();
            if (!more()) return std::nullopt;
        }
    }
    std::optional<std::string> bytes(std::size_t count)
    {
        while (read_.size() < count)
            if (!more()) return std::nullopt;
        auto out = read_.substr(0, count);
        read_.erase(0, count);
        return out;
    }
    void end() { ::shutdown(handle_, SHUT_RDWR); }

private:
    bool more()
    {
        char part[16'384]; // NOLINT
        auto const n = ::recv(handle_, part, sizeof part, 0);
        if (n <= 0) return ok_ = false;
        read_.append(part, static_cast<std::size_t>(n));
        return true;
    }
    int handle_;
    bool ok_ = false;
    std::string read_;
};

struct Answer {
    int status = 0;
    std::string head, body;
};

std::optional<Answer> ask(Socket& socket, std::string const& request)
{
    if (!socket.send(request)) return std::nullopt;
    auto const head = socket.until("\r\n\r\n");
    if (!head) return std::nullopt;
    Answer out{std::atoi(head->c_str() + 9), *head, {}};
    auto const at = head->find("Content-Length: ");
    if (at == std::string::npos) return out;
    auto body = socket.bytes(std::stoul(head->substr(at + 16)));
    if (!body) return std::nullopt;
    out.body = std::move(*body);
    return out;
}

// State and counts shared by all phones.
struct Crowd {
    std::string code;
    std::atomic<bool> votes{false}, over{false};
    std::mutex mutex;
    std::vector<double> took_ms; // times of acknowledged ballots
    std::atomic<std::size_t> requests{0}, refused{0}, lost{0}, events{0};
    std::atomic<double> killed_ms{0};
    std::vector<double> back_ms; // times from the kill to the first state again
};

class Phone {
public:
    Phone(Crowd& crowd, int number)
        : crowd_(crowd)
        , number_(number)
        , random_(static_cast<unsigned>(number))
    {
    }
    void start()
    {
        acts_ = std::thread([this] { act(); });
        hears_ = std::thread([this] { hear(); });
    }
    void join()
    {
        acts_.join();
        {
            std::lock_guard const lock(mutex_);
            if (stream_) stream_->end();
        }
        hears_.join();
    }
    // The last acknowledged ballot: the case and its value; an empty case: none.
    [[nodiscard]] std::pair<std::string, int> const& last() const { return last_; }

private:
    [[nodiscard]] std::string head() const
    {
        return "Host: 127.0.0.1:" + std::to_string(port) +
               (cookie_.empty() ? "" : "\r\nCookie: " + cookie_);
    }
    [[nodiscard]] std::string post(std::string const& path, json const& body) const
    {
        auto const text = body.dump();
        return "POST " + path + " HTTP/1.1\r\n" + head() +
               "\r\nOrigin: http://127.0.0.1:" + std::to_string(port) +
               "\r\nContent-Type: application/json\r\nX-Cadran: fr" +
               "\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
    }
    void wait(double seconds)
    {
        for (double left = seconds; left > 0 && !crowd_.over; left -= 0.05)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    double jitter() { return std::uniform_real_distribution<>(0.5, 1)(random_); }

    // Repeats the request until it is answered, with growing waits up to 8 s, as a phone does.
    std::optional<Answer> asked(std::string const& request)
    {
        for (double pause = 0.5;; pause = std::min(8.0, pause * 2)) {
            if (!line_ || !*line_) line_ = std::make_unique<Socket>(number_);
            auto answer = *line_ ? ask(*line_, request) : std::nullopt;
            if (answer) {
                ++crowd_.requests;
                if (answer->status < 429) return answer;
            } else {
                ++crowd_.lost;
            }
            if (crowd_.over && gave_up_++ > 20) return std::nullopt;
            std::this_thread::sleep_for(std::chrono::duration<double>(pause * jitter()));
        }
    }
    void act()
    {
        auto const joined = asked(post("/api/join", {{"code", crowd_.code}}));
        if (!joined || joined->status != 200) return;
        auto const at = joined->head.find("Set-Cookie: ") + 12;
        {
            std::lock_guard const lock(mutex_);
            cookie_ = joined->head.substr(at, joined->head.find(';', at) - at);
        }
        while (!crowd_.votes && !crowd_.over) wait(0.1);
        for (int times = 0; !crowd_.over; ++times) {
            wait(3 * jitter());
            vote(times);
        }
    }
    void vote(int times)
    {
        std::string round;
        std::vector<std::string> cases;
        {
            std::lock_guard const lock(mutex_);
            round = round_, cases = cases_;
        }
        if (cases.empty()) return;
        auto const& on = cases[random_() % cases.size()];
        auto const value = static_cast<int>(1 + random_() % 3);
        json const body{{"act", "phone-" + std::to_string(number_) + "-" + std::to_string(times)},
                        {"round", round},
                        {"marks", {{{"case", on}, {"value", value}}}}};
        auto const began = bench::now_ms();
        auto const answer = asked(post("/api/ballot", body));
        if (!answer || answer->status != 200) {
            ++crowd_.refused;
            return;
        }
        last_ = {on, value};
        std::lock_guard const lock(crowd_.mutex);
        crowd_.took_ms.push_back(bench::now_ms() - began);
    }

    void hear()
    {
        std::string cookie;
        while (cookie.empty() && !crowd_.over) {
            wait(0.05);
            std::lock_guard const lock(mutex_);
            cookie = cookie_;
        }
        for (double pause = 0.5; !crowd_.over; pause = std::min(8.0, pause * 2)) {
            auto const stream = std::make_shared<Socket>(number_);
            {
                std::lock_guard const lock(mutex_);
                stream_ = stream;
            }
            bool const asked_for =
                *stream && stream->send("GET /api/events HTTP/1.1\r\n" + head() + "\r\n\r\n");
            while (asked_for && !crowd_.over) {
                auto const event = stream->until("\n\n");
                if (!event) break;
                if (take(*event)) pause = 0.25;
            }
            if (!crowd_.over) wait(pause * jitter());
        }
    }
    bool take(std::string const& event)
    {
        constexpr char const* start = "event: state\ndata: ";
        auto const at = event.find(start);
        if (at == std::string::npos) return false;
        ++crowd_.events;
        if (auto const killed = crowd_.killed_ms.load(); killed > 0 && !back_) {
            back_ = true;
            std::lock_guard const lock(crowd_.mutex);
            crowd_.back_ms.push_back(bench::now_ms() - killed);
        }
        if (known_) return true;
        auto const state =
            json::parse(event.substr(at + std::string(start).size()), nullptr, false);
        if (!state.is_object() || state["round"].is_null()) return true;
        std::lock_guard const lock(mutex_);
        round_ = state["round"]["id"];
        for (auto const& one : state["round"]["cases"]) cases_.push_back(one["id"]);
        return known_ = true;
    }

    Crowd& crowd_;
    int number_;
    std::mt19937 random_;
    std::mutex mutex_;
    std::string cookie_, round_;
    std::vector<std::string> cases_;
    std::shared_ptr<Socket> stream_;
    std::unique_ptr<Socket> line_;
    std::pair<std::string, int> last_;
    int gave_up_ = 0;
    std::atomic<bool> back_{false}, known_{false};
    std::thread acts_, hears_;
};

// The program under load, controlled by lines of standard input.
class Hosted {
public:
    Hosted(std::string const& program, fs::path const& folder)
        : lines_((folder / "lines").string())
    {
        ::mkfifo(lines_.c_str(), 0600);
        handle_ = ::open(lines_.c_str(), O_RDWR | O_CLOEXEC);
        auto const line = "exec '" + program + "' host '" + (folder / "s.cadran").string() +
                          "' --json --listen 127.0.0.1:" + std::to_string(port) + " <'" + lines_ +
                          "'";
        program_.emplace(std::vector<std::string>{"sh", "-c", line}, STDOUT_FILENO);
        first_ = json::parse(program_->line().value_or("null"), nullptr, false);
    }
    ~Hosted() { ::close(handle_); }
    Hosted(Hosted const&) = delete;
    Hosted& operator=(Hosted const&) = delete;

    json say(std::string const& line)
    {
        auto const text = line + "\n";
        if (::write(handle_, text.data(), text.size()) < 0) return {};
        return json::parse(program_->line().value_or("null"), nullptr, false);
    }
    [[nodiscard]] json const& first() const { return first_; }
    [[nodiscard]] pid_t pid() const { return program_->pid(); }
    // Kills it without a chance to clean up.
    void kill()
    {
        ::kill(program_->pid(), SIGKILL);
        program_.reset();
    }
    [[nodiscard]] double peak_mb() const
    {
        std::ifstream in("/proc/" + std::to_string(pid()) + "/status");
        for (std::string name; in >> name;)
            if (double kb = 0; name == "VmHWM:" && in >> kb) return kb / 1024;
        return 0;
    }

private:
    std::string lines_;
    int handle_ = -1;
    std::optional<bench::Program> program_;
    json first_;
};

std::string output_of(std::string const& command)
{
    std::string out;
    auto* pipe = ::popen(command.c_str(), "r");
    if (!pipe) return out;
    char part[4096]; // NOLINT
    while (auto const n = std::fread(part, 1, sizeof part, pipe)) out.append(part, n);
    ::pclose(pipe);
    return out;
}

// Whether the result has exactly the ballots that were acknowledged.
bool counts(std::string const& program, fs::path const& file,
            std::vector<std::unique_ptr<Phone>> const& phones)
{
    std::map<std::string, std::int64_t> expected, found; // points, by case
    std::int64_t voters = 0;
    for (auto const& phone : phones) {
        auto const& [on, value] = phone->last();
        if (on.empty()) continue;
        ++voters;
        expected[on] += value;
    }
    auto const tally = json::parse(
        output_of("'" + program + "' tally '" + file.string() + "' --json"), nullptr, false);
    if (!tally.is_object()) return false;
    for (auto const& one : tally["results"])
        if (auto const points = one["score"].get<std::int64_t>(); points > 0)
            found[one["case"].dump()] = points;
    bool const right = found == expected && tally["voters"] == voters;
    bench::Line("room.count")
        .with("voters_told", voters)
        .with("voters_counted", tally["voters"].get<std::int64_t>())
        .with("points", right ? "exact" : "WRONG");
    return right;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) return 2;
    std::string const program = fs::absolute(argv[1]).string();
    int const phones = argc > 2 ? std::atoi(argv[2]) : 300;
    int const seconds = argc > 3 ? std::atoi(argv[3]) : 60;
    support::TemporaryFolder const folder;
    ::setenv("HOME", folder.path().c_str(), 1);
    ::unsetenv("XDG_STATE_HOME");
    auto const file = folder / "s.cadran";
    (void)output_of("'" + program + "' new '" + file.string() + "' --template simple");
    std::ofstream table(folder / "cases.csv");
    table << "titre\n";
    for (int i = 1; i <= 30; ++i)
        table << "Cas d'usage numéro " << i << " : trier, classer et résumer des documents\n";
    table.close();
    (void)output_of("'" + program + "' import '" + file.string() + "' '" +
                    (folder / "cases.csv").string() + "'");

    auto host = std::make_unique<Hosted>(program, folder.path());
    Crowd crowd;
    crowd.code = host->first()["code"];
    std::vector<std::unique_ptr<Phone>> all;
    auto const began = bench::now_ms();
    for (int i = 0; i < phones; ++i) {
        all.push_back(std::make_unique<Phone>(crowd, i));
        all.back()->start();
    }
    auto here = [&] { return host->say("show")["here"].get<int>(); };
    while (here() < phones && bench::now_ms() - began < 60'000)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    bench::Line("room.join")
        .with("phones", std::int64_t{phones})
        .with("here", std::int64_t{here()})
        .with("all_in_ms", bench::now_ms() - began);

    (void)host->say("step vote");
    (void)host->say("vote dots");
    auto const cpu_before = bench::cpu_of(host->pid());
    auto const voting = bench::now_ms();
    crowd.requests = 0;
    crowd.votes = true;
    auto sleep = [](double s) { std::this_thread::sleep_for(std::chrono::duration<double>(s)); };
    sleep(seconds / 2.0);
    auto const cpu = bench::cpu_of(host->pid()) - cpu_before;
    auto const span = bench::now_ms() - voting;
    {
        std::lock_guard const lock(crowd.mutex);
        bench::Line("room.ballots")
            .with("per_second", static_cast<double>(crowd.took_ms.size()) / span * 1000)
            .with("p50_ms", bench::quantile(crowd.took_ms, 0.5))
            .with("p99_ms", bench::quantile(crowd.took_ms, 0.99))
            .with("slowest_ms", bench::quantile(crowd.took_ms, 1))
            .with("events_per_second", static_cast<double>(crowd.events) / span * 1000)
            .with("cpu_share", cpu / span)
            .with("peak_mb", host->peak_mb());
    }
    host->kill();
    crowd.killed_ms = bench::now_ms();
    host = std::make_unique<Hosted>(program, folder.path());
    auto const again = bench::now_ms() - crowd.killed_ms;
    sleep(seconds / 2.0);
    {
        std::lock_guard const lock(crowd.mutex);
        bench::Line("room.killed")
            .with("listening_again_ms", again)
            .with("back", static_cast<std::int64_t>(crowd.back_ms.size()))
            .with("p50_back_ms", bench::quantile(crowd.back_ms, 0.5))
            .with("all_back_ms", bench::quantile(crowd.back_ms, 1))
            .with("requests_lost", static_cast<std::int64_t>(crowd.lost.load()))
            .with("refused", static_cast<std::int64_t>(crowd.refused.load()))
            .with("peak_mb", host->peak_mb());
    }
    crowd.over = true;
    for (auto const& phone : all) phone->join();
    auto const closed = host->say("close");
    (void)host->say("reveal");
    (void)host->say("end");
    host.reset();
    bool const right = counts(program, file, all);
    std::cout << closed.dump() << '\n';
    return right && crowd.refused == 0 ? 0 : 1;
}
