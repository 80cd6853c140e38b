#include "exchange/report/html.h"

#include "base/text.h"
#include "pictures/svg.h"

#include <fmt/format.h>

namespace exchange {

Html::Within::Within(Html& page, std::string_view tag)
    : page_(&page)
    , tag_(tag)
{
}

Html::Within::~Within() { page_->out_ += "</" + tag_ + ">\n"; }

void Html::begin(std::string_view tag, Attributes const& attributes)
{
    out_ += '<';
    out_ += tag;
    for (auto const& [name, value] : attributes) {
        out_ += ' ';
        out_ += name;
        out_ += "=\"" + pictures::xml_escaped(value) + '"';
    }
    out_ += '>';
}

Html::Within Html::in(std::string_view tag, Attributes const& attributes)
{
    begin(tag, attributes);
    return {*this, tag};
}

void Html::empty(std::string_view tag, Attributes const& attributes)
{
    begin(tag, attributes);
    out_ += '\n';
}

void Html::ours(std::string_view tag, std::string_view words, Attributes const& attributes)
{
    auto const element = in(tag, attributes);
    text(words);
}

void Html::theirs(std::string_view tag, std::string_view words, Attributes const& attributes)
{
    auto const element = in(tag, attributes);
    said(words);
}

void Html::text(std::string_view text) { out_ += pictures::xml_escaped(text); }

void Html::said(std::string_view text)
{
    out_ += "<bdi>";
    for (bool first = true; !text.empty(); first = false) { // no spaces at the ends of lines
        auto const end = text.find('\n');
        if (!first) out_ += '\n';
        out_ += pictures::xml_escaped(base::trimmed(text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    out_ += "</bdi>";
}

std::string css_string(std::string_view text)
{
    std::string out = "\"";
    auto const clean = base::sanitized(text);
    for (std::size_t at = 0; at < clean.size();) {
        auto const c = base::character_at(clean, at);
        bool const plain = (c.code >= 'a' && c.code <= 'z') || (c.code >= 'A' && c.code <= 'Z') ||
                           (c.code >= '0' && c.code <= '9') || c.code >= 0x80;
        out += plain ? clean.substr(at, c.bytes)
                     : fmt::format("\\{:x} ", static_cast<unsigned>(c.code));
        at += c.bytes;
    }
    return out + '"';
}

} // namespace exchange
