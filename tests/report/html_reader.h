#pragma once

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// A strict reader of this program's HTML: every element closed, attributes quoted. What browsers
// would repair is an error here.
namespace html {

struct Element {
    std::string tag;
    std::map<std::string, std::string> attributes;
    std::size_t parent = 0; // in the list; 0: the page itself
    std::string text;       // all that is said inside, entities undone
    [[nodiscard]] std::string of(std::string const& name) const;
};

std::string undone(std::string_view text);

class Page {
public:
    explicit Page(std::string const& bytes);

    std::vector<Element> all;

    [[nodiscard]] std::vector<Element const*> tagged(std::string const& tag) const;
    [[nodiscard]] Element const* with_id(std::string const& id) const;
    [[nodiscard]] bool within(Element const& one, std::string const& tag) const;
    [[nodiscard]] std::string const& text() const { return all.front().text; }
    [[nodiscard]] bool says(std::string const& what) const;

private:
    static Element read(std::string const& inside);
};

} // namespace html
