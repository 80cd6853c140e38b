#pragma once

#include "model/document.h"
#include "ui/kit/ui.h"

#include <string_view>
#include <vector>

namespace ui {

// A case merged into another one.
struct MergedSource {
    model::CaseId id;
    model::Case text;
    enum class Face { up, down } face = Face::up;
};
// The cases merged into `into`, by number.
std::vector<MergedSource> merged_sources(model::Document const& doc, model::CaseId into);

// The origin of a case: its proposer, and « Fusionné depuis » with each
// merged case and its proposer. Draws nothing if unknown. `y`: in and out, the vertical position;
// ids are <id>.proposer and <id>.<number>.
void draw_origin(Ui& ui, model::Document const& doc, model::CaseId on, std::string_view id,
                 base::Rect const& area, float& y);

} // namespace ui
