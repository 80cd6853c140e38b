#include "exchange/tables/html_table.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace exchange {
namespace {

constexpr std::size_t page_rows_max = 200'000, page_columns_max = 4096, page_cells_max = 1'000'000;
constexpr std::size_t page_cell_bytes_max = 1024UL * 1024; // as the page writes it

// The next tag at or after `from`: its name in lower case ("/td") and its attributes.
struct Tag {
    std::string name;
    std::string_view inside;
    std::size_t begin = 0, end = 0; // position of the whole tag
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

// The value of an attribute such as "colspan=", at least 1; 1 when missing.
std::size_t span_of(std::string_view inside, std::string_view attribute)
{
    auto const at = inside.find(attribute);
    if (at == std::string_view::npos) return 1;
    auto said = inside.substr(at + attribute.size());
    while (!said.empty() && (said.front() == '"' || said.front() == '\'')) said.remove_prefix(1);
    std::size_t n = 1;
    std::from_chars(said.data(), said.data() + said.size(), n);
    return std::clamp<std::size_t>(n, 1, page_columns_max);
}

// Elements with mandatory end tags, used to measure nesting.
bool holds_others(std::string_view name)
{
    constexpr std::array<std::string_view, 14> holders{
        "div",        "table", "ul", "ol", "span", "section", "article",
        "blockquote", "font",  "b",  "i",  "em",   "strong",  "a"};
    return std::ranges::find(holders, name) != holders.end();
}

// Line breaks of the source are spaces; those of tags are kept.
std::string said(std::string_view html)
{
    std::string flat;
    for (char c : html) flat += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    // Any tag makes without_tags treat the text as HTML.
    auto text = without_tags("<p>" + flat + "</p>");
    std::string out;
    for (char c : text)
        if (c != ' ' || (!out.empty() && out.back() != ' ' && out.back() != '\n')) out += c;
    return std::string(base::trimmed(out));
}

// A table being read; nested tables are read separately, and their text also belongs to the outer
// cell.
struct Open {
    std::vector<Row> rows;
    std::vector<std::size_t> reach; // per column: remaining rows of a cell with rowspan
    bool in_cell = false;
    std::size_t cell_from = 0, wide = 1, high = 1;
};

// Parses a page once; gives the rows of its largest table, or its list items.
class Walker {
public:
    explicit Walker(std::string_view html)
        : html_(html)
    {
    }

    base::Result<std::vector<Row>> rows()
    {
        Tag tag;
        for (std::size_t at = 0; next_tag(html_, at, tag);) {
            at = tag.end;
            if (tag.name == "script" || tag.name == "style") {
                auto const end = html_.find("</" + tag.name, at);
                if (end == std::string_view::npos) break;
                at = end;
            } else if (crowded_) {
                return base::fail(base::Errc::invalid, "import.too_large");
            } else if (!meet(tag)) {
                return base::fail(base::Errc::invalid, "import.too_deep", std::to_string(deepest));
            }
        }
        while (!open_.empty()) end_table(html_.size());
        if (crowded_) return base::fail(base::Errc::invalid, "import.too_large");
        return best_.empty() ? std::move(items_) : std::move(best_);
    }

private:
    static constexpr std::size_t deepest = 512;

    // False when nested too deeply.
    bool meet(Tag const& tag)
    {
        auto const& name = tag.name;
        bool const closes = name.starts_with('/');
        if (holds_others(closes ? std::string_view(name).substr(1) : name)) {
            if (!closes && ++depth_ > deepest) return false;
            if (closes && depth_ > 0) --depth_;
        }
        if (name == "table") {
            if (!open_.empty() && !open_.back().in_cell) end_table(tag.begin);
            open_.emplace_back();
        } else if (name == "li") {
            item_from_ = tag.end;
        } else if (name == "/li" && item_from_ > 0) {
            auto text = said(piece(item_from_, tag.begin));
            crowded_ = crowded_ || items_.size() >= page_rows_max;
            if (!text.empty()) items_.push_back({{std::move(text)}, items_.size() + 1});
            item_from_ = 0;
        } else if (!open_.empty()) {
            in_table(tag);
        }
        return true;
    }
    void in_table(Tag const& tag)
    {
        auto const& name = tag.name;
        auto& table = open_.back();
        if (name == "td" || name == "th") {
            end_cell(tag.begin);
            table.cell_from = tag.end;
            table.wide = span_of(tag.inside, "colspan=");
            table.high = span_of(tag.inside, "rowspan=");
            table.in_cell = true;
        } else if (name == "/td" || name == "/th" || name == "/tr") {
            end_cell(tag.begin);
        } else if (name == "tr") {
            end_cell(tag.begin);
            crowded_ = crowded_ || table.rows.size() >= page_rows_max;
            table.rows.push_back({{}, table.rows.size() + 1});
        } else if (name == "/table") {
            end_table(tag.begin);
        }
    }
    void end_cell(std::size_t end)
    {
        auto& table = open_.back();
        if (!std::exchange(table.in_cell, false) || table.rows.empty()) return;
        auto& cells = table.rows.back().cells;
        auto& reach = table.reach;
        while (cells.size() < reach.size() && reach[cells.size()] > 0) {
            --reach[cells.size()];
            cells.emplace_back();
        }
        if (cells.size() >= page_columns_max) return;
        auto const first = cells.size();
        cells.push_back(said(piece(table.cell_from, end)));
        cells.resize(std::min(first + table.wide, page_columns_max));
        if (reach.size() < cells.size()) reach.resize(cells.size());
        for (auto i = first; i < cells.size(); ++i) reach[i] = table.high - 1;
        cells_ += table.wide;
        crowded_ = crowded_ || cells_ > page_cells_max;
    }
    std::string_view piece(std::size_t from, std::size_t end)
    {
        crowded_ = crowded_ || end - from > page_cell_bytes_max;
        return crowded_ ? std::string_view{} : html_.substr(from, end - from);
    }
    void end_table(std::size_t end)
    {
        end_cell(end);
        auto rows = std::move(open_.back().rows);
        open_.pop_back();
        if (rows.size() > best_.size()) best_ = std::move(rows);
    }

    std::string_view html_;
    std::vector<Open> open_; // nested tables
    std::vector<Row> best_, items_;
    std::size_t item_from_ = 0, cells_ = 0, depth_ = 0;
    bool crowded_ = false; // above the limits
};

} // namespace

base::Result<std::vector<Row>> rows_of_html(std::string_view html) { return Walker(html).rows(); }

bool is_table(std::vector<Row> const& rows)
{
    return rows.size() > 1 &&
           std::ranges::any_of(rows, [](Row const& row) { return row.cells.size() > 1; });
}

} // namespace exchange
