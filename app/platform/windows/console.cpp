#include "platform/process.h"
#include "platform/windows/system.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <io.h>
#include <shellapi.h>
#include <thread>

// The console of the command line, and requests to end.
namespace platform {
namespace {

// Ended by the system when it has not ended by itself after five seconds.
constexpr DWORD patience_ms = 4500;

struct Listening {
    std::atomic<std::function<void()> const*> told{nullptr};
    HANDLE over = ::CreateEventW(nullptr, TRUE, FALSE, nullptr); // set once nobody listens
};

Listening& listening()
{
    static auto* const one = new Listening; // a handler may still run while the program ends
    return *one;
}

enum class Then { go_on, end_follows };

void tell(Then then)
{
    if (auto const* told = listening().told.load()) (*told)();
    if (then == Then::end_follows) ::WaitForSingleObject(listening().over, patience_ms);
}

BOOL WINAPI on_console(DWORD event)
{
    tell(event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT ? Then::go_on : Then::end_follows);
    return TRUE;
}

// The desktop session ends: only a window is told.
LRESULT CALLBACK on_message(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (message == WM_ENDSESSION && first != 0) tell(Then::end_follows);
    return ::DefWindowProcW(window, message, first, second);
}

void watch_session(HANDLE ready)
{
    WNDCLASSEXW kind{};
    kind.cbSize = sizeof kind;
    kind.lpfnWndProc = on_message;
    kind.hInstance = ::GetModuleHandleW(nullptr);
    kind.lpszClassName = L"CadranSession";
    ::RegisterClassExW(&kind);
    auto* const window = ::CreateWindowExW(0, kind.lpszClassName, L"", 0, 0, 0, 0, 0, nullptr,
                                           nullptr, kind.hInstance, nullptr); // never shown
    MSG message{};
    ::PeekMessageW(&message, nullptr, WM_USER, WM_USER, PM_NOREMOVE); // makes the queue
    ::SetEvent(ready);
    while (::GetMessageW(&message, nullptr, 0, 0) > 0) ::DispatchMessageW(&message);
    if (window) ::DestroyWindow(window);
}

constexpr int binary = 0x8000; // _O_BINARY
UINT page_before = 0;          // of the console
bool unheard = false;          // nobody reads the errors

bool is_open(DWORD stream)
{
    auto* const handle = ::GetStdHandle(stream);
    return handle && handle != INVALID_HANDLE_VALUE && ::GetFileType(handle) != FILE_TYPE_UNKNOWN;
}

// A program without a console of its own has no streams when it was started by a double click, and
// those of its parent's console when there is one.
void open_stream(DWORD stream, FILE* file, char const* console, char const* mode)
{
    if (is_open(stream)) return;
    if (!std::freopen(console, mode, file)) (void)std::freopen("NUL", mode, file);
}

} // namespace

std::vector<std::string> own_arguments(int, char**)
{
    int count = 0;
    auto** const all = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    std::vector<std::string> out;
    for (int i = 0; all && i < count; ++i) out.push_back(windows::narrow(all[i]));
    ::LocalFree(all);
    return out;
}

struct EndRequests::Ears {
    std::function<void()> told;
    std::thread thread;
    DWORD number = 0;
};

EndRequests::EndRequests(std::function<void()> told)
    : ears_(std::make_unique<Ears>())
{
    ears_->told = std::move(told);
    listening().told = &ears_->told;
    ::ResetEvent(listening().over);
    ::SetConsoleCtrlHandler(on_console, TRUE);
    auto* const ready = ::CreateEventW(nullptr, TRUE, FALSE, nullptr);
    ears_->thread = std::thread([this, ready] {
        ears_->number = ::GetCurrentThreadId();
        watch_session(ready);
    });
    ::WaitForSingleObject(ready, INFINITE);
    ::CloseHandle(ready);
}

EndRequests::~EndRequests()
{
    listening().told = nullptr;
    ::SetEvent(listening().over);
    ::SetConsoleCtrlHandler(on_console, FALSE);
    ::PostThreadMessageW(ears_->number, WM_QUIT, 0, 0);
    ears_->thread.join();
}

void show_unheard(std::string const& message)
{
    if (unheard)
        ::MessageBoxW(nullptr, windows::wide(message).c_str(), L"Cadran",
                      MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
}

void hold_standard_streams()
{
    ::AttachConsole(ATTACH_PARENT_PROCESS); // fails when it has one, or its parent has none
    open_stream(STD_INPUT_HANDLE, stdin, "CONIN$", "r");
    open_stream(STD_OUTPUT_HANDLE, stdout, "CONOUT$", "w");
    open_stream(STD_ERROR_HANDLE, stderr, "CONOUT$", "w");
    unheard = !is_open(STD_ERROR_HANDLE) && !::GetConsoleWindow();
    for (auto* stream : {stdin, stdout, stderr}) ::_setmode(::_fileno(stream), binary);
    page_before = ::GetConsoleOutputCP();
    if (page_before == 0 || page_before == CP_UTF8) return;
    ::SetConsoleOutputCP(CP_UTF8);
    std::atexit([] { ::SetConsoleOutputCP(page_before); });
}

} // namespace platform
