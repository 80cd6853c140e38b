#pragma once

#include "base/result.h"
#include "exchange/workbooks/zip_reader.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Parses the XML parts of a workbook while unpacking. Private to this folder.
namespace exchange {

// The remaining limits for a workbook.
struct Limits {
    std::size_t unpacked = 256UL * 1024 * 1024; // bytes
    std::size_t text = 64UL * 1024 * 1024;      // bytes of cell text
    std::size_t cells = 1'000'000;
    std::size_t rows = 200'000;

    // Subtracts `size`; false when not enough is left.
    static bool take(std::size_t& left, std::size_t size)
    {
        if (size > left) return false;
        left -= size;
        return true;
    }
};

// Names of elements and attributes have no namespace prefix.
class Attributes {
public:
    explicit Attributes(char const** pairs)
        : pairs_(pairs)
    {
    }
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    [[nodiscard]] std::string_view get(std::string_view name) const
    {
        return find(name).value_or(std::string_view{});
    }

private:
    char const** pairs_;
};

// Handles the elements of a part. Parsing stops above the limits.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void open(std::string_view element, Attributes const& attributes) = 0;
    virtual void close(std::string_view element) = 0;
    virtual void text(std::string_view) {}
    [[nodiscard]] bool full() const { return full_; }

protected:
    void set_full() { full_ = true; }

private:
    bool full_ = false;
};

// `not_found` when the part is missing, `corrupt` "import.workbook", `invalid` "import.too_large",
// "import.too_deep" with the limit of nesting.
base::Result<void> read_part(ZipReader& zip, std::string const& name, Limits& limits,
                             XmlHandler& handler);

} // namespace exchange
