#pragma once

#include "exchange/workbooks/xml_reader.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// How the numbers of a workbook are shown. Private to this folder.
namespace exchange {

enum class Shown { number, percent, date, time, date_and_time };

// What a format code ("dd/mm/yyyy", "0.00%", "[h]:mm") makes of a number.
Shown shown_by(std::string_view code);

// xl/styles.xml (ECMA-376, part 1, 18.8).
class XlsxStyles : public XmlHandler {
public:
    void open(std::string_view element, Attributes const& attributes) override;
    void close(std::string_view element) override;
    // By the place of a cell's style.
    [[nodiscard]] Shown of(std::size_t style) const;

private:
    [[nodiscard]] Shown of_format(int id) const;

    std::map<int, Shown> own_; // formats that the workbook makes itself
    std::vector<int> styles_;  // the format of each
    bool in_styles_ = false;
};

} // namespace exchange
