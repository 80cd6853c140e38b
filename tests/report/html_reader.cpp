#include "html_reader.h"

namespace html {

std::string Element::of(std::string const& name) const
{
    auto const found = attributes.find(name);
    return found == attributes.end() ? std::string() : found->second;
}

std::string undone(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        bool known = false;
        for (auto const& [entity, sign] :
             {std::pair{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}})
            if (text.substr(at).starts_with(entity)) {
                out += sign;
                at += std::string_view(entity).size();
                known = true;
                break;
            }
        if (!known) out += text[at++];
    }
    return out;
}

Page::Page(std::string const& bytes)
{
    REQUIRE(bytes.starts_with("<!DOCTYPE html>\n"));
    all.push_back({});
    std::vector<std::size_t> open{0};
    std::size_t at = std::string_view("<!DOCTYPE html>").size();
    while (at < bytes.size()) {
        auto const tag = bytes.find('<', at);
        auto const said = undone(bytes.substr(at, std::min(tag, bytes.size()) - at));
        for (auto which : open) all[which].text += said;
        if (tag == std::string::npos) break;
        auto const end = bytes.find('>', tag);
        REQUIRE(end != std::string::npos);
        auto inside = bytes.substr(tag + 1, end - tag - 1);
        at = end + 1;
        if (inside.starts_with('/')) {
            REQUIRE(open.size() > 1);
            REQUIRE(all[open.back()].tag == inside.substr(1));
            open.pop_back();
            continue;
        }
        bool const closed = inside.ends_with('/');
        if (closed) inside.pop_back();
        Element one = read(inside);
        one.parent = open.back();
        all.push_back(one);
        static std::set<std::string> const nothing_in{"meta", "img", "br"};
        if (!closed && !nothing_in.contains(one.tag)) open.push_back(all.size() - 1);
        if (one.tag == "style" || one.tag == "script") { // text up to their end
            auto const stop = bytes.find("</" + one.tag + ">", at);
            REQUIRE(stop != std::string::npos);
            all.back().text = bytes.substr(at, stop - at);
            at = stop;
        }
    }
    REQUIRE(open.size() == 1);
}

std::vector<Element const*> Page::tagged(std::string const& tag) const
{
    std::vector<Element const*> out;
    for (auto const& one : all)
        if (one.tag == tag) out.push_back(&one);
    return out;
}

Element const* Page::with_id(std::string const& id) const
{
    for (auto const& one : all)
        if (one.of("id") == id) return &one;
    return nullptr;
}

bool Page::within(Element const& one, std::string const& tag) const
{
    for (auto which = one.parent; which != 0; which = all[which].parent)
        if (all[which].tag == tag) return true;
    return false;
}

bool Page::says(std::string const& what) const { return text().find(what) != std::string::npos; }

Element Page::read(std::string const& inside)
{
    Element one;
    std::size_t at = inside.find_first_of(" \n");
    one.tag = inside.substr(0, at);
    while (at != std::string::npos && at < inside.size()) {
        at = inside.find_first_not_of(" \n", at);
        if (at == std::string::npos) break;
        auto const equals = inside.find("=\"", at);
        REQUIRE(equals != std::string::npos);
        auto const end = inside.find('"', equals + 2);
        REQUIRE(end != std::string::npos);
        auto const name = inside.substr(at, equals - at);
        REQUIRE(!one.attributes.contains(name));
        one.attributes[name] = undone(inside.substr(equals + 2, end - equals - 2));
        at = end + 1;
    }
    return one;
}

} // namespace html
