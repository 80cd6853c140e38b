#include "base/names.h"
#include "federation/command_fields.h"
#include "federation/command_text.h"

#include <fmt/format.h>

#include <optional>
#include <type_traits>

namespace federation {
namespace {

template <class T>
void put(std::string& out, T const& value);
template <class T>
void put(std::string& out, std::vector<T> const& list);
template <class A, class B>
void put(std::string& out, std::pair<A, B> const& both);
template <class T>
void put(std::string& out, std::optional<T> const& maybe);
void put(std::string& out, base::Vec2 const& at);
void put(std::string& out, base::Rect const& area);

void put_name(std::string& out, char const* name)
{
    if (out.back() != '{') out += ',';
    out.append("\"").append(name).append("\":");
}

// The members of an object, after its brace.
struct Members {
    std::string* out;
    template <class T>
    void operator()(char const* name, T const& value) const
    {
        put_name(*out, name);
        put(*out, value);
    }
};

template <class T>
void put(std::string& out, std::vector<T> const& list)
{
    out += '[';
    for (auto const& one : list) {
        if (out.back() != '[') out += ',';
        put(out, one);
    }
    out += ']';
}
template <class A, class B>
void put(std::string& out, std::pair<A, B> const& both)
{
    out += '[';
    put(out, both.first);
    out += ',';
    put(out, both.second);
    out += ']';
}
template <class T>
void put(std::string& out, std::optional<T> const& maybe)
{
    out += '[';
    if (maybe) put(out, *maybe);
    out += ']';
}
void put(std::string& out, base::Vec2 const& at) { out += fmt::format("[{},{}]", at.x, at.y); }
void put(std::string& out, base::Rect const& area)
{
    out += fmt::format("[{},{},{},{}]", area.min.x, area.min.y, area.max.x, area.max.y);
}

template <class T>
void put(std::string& out, T const& value)
{
    if constexpr (std::is_enum_v<T> && requires { base::Names<T>::list; }) {
        out += json_string(base::name_of(value));
    } else if constexpr (std::is_enum_v<T>) {
        out += fmt::format("{}", static_cast<int>(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
        out += json_string(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
        out += fmt::format("{}", value);
    } else if constexpr (requires { value.value; }) {
        out += fmt::format("{}", value.value);
    } else {
        out += '{';
        if constexpr (Written<T>)
            FieldsOf<T>::of(value, Members{&out});
        else
            T::fields(value, Members{&out});
        out += '}';
    }
}

} // namespace

std::string json_string(std::string_view text)
{
    std::string out = "\"";
    for (auto const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out.append("\\").push_back(c);
        else if (byte < 0x20)
            out += fmt::format("\\u{:04x}", byte);
        else
            out += c;
    }
    return out += '"';
}

std::string command_text(edit::Command const& command)
{
    return command.visit([]<class C>(C const& c) -> std::string {
        if constexpr (Written<C>) {
            std::string out = "{\"command\":" + json_string(C::name);
            FieldsOf<C>::of(c, Members{&out});
            return out + '}';
        } else {
            return {};
        }
    });
}

} // namespace federation
