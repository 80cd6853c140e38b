#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace exchange {

// Attributes of an element: names of HTML, values not yet escaped.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

// A page as it is written: whatever a text says, it stays text, and each element that was begun
// ends.
class Html {
public:
    // An element; it ends with this.
    class Within {
    public:
        Within(Html& page, std::string_view tag);
        ~Within();
        Within(Within const&) = delete;
        Within& operator=(Within const&) = delete;

    private:
        Html* page_;
        std::string tag_;
    };
    [[nodiscard]] Within in(std::string_view tag, Attributes const& attributes = {});

    // An element with nothing in it that needs no end: <meta>, <img>, <br>.
    void empty(std::string_view tag, Attributes const& attributes = {});
    // An element that holds one text: of ours, or what people wrote. The second stands by itself
    // whatever its direction of writing, and keeps its lines.
    void ours(std::string_view tag, std::string_view words, Attributes const& attributes = {});
    void theirs(std::string_view tag, std::string_view words, Attributes const& attributes = {});

    void text(std::string_view text);  // of ours
    void said(std::string_view text);  // what people wrote
    void markup(std::string_view made) // a picture, a style sheet: as it is
    {
        out_ += made;
    }
    [[nodiscard]] std::string const& written() const { return out_; }

private:
    void begin(std::string_view tag, Attributes const& attributes);
    std::string out_;
};

// Text as a string of CSS, with its quotes.
std::string css_string(std::string_view text);

} // namespace exchange
