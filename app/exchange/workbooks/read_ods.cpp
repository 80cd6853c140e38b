#include "exchange/workbooks/sheet_maker.h"
#include "exchange/workbooks/workbook.h"
#include "exchange/workbooks/xml_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>

// OpenDocument spreadsheets (OpenDocument 1.3, part 3, 9 and 19).
namespace exchange {
namespace {

using base::Errc;
using base::fail;
using base::Result;

std::size_t times(Attributes const& attributes, std::string_view name)
{
    auto const said = attributes.get(name);
    std::size_t out = 1;
    std::from_chars(said.data(), said.data() + said.size(), out);
    return std::max<std::size_t>(out, 1);
}

class Content : public XmlHandler {
public:
    explicit Content(Limits& limits)
        : limits_(limits)
    {
    }

    void open(std::string_view element, Attributes const& attributes) override
    {
        if (element == "annotation") ++beside_; // a comment is not part of the cell's text
        if (beside_ > 0) return;
        if (element == "style" && attributes.get("family") == "table") {
            style_ = attributes.get("name");
        } else if (element == "table-properties" && attributes.get("display") == "false") {
            undisplayed_.emplace(style_);
        } else if (element == "table") {
            start_table(attributes);
        } else if (element == "table-row") {
            start_row(attributes);
        } else if (element == "table-cell" || element == "covered-table-cell") {
            start_cell(attributes);
        } else if (in_cell_) {
            paragraph(element, attributes);
        }
    }

    void close(std::string_view element) override
    {
        if (element == "annotation" && beside_ > 0) --beside_;
        if (beside_ > 0 || book.empty()) return;
        if (element == "table-cell" || element == "covered-table-cell") {
            in_cell_ = false;
            end_cell();
        } else if (element == "table-row") {
            end_row();
        } else if (element == "table") {
            maker_.reset();
        } else if (element == "p" || element == "h") {
            in_paragraph_ = false;
        }
    }

    void text(std::string_view said) override
    {
        if (in_paragraph_ && beside_ == 0) add(said);
    }

    Workbook book;

private:
    void start_table(Attributes const& attributes)
    {
        constexpr std::size_t most = 1000;
        if (book.size() >= most) return set_full();
        auto const hidden = undisplayed_.contains(attributes.get("style-name"));
        maker_.reset(); // to append to the last sheet
        book.push_back({std::string(attributes.get("name")), {}, 0, hidden});
        maker_.emplace(book.back(), limits_);
        row_ = 0;
    }
    void start_row(Attributes const& attributes)
    {
        if (!maker_) return;
        repeated_rows_ = times(attributes, "number-rows-repeated");
        hidden_ =
            !attributes.get("visibility").empty() && attributes.get("visibility") != "visible";
        before_ = book.back().rows.size();
        column_ = 0;
        maker_->start_row(++row_);
    }
    void start_cell(Attributes const& attributes)
    {
        in_cell_ = true;
        in_paragraph_ = false;
        paragraphs_ = 0;
        said_.clear();
        repeated_ = times(attributes, "number-columns-repeated");
        type_ = attributes.get("value-type");
        value_ = attributes.get("value");
        if (type_ == "date") value_ = attributes.get("date-value");
        if (type_ == "boolean") value_ = attributes.get("boolean-value");
        if (type_ == "string") value_ = attributes.get("string-value");
    }
    void paragraph(std::string_view element, Attributes const& attributes)
    {
        if (element == "p" || element == "h") {
            if (paragraphs_++ > 0) add("\n");
            in_paragraph_ = true;
        } else if (element == "s") {
            constexpr std::size_t most = 1000;
            add(std::string(std::min(times(attributes, "c"), most), ' '));
        } else if (element == "tab") {
            add("\t");
        } else if (element == "line-break") {
            add("\n");
        }
    }
    void add(std::string_view text)
    {
        constexpr std::size_t longest = 1024UL * 1024; // bytes of a cell
        if (said_.size() + text.size() > longest) return set_full();
        said_ += text;
    }

    [[nodiscard]] std::string shown() const
    {
        double number = 0;
        auto const [end, wrong] =
            std::from_chars(value_.data(), value_.data() + value_.size(), number);
        bool const numeric = wrong == std::errc{} && end == value_.data() + value_.size();
        if (type_ == "float" && numeric) return number_text(number);
        if (type_ == "percentage" && numeric) return number_text(number * 100) + " %";
        if (type_ == "boolean") return value_;
        if (type_ == "date") {
            auto day = value_;
            if (auto const t = day.find('T'); t != std::string::npos) {
                day.resize(std::min(day.size(), t + 6)); // drops the seconds
                day[t] = ' ';
                if (day.ends_with(" 00:00")) day.resize(t);
            }
            return day;
        }
        if (said_.empty()) return type_ == "string" ? value_ : std::string{};
        return said_.starts_with("#") && said_.ends_with("!") ? std::string{} : said_;
    }

    void end_cell()
    {
        if (!maker_) return;
        auto const text = shown();
        constexpr std::size_t columns_most = 4096;
        auto const stop = std::min(column_ + repeated_, columns_most);
        for (auto at = column_; !text.empty() && at < stop; ++at)
            if (!maker_->cell(at, text)) return set_full();
        column_ += repeated_;
    }
    void end_row()
    {
        if (!maker_) return;
        auto& sheet = book.back();
        bool const any = sheet.rows.size() > before_;
        if (any && repeated_rows_ > 1 && !maker_->repeat_row(repeated_rows_ - 1)) return set_full();
        if (any && hidden_) sheet.hidden_rows += repeated_rows_;
        row_ += repeated_rows_ - 1;
    }

    Limits& limits_;
    std::optional<SheetMaker> maker_;
    std::set<std::string, std::less<>> undisplayed_; // styles of hidden sheets
    std::string style_;
    std::size_t row_ = 0, column_ = 0, before_ = 0, repeated_ = 1, repeated_rows_ = 1;
    bool hidden_ = false, in_cell_ = false, in_paragraph_ = false;
    int beside_ = 0, paragraphs_ = 0;
    std::string type_, value_, said_;
};

} // namespace

Result<Workbook> read_ods(std::string_view bytes)
{
    ZipReader zip(bytes);
    if (!zip.opened()) return fail(Errc::corrupt, "import.workbook");
    Limits limits;
    Content content(limits);
    auto const read = read_part(zip, "content.xml", limits, content);
    if (!read)
        return read.error().code == Errc::not_found ? fail(Errc::corrupt, "import.workbook")
                                                    : fail(read.error());
    return std::move(content.book);
}

} // namespace exchange
