#pragma once

#include "ui/motion.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

// What the person's desktop says of movement, read from its files: no bus is asked.
namespace shell {

// Reduced when one of these says so, in `config` (the person's ~/.config):
//   CADRAN_REDUCED_MOTION in the environment, 1 or 0, which is then the last word;
//   GNOME and its kin: dconf/user, /org/gnome/desktop/interface/enable-animations false;
//   GTK: gtk-4.0/settings.ini and gtk-3.0/settings.ini, gtk-enable-animations 0 or false;
//   KDE: kdeglobals, [KDE] AnimationDurationFactor 0.
ui::Motion system_motion(std::filesystem::path const& config);

// A boolean of a dconf database (a GVDB file), by its whole path. Nothing when it is not there, is
// not a boolean, or the bytes do not hold together.
std::optional<bool> dconf_boolean(std::string_view database, std::string_view key);

// The value of `key` under `[section]` of an ini file, blanks off both ends.
std::optional<std::string> ini_value(std::string_view text, std::string_view section,
                                     std::string_view key);

} // namespace shell
