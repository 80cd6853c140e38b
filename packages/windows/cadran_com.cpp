// cadran.com: the command line of cadran.exe. A program with a window has no console, and a prompt
// does not wait for it; `cadran` at a prompt finds this file first, which starts cadran.exe with
// the same arguments and streams, waits for it and returns its exit code.
#define WIN32_LEAN_AND_MEAN
#include <string>
#include <windows.h>

namespace {

// What follows the name of the program in a command line.
wchar_t const* arguments_in(wchar_t const* line)
{
    bool quoted = false;
    for (; *line != L'\0' && (quoted || (*line != L' ' && *line != L'\t')); ++line)
        if (*line == L'"') quoted = !quoted;
    return line;
}

// As shells say that a program cannot be started.
constexpr int not_started_code = 126;

// Says, in the language of the system, that cadran.exe cannot be started.
int not_started(DWORD error)
{
    auto const why = std::to_string(error);
    bool const french = PRIMARYLANGID(::GetUserDefaultUILanguage()) == LANG_FRENCH;
    auto const said =
        french ? "cadran: cadran.exe n\u2019a pas pu d\u00e9marrer (erreur " + why + ")\n"
               : "cadran: cadran.exe could not be started (error " + why + ")\n";
    DWORD written = 0;
    ::WriteFile(::GetStdHandle(STD_ERROR_HANDLE), said.data(), static_cast<DWORD>(said.size()),
                &written, nullptr);
    return not_started_code;
}

// Whether another program, such as an antivirus that reads a new file, may hold it for a moment.
bool may_pass(DWORD error)
{
    return error != ERROR_FILE_NOT_FOUND && error != ERROR_PATH_NOT_FOUND &&
           error != ERROR_BAD_EXE_FORMAT;
}

} // namespace

int main()
{
    std::wstring path(32'768, L'\0');
    path.resize(::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    path.replace(path.rfind(L'\\') + 1, std::wstring::npos, L"cadran.exe");
    auto line = L'"' + path + L'"' + arguments_in(::GetCommandLineW());
    STARTUPINFOW how{};
    how.cb = sizeof how;
    how.dwFlags = STARTF_USESTDHANDLES;
    how.hStdInput = ::GetStdHandle(STD_INPUT_HANDLE);
    how.hStdOutput = ::GetStdHandle(STD_OUTPUT_HANDLE);
    how.hStdError = ::GetStdHandle(STD_ERROR_HANDLE);
    for (auto* const stream : {how.hStdInput, how.hStdOutput, how.hStdError})
        ::SetHandleInformation(stream, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    PROCESS_INFORMATION made{};
    constexpr int most_trials = 10;
    constexpr DWORD pause_ms = 200;
    for (int trial = 1; ::CreateProcessW(path.c_str(), line.data(), nullptr, nullptr, TRUE, 0,
                                         nullptr, nullptr, &how, &made) == 0;
         ++trial) {
        auto const error = ::GetLastError();
        if (trial == most_trials || !may_pass(error)) return not_started(error);
        ::Sleep(pause_ms);
    }
    ::SetConsoleCtrlHandler(nullptr, TRUE); // Ctrl+C is for cadran.exe, which answers it
    ::WaitForSingleObject(made.hProcess, INFINITE);
    DWORD code = 1;
    ::GetExitCodeProcess(made.hProcess, &code);
    return static_cast<int>(code);
}
