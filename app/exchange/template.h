#pragma once

#include "edit/command.h"

#include <filesystem>
#include <functional>
#include <string>

namespace exchange {

// Gives identities to the things being created.
using MintAxis = std::function<model::AxisId()>;

// The command that starts a session titled `title` from the template `name` ("huit-axes", "simple")
// in `language` ("fr", "en"), read from `<assets>/templates/<name>.json`. `not_found`
// "template.name" for a name that has no file, `corrupt` "template.file" for one that does not say
// what a template says.
base::Result<edit::StartSession> read_template(std::filesystem::path const& assets,
                                               std::string const& name, std::string const& language,
                                               std::string title, MintAxis const& mint);

} // namespace exchange
