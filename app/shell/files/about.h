#pragma once

#include "ui/dialogs/about_dialog.h"

namespace shell {

// The version of the project, the commit of the build, and the libraries of third_party/README.md.
ui::About about();

} // namespace shell
