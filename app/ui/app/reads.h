#pragma once

#include "base/result.h"
#include "ui/kit/ui.h"

#include <span>
#include <string>
#include <string_view>

namespace ui {

// Why a session can only be read; `wanted`: it was opened so.
enum class Reads { wanted, open_elsewhere, refused, damaged, invited };

// From the notices of its opening.
Reads why_read(std::span<base::Error const> notices);

// "Lecture seule : ouverte ailleurs", or without the reason where it does not fit in `width`
// pixels.
std::string read_said(Ui const& ui, Reads why, float width);
// The key of a sentence: how to write it all the same.
std::string_view how_to_write(Reads why);

} // namespace ui
