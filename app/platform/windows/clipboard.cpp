#include "platform/clipboard.h"

#include "platform/windows/system.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>

// The clipboard of Windows. Its formats: UTF-16 for text, "HTML Format" for a part of a page, "PNG"
// for a picture.
namespace platform {
namespace {

using namespace std::chrono_literals;
using windows::narrow;
using windows::wide;

// Opens the clipboard, which another program may hold for a moment.
class Held {
public:
    explicit Held(HWND window)
    {
        for (int left = 50; left > 0 && !held_; --left) {
            held_ = ::OpenClipboard(window) != 0;
            if (!held_) std::this_thread::sleep_for(20ms);
        }
    }
    ~Held()
    {
        if (held_) ::CloseClipboard();
    }
    Held(Held const&) = delete;
    Held& operator=(Held const&) = delete;
    explicit operator bool() const { return held_; }

private:
    bool held_ = false;
};

UINT format_of(std::string_view type)
{
    if (type == "text/plain") return CF_UNICODETEXT;
    if (type == "text/html") return ::RegisterClipboardFormatW(L"HTML Format");
    if (type == "image/png") return ::RegisterClipboardFormatW(L"PNG");
    return ::RegisterClipboardFormatW(wide(type).c_str());
}

void put(UINT format, std::string_view bytes)
{
    auto* const memory = ::GlobalAlloc(GMEM_MOVEABLE, bytes.size());
    if (!memory) return;
    if (auto* const place = static_cast<char*>(::GlobalLock(memory))) {
        std::ranges::copy(bytes, place);
        ::GlobalUnlock(memory);
        if (::SetClipboardData(format, memory)) return; // it is the system's now
    }
    ::GlobalFree(memory);
}

std::optional<std::string> got(UINT format)
{
    auto* const memory = ::GetClipboardData(format);
    if (!memory) return std::nullopt;
    auto const size = ::GlobalSize(memory);
    auto const* const place = static_cast<char const*>(::GlobalLock(memory));
    if (!place || size > clipboard_max) return std::nullopt;
    std::string out(place, size);
    ::GlobalUnlock(memory);
    return out;
}

// Lines end with CR LF there, with LF here.
std::string with_returns(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) out += '\r';
        out += text[i];
    }
    return out;
}

std::string without_returns(std::string text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') out += text[i];
    return out;
}

// A part of a page with the head that "HTML Format" asks for: where page and part begin and end, in
// bytes.
std::string with_head(std::string_view html)
{
    constexpr std::string_view before = "<html><body>\r\n<!--StartFragment-->",
                               after = "<!--EndFragment-->\r\n</body></html>";
    auto const head = [](std::size_t start, std::size_t size, std::size_t part,
                         std::size_t length) {
        return fmt::format("Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\n"
                           "StartFragment:{:010}\r\nEndFragment:{:010}\r\n",
                           start, start + size, part, part + length);
    };
    auto const start = head(0, 0, 0, 0).size();
    auto const part = start + before.size();
    return head(start, before.size() + html.size() + after.size(), part, html.size()) +
           std::string(before) + std::string(html) + std::string(after);
}

std::optional<std::size_t> number_after(std::string_view text, std::string_view name)
{
    auto const at = text.find(name);
    if (at == std::string_view::npos) return std::nullopt;
    auto const* const from = text.data() + at + name.size();
    std::size_t out = 0;
    auto const read = std::from_chars(from, text.data() + text.size(), out);
    if (read.ec != std::errc{}) return std::nullopt;
    return out;
}

std::string without_head(std::string const& text)
{
    auto const start = number_after(text, "StartFragment:"),
               end = number_after(text, "EndFragment:");
    if (!start || !end || *start > *end || *end > text.size()) return text.c_str(); // up to a zero
    return text.substr(*start, *end - *start);
}

class SystemClipboard : public Clipboard {
public:
    SystemClipboard()
        : window_(::CreateWindowExW(0, L"STATIC", L"", 0, 0, 0, 0, 0, HWND_MESSAGE, nullptr,
                                    nullptr, nullptr))
    {
    }
    ~SystemClipboard() override
    {
        if (window_) ::DestroyWindow(window_);
    }
    void give(std::vector<ClipboardForm> forms) override
    {
        Held const held(window_);
        if (!held || ::EmptyClipboard() == 0) return;
        for (auto const& form : forms) {
            auto const format = format_of(form.type);
            if (form.type == "text/plain") {
                auto const text = wide(with_returns(form.bytes)) + L'\0';
                put(format,
                    {reinterpret_cast<char const*>(text.data()), text.size() * sizeof(wchar_t)});
            } else {
                put(format, form.type == "text/html" ? with_head(form.bytes) + '\0' : form.bytes);
            }
        }
    }
    std::optional<std::string> take(std::string_view type) override
    {
        auto const format = format_of(type);
        if (::IsClipboardFormatAvailable(format) == 0) return std::nullopt;
        Held const held(window_);
        auto bytes = held ? got(format) : std::nullopt;
        if (!bytes) return std::nullopt;
        if (type == "text/html") return without_head(*bytes);
        if (type != "text/plain") return bytes;
        std::wstring_view text(reinterpret_cast<wchar_t const*>(bytes->data()),
                               bytes->size() / sizeof(wchar_t));
        return without_returns(narrow(text.substr(0, text.find(L'\0'))));
    }

private:
    HWND window_;
};

} // namespace

std::unique_ptr<Clipboard> open_clipboard() { return std::make_unique<SystemClipboard>(); }

} // namespace platform
