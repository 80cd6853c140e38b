#include <deque>
#include <filesystem>

// What libstdc++'s fs_ops.o defines as a weak symbol, under the name that older versions of g++
// give it: lld 14 does not find it in test_ui.
template void std::deque<std::filesystem::path>::push_back(std::filesystem::path const&);

#define NAMED(pack)                                                                                \
    "_ZNSt5dequeINSt10filesystem7__cxx114pathESaIS2_EE16_M_push_back_auxI" pack "RKS2_EEEvDpOT_"
__asm__(".text\n.globl " NAMED("I") "\n" NAMED("I") ": jmp " NAMED("J") "\n");
#undef NAMED
