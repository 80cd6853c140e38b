#pragma once

#include "pictures/icons.h"

namespace ui {
namespace icon = pictures::icon;
}
