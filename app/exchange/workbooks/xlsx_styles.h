#pragma once

#include "exchange/workbooks/xml_reader.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// Number formats of a workbook. Private to this folder.
namespace exchange {

enum class Shown { number, percent, date, time, date_and_time };

// The kind of value that a format code ("dd/mm/yyyy", "0.00%", "[h]:mm") shows.
Shown shown_by(std::string_view code);

// xl/styles.xml (ECMA-376, part 1, 18.8).
class XlsxStyles : public XmlHandler {
public:
    void open(std::string_view element, Attributes const& attributes) override;
    void close(std::string_view element) override;
    // By the index of a cell's style.
    [[nodiscard]] Shown of(std::size_t style) const;

private:
    [[nodiscard]] Shown of_format(int id) const;

    std::map<int, Shown> own_; // custom formats
    std::vector<int> styles_;  // by style
    bool in_styles_ = false;
};

} // namespace exchange
