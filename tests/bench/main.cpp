#include "bench/files.h"
#include "bench/frames.h"
#include "bench/heap.h"
#include "bench/naming.h"
#include "bench/process.h"
#include "bench/ranking.h"
#include "bench/replay.h"
#include "bench/tables.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Asked {
    std::vector<std::string> only; // empty: everything
    std::vector<int> sizes;
    int frames = 600;

    [[nodiscard]] bool wants(std::string_view what) const
    {
        return only.empty() || std::find(only.begin(), only.end(), what) != only.end();
    }
};

int usage()
{
    std::fputs("bench [--only frames|parts|files|ballots|memory|window|ranking|names|tables|"
               "replay]... "
               "[--cards N]... "
               "[--frames K]\n",
               stderr);
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    Asked asked;
    for (int i = 1; i < argc; i += 2) {
        std::string_view const name = argv[i];
        if (i + 1 >= argc) return usage();
        if (name == "--only")
            asked.only.emplace_back(argv[i + 1]);
        else if (name == "--cards")
            asked.sizes.push_back(std::atoi(argv[i + 1]));
        else if (name == "--frames")
            asked.frames = std::atoi(argv[i + 1]);
        else if (name == "--memory-of") { // runs in a process of its own
            bench::memory_of(argv[i + 1]);
            return 0;
        } else
            return usage();
    }
    if (asked.sizes.empty()) asked.sizes = {100, 1'000, 5'000, 20'000, 100'000};
    bench::count_imgui();
    auto const self = std::filesystem::read_symlink("/proc/self/exe");
    if (asked.wants("frames")) bench::frames(asked.sizes, asked.frames);
    if (asked.wants("ranking")) bench::ranking();
    if (asked.wants("replay")) bench::replay(20'000, 5'000);
    if (asked.wants("tables")) bench::tables(20'000);
    if (asked.wants("names")) bench::naming();
    if (asked.wants("parts")) bench::parts({1'000, 20'000}, asked.frames);
    if (asked.wants("files")) bench::files(20'000);
    if (asked.wants("ballots")) bench::ballots(300, 60);
    if (asked.wants("memory")) bench::memory(self, asked.sizes);
    if (asked.wants("window")) bench::window(self.parent_path() / "board_window");
    return 0;
}
