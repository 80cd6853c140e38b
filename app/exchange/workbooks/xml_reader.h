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

// The XML parts of a workbook, read as they are unpacked. Private to this folder.
namespace exchange {

// How much a workbook may still hold.
struct Room {
    std::size_t unpacked = 256UL * 1024 * 1024; // bytes
    std::size_t text = 64UL * 1024 * 1024;      // bytes of cells
    std::size_t cells = 1'000'000;
    std::size_t rows = 200'000;

    // Takes so much away; false when there is not that much left.
    static bool take(std::size_t& left, std::size_t size)
    {
        if (size > left) return false;
        left -= size;
        return true;
    }
};

// Names of elements and attributes come without their prefix.
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

// What is done with a part as it is read. A part with more in it than there is room for stops.
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

// `not_found` when there is no such part, `corrupt` "import.workbook", `invalid`
// "import.too_large", "import.too_deep" with the limit of elements in each other.
base::Result<void> read_part(ZipReader& zip, std::string const& name, Room& room,
                             XmlHandler& handler);

} // namespace exchange
