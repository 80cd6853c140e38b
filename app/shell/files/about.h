#pragma once

#include "ui/dialogs/about_dialog.h"

namespace shell {

// The version of the project, the commit that was built, and the libraries of
// third_party/README.md.
ui::About about();

} // namespace shell
