#include "ui/dialogs/finder_signs.h"

#include "pictures/icons.h"
#include "ui/kit/ui.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr std::array signs{
    Sign{"rail.select", icon::pointer, "V"},
    Sign{"rail.hand", icon::pan_tool, "H"},
    Sign{"rail.card", icon::sticky_note_2, "N"},
    Sign{"rail.frame", icon::crop_free, "F"},
    Sign{"rail.text", icon::text_fields, "Maj T"},
    Sign{"rail.link", icon::timeline, "L"},
    Sign{"rail.draw", icon::draw, "D"},
    Sign{"rail.lasso", icon::gesture, "L"},
    Sign{"rail.paste", icon::content_paste, "Ctrl V"},
    Sign{"rail.merge", icon::call_merge, "M"},
    Sign{"rail.tidy", icon::auto_awesome, "R"},
    Sign{"rail.ballot", icon::how_to_vote, "B"},
    Sign{"rail.results", icon::leaderboard},
    Sign{"rail.hands", icon::front_hand},
    Sign{"rail.new", icon::tune},
    Sign{"rail.matrix", icon::scatter_plot},
    Sign{"rail.names", icon::label, "O"},
    Sign{"rail.lock", icon::lock, "K"},
    Sign{"rail.list", icon::table_chart},
    Sign{"rail.overview", icon::grid_view, "0"},
    Sign{"rail.estimate", icon::how_to_vote},
    Sign{"rail.clouds", icon::bubble_chart, "C"},
    Sign{"rail.axes", icon::tune},
    Sign{"estimate.ballot", icon::how_to_vote, "B"},
    Sign{"estimate.close", icon::visibility, "Ctrl ⏎"},
    Sign{"place.median", icon::done_all, "⏎"},
    Sign{"place.agree", icon::done_all},
    Sign{"place.agree_all", icon::done_all},
    Sign{"place.again", icon::replay},
    Sign{"place.again_contested", icon::replay},
    Sign{"place.debate", icon::forum},
    Sign{"place.filter", icon::filter_list},
    Sign{"rail.table", icon::table_chart, "1"},
    Sign{"rail.pareto", icon::scatter_plot, "2"},
    Sign{"rail.budget", icon::filter_list, "3"},
    Sign{"rail.weights", icon::tune, "W"},
    Sign{"rail.matrices", icon::grid_view},
    Sign{"rail.then", icon::restore, "1"},
    Sign{"rail.then_board", icon::sticky_note_2, "2"},
    Sign{"rail.then_votes", icon::leaderboard, "3"},
    Sign{"rail.then_matrix", icon::scatter_plot, "4"},
    Sign{"rail.then_order", icon::table_chart, "5"},
    Sign{"vote.open", icon::how_to_vote, "Ctrl ⏎"},
    Sign{"vote.close", icon::lock_open, "Ctrl ⏎"},
    Sign{"vote.again", icon::replay},
    Sign{"vote.hands", icon::front_hand, "E"},
    Sign{"vote.ticket", icon::label, "K"},
    Sign{"vote.prolong", icon::add, "P"},
    Sign{"vote.reveal", icon::visibility, "Ctrl ⏎"},
    Sign{"vote.add", icon::add},
    Sign{"vote.import", icon::upload_file},
    Sign{"zoom.fit", icon::fit_screen},
    Sign{"zoom.reset", icon::search},
    Sign{"zoom.in", icon::add},
    Sign{"zoom.out", icon::remove},
    Sign{"gather.private", icon::visibility_off},
    Sign{"gather.turn_all", icon::visibility},
    Sign{"inbox.moderation", icon::shield},
    Sign{"inbox.accept_all", icon::done_all},
    Sign{"inbox.folder", icon::folder_open},
    Sign{"top.headcount", icon::groups},
    Sign{"facilitator.curtain", icon::visibility_off, "R"},
    Sign{"rail.facilitator", icon::mic, "F5"},
    Sign{"rail.step", icon::open_in_full, "F5"},
};
constexpr std::array in_own_words{
    std::string_view{"rail.undo"},     std::string_view{"rail.redo"},
    std::string_view{"rail.keys"},     std::string_view{"rail.find"},
    std::string_view{"rail.export"},   std::string_view{"rail.card"},
    std::string_view{"rail.paste"},    std::string_view{"rail.home"},
    std::string_view{"rail.open"},     std::string_view{"rail.import"},
    std::string_view{"rail.rooms"},    std::string_view{"rail.settings"},
    std::string_view{"rail.estimate"}, std::string_view{"rail.axes"}};

} // namespace

Sign sign_of(std::string_view id)
{
    auto const it = std::ranges::find(signs, id, &Sign::id);
    return it == signs.end() ? Sign{id, icon::chevron_right} : *it;
}

bool said_elsewhere(std::string_view id)
{
    return std::ranges::find(in_own_words, id) != in_own_words.end();
}

} // namespace ui
