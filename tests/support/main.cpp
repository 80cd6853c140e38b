#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#ifdef _WIN32
// With GCC for Windows, a thread's variables are freed before their destructors run: those of
// doctest, one stream each, then damage the heap as a thread ends. Threads of the tests report at
// most one failure at a time.
#define DOCTEST_THREAD_LOCAL
#endif
#include <doctest/doctest.h>
