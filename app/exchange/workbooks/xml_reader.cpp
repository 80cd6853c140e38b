#include "exchange/workbooks/xml_reader.h"

#include <expat.h>

namespace exchange {
namespace {

using base::Errc;
using base::fail;

std::string_view local(char const* name)
{
    std::string_view const whole(name);
    auto const colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

constexpr int deepest = 256; // nesting of elements

struct Reading {
    XmlHandler& handler;
    XML_Parser parser = nullptr;
    int depth = 0;
    bool too_deep = false;

    void stop_when_full() const
    {
        if (handler.full()) XML_StopParser(parser, XML_FALSE);
    }
};

Reading& reading(void* data) { return *static_cast<Reading*>(data); }

void opened(void* data, char const* name, char const** attributes)
{
    auto& now = reading(data);
    if (++now.depth > deepest) {
        now.too_deep = true;
        XML_StopParser(now.parser, XML_FALSE);
        return;
    }
    now.handler.open(local(name), Attributes(attributes));
    now.stop_when_full();
}
void closed(void* data, char const* name)
{
    auto& now = reading(data);
    --now.depth;
    now.handler.close(local(name));
    now.stop_when_full();
}
void said(void* data, char const* text, int size)
{
    auto& now = reading(data);
    now.handler.text({text, static_cast<std::size_t>(size)});
    now.stop_when_full();
}
// Workbooks declare no entities; a file that does is malicious.
void declares(void* data, char const*, char const*, char const*, int)
{
    XML_StopParser(reading(data).parser, XML_FALSE);
}

} // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const
{
    for (auto const* const* pair = pairs_; pair && *pair; pair += 2)
        if (local(pair[0]) == name) return std::string_view(pair[1]);
    return std::nullopt;
}

base::Result<void> read_part(ZipReader& zip, std::string const& name, Limits& limits,
                             XmlHandler& handler)
{
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> const parser(XML_ParserCreate(nullptr),
                                                                         XML_ParserFree);
    if (!parser) return fail(Errc::io, "import.too_large");
    Reading now{handler, parser.get()};
    XML_SetUserData(parser.get(), &now);
    XML_SetElementHandler(parser.get(), opened, closed);
    XML_SetCharacterDataHandler(parser.get(), said);
    XML_SetStartDoctypeDeclHandler(parser.get(), declares);
    bool crowded = false;
    auto const read = zip.read(name, [&](std::string_view piece) {
        crowded = !Limits::take(limits.unpacked, piece.size());
        return !crowded && XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                                     XML_FALSE) == XML_STATUS_OK;
    });
    if (crowded || handler.full()) return fail(Errc::invalid, "import.too_large");
    if (now.too_deep) return fail(Errc::invalid, "import.too_deep", std::to_string(deepest));
    if (read == ZipReader::Read::missing) return fail(Errc::not_found, "import.workbook", name);
    if (read != ZipReader::Read::done || XML_Parse(parser.get(), "", 0, XML_TRUE) != XML_STATUS_OK)
        return fail(Errc::corrupt, "import.workbook");
    return {};
}

} // namespace exchange
