#pragma once

#include "exchange/templates/template.h"
#include "journal/log.h"
#include "ui/kit/own_template.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// The user's own templates: files NAME.json in one folder (see paths.h), which people may copy.
namespace shell {

struct TemplatePlaces {
    std::filesystem::path assets, own;
};

// By title. An unreadable one is listed with its error.
std::vector<ui::OwnTemplate> own_templates(TemplatePlaces const& places,
                                           std::string const& language);

// Writes a template made from a session, as shown, in the user's folder, or to the path `to`. The
// planned duration of a step is that of the last timer started there, else that of the session's
// own template. Returns its path. `conflict` "template.exists" with the title that another template
// has, also a shipped one, or with the path of a file that exists. Errors of write_template and of
// the disk.
base::Result<std::filesystem::path>
save_template(TemplatePlaces const& places, journal::Log const& log, model::Document const& shown,
              std::string const& title, std::optional<std::filesystem::path> const& to);
// As the command line names it: a path with the extension "json", else a title.
base::Result<std::filesystem::path> save_template(TemplatePlaces const& places,
                                                  journal::Log const& log,
                                                  model::Document const& shown,
                                                  std::string const& to);

// The commands that start a session from a shipped template, one of the user's own by its name or
// title, or a file.
// `not_found` "template.name"; errors of parse_template and of reading the file.
base::Result<exchange::Beginning> read_start(TemplatePlaces const& places, std::string const& which,
                                             std::string const& language, std::string title,
                                             exchange::MintAxis const& mint);

// The planned durations of a template known by its name; none of an unknown one.
exchange::Minutes planned_minutes(TemplatePlaces const& places, std::string const& name);

} // namespace shell
