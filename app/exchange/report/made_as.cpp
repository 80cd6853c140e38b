#include "exchange/report/made_as.h"

#include <charconv>
#include <vector>

namespace exchange {
namespace {

std::string hexadecimal_of(std::string_view text)
{
    std::string out;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        for (unsigned const half : {unsigned{byte} >> 4U, byte & 15U})
            out += "0123456789abcdef"[half];
    }
    return out;
}

std::optional<std::string> from_hexadecimal(std::string_view digits)
{
    if (digits.size() % 2 != 0) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        unsigned value = 0;
        auto const* from = digits.data() + i;
        auto const read = std::from_chars(from, from + 2, value, 16);
        if (read.ec != std::errc{} || read.ptr != from + 2) return std::nullopt;
        out += static_cast<char>(value);
    }
    return out;
}

std::vector<std::string> split(std::string_view text, char by)
{
    std::vector<std::string> out;
    for (;;) {
        auto const end = text.find(by);
        out.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string options_value(ReportOptions const& options, i18n::Language language)
{
    std::string parts;
    for (auto const part : options.parts)
        parts += (parts.empty() ? "" : ",") + std::string(base::name_of(part));
    return std::string(language == i18n::Language::english ? "en" : "fr") +
           (options.form == ReportForm::one_page ? " one-page " : " full ") + parts + " " +
           hexadecimal_of(options.organisation) + (options.logo ? " logo" : " no-logo");
}

std::optional<MadeAs> read_options(std::string_view page)
{
    auto const said = meta_value(page, options_name);
    if (!said) return std::nullopt;
    auto const parts = split(*said, ' ');
    if (parts.size() != 5 || (parts[0] != "fr" && parts[0] != "en")) return std::nullopt;
    MadeAs out;
    out.language = parts[0];
    out.options.form = parts[1] == "one-page" ? ReportForm::one_page : ReportForm::full;
    out.options.parts.clear();
    for (auto const& name : split(parts[2], ','))
        if (auto const part = base::from_name<ReportPart>(name))
            out.options.parts.insert(*part);
        else if (!name.empty())
            return std::nullopt;
    auto const organisation = from_hexadecimal(parts[3]);
    if (!organisation) return std::nullopt;
    out.options.organisation = *organisation;
    out.has_logo = parts[4] == "logo";
    return out;
}

std::string comparable(std::string page)
{
    page = without_digest(std::move(page));
    // The only image before the title: pictures of the session come later in the page.
    auto const title = page.find("<h1"), logo = page.find("<img src=\"data:");
    if (logo == std::string::npos || logo > title) return page;
    auto const from = logo + std::string_view("<img src=\"").size();
    return page.erase(from, page.find('"', from) - from);
}

} // namespace exchange
