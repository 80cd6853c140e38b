#include "shell/cli/bell.h"

#include <iostream>
#include <thread>

namespace shell {

void listen_to_lines(std::shared_ptr<Bell> const& bell)
{
    std::thread([bell] {
        for (std::string line; std::getline(std::cin, line);) bell->type(line);
    }).detach();
}

} // namespace shell
