#include "edit/plan.h"
#include "exchange/cases/import.h"
#include "exchange/elections/election.h"
#include "i18n/errors.h"
#include "support/folders.h"
#include "support/mutated.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// Damaged files, thousands of them, each read by a process of its own that may use no more than 256
// MB and five seconds: each has to end in cases or in one sentence.
//
//   mutations [--count N] [--seed N] [--keep FOLDER] FILE|FOLDER...
//
// What fails is written to FOLDER, and ends the program with 1.
namespace {

namespace fs = std::filesystem;

constexpr std::size_t memory_most = 256UL * 1024 * 1024; // bytes
constexpr rlim_t seconds_most = 5;                       // of the processor

enum End : int { cases, sentence, nothing };

// Whether the text is a message of the catalogue, not a missing key.
bool is_sentence(std::string const& said)
{
    return !said.empty() && said.find('\n') == std::string::npos &&
           said.find("error.") == std::string::npos;
}

End ended(i18n::Catalogue const& words, base::Error const& error)
{
    return is_sentence(i18n::sentence(words, error)) ? sentence : nothing;
}

End read_election(i18n::Catalogue const& words, std::string const& bytes, std::string const& name,
                  exchange::ElectionFormat format)
{
    std::uint64_t last = 0;
    auto const plan = exchange::plan_election(
        bytes, name, format,
        {[&] { return model::CaseId{++last}; }, [&] { return model::RoundId{++last}; }}, 1);
    if (!plan) return ended(words, plan.error());
    auto const changes = edit::plan({}, plan->command);
    return changes ? cases : ended(words, changes.error());
}

End read(i18n::Catalogue const& words, std::string const& bytes, std::string const& name)
{
    if (auto const format = exchange::election_format(bytes, name))
        return read_election(words, bytes, name, *format);
    std::uint64_t last = 0;
    auto const plan = exchange::plan_import(bytes, {}, name, [&] { return model::CaseId{++last}; });
    if (!plan) return ended(words, plan.error());
    for (auto const& one : plan->command.cases)
        for (char c : one.text.title)
            if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') return nothing;
    if (plan->command.cases.empty()) // each row says why it is left
        return std::ranges::all_of(plan->left_out,
                                   [&](auto const& e) { return ended(words, e) == sentence; })
                   ? sentence
                   : nothing;
    auto const changes = edit::plan({}, plan->command);
    return changes ? cases : nothing;
}

std::size_t address_space()
{
    std::ifstream in("/proc/self/statm");
    std::size_t pages = 0;
    in >> pages;
    return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

struct Cost {
    int status = 0;
    double milliseconds = 0, megabytes = 0;
};

Cost in_a_process(i18n::Catalogue const& words, std::string const& bytes, std::string const& name)
{
    auto const child = fork();
    if (child == 0) {
        rlimit const memory{address_space() + memory_most, address_space() + memory_most};
        rlimit const time{seconds_most, seconds_most};
        setrlimit(RLIMIT_AS, &memory);
        setrlimit(RLIMIT_CPU, &time);
        rlimit const core{0, 0};
        setrlimit(RLIMIT_CORE, &core);
        _exit(read(words, bytes, name));
    }
    Cost cost;
    rusage used{};
    wait4(child, &cost.status, 0, &used);
    auto const ms = [](timeval t) {
        return static_cast<double>(t.tv_sec) * 1000 + static_cast<double>(t.tv_usec) / 1000;
    };
    cost.milliseconds = ms(used.ru_utime) + ms(used.ru_stime);
    cost.megabytes = static_cast<double>(used.ru_maxrss) / 1024;
    return cost;
}

struct Asked {
    int count = 10'000;
    unsigned seed = 1;
    fs::path keep;
    std::vector<fs::path> files;
};

Asked read_arguments(int argc, char** argv)
{
    Asked asked;
    for (int i = 1; i < argc; ++i) {
        auto const is = [&](char const* name) {
            return !std::strcmp(argv[i], name) && i + 1 < argc;
        };
        if (is("--count"))
            asked.count = std::atoi(argv[++i]);
        else if (is("--seed"))
            asked.seed = static_cast<unsigned>(std::atoi(argv[++i]));
        else if (is("--keep"))
            asked.keep = argv[++i];
        else if (fs::is_directory(argv[i]))
            for (auto const& one : fs::directory_iterator(argv[i]))
                asked.files.push_back(one.path());
        else
            asked.files.emplace_back(argv[i]);
    }
    std::ranges::sort(asked.files);
    return asked;
}

} // namespace

int main(int argc, char** argv)
{
    auto const asked = read_arguments(argc, argv);
    std::vector<std::string> seeds;
    constexpr std::uintmax_t largest = 1024UL * 1024; // of a seed
    for (auto const& file : asked.files) {
        if (!fs::is_regular_file(file) || fs::file_size(file) > largest) continue;
        std::ifstream in(file, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    if (seeds.empty()) {
        std::fputs("mutations [--count N] [--seed N] [--keep FOLDER] FILE|FOLDER...\n", stderr);
        return 2;
    }
    auto const words = i18n::Catalogue::load(support::assets_dir(), i18n::Language::french).value();
    std::mt19937 random(asked.seed);
    int taken = 0, told = 0, failed = 0;
    double slowest = 0, largest_mb = 0;
    for (int i = 0; i < asked.count; ++i) {
        auto const bytes = support::mutated(seeds, random);
        constexpr std::array names{"a.csv", "a.txt", ""};
        auto const* name = names.at(random() % names.size());
        auto const cost = in_a_process(words, bytes, name);
        slowest = std::max(slowest, cost.milliseconds);
        largest_mb = std::max(largest_mb, cost.megabytes);
        auto const end = WIFEXITED(cost.status) ? WEXITSTATUS(cost.status) : nothing;
        (end == cases ? taken : told) += end == cases || end == sentence ? 1 : 0;
        if (end == cases || end == sentence) continue;
        ++failed;
        std::printf("%d: %s %d, %.0f ms, %.0f MB, named \"%s\"\n", i,
                    WIFSIGNALED(cost.status) ? "signal" : "code",
                    WIFSIGNALED(cost.status) ? WTERMSIG(cost.status) : end, cost.milliseconds,
                    cost.megabytes, name);
        if (!asked.keep.empty())
            std::ofstream(asked.keep / std::to_string(i), std::ios::binary) << bytes;
    }
    std::printf("{\"files\": %zu, \"count\": %d, \"seed\": %u, \"cases\": %d, \"sentence\": %d, "
                "\"failed\": %d, \"slowest_ms\": %.0f, \"most_mb\": %.0f}\n",
                seeds.size(), asked.count, asked.seed, taken, told, failed, slowest, largest_mb);
    return failed == 0 ? 0 : 1;
}
