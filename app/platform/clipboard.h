#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

// What was copied, in one of the forms that it is offered in: a MIME type and its bytes. Text is
// "text/plain", always UTF-8.
struct ClipboardForm {
    std::string type, bytes;
};

// The clipboard of the desktop, in all forms: toolkits of windows know plain text alone. What is
// given stays there until somebody else gives something, or the program ends.
class Clipboard {
public:
    Clipboard() = default;
    Clipboard(Clipboard const&) = delete;
    Clipboard& operator=(Clipboard const&) = delete;
    virtual ~Clipboard() = default;

    // The richest form first. Replaces what was there.
    virtual void give(std::vector<ClipboardForm> forms) = 0;
    // In that form; nothing when it is not offered, or whoever offers it does not answer within a
    // second. At most `clipboard_max` bytes.
    virtual std::optional<std::string> take(std::string_view type) = 0;
};

inline constexpr std::size_t clipboard_max = 64U << 20U;

// Null where there is no such thing: no display, or one that this program does not speak to.
std::unique_ptr<Clipboard> open_clipboard();

} // namespace platform
