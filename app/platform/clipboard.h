#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

// What was copied, in one format: a MIME type and its bytes. Text is "text/plain", always UTF-8.
struct ClipboardForm {
    std::string type, bytes;
};

// The desktop clipboard with all its formats (GLFW offers plain text only). The contents stay until
// another program copies something or this program ends.
class Clipboard {
public:
    Clipboard() = default;
    Clipboard(Clipboard const&) = delete;
    Clipboard& operator=(Clipboard const&) = delete;
    virtual ~Clipboard() = default;

    // Replaces the contents. The richest format comes first.
    virtual void give(std::vector<ClipboardForm> forms) = 0;
    // The contents in that format; nothing when it is not offered, or its owner does not answer
    // within one second. At most `clipboard_max` bytes.
    virtual std::optional<std::string> take(std::string_view type) = 0;
};

inline constexpr std::size_t clipboard_max = 64U << 20U;

// Null when there is no display, or one whose clipboard is not supported.
std::unique_ptr<Clipboard> open_clipboard();

} // namespace platform
