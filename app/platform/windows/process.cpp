#include "platform/process.h"

#include "platform/child.h"
#include "platform/windows/system.h"

#include <algorithm>
#include <array>
#include <shellapi.h>

// In kernel32; MinGW's werapi.h does not compile.
extern "C" HRESULT WINAPI WerSetFlags(DWORD flags);

namespace platform {
namespace {

namespace fs = std::filesystem;
using windows::handle_of;
using windows::wide;

File owned(HANDLE handle)
{
    return File(handle ? reinterpret_cast<std::intptr_t>(handle) : -1); // NOLINT: it is a number
}

// One argument as CommandLineToArgvW reads it again.
void add_quoted(std::wstring& line, std::wstring_view argument)
{
    if (!line.empty()) line += L' ';
    if (!argument.empty() && argument.find_first_of(L" \t\n\v\"") == std::wstring_view::npos) {
        line += argument; // some programs know their options without quotes only
        return;
    }
    line += L'"';
    std::size_t slashes = 0;
    for (wchar_t const c : argument) {
        if (c == L'"') line.append(slashes + 1, L'\\');
        slashes = c == L'\\' ? slashes + 1 : 0;
        line += c;
    }
    line.append(slashes, L'\\');
    line += L'"';
}

File nothing(DWORD access)
{
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    return owned(::CreateFileW(L"NUL", access, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                               OPEN_EXISTING, 0, nullptr));
}

// Starts a program whose streams are `in`, `out` and nothing, and no other handle of ours. An empty
// file when it cannot be started.
File started(fs::path const& program, std::vector<std::string> const& arguments, File const& in,
             File const& out)
{
    std::wstring line;
    add_quoted(line, program.native());
    for (auto const& one : arguments) add_quoted(line, wide(one));
    auto const errors = nothing(GENERIC_WRITE);
    std::array<HANDLE, 3> streams{handle_of(in), handle_of(out), handle_of(errors)};

    SIZE_T size = 0;
    ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    std::vector<char> bytes(size);
    auto* const list = reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(bytes.data());
    if (::InitializeProcThreadAttributeList(list, 1, 0, &size) == 0) return {};
    STARTUPINFOEXW how{};
    how.StartupInfo.cb = sizeof how;
    how.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    how.StartupInfo.hStdInput = streams[0];
    how.StartupInfo.hStdOutput = streams[1];
    how.StartupInfo.hStdError = streams[2];
    how.lpAttributeList = list;
    PROCESS_INFORMATION made{};
    auto const ok =
        ::UpdateProcThreadAttribute(list, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, streams.data(),
                                    sizeof streams, nullptr, nullptr) != 0 &&
        ::CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, TRUE,
                         CREATE_NO_WINDOW | EXTENDED_STARTUPINFO_PRESENT, nullptr, nullptr,
                         &how.StartupInfo, &made) != 0;
    ::DeleteProcThreadAttributeList(list);
    if (!ok) return {};
    ::CloseHandle(made.hThread);
    return owned(made.hProcess);
}

// Waits for its end; whether it succeeded.
bool ended_well(File const& process)
{
    DWORD code = 1;
    return ::WaitForSingleObject(handle_of(process), INFINITE) == WAIT_OBJECT_0 &&
           ::GetExitCodeProcess(handle_of(process), &code) != 0 && code == 0;
}

// What a program writes until it ends; nothing after the timeout. Does not wait for programs that
// it left behind with its output.
std::optional<std::string> said_by(File const& process, File const& pipe,
                                   std::chrono::milliseconds patience)
{
    constexpr DWORD pause_ms = 10;
    auto const until = std::chrono::steady_clock::now() + patience;
    std::string out;
    for (;;) {
        bool const over = ::WaitForSingleObject(handle_of(process), pause_ms) == WAIT_OBJECT_0;
        DWORD there = 0;
        while (::PeekNamedPipe(handle_of(pipe), nullptr, 0, nullptr, &there, nullptr) != 0 &&
               there > 0) {
            std::array<char, 4096> part{};
            DWORD got = 0;
            if (::ReadFile(handle_of(pipe), part.data(), part.size(), &got, nullptr) == 0) break;
            out.append(part.data(), got);
        }
        if (over) return out;
        if (std::chrono::steady_clock::now() >= until) return std::nullopt;
    }
}

// Where an installed program says it is (the App Paths of the registry): browsers are not in PATH.
std::optional<fs::path> registered(std::wstring const& name)
{
    auto const key = L"Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\" + name;
    for (auto* const hive : {HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE}) {
        std::array<wchar_t, 1024> said{};
        DWORD size = sizeof said;
        if (::RegGetValueW(hive, key.c_str(), nullptr, RRF_RT_REG_SZ, nullptr, said.data(),
                           &size) != ERROR_SUCCESS)
            continue;
        std::wstring path = said.data();
        std::erase(path, L'"');
        std::error_code failed;
        if (fs::is_regular_file(path, failed)) return path;
    }
    return std::nullopt;
}

} // namespace

std::int64_t own_process() { return ::GetCurrentProcessId(); }

std::optional<std::string> environment(char const* variable)
{
    auto const value = windows::environment(wide(variable).c_str());
    if (value.empty()) return std::nullopt;
    return windows::narrow(value);
}

// A browser there starts for an administrator as for anybody.
bool is_superuser() { return false; }

void leave_no_core_file()
{
    constexpr DWORD without_heap = 1; // WER_FAULT_REPORTING_FLAG_NOHEAP
    (void)::WerSetFlags(without_heap);
}

void use_zone_of_system()
{
    ::_putenv_s("TZ", ""); // removes it
    ::_tzset();
}

bool is_running(std::int64_t process)
{
    if (process <= 0) return false;
    auto const known = owned(::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(process)));
    if (!known) return ::GetLastError() == ERROR_ACCESS_DENIED;
    return ::WaitForSingleObject(handle_of(known), 0) == WAIT_TIMEOUT;
}

// Not told by the system to other programs.
std::vector<std::string> arguments_of(std::int64_t /*process*/) { return {}; }

bool end_process(std::int64_t process, std::chrono::milliseconds patience)
{
    if (!is_running(process)) return true;
    auto const known =
        owned(::OpenProcess(SYNCHRONIZE | PROCESS_TERMINATE, FALSE, static_cast<DWORD>(process)));
    if (!known || ::TerminateProcess(handle_of(known), 1) == 0) return false;
    return ::WaitForSingleObject(handle_of(known), static_cast<DWORD>(patience.count())) ==
           WAIT_OBJECT_0;
}

fs::path own_program()
{
    std::wstring path(MAX_PATH, L'\0');
    for (;;) {
        auto const size =
            ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
        if (size < path.size()) return path.substr(0, size);
        path.resize(path.size() * 2);
    }
}

std::optional<fs::path> find_program(std::string const& name)
{
    auto file = wide(name);
    if (!fs::path(file).has_extension()) file += L".exe";
    auto const all = windows::environment(L"PATH");
    for (std::size_t at = 0; at <= all.size();) {
        auto const end = std::min(all.find(L';', at), all.size());
        auto const path = fs::path(all.substr(at, end - at)) / file;
        std::error_code failed;
        if (path.is_absolute() && fs::is_regular_file(path, failed)) return path;
        at = end + 1;
    }
    return registered(file);
}

bool start_aside(fs::path const& program, std::vector<std::string> const& arguments)
{
    return static_cast<bool>(
        started(program, arguments, nothing(GENERIC_READ), nothing(GENERIC_WRITE)));
}

std::optional<Child> Child::start(fs::path const& program,
                                  std::vector<std::string> const& arguments)
{
    Child child;
    child.handle_ = started(program, arguments, nothing(GENERIC_READ), nothing(GENERIC_WRITE));
    if (!child.handle_) return std::nullopt;
    child.number_ = ::GetProcessId(handle_of(child.handle_));
    return child;
}

bool Child::running()
{
    return handle_ && ::WaitForSingleObject(handle_of(handle_), 0) == WAIT_TIMEOUT;
}

// A program without a console cannot be asked.
void Child::stop(std::chrono::milliseconds /*patience*/)
{
    if (!running()) return;
    ::TerminateProcess(handle_of(handle_), 1);
    (void)ended_well(handle_);
    handle_.close();
}

std::optional<std::string> ask(std::string const& program,
                               std::vector<std::string> const& arguments,
                               std::chrono::milliseconds patience, fs::path const& reads)
{
    auto const path = find_program(program);
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    HANDLE reading = nullptr, writing = nullptr;
    if (!path || ::CreatePipe(&reading, &writing, &inherited, 0) == 0) return std::nullopt;
    auto const pipe = owned(reading);
    auto end = owned(writing);
    ::SetHandleInformation(reading, HANDLE_FLAG_INHERIT, 0);
    auto const in =
        reads.empty() ? nothing(GENERIC_READ)
                      : owned(::CreateFileW(windows::called(reads).c_str(), GENERIC_READ,
                                            FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                            &inherited, OPEN_EXISTING, 0, nullptr));
    if (!in) return std::nullopt;
    auto const process = started(*path, arguments, in, end);
    end.close();
    if (!process) return std::nullopt;
    auto said = said_by(process, pipe, patience);
    if (!said) ::TerminateProcess(handle_of(process), 1);
    return ended_well(process) ? said : std::nullopt;
}

bool run_before_person(std::string const& program, std::vector<std::string> const& arguments)
{
    auto const path = find_program(program);
    if (!path) return false;
    std::wstring line;
    add_quoted(line, path->native());
    for (auto const& one : arguments) add_quoted(line, wide(one));
    STARTUPINFOW how{};
    how.cb = sizeof how;
    PROCESS_INFORMATION made{};
    if (::CreateProcessW(path->c_str(), line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr,
                         &how, &made) == 0)
        return false;
    ::CloseHandle(made.hThread);
    return ended_well(owned(made.hProcess));
}

bool open_outside(std::string const& what)
{
    constexpr INT_PTR success = 32; // answers above this one
    auto* const answer =
        ::ShellExecuteW(nullptr, L"open", wide(what).c_str(), nullptr, nullptr, SW_SHOWNORMAL);
    return reinterpret_cast<INT_PTR>(answer) > success; // NOLINT: a number, as the system has it
}

} // namespace platform
