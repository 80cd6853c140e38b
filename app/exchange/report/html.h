#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace exchange {

// Attributes of an element; values are escaped when written.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

// Writes HTML: all text is escaped, and every element is closed.
class Html {
public:
    // Opens an element, and closes it at destruction.
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

    // A void element: <meta>, <img>, <br>.
    void empty(std::string_view tag, Attributes const& attributes = {});
    // An element with one text: the program's own, or the users'. The latter is isolated in writing
    // direction and keeps its line breaks.
    void ours(std::string_view tag, std::string_view words, Attributes const& attributes = {});
    void theirs(std::string_view tag, std::string_view words, Attributes const& attributes = {});

    void text(std::string_view text);  // the program's own
    void said(std::string_view text);  // written by users
    void markup(std::string_view made) // inserted unescaped: a picture, a style sheet
    {
        out_ += made;
    }
    [[nodiscard]] std::string const& written() const { return out_; }

private:
    void begin(std::string_view tag, Attributes const& attributes);
    std::string out_;
};

// A quoted CSS string.
std::string css_string(std::string_view text);

} // namespace exchange
