#include "exchange/tables/html_table.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace exchange {
namespace {

constexpr std::size_t rows_max = 200'000, columns_max = 4096, cells_max = 1'000'000;

// The next tag at or after `from`: its name in small letters ("/td"), and what stands in it.
struct Tag {
    std::string name;
    std::string_view inside;
    std::size_t begin = 0, end = 0; // of the whole, in the text
};

bool next_tag(std::string_view html, std::size_t from, Tag& tag)
{
    auto const begin = html.find('<', from);
    if (begin == std::string_view::npos) return false;
    auto const end = html.find('>', begin);
    if (end == std::string_view::npos) return false;
    tag.begin = begin;
    tag.end = end + 1;
    tag.inside = html.substr(begin + 1, end - begin - 1);
    tag.name.clear();
    for (char c : tag.inside) {
        auto const small = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        if (!((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') ||
              (c == '/' && tag.name.empty()) || c == '!' || c == '-'))
            break;
        tag.name += small;
    }
    return true;
}

std::size_t span_of(std::string_view inside)
{
    auto const at = inside.find("colspan=");
    if (at == std::string_view::npos) return 1;
    auto said = inside.substr(at + 8);
    while (!said.empty() && (said.front() == '"' || said.front() == '\'')) said.remove_prefix(1);
    std::size_t n = 1;
    std::from_chars(said.data(), said.data() + said.size(), n);
    return std::clamp<std::size_t>(n, 1, columns_max);
}

// Line breaks of the source say nothing in HTML: those of tags do.
std::string said(std::string_view html)
{
    std::string flat;
    for (char c : html) flat += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    // A tag that without_tags knows makes it read the whole as HTML.
    auto text = without_tags("<p>" + flat + "</p>");
    std::string out;
    for (char c : text)
        if (c != ' ' || (!out.empty() && out.back() != ' ' && out.back() != '\n')) out += c;
    return std::string(base::trimmed(out));
}

// Walks a page once, and hands over the rows of its largest table, or its items.
class Walker {
public:
    explicit Walker(std::string_view html)
        : html_(html)
    {
    }

    std::vector<Row> rows()
    {
        Tag tag;
        for (std::size_t at = 0; next_tag(html_, at, tag);) {
            at = tag.end;
            if (tag.name == "script" || tag.name == "style") {
                auto const end = html_.find("</" + tag.name, at);
                if (end == std::string_view::npos) break;
                at = end;
            } else {
                meet(tag);
            }
        }
        end_cell(html_.size());
        end_table();
        return best_.empty() ? std::move(items_) : std::move(best_);
    }

private:
    void meet(Tag const& tag)
    {
        auto const& name = tag.name;
        if (name == "td" || name == "th") {
            end_cell(tag.begin);
            cell_from_ = tag.end;
            span_ = span_of(tag.inside);
            in_cell_ = true;
        } else if (name == "/td" || name == "/th") {
            end_cell(tag.begin);
        } else if (name == "tr") {
            end_cell(tag.begin);
            if (now_.size() < rows_max) now_.push_back({{}, now_.size() + 1});
        } else if (name == "/tr" || name == "/table") {
            end_cell(tag.begin);
            if (name == "/table") end_table();
        } else if (name == "table") {
            end_cell(tag.begin);
            end_table();
        } else if (name == "li") {
            item_from_ = tag.end;
        } else if (name == "/li" && item_from_ > 0) {
            auto text = said(html_.substr(item_from_, tag.begin - item_from_));
            if (!text.empty() && items_.size() < rows_max)
                items_.push_back({{std::move(text)}, items_.size() + 1});
            item_from_ = 0;
        }
    }
    void end_cell(std::size_t end)
    {
        if (!std::exchange(in_cell_, false) || now_.empty() || cells_ > cells_max) return;
        auto& cells = now_.back().cells;
        if (cells.size() >= columns_max) return;
        cells.push_back(said(html_.substr(cell_from_, end - cell_from_)));
        cells.resize(std::min(cells.size() + span_ - 1, columns_max));
        cells_ += span_;
    }
    void end_table()
    {
        if (now_.size() > best_.size()) best_ = std::move(now_);
        now_.clear();
    }

    std::string_view html_;
    std::vector<Row> now_, best_, items_;
    bool in_cell_ = false;
    std::size_t cell_from_ = 0, item_from_ = 0, span_ = 1, cells_ = 0;
};

} // namespace

std::vector<Row> rows_of_html(std::string_view html) { return Walker(html).rows(); }

bool is_table(std::vector<Row> const& rows)
{
    return rows.size() > 1 &&
           std::ranges::any_of(rows, [](Row const& row) { return row.cells.size() > 1; });
}

} // namespace exchange
