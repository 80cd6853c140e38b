// federation_load [--machines N] [--seconds S] [--period MS] [--voters V] [--entries E] [--away K]
//                 [--namespaces] [--delay MS] [--loss PERCENT]
//
// One session on N machines, each a process of its own on this machine, with a server beside them:
// the time from an act on one machine to its sight on the others, of a vote, of catching up; bytes
// and memory. With --namespaces (as root) each machine is in a network namespace, whose packets are
// delayed and lost by netem in both directions. One JSON object a line.

#include "bench/federation_worker.h"
#include "bench/figures.h"
#include "federation/server.h"
#include "journal/file_log.h"
#include "platform/process.h"
#include "support/folders.h"
#include "support/temporary_folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <map>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using bench::Line;
using bench::quantile;
using nlohmann::json;
namespace fs = std::filesystem;

struct Asked {
    int machines = 3, seconds = 30, period = 2000, voters = 1000, entries = 20'000, away = 900;
    bool namespaces = false;
    int delay = 0;
    double loss = 0;
};

void shell(std::string const& line)
{
    if (std::system(line.c_str()) != 0) { // NOLINT: one thread
        std::cerr << "failed: " << line << '\n';
        std::exit(1);
    }
}

// A bridge with a namespace for each machine.
class Network {
public:
    explicit Network(Asked const& asked)
        : asked_(asked)
    {
        if (!asked.namespaces) return;
        shell("ip link add cadran0 type bridge && ip addr add 10.77.0.1/24 dev cadran0 && "
              "ip link set cadran0 up");
        for (int i = 0; i < asked.machines; ++i) {
            shell(fmt::format(
                "ip netns add cadran{0} && ip link add cv{0} type veth peer name eth0 netns "
                "cadran{0} "
                "&& ip link set cv{0} master cadran0 up && ip -n cadran{0} addr add 10.77.0.{1}/24 "
                "dev eth0 && ip -n cadran{0} link set eth0 up && ip -n cadran{0} link set lo up",
                i, i + 2));
            if (asked.delay > 0 || asked.loss > 0) {
                auto const how =
                    fmt::format("root netem delay {}ms loss {}%", asked.delay, asked.loss);
                shell(fmt::format("tc qdisc add dev cv{0} {1} && "
                                  "ip netns exec cadran{0} tc qdisc add dev eth0 {1}",
                                  i, how));
            }
        }
    }
    ~Network()
    {
        if (!asked_.namespaces) return;
        for (int i = 0; i < asked_.machines; ++i) shell(fmt::format("ip netns del cadran{}", i));
        shell("ip link del cadran0");
    }
    Network(Network const&) = delete;
    Network& operator=(Network const&) = delete;

    [[nodiscard]] std::string address() const
    {
        return asked_.namespaces ? "10.77.0.1" : "127.0.0.1";
    }
    [[nodiscard]] std::vector<std::string> before(int machine) const
    {
        if (!asked_.namespaces) return {};
        return {"ip", "netns", "exec", fmt::format("cadran{}", machine)};
    }
    // Bytes that reached a machine and that it sent; without namespaces those of all together.
    [[nodiscard]] std::pair<double, double> bytes(int machine) const
    {
        auto const device = asked_.namespaces ? fmt::format("cv{}", machine) : "lo";
        auto const read = [&](char const* which) {
            double out = 0;
            std::ifstream("/sys/class/net/" + device + "/statistics/" + which) >> out;
            return out;
        };
        return {read("tx_bytes"), read("rx_bytes")};
    }

private:
    Asked asked_;
};

class Machine {
public:
    Machine(bench::MeetingPoint const& at, int index, std::vector<std::string> words)
    {
        for (auto const& word : {platform::own_program().string(), std::string("--worker"),
                                 std::to_string(index), at.folder.string(), at.url, at.session})
            words.push_back(word);
        int in[2], out[2]; // NOLINT
        if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) std::exit(1);
        pid_ = ::fork();
        if (pid_ == 0) {
            ::dup2(in[0], 0);
            ::dup2(out[1], 1);
            std::vector<char*> argv;
            for (auto& word : words) argv.push_back(word.data());
            argv.push_back(nullptr);
            ::execvp(argv[0], argv.data());
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        to_ = ::fdopen(in[1], "w");
        from_ = ::fdopen(out[0], "r");
    }
    ~Machine()
    {
        tell("end");
        std::fclose(to_);
        ::waitpid(pid_, nullptr, 0);
        std::fclose(from_);
    }
    Machine(Machine const&) = delete;
    Machine& operator=(Machine const&) = delete;

    void tell(std::string const& line)
    {
        std::fputs((line + '\n').c_str(), to_);
        std::fflush(to_);
    }
    json answer()
    {
        char* line = nullptr;
        std::size_t size = 0;
        auto const got = ::getline(&line, &size, from_);
        auto out = got > 0 ? json::parse(line, nullptr, false) : json();
        std::free(line); // NOLINT
        if (!out.is_object()) {
            std::cerr << "a machine ended\n";
            std::exit(1);
        }
        return out;
    }
    json ask(std::string const& line)
    {
        tell(line);
        return answer();
    }
    [[nodiscard]] pid_t pid() const { return pid_; }

private:
    pid_t pid_ = -1;
    std::FILE* to_ = nullptr;
    std::FILE* from_ = nullptr;
};

double processor_ms(std::int64_t pid)
{
    std::ifstream in(fmt::format("/proc/{}/stat", pid));
    std::string text;
    std::getline(in, text);
    std::istringstream rest(text.substr(text.rfind(')') + 2));
    std::string skipped;
    double user = 0, system = 0;
    for (int i = 0; i < 11; ++i) rest >> skipped;
    rest >> user >> system;
    return (user + system) * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double memory_mb(std::int64_t pid)
{
    std::ifstream in(fmt::format("/proc/{}/status", pid));
    for (std::string word; in >> word;)
        if (word == "VmRSS:") {
            double kib = 0;
            in >> kib;
            return kib / 1024;
        }
    return 0;
}

double size_of(fs::path const& folder)
{
    double out = 0;
    for (auto const& one : fs::recursive_directory_iterator(folder))
        if (one.is_regular_file()) out += static_cast<double>(one.file_size());
    return out;
}

class Measurement {
public:
    explicit Measurement(Asked const& asked)
        : asked_(asked)
        , network_(asked)
        , at_{folder_ / "m", {}, {}}
    {
        fs::create_directories(at_.folder);
        auto const begun = bench::now_ms();
        bench::write_session(at_.file(0), asked.entries);
        auto const log = bench::sure(journal::FileLog::open(at_.file(0), journal::OpenMode::read));
        at_.session = log.log->header().session;
        constexpr std::uint16_t port = 14'222;
        server_ = bench::sure(federation::Server::start(
            {fs::path(support::binary()).parent_path() / "nats-server", at_.folder / "serveur"},
            {network_.address(), port}));
        at_.url = fmt::format("tls://{}:{}", network_.address(), port);
        std::ifstream(at_.folder / "serveur" / "server.pid") >> server_pid_;
        Line("written")
            .with("entries", std::int64_t{asked.entries})
            .with("ms", bench::now_ms() - begun)
            .with("file_bytes_an_entry", file_size() / asked.entries);
    }
    void gather()
    {
        for (int i = 0; i < asked_.machines; ++i) {
            auto const before = network_.bytes(i);
            machines_.push_back(std::make_unique<Machine>(at_, i, network_.before(i)));
            auto const joined = machines_.back()->answer();
            if (i > 2) continue;
            auto const after = network_.bytes(i);
            Line(i == 0 ? "server filled by its first machine" : "joined")
                .with("ms", joined["joined_ms"].get<double>())
                .with("bytes_received_an_entry", (after.first - before.first) / asked_.entries)
                .with("bytes_sent_an_entry", (after.second - before.second) / asked_.entries);
        }
        Line("store").with("bytes_an_entry",
                           size_of(at_.folder / "serveur" / "store") / asked_.entries);
        catch_up();
        (void)logs();
    }
    void act()
    {
        auto const file = file_size();
        auto const begun = bench::now_ms();
        std::vector<double> cpu, in, out;
        auto const server = processor_ms(server_pid_);
        for (int i = 0; i < asked_.machines; ++i) {
            cpu.push_back(-processor_ms(at(i).pid()));
            in.push_back(-network_.bytes(i).first);
            out.push_back(-network_.bytes(i).second);
        }
        for (auto& one : machines_)
            one->tell(fmt::format("act {} {}", asked_.period, asked_.seconds * 1000));
        for (auto& one : machines_) (void)one->answer();
        auto const last = catch_up();
        auto const took = bench::now_ms() - begun;
        for (int i = 0; i < asked_.machines; ++i) {
            auto const which = static_cast<std::size_t>(i);
            cpu[which] += processor_ms(at(i).pid());
            in[which] += network_.bytes(i).first;
            out[which] += network_.bytes(i).second;
        }
        auto const load = processor_ms(server_pid_) - server;
        std::map<std::int64_t, std::int64_t> acted;
        std::vector<double> saved, shared, sight;
        auto const all = logs();
        for (auto const& log : all)
            for (auto const& one : log["own"]) {
                acted[one[0]] = one[1];
                shared.push_back((one[2].get<double>() - one[1].get<double>()) / 1000);
                saved.push_back((one[3].get<double>() - one[1].get<double>()) / 1000);
            }
        for (auto const& log : all)
            for (auto const& one : log["seen"])
                if (auto const of = acted.find(one[0].get<std::int64_t>()); of != acted.end())
                    sight.push_back((one[1].get<double>() - static_cast<double>(of->second)) /
                                    1000);
        auto const acts = static_cast<double>(acted.size());
        Line("acts")
            .with("acts", acts)
            .with("acts_a_second", acts / took * 1000)
            .with("saved_ms_p50", quantile(saved, 0.5))
            .with("saved_ms_p99", quantile(saved, 0.99))
            .with("shared_ms_p50", quantile(shared, 0.5))
            .with("shared_ms_p99", quantile(shared, 0.99))
            .with("sight_ms_p50", quantile(sight, 0.5))
            .with("sight_ms_p99", quantile(sight, 0.99))
            .with("sight_ms_most", quantile(sight, 1))
            .with("sights", static_cast<double>(sight.size()))
            .with("file_bytes_an_act", (file_size() - file) / acts)
            .with("received_bytes_an_act", quantile(in, 0.5) / acts)
            .with("sent_bytes_an_act", quantile(out, 0.5) / acts)
            .with("processor_percent_a_machine", quantile(cpu, 0.5) / took * 100)
            .with("processor_percent_server", load / took * 100)
            .with("memory_mb_a_machine", memory_mb(at(asked_.machines - 1).pid()))
            .with("memory_mb_server", memory_mb(server_pid_))
            .with("entries", static_cast<double>(last));
    }
    void vote()
    {
        auto const opened = at(0).ask("open")["ms"].get<double>();
        for (int i = 0; i < asked_.machines; ++i) {
            auto const share =
                asked_.voters / asked_.machines + (i < asked_.voters % asked_.machines ? 1 : 0);
            at(i).tell(fmt::format("cast {}", share));
        }
        std::vector<double> took;
        for (auto& one : machines_)
            for (auto const told = one->answer(); auto const& ms : told["ms"]) took.push_back(ms);
        auto const begun = bench::now_ms();
        auto const closed = at(0).ask("close");
        (void)catch_up();
        Line("vote")
            .with("open_ms", opened)
            .with("ballots", closed["ballots"].get<double>())
            .with("ballot_ms_p50", quantile(took, 0.5))
            .with("ballot_ms_p99", quantile(took, 0.99))
            .with("counted_ms", closed["ms"].get<double>())
            .with("known_everywhere_ms", bench::now_ms() - begun);
    }
    // A machine is away while the others make that many entries, and does a tenth as many itself.
    void go_away()
    {
        if (asked_.machines < 2) return;
        auto& away = at(asked_.machines - 1);
        (void)away.ask("away");
        auto const others = at(0).ask(fmt::format("burst {}", asked_.away))["ms"].get<double>();
        away.tell("act 1 1");
        (void)away.answer();
        auto const back = away.ask("back")["ms"].get<double>();
        Line("away")
            .with("entries", std::int64_t{asked_.away})
            .with("one_machine_writes_a_second", asked_.away / others * 1000)
            .with("back_ms", back);
        (void)catch_up();
    }

private:
    Machine& at(int index) { return *machines_.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] double file_size() const
    {
        return static_cast<double>(fs::file_size(at_.file(0)));
    }
    // Until all have what the longest has; the number of entries.
    std::int64_t catch_up()
    {
        std::int64_t most = 0;
        for (auto& one : machines_)
            most = std::max(most, one->ask("entries")["entries"].get<std::int64_t>());
        for (auto& one : machines_) (void)one->ask(fmt::format("until {}", most));
        return most;
    }
    std::vector<json> logs()
    {
        std::vector<json> out;
        for (auto& one : machines_) out.push_back(one->ask("log"));
        return out;
    }

    Asked asked_;
    support::TemporaryFolder folder_;
    Network network_;
    bench::MeetingPoint at_;
    std::unique_ptr<federation::Server> server_;
    std::int64_t server_pid_ = 0;
    std::vector<std::unique_ptr<Machine>> machines_;
};

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> const words(argv + 1, argv + argc);
    if (words.size() == 5 && words[0] == "--worker")
        return bench::federation_worker({words[2], words[3], words[4]}, std::stoi(words[1]));
    Asked asked;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const number = [&] { return i + 1 < words.size() ? std::stod(words[++i]) : 0.0; };
        auto const whole = [&] { return static_cast<int>(number()); };
        if (words[i] == "--machines")
            asked.machines = whole();
        else if (words[i] == "--seconds")
            asked.seconds = whole();
        else if (words[i] == "--period")
            asked.period = whole();
        else if (words[i] == "--voters")
            asked.voters = whole();
        else if (words[i] == "--entries")
            asked.entries = whole();
        else if (words[i] == "--away")
            asked.away = whole();
        else if (words[i] == "--delay")
            asked.delay = whole();
        else if (words[i] == "--loss")
            asked.loss = number();
        else if (words[i] == "--namespaces")
            asked.namespaces = true;
        else {
            std::cerr << "federation_load: " << words[i] << "?\n";
            return 2;
        }
    }
    Measurement measurement(asked);
    measurement.gather();
    measurement.act();
    measurement.vote();
    measurement.go_away();
    return 0;
}
