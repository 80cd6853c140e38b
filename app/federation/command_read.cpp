#include "base/names.h"
#include "federation/command_fields.h"
#include "federation/command_text.h"
#include "journal/json_reader.h"

#include <optional>
#include <type_traits>

namespace federation {
namespace {

using journal::JsonReader;

constexpr std::size_t elements_max = 1'000'000; // of one list

template <class T>
void take(JsonReader& in, T& value);
template <class T>
void take(JsonReader& in, std::vector<T>& list);
template <class A, class B>
void take(JsonReader& in, std::pair<A, B>& both);
template <class T>
void take(JsonReader& in, std::optional<T>& maybe);
void take(JsonReader& in, base::Vec2& at);
void take(JsonReader& in, base::Rect& area);

template <class T>
void take(JsonReader& in, std::vector<T>& list)
{
    if (!in.begins_list()) return;
    while (in.next_element()) {
        if (list.size() == elements_max) in.wrong_value();
        take(in, list.emplace_back());
    }
}
// The elements of a list of fixed length.
template <class... T>
void take_all(JsonReader& in, T&... values)
{
    if (!in.begins_list()) return;
    auto const one = [&](auto& value) {
        if (in.next_element())
            take(in, value);
        else
            in.wrong_value();
    };
    (one(values), ...);
    if (in.next_element()) in.wrong_value();
}
template <class A, class B>
void take(JsonReader& in, std::pair<A, B>& both)
{
    take_all(in, both.first, both.second);
}
template <class T>
void take(JsonReader& in, std::optional<T>& maybe)
{
    if (!in.begins_list() || !in.next_element()) return;
    take(in, maybe.emplace());
    if (in.next_element()) in.wrong_value();
}
void take(JsonReader& in, base::Vec2& at) { take_all(in, at.x, at.y); }
void take(JsonReader& in, base::Rect& area)
{
    take_all(in, area.min.x, area.min.y, area.max.x, area.max.y);
}

// Reads a member of an object if it has that name.
struct Member {
    JsonReader* in;
    std::string_view name;
    bool found = false;
    template <class T>
    void operator()(char const* field, T& value)
    {
        if (found || name != field) return;
        found = true;
        take(*in, value);
    }
};

template <class T>
void take_members(JsonReader& in, T& value)
{
    for (std::string name; in.next_member(name);) {
        Member member{&in, name};
        if constexpr (Written<T>)
            FieldsOf<T>::of(value, member);
        else
            T::fields(value, member);
        if (!member.found) in.wrong("why.unknown_field " + name);
    }
}

template <class T>
void take(JsonReader& in, T& value)
{
    if constexpr (std::is_enum_v<T> && requires { base::Names<T>::list; }) {
        std::string said;
        if (!in.text(said)) return;
        if (auto const known = base::from_name<T>(said))
            value = *known;
        else
            in.wrong("why.unknown_name " + said);
    } else if constexpr (std::is_enum_v<T>) { // of two names, without text
        int number = 0;
        if (in.number(number) && number != 0 && number != 1) in.wrong_value();
        value = static_cast<T>(number);
    } else if constexpr (std::is_same_v<T, std::string>) {
        in.text(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
        in.number(value);
    } else if constexpr (requires { value.value; }) {
        in.number(value.value);
    } else {
        if (in.begins_object()) take_members(in, value);
    }
}

template <class C>
void take_command(JsonReader& in, std::string_view name, std::optional<edit::Command>& out)
{
    if constexpr (Written<C>)
        if (!out && name == C::name) {
            C command{};
            take_members(in, command);
            out.emplace(std::move(command));
        }
}

template <class... C>
void take_any(JsonReader& in, std::string_view name, std::optional<edit::Command>& out,
              base::OneOf<C...> const* /*of these*/)
{
    (take_command<C>(in, name, out), ...);
}

} // namespace

base::Result<edit::Command> command_of(std::string_view json)
{
    JsonReader in(json);
    std::string first, name;
    std::optional<edit::Command> out;
    if (in.begins_object() && in.next_member(first) && first == "command" && in.text(name))
        take_any(in, name, out, static_cast<edit::Commands const*>(nullptr));
    if (!out) in.wrong("why.unknown_name " + name);
    if (!in.done()) return base::fail(base::Errc::corrupt, "outbox.form", in.fault());
    return *std::move(out);
}

} // namespace federation
