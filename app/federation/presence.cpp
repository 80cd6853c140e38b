#include "federation/presence.h"

#include "journal/json_reader.h"

#include <fmt/format.h>

namespace federation {

std::string hello_text(Hello const& hello)
{
    return fmt::format(R"({{"site":{},"shared":{},"pending":{},"phones":{},"writes":{}}})",
                       hello.site.value, hello.shared, hello.pending, hello.phones,
                       hello.writes.value);
}

base::Result<Hello> hello_of(std::string_view bytes)
{
    journal::JsonReader in(bytes);
    Hello out;
    if (in.begins_object())
        for (std::string name; in.next_member(name);) {
            if (name == "site")
                in.number(out.site.value);
            else if (name == "shared")
                in.number(out.shared);
            else if (name == "pending")
                in.number(out.pending);
            else if (name == "phones")
                in.number(out.phones);
            else if (name == "writes")
                in.number(out.writes.value);
            else
                in.skip(); // of a later version
        }
    if (!in.done() || !out.site) return base::fail(base::Errc::corrupt, "shared.message");
    return out;
}

} // namespace federation
