#include "support/svg_reader.h"

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

namespace support {
namespace {

using base::Rect;
using base::Vec2;
using boost::property_tree::ptree;

[[noreturn]] void wrong(std::string const& what) { throw std::runtime_error("svg: " + what); }

std::string attribute(ptree const& element, std::string const& name)
{
    auto const all = element.get_child_optional("<xmlattr>");
    return all ? all->get<std::string>(name, "") : "";
}

// All numbers of a text; other characters separate them.
std::vector<float> numbers(std::string text)
{
    for (auto& c : text)
        if (!std::isdigit(static_cast<unsigned char>(c)) && c != '.' && c != '-') c = ' ';
    std::vector<float> out;
    std::istringstream in(text);
    for (float value = 0; in >> value;) out.push_back(value);
    return out;
}

float number(ptree const& element, std::string const& name)
{
    auto const all = numbers(attribute(element, name));
    if (all.size() != 1) wrong("no number " + name);
    return all.front();
}

board::Color color(ptree const& element, std::string const& what)
{
    auto const hex = attribute(element, what);
    if (hex.size() != 7 || hex[0] != '#') wrong("no colour " + what + ": " + hex);
    auto const byte = [&](std::size_t at) {
        return static_cast<std::uint8_t>(std::stoul(hex.substr(at, 2), nullptr, 16));
    };
    board::Color out{byte(1), byte(3), byte(5), 255};
    if (auto const opacity = numbers(attribute(element, what + "-opacity")); !opacity.empty())
        out.a = static_cast<std::uint8_t>(std::lround(opacity.front() * 255));
    return out;
}

void include(Rect& box, bool& any, Vec2 p)
{
    box = any ? base::united(box, {p, p}) : Rect{p, p};
    any = true;
}

Rect around(std::vector<float> const& xy)
{
    if (xy.empty() || xy.size() % 2 != 0) wrong("points");
    Rect box;
    bool any = false;
    for (std::size_t i = 0; i < xy.size(); i += 2) include(box, any, {xy[i], xy[i + 1]});
    return box;
}

// The bounds of the points of path data with absolute commands; arcs by their end points.
Rect around_path(std::string const& d)
{
    Rect box;
    bool any = false;
    for (std::size_t at = 0; at < d.size();) {
        char const command = d[at];
        auto const end = std::min(d.find_first_of("MLAQCZ", at + 1), d.size());
        auto const all = numbers(d.substr(at + 1, end - at - 1));
        std::size_t const each = command == 'A' ? 7 : command == 'Z' ? 0 : 2;
        if (each == 0 ? !all.empty() : all.empty() || all.size() % each != 0)
            wrong("path " + d.substr(at, end - at));
        for (std::size_t i = 0; each > 0 && i < all.size(); i += each)
            include(box, any, {all[i + each - 2], all[i + each - 1]});
        at = end;
    }
    if (!any) wrong("empty path");
    return box;
}

class Reader {
public:
    SvgPicture read(std::string const& svg)
    {
        std::istringstream in(svg);
        ptree tree;
        try {
            boost::property_tree::read_xml(in, tree);
        } catch (boost::property_tree::xml_parser_error const& error) {
            wrong(error.what());
        }
        if (tree.size() != 1 || tree.front().first != "svg") wrong("not one svg element");
        auto const& root = tree.front().second;
        if (attribute(root, "xmlns") != "http://www.w3.org/2000/svg") wrong("namespace");
        auto const view = numbers(attribute(root, "viewBox"));
        if (view.size() != 4) wrong("viewBox");
        out_.view = {{view[0], view[1]}, {view[0] + view[2], view[1] + view[3]}};
        out_.role = attribute(root, "role");
        out_.language = attribute(root, "xml:lang");
        walk(root);
        for (auto const& id : split(attribute(root, "aria-labelledby")))
            if (!ids_.contains(id)) wrong("no " + id);
        return std::move(out_);
    }

private:
    static std::vector<std::string> split(std::string const& text)
    {
        std::istringstream in(text);
        std::vector<std::string> out;
        for (std::string word; in >> word;) out.push_back(word);
        return out;
    }

    void remember(ptree const& element)
    {
        auto const id = attribute(element, "id");
        if (!id.empty() && !ids_.insert(id).second) wrong("two of " + id);
    }

    void walk(ptree const& parent)
    {
        for (auto const& [name, element] : parent) {
            if (name == "<xmlattr>" || name == "<xmlcomment>") continue;
            remember(element);
            if (name == "title")
                out_.title = element.data();
            else if (name == "desc")
                out_.description = element.data();
            else if (name == "clipPath")
                clip_paths_[attribute(element, "id")] = rect(element.get_child("rect"));
            else if (name == "pattern")
                patterns_[attribute(element, "id")] = &element;
            else if (name == "g")
                group(element);
            else
                shape(name, element);
        }
    }

    void group(ptree const& element)
    {
        auto const found = clip_paths_.find(referred(attribute(element, "clip-path")));
        if (found == clip_paths_.end()) wrong("clip path");
        clips_.push_back(found->second);
        walk(element);
        clips_.pop_back();
    }

    static std::string referred(std::string const& url)
    {
        if (!url.starts_with("url(#") || !url.ends_with(")")) wrong("reference " + url);
        return url.substr(5, url.size() - 6);
    }

    static Rect rect(ptree const& element)
    {
        Vec2 const at{number(element, "x"), number(element, "y")};
        return {at, at + Vec2{number(element, "width"), number(element, "height")}};
    }

    static Rect box_of(std::string const& name, ptree const& element)
    {
        if (name == "rect") return rect(element);
        if (name == "circle" || name == "ellipse") {
            Vec2 const c{number(element, "cx"), number(element, "cy")};
            Vec2 const r{number(element, name == "circle" ? "r" : "rx"),
                         number(element, name == "circle" ? "r" : "ry")};
            return {c - r, c + r};
        }
        if (name == "line")
            return around({number(element, "x1"), number(element, "y1"), number(element, "x2"),
                           number(element, "y2")});
        if (name == "polyline" || name == "polygon")
            return around(numbers(attribute(element, "points")));
        if (name == "path") return path(element);
        if (name == "text") {
            Vec2 const at{number(element, "x"), number(element, "y")};
            return {at, at};
        }
        wrong("element " + name);
    }

    // An icon: an outline in a unit square, translated and scaled.
    static Rect path(ptree const& element)
    {
        auto box = around_path(attribute(element, "d"));
        auto const moved = numbers(attribute(element, "transform"));
        if (moved.empty()) return box;
        if (moved.size() != 3) wrong("transform");
        Vec2 const by{moved[0], moved[1]};
        return {box.min * moved[2] + by, box.max * moved[2] + by};
    }

    void shape(std::string const& name, ptree const& element)
    {
        SvgShape out;
        out.element = name;
        out.box = box_of(name, element);
        out.clips = clips_;
        auto const fill = attribute(element, "fill");
        if (fill.starts_with("url(")) {
            dots(out, referred(fill));
        } else if (fill == "none") {
            out.paint = SvgShape::Paint::stroke;
            out.color = color(element, "stroke");
            out.width = number(element, "stroke-width");
            out.dashed = !attribute(element, "stroke-dasharray").empty();
            out.box = base::grown(out.box, out.width / 2);
        } else {
            out.color = color(element, "fill");
        }
        if (name == "text") text(out, element);
        out_.shapes.push_back(std::move(out));
    }

    void dots(SvgShape& out, std::string const& id)
    {
        auto const found = patterns_.find(id);
        if (found == patterns_.end()) wrong("pattern " + id);
        auto const& circle = found->second->get_child("circle");
        out.paint = SvgShape::Paint::dots;
        out.color = color(circle, "fill");
        out.step = number(*found->second, "width");
        out.radius = number(circle, "r");
        out.origin = Vec2{number(*found->second, "x"), number(*found->second, "y")} +
                     Vec2{number(circle, "cx"), number(circle, "cy")};
    }

    static void text(SvgShape& out, ptree const& element)
    {
        out.text = element.data();
        out.family = attribute(element, "font-family");
        out.size = number(element, "font-size");
        out.weight = static_cast<int>(number(element, "font-weight"));
        out.tabular = attribute(element, "style").find("tabular-nums") != std::string::npos;
        if (auto const anchor = attribute(element, "text-anchor"); !anchor.empty())
            out.anchor = anchor;
        if (!attribute(element, "textLength").empty()) out.length = number(element, "textLength");
    }

    SvgPicture out_;
    std::vector<Rect> clips_;
    std::map<std::string, Rect> clip_paths_;
    std::map<std::string, ptree const*> patterns_;
    std::set<std::string> ids_;
};

} // namespace

SvgPicture read_svg(std::string const& svg) { return Reader().read(svg); }

} // namespace support
