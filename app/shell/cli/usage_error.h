#pragma once

#include "i18n/catalogue.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace shell {

// Whether a word in the place of a session can only be meant as a command.
bool means_command(std::filesystem::path const& word);

// Why CLI11 refused the arguments, in one sentence.
std::string usage_error(i18n::Catalogue const& words, CLI::App const& app,
                        CLI::ParseError const& error);

} // namespace shell
