#include "shell/cli/usage_error.h"

#include <CLI/CLI.hpp>

#include <string_view>

namespace shell {
namespace {

// "--force requires --cards", of CLI11.
std::string needed(i18n::Catalogue const& words, CLI::RequiresError const& error)
{
    std::string_view const said = error.what(), between = " requires ";
    auto const at = said.find(between);
    if (at == std::string_view::npos) return words.text("cli.usage");
    return words.text("cli.usage.needs", said.substr(0, at), said.substr(at + between.size()));
}

// "file is required", of CLI11.
std::string missing(i18n::Catalogue const& words, CLI::RequiredError const& error)
{
    std::string_view const said = error.what();
    return words.text("cli.usage.missing", said.substr(0, said.find(' ')));
}

} // namespace

bool means_command(std::filesystem::path const& word)
{
    std::error_code failed;
    return !word.has_extension() && !word.has_parent_path() &&
           !std::filesystem::exists(word, failed);
}

std::string usage_error(i18n::Catalogue const& words, CLI::App const& app,
                        CLI::ParseError const& error)
{
    auto const commands = app.get_subcommands();
    auto const left = app.remaining(true);
    auto const first = app.get_option("session")->results();
    bool const mistyped = !first.empty() && means_command(first.front());
    auto const* required = dynamic_cast<CLI::RequiredError const*>(&error);
    if (auto const* needs = dynamic_cast<CLI::RequiresError const*>(&error))
        return needed(words, *needs);
    if (mistyped && (required || !left.empty()))
        return words.text("cli.usage.unknown", first.front());
    if (required && !commands.empty() && !first.empty()) // "s.cadran show"
        return words.text("cli.usage.order", commands.front()->get_name(), first.front());
    if (dynamic_cast<CLI::ArgumentMismatch const*>(&error)) { // "--axis: 1 required …"
        std::string_view const said = error.what();
        return words.text("cli.usage.no_value", said.substr(0, said.find(':')));
    }
    if (!left.empty()) return words.text("cli.usage.extra", left.front());
    if (required) return missing(words, *required);
    if (dynamic_cast<CLI::ValidationError const*>(&error) ||
        dynamic_cast<CLI::ConversionError const*>(&error))
        return words.text("cli.usage.value");
    return words.text("cli.usage");
}

} // namespace shell
