#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

// Reads one JSON text front to back, directly into the caller's values. It stores nothing of its
// own, so memory use is bounded by what the caller accepts.
//
//   if (in.begins_object())
//       while (in.next_member(name)) in.number(x);
//   return in.done();
namespace journal {

class JsonReader {
public:
    explicit JsonReader(std::string_view json); // UTF-8; must outlive the reader

    // Each reads one value of its kind. False, with `fault` set, when there is another kind.
    bool begins_object();
    bool begins_list();
    bool text(std::string& out);
    bool number(double& out);
    bool number(float& out);
    template <std::integral T>
    bool number(T& out)
    {
        std::int64_t low = 0;
        std::uint64_t high = 0;
        bool const below_0 = integer(low, high);
        if (failed()) return false;
        if (!(below_0 ? std::in_range<T>(low) : std::in_range<T>(high))) return wrong_value();
        out = below_0 ? static_cast<T>(low) : static_cast<T>(high);
        return true;
    }
    // Moves to the next member of the object (its value must then be read) or the next element of
    // the list. False at its end, and after a fault.
    bool next_member(std::string& name);
    bool next_element();
    // Whether the next value is an object; does not read it.
    bool next_is_object() { return !failed() && comes('{'); }
    // Skips one value of any kind.
    bool skip();

    // Whether the whole text was one well-formed value.
    bool done();
    // Records a fault found by the caller, unless there was one before. Returns false.
    bool wrong(std::string_view why);
    bool wrong_value(); // "why.value" with the name of the last member
    [[nodiscard]] bool failed() const { return !fault_.empty(); }
    // Why reading stopped, as the detail of a base::Error; empty when there was no fault.
    [[nodiscard]] std::string const& fault() const { return fault_; }

private:
    void pass_space();
    bool take(char expected);
    bool comes(char expected); // without consuming it
    bool begins(char opening);
    bool next(char closing);
    bool escape(std::string& out);
    bool unit(unsigned& out);
    // The digits of one number, checked against the grammar; empty after a fault.
    std::string_view digits(bool& whole);
    bool integer(std::int64_t& low, std::uint64_t& high);

    std::string_view json_;
    std::size_t at_ = 0;
    bool first_ = false; // at the start of an object or list
    std::string last_;   // name of the last member read
    std::string fault_;
};

} // namespace journal
