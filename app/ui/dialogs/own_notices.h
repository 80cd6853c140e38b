#pragma once

#include "edit/command.h"

#include <map>
#include <vector>

namespace ui {

// The texts on personal data as edited on this machine, for all later sessions; without a language
// that has none.
using OwnNotices = std::map<model::Tongue, model::Notice>;

// What a session without such texts takes over when its room opens.
inline std::vector<edit::SetNotice> to_adopt(model::Document const& doc, OwnNotices const& own)
{
    std::vector<edit::SetNotice> out;
    if (!model::table<model::Notice>(doc).empty()) return out;
    for (auto const& [language, notice] : own) out.push_back({language, notice});
    return out;
}

} // namespace ui
