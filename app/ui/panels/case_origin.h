#pragma once

#include "model/document.h"
#include "ui/kit/ui.h"

#include <string_view>
#include <vector>

namespace ui {

// A case that another one stands for.
struct MergedSource {
    model::CaseId id;
    model::Case text;
    enum class Face { up, down } face = Face::up;
};
// Those that `into` stands for, by number.
std::vector<MergedSource> merged_sources(model::Document const& doc, model::CaseId into);

// Where a case comes from, at the foot of its sheet: who proposed it, « Fusionné depuis » with each
// case that it stands for and who proposed that one. Draws nothing where nothing is known. `y` is
// where it ends; the ids of its lines are <id>.proposer and <id>.<number>.
void draw_origin(Ui& ui, model::Document const& doc, model::CaseId on, std::string_view id,
                 base::Rect const& area, float& y);

} // namespace ui
