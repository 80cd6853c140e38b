#include "shell/machine/file_stem.h"

#include "base/text.h"

namespace shell {

std::string file_stem(std::string const& title)
{
    std::string out;
    for (char c : base::fold(title)) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "session" : out.substr(0, 60);
}

} // namespace shell
