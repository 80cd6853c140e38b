#include "exchange/workbooks/sheet_maker.h"
#include "exchange/workbooks/workbook.h"
#include "exchange/workbooks/xlsx_styles.h"
#include "exchange/workbooks/xml_reader.h"

#include <charconv>
#include <map>
#include <optional>
#include <string>

// Office Open XML workbooks (ECMA-376, part 1, 18).
namespace exchange {
namespace {

using base::Errc;
using base::fail;
using base::Result;

template <class T>
std::optional<T> parsed(std::string_view text)
{
    T out{};
    auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (wrong != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return out;
}

// The targets of relations by id; the main document under the name of its type.
class Relations : public XmlHandler {
public:
    explicit Relations(std::string folder)
        : folder_(std::move(folder))
    {
    }
    void open(std::string_view element, Attributes const& attributes) override
    {
        constexpr std::size_t most = 10'000;
        if (element != "Relationship" || targets.size() > most) return;
        auto const target = attributes.get("Target");
        auto const path =
            target.starts_with('/') ? std::string(target.substr(1)) : folder_ + std::string(target);
        targets.emplace(attributes.get("Id"), path);
        if (auto const type = attributes.get("Type"); type.ends_with("/officeDocument"))
            targets.emplace("officeDocument", path);
    }
    void close(std::string_view) override {}

    std::map<std::string, std::string, std::less<>> targets;

private:
    std::string folder_;
};

class Contents : public XmlHandler {
public:
    struct Listed {
        std::string name, relation;
        bool hidden = false;
    };
    void open(std::string_view element, Attributes const& attributes) override
    {
        constexpr std::size_t most = 1000;
        if (element == "workbookPr") {
            auto const said = attributes.get("date1904");
            from_1904 = said == "1" || said == "true";
        }
        if (element != "sheet") return;
        if (sheets.size() >= most) return set_full();
        sheets.push_back(
            {std::string(attributes.get("name")), std::string(attributes.get("id")),
             !attributes.get("state").empty() && attributes.get("state") != "visible"});
    }
    void close(std::string_view) override {}

    std::vector<Listed> sheets;
    bool from_1904 = false;
};

// xl/sharedStrings.xml: the text of each string, without fonts and phonetic hints.
class SharedStrings : public XmlHandler {
public:
    explicit SharedStrings(Limits& limits)
        : limits_(limits)
    {
    }
    void open(std::string_view element, Attributes const&) override
    {
        if (element == "si") {
            if (!Limits::take(limits_.cells, 1)) return set_full();
            all.emplace_back();
        }
        if (element == "rPh") ++pronounced_;
        in_text_ = element == "t" && pronounced_ == 0 && !all.empty();
    }
    void close(std::string_view element) override
    {
        if (element == "rPh" && pronounced_ > 0) --pronounced_;
        in_text_ = false;
    }
    void text(std::string_view said) override
    {
        if (!in_text_) return;
        if (!Limits::take(limits_.text, said.size())) return set_full();
        all.back() += said;
    }

    std::vector<std::string> all;

private:
    Limits& limits_;
    int pronounced_ = 0;
    bool in_text_ = false;
};

// "_x000D_" escapes a character that XML does not allow (22.9.2.19): line breaks and tabs are kept,
// others removed.
std::string without_escapes(std::string const& said)
{
    std::string out;
    for (std::size_t i = 0; i < said.size(); ++i) {
        bool const escape =
            i + 7 <= said.size() && said[i] == '_' && said[i + 1] == 'x' && said[i + 6] == '_';
        unsigned code = 0;
        auto const* const end = escape ? said.data() + i + 6 : nullptr;
        if (!escape || std::from_chars(end - 4, end, code, 16).ptr != end) {
            out += said[i];
            continue;
        }
        if (code == '\r' || code == '\n' || code == '\t' || code == '_')
            out += static_cast<char>(code);
        i += 6;
    }
    return out;
}

// "BC12": column from 0, and row.
struct Address {
    std::size_t column = 0, row = 0;
};
std::optional<Address> address(std::string_view said)
{
    Address out;
    std::size_t i = 0;
    for (; i < said.size() && said[i] >= 'A' && said[i] <= 'Z' && i < 4; ++i)
        out.column = out.column * 26 + static_cast<std::size_t>(said[i] - 'A' + 1);
    auto const row = parsed<std::size_t>(said.substr(i));
    if (out.column == 0 || !row) return std::nullopt;
    --out.column;
    out.row = *row;
    return out;
}

class SheetReader : public XmlHandler {
public:
    SheetReader(Sheet& sheet, Limits& limits, std::vector<std::string> const& strings,
                XlsxStyles const& styles, bool from_1904)
        : sheet_(sheet)
        , maker_(sheet, limits)
        , strings_(strings)
        , styles_(styles)
        , from_1904_(from_1904)
    {
    }

    void open(std::string_view element, Attributes const& attributes) override
    {
        if (element == "row") {
            row_ = parsed<std::size_t>(attributes.get("r")).value_or(row_ + 1);
            column_ = 0;
            hidden_ = attributes.get("hidden") == "1" || attributes.get("hidden") == "true";
            maker_.start_row(row_);
            before_ = sheet_.rows.size();
        } else if (element == "c") {
            if (auto const at = address(attributes.get("r"))) column_ = at->column;
            type_ = attributes.get("t");
            style_ = parsed<std::size_t>(attributes.get("s"));
            value_.clear();
        }
        taking_ = element == "v" || (element == "t" && pronounced_ == 0);
        if (element == "rPh") ++pronounced_;
    }
    void close(std::string_view element) override
    {
        taking_ = false;
        if (element == "rPh" && pronounced_ > 0) --pronounced_;
        if (element == "c") {
            if (!maker_.cell(column_, shown())) set_full();
            ++column_;
        } else if (element == "row" && hidden_ && sheet_.rows.size() > before_) {
            ++sheet_.hidden_rows;
        }
    }
    void text(std::string_view said) override
    {
        constexpr std::size_t longest = 1024UL * 1024; // bytes of a cell
        if (!taking_) return;
        if (value_.size() + said.size() > longest) return set_full();
        value_ += said;
    }

private:
    [[nodiscard]] std::string shown() const
    {
        if (type_ == "s") {
            auto const at = parsed<std::size_t>(value_);
            return at && *at < strings_.size() ? without_escapes(strings_[*at]) : std::string{};
        }
        if (type_ == "inlineStr" || type_ == "str") return without_escapes(value_);
        if (type_ == "e") return {};
        if (type_ == "b") return value_ == "1" ? "true" : value_.empty() ? "" : "false";
        if (type_ == "d") return day(value_);
        auto const number = parsed<double>(value_);
        if (!number) return value_;
        switch (style_ ? styles_.of(*style_) : Shown::number) {
        case Shown::date: return date_text(*number, from_1904_, true, false);
        case Shown::time: return date_text(*number, from_1904_, false, true);
        case Shown::date_and_time: return date_text(*number, from_1904_, true, true);
        case Shown::percent: return number_text(*number * 100) + " %";
        case Shown::number: break;
        }
        return number_text(*number);
    }
    // "2023-01-01T09:41:00" without zero parts.
    static std::string day(std::string said)
    {
        if (auto const t = said.find('T'); t != std::string::npos) {
            said[t] = ' ';
            if (said.substr(t).starts_with(" 00:00")) said.resize(t);
        }
        return said;
    }

    Sheet& sheet_;
    SheetMaker maker_;
    std::vector<std::string> const& strings_;
    XlsxStyles const& styles_;
    bool from_1904_;
    std::size_t row_ = 0, column_ = 0, before_ = 0;
    bool hidden_ = false, taking_ = false;
    int pronounced_ = 0;
    std::string type_, value_;
    std::optional<std::size_t> style_;
};

// Reads an optional part of a workbook.
Result<void> read_if_there(ZipReader& zip, std::string const& name, Limits& limits,
                           XmlHandler& handler)
{
    auto read = read_part(zip, name, limits, handler);
    if (!read && read.error().code != Errc::not_found) return read;
    return {};
}

std::string folder_of(std::string const& path) { return path.substr(0, path.rfind('/') + 1); }

} // namespace

Result<Workbook> read_xlsx(std::string_view bytes)
{
    ZipReader zip(bytes);
    if (!zip.opened()) return fail(Errc::corrupt, "import.workbook");
    Limits limits;
    Relations top("");
    if (auto ok = read_if_there(zip, "_rels/.rels", limits, top); !ok) return fail(ok.error());
    auto const main = top.targets.find("officeDocument");
    auto const path = main == top.targets.end() ? std::string("xl/workbook.xml") : main->second;
    auto const folder = folder_of(path);
    Contents contents;
    if (auto ok = read_part(zip, path, limits, contents); !ok)
        return ok.error().code == Errc::not_found ? fail(Errc::corrupt, "import.workbook")
                                                  : fail(ok.error());
    Relations relations(folder);
    auto const name = path.substr(folder.size());
    if (auto ok = read_if_there(zip, folder + "_rels/" + name + ".rels", limits, relations); !ok)
        return fail(ok.error());
    SharedStrings strings(limits);
    XlsxStyles styles;
    if (auto ok = read_if_there(zip, folder + "sharedStrings.xml", limits, strings); !ok)
        return fail(ok.error());
    if (auto ok = read_if_there(zip, folder + "styles.xml", limits, styles); !ok)
        return fail(ok.error());
    Workbook book;
    for (auto const& [title, relation, hidden] : contents.sheets) {
        Sheet sheet{title, {}, 0, hidden};
        auto const to = relations.targets.find(relation);
        SheetReader reader(sheet, limits, strings.all, styles, contents.from_1904);
        if (to != relations.targets.end())
            if (auto ok = read_if_there(zip, to->second, limits, reader); !ok)
                return fail(ok.error());
        book.push_back(std::move(sheet));
    }
    return book;
}

} // namespace exchange
