#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

// Reads one JSON text from its start to its end, value after value, into what the caller already
// holds. Nothing is kept of what was read and no room is made for what was not: the memory that a
// text can ask for is that of the values the caller accepts, whatever the text says.
//
//   if (in.begins_object())
//       while (in.next_member(name)) in.number(x);
//   return in.done();
namespace journal {

class JsonReader {
public:
    explicit JsonReader(std::string_view json); // UTF-8; the bytes outlive the reader

    // Each reads one value of that kind. False, and `fault` says why, when there is another one.
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
    // Goes to the next member of the object (its value is then to be read), or the next element of
    // the list. False at the end of it, and at a fault.
    bool next_member(std::string& name);
    bool next_element();
    // Whether the value that comes is an object; it is still to be read.
    bool next_is_object() { return !failed() && comes('{'); }
    // Passes over one value, whatever it is.
    bool skip();

    // Whether the whole text was one value, well formed to its last byte.
    bool done();
    // Says that what was read cannot be, for a reason of the caller's; the first one stays. False.
    bool wrong(std::string_view why);
    bool wrong_value(); // "why.value" with the name of the last member
    [[nodiscard]] bool failed() const { return !fault_.empty(); }
    // Why it stopped, as a detail of base::Error; empty when it did not.
    [[nodiscard]] std::string const& fault() const { return fault_; }

private:
    void pass_space();
    bool take(char expected);
    bool comes(char expected); // without taking it
    bool begins(char opening);
    bool next(char closing);
    bool escape(std::string& out);
    bool unit(unsigned& out);
    // The digits of one number, checked against the grammar; empty at a fault.
    std::string_view digits(bool& whole);
    bool integer(std::int64_t& low, std::uint64_t& high);

    std::string_view json_;
    std::size_t at_ = 0;
    bool first_ = false; // nothing was read of the object or list just begun
    std::string last_;   // name of the last member
    std::string fault_;
};

} // namespace journal
