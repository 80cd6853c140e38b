#include "analysis/common/in_use.h"
#include "ui/dialogs/finder.h"
#include "ui/dialogs/finder_signs.h"
#include "ui/screens/vote/method_views.h"
#include "wording/board.h"
#include "wording/sessions.h"
#include "wording/votes/method_words.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>

// All commands for the finder. Rail items of a screen are found automatically; the others are
// listed here.
namespace ui {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::size_t sessions_offered = 20; // others are found by the start screen's search

class Offers {
public:
    Offers(Ui const& ui, FinderGround const& ground)
        : ui_(ui)
        , ground_(ground)
        , edits_(ground.workshop && ground.workshop->access == Access::edit)
    {
    }

    Offer& add(std::string id, std::string text, unsigned icon, Wish wish, std::string key = {})
    {
        out_.push_back({std::move(id),
                        std::move(text),
                        {},
                        icon,
                        std::move(key),
                        Enabled::yes,
                        {},
                        std::move(wish)});
        return out_.back();
    }
    Offer& say(std::string id, std::string_view text_key, unsigned icon, Wish wish,
               std::string key = {})
    {
        return add(std::move(id), ui_.tr(text_key), icon, std::move(wish), std::move(key));
    }
    // Available only with write access.
    Offer& edit(std::string id, std::string_view text_key, unsigned icon, Wish wish,
                std::string key = {})
    {
        auto& offer = say(std::move(id), text_key, icon, std::move(wish), std::move(key));
        offer.enabled = enabled_if(edits_);
        return offer;
    }
    // Presses a widget of the screen below; its label is the command's.
    void press(std::string_view id)
    {
        auto const it = ui_.probe.widgets.find(std::string{id});
        if (it == ui_.probe.widgets.end() || it->second.label.empty()) return;
        auto const sign = sign_of(id);
        auto& offer = add(std::string{id}, it->second.label, sign.icon, Press{std::string{id}},
                          std::string{sign.key});
        offer.enabled = enabled_if(it->second.enabled);
    }
    // A widget of a step, available from any step.
    Offer& press_in(model::Step step, std::string_view widget, std::string id,
                    std::string_view text_key)
    {
        auto const sign = sign_of(widget);
        auto& offer = edit(std::move(id), text_key, sign.icon, Press{std::string{widget}, 0, step},
                           std::string{sign.key});
        if (ground_.step != step) offer.beside = step_name(step);
        return offer;
    }
    void key(std::string id, std::string_view text_key, unsigned icon, int chord, std::string key,
             bool can)
    {
        edit(std::move(id), text_key, icon, Press{{}, chord}, std::move(key)).enabled =
            enabled_if(edits_ && can);
    }
    // Whether the widget is visible and enabled.
    [[nodiscard]] bool can_press(std::string_view id) const
    {
        auto const it = ui_.probe.widgets.find(std::string{id});
        return it != ui_.probe.widgets.end() && it->second.enabled;
    }
    [[nodiscard]] std::string step_name(model::Step step) const
    {
        return ui_.tr(fmt::format("step.{}", base::name_of(step)));
    }
    std::vector<Offer> take() { return std::move(out_); }

    Ui const& ui_;
    FinderGround const& ground_;
    bool edits_;

private:
    std::vector<Offer> out_;
};

bool on_board(model::Step step)
{
    return step == model::Step::gather || step == model::Step::group;
}

void offer_steps(Offers& to)
{
    for (int n = 0; n < static_cast<int>(base::count_of<model::Step>); ++n) {
        auto const step = static_cast<model::Step>(n);
        if (step == to.ground_.step) continue;
        auto& offer =
            to.add(fmt::format("step.{}", base::name_of(step)), to.step_name(step),
                   icon::arrow_forward, edit::SetStep{step}, fmt::format("Alt {}", n + 1));
        offer.beside = to.ui_.tr("finder.step");
        if (step == model::Step::review) offer.also = to.ui_.tr("finder.words.review");
    }
}

// Returns from an earlier moment to the present.
void offer_now(Offers& to)
{
    if (to.ground_.workshop->moment == Workshop::Moment::past)
        to.say("now", "past.now", icon::skip_next, LookNow{});
}

// All rail items of the screen.
void offer_rail(Offers& to)
{
    std::vector<std::string_view> ids;
    for (auto const& [id, seen] : to.ui_.probe.widgets)
        if (id.starts_with("rail.") && !said_elsewhere(id)) ids.push_back(id);
    std::ranges::sort(ids, {}, [&](auto id) { // in screen order
        return std::pair(to.ui_.probe.widgets.at(std::string{id}).box.min.y, id);
    });
    for (auto id : ids) to.press(id);
}

void offer_board(Offers& to)
{
    if (!on_board(to.ground_.step)) return;
    auto const chosen = to.ground_.chosen_cards;
    to.say("find", "finder.find", icon::search, Press{"rail.find"}, "Ctrl F");
    to.press("zoom.fit");
    to.press("zoom.reset");
    to.press("zoom.in");
    to.press("zoom.out");
    to.key("select_all", "finder.select_all", icon::done_all, ImGuiMod_Ctrl | ImGuiKey_A, "Ctrl A",
           true);
    to.key("edit", "board.edit", icon::text_fields, ImGuiKey_F2, "F2", chosen == 1);
    to.key("make_frame", "finder.make_frame", icon::crop_free, ImGuiKey_G, "G", chosen > 0);
    if (to.ground_.step == model::Step::gather) // the other step has it in its rail
        to.key("merge", "finder.merge", icon::call_merge, ImGuiKey_M, "M", chosen > 1);
    to.key("duplicate", "board.duplicate", icon::add, ImGuiMod_Ctrl | ImGuiKey_D, "Ctrl D",
           chosen > 0);
    to.key("more", "board.more", icon::more_horiz, ImGuiMod_Shift | ImGuiKey_F10,
           to.ui_.tr("key.shift") + " F10", chosen > 0);
    to.key("remove", "board.remove", icon::delete_bin, ImGuiKey_Delete, to.ui_.tr("key.delete"),
           chosen > 0);
}

// The methods for the round in setup.
void offer_methods(Offers& to)
{
    for (auto const& view : method_views()) {
        auto const id = fmt::format("vote.method.{}", base::name_of(view.method));
        if (!to.ui_.probe.widgets.contains(id)) return;
        auto& offer = to.add(id, wording::method(*to.ui_.words, view.method), view.icon, Press{id});
        offer.beside = to.ui_.tr("vote.method");
        offer.enabled = enabled_if(to.ui_.probe.widgets.at(id).enabled);
    }
}

void offer_decisions(Offers& to)
{
    struct Letter {
        char const* key;
        unsigned icon;
        int chord;
        char const* letter;
    };
    for (auto const& one : {Letter{"verdict.launch", icon::rocket_launch, ImGuiKey_L, "L"},
                            Letter{"verdict.safeguards", icon::shield, ImGuiKey_E, "E"},
                            Letter{"verdict.later", icon::schedule, ImGuiKey_T, "T"},
                            Letter{"verdict.aside", icon::block, ImGuiKey_X, "X"}}) {
        if (to.ground_.step != model::Step::decide) return;
        to.key(one.key, one.key, one.icon, one.chord, one.letter, to.ground_.chosen_cards == 1);
    }
    to.edit("decide.keep", "finder.decide.keep", icon::check, Press{"decide.keep"}).enabled =
        enabled_if(to.can_press("decide.keep"));
    to.say("decide.restate", "finder.decide.restate", icon::restore, Press{"decide.restate"})
        .enabled = enabled_if(to.can_press("decide.restate"));
    to.say("decide.solid", "finder.decide.solid", icon::info, Press{"decide.solid"}).enabled =
        enabled_if(to.can_press("decide.solid"));
    to.say("decide.body", "finder.decide.body", icon::groups, Press{{}, ImGuiKey_C}, "C");
}

void offer_view(Offers& to)
{
    for (auto id : {"vote.open",        "vote.close",
                    "vote.hands",       "vote.again",
                    "vote.ticket",      "vote.prolong",
                    "vote.reveal",      "vote.add",
                    "vote.import",      "gather.private",
                    "gather.turn_all",  "inbox.accept_all",
                    "inbox.moderation", "inbox.folder",
                    "top.headcount",    "estimate.ballot",
                    "estimate.close",   "place.median",
                    "place.agree",      "place.agree_all",
                    "place.again",      "place.again_contested",
                    "place.debate",     "place.filter"})
        to.press(id);
}

// Frames and axes.
void offer_places(Offers& to)
{
    auto const& doc = to.ground_.workshop->doc();
    for (auto const& [id, group] : model::table<model::Group>(doc)) {
        auto const title = wording::frame_title(*to.ui_.words, group.title);
        auto& offer =
            to.add(fmt::format("frame.{}", group.number), to.ui_.words->text("finder.frame", title),
                   icon::crop_free, ShowFrame{id});
        offer.also = std::to_string(group.number);
        if (!on_board(to.ground_.step)) offer.beside = to.step_name(model::Step::group);
    }
    for (auto id : analysis::active_axes(doc)) {
        auto const axis = model::get<model::Axis>(doc, id);
        auto& offer = to.add(fmt::format("axis.{}", axis.place),
                             to.ui_.words->text("finder.axis", axis.place, axis.title),
                             icon::scatter_plot, ShowAxis{id});
        if (to.ground_.step == model::Step::place && axis.place <= 9)
            offer.key = std::to_string(axis.place);
        else if (to.ground_.step != model::Step::place)
            offer.beside = to.step_name(model::Step::place);
        offer.also = axis.short_title;
    }
}

void offer_timer(Offers& to)
{
    auto const timer = model::get<model::Timer>(to.ground_.workshop->doc());
    auto const now = to.ground_.workshop->now_ms;
    bool const paused = timer.paused_left_ms > 0;
    auto const left = paused ? timer.paused_left_ms : timer.end_ms - now;
    bool const on = timer.end_ms != 0 && left > 0;
    auto const whole = timer.end_ms - timer.start_ms;
    if (on && !paused)
        to.edit("timer.pause", "finder.timer.pause", icon::pause,
                edit::SetTimer{{timer.start_ms, timer.end_ms, left}}, "T");
    if (on && paused)
        to.edit("timer.resume", "finder.timer.resume", icon::play_arrow,
                edit::SetTimer{{now - (whole - left), now + left, 0}}, "T");
    if (on) {
        to.edit("timer.more", "finder.timer.more", icon::add,
                edit::SetTimer{{timer.start_ms, timer.end_ms + 2 * minute_ms,
                                paused ? left + 2 * minute_ms : 0}},
                "P");
        to.edit("timer.stop", "finder.timer.stop", icon::close, edit::SetTimer{});
    }
    for (int minutes : {5, 10, 15}) {
        auto& offer =
            to.add(fmt::format("timer.{}", minutes), to.ui_.words->text("finder.timer", minutes),
                   icon::timer, edit::SetTimer{{now, now + minutes * minute_ms, 0}});
        offer.enabled = enabled_if(to.edits_);
    }
}

// The room's window. The facilitator's page is an item of the rail.
void offer_second(Offers& to)
{
    bool const open = to.ground_.workshop->page != Workshop::Page::none;
    to.say("second", open ? "second.close" : "second.show", icon::tv,
           SetRoomWindow{open ? RoomWindow::closed : RoomWindow::open},
           open ? to.ui_.tr("key.shift") + " F5" : "F5")
        .also = to.ui_.tr("finder.words.second");
    to.press("facilitator.curtain");
}

void offer_session(Offers& to)
{
    auto const& session = to.ground_.workshop->session;
    to.edit("undo", "rail.undo", icon::undo, Undo{}, "Ctrl Z").enabled =
        enabled_if(to.edits_ && session.may_undo);
    to.edit("redo", "rail.redo", icon::redo, Redo{}, "Ctrl Maj Z").enabled =
        enabled_if(to.edits_ && session.may_redo);
    offer_timer(to);
    offer_second(to);
    to.say("join", "top.join", icon::qr_code_2, Press{"top.join"}, "Q").also =
        to.ui_.tr("finder.words.join");
    if (to.can_press("top.room.close"))
        to.say("join.close", "top.phones.close", icon::close, Press{"top.room.close"});
    to.say("rooms", "rooms.menu", icon::meeting_room, ShowRooms{}).also =
        to.ui_.tr("finder.words.rooms");
    to.say("compare", "top.compare", icon::compare_arrows, CompareWith{}).also =
        to.ui_.tr("finder.words.compare");
    to.say("compare.other", "compare.choose", icon::folder_open, ChooseFile{FileUse::compare})
        .also = to.ui_.tr("finder.words.compare");
    to.say("copy", "top.copy", icon::save, SaveCopy{}, "Ctrl S");
    to.say("export", "export.dialog.title", icon::file_download, ShowExport{}).also =
        to.ui_.tr("finder.words.export");
    to.say("report", "output.report", icon::article, ShowExport{}).also =
        to.ui_.tr("finder.words.report");
    to.say("template", "template.menu", icon::dashboard_customize, Press{"top.template"}).also =
        to.ui_.tr("finder.words.template");
    if (to.ground_.workshop->access == Access::edit)
        to.say("closing", "top.closing", icon::check_circle, ShowClosing{}).also =
            to.ui_.tr("finder.words.closing");
    to.say("copy_picture", "finder.copy_picture", icon::content_copy, CopyPicture{},
           "Ctrl " + to.ui_.tr("key.shift") + " C")
        .also = to.ui_.tr("finder.words.copy_picture");
    to.say("home", "top.leave", icon::home, GoHome{}).also = to.ui_.tr("finder.words.home");
}

void offer_settings(Offers& to)
{
    auto const& now = *to.ground_.settings;
    bool const room = to.ground_.mode == Mode::room;
    to.say("room", room ? "top.desk" : "top.room", icon::open_in_full,
           SetMode{room ? Mode::desk : Mode::room}, "F11")
        .also = to.ui_.tr("finder.words.room");
    bool const night = now.appearance == Appearance::night;
    to.say("light", night ? "top.day" : "top.night", night ? icon::light_mode : icon::dark_mode,
           SetAppearance{night ? Appearance::day : Appearance::night})
        .also = to.ui_.tr("finder.words.light");
    bool const english = now.language == "en";
    to.say("language", english ? "finder.french" : "finder.english", icon::forum,
           SetLanguage{english ? "fr" : "en"})
        .also = to.ui_.tr("finder.words.language");
    for (int percent : {100, 115, 130}) {
        if (percent == now.scale_percent) continue;
        to.add(fmt::format("scale.{}", percent), to.ui_.words->text("top.scale", percent),
               icon::text_fields, SetScale{percent},
               percent > now.scale_percent ? "Ctrl +" : "Ctrl −")
            .also = to.ui_.tr("finder.words.scale");
    }
    bool const still = to.ground_.motion == Motion::reduced;
    to.say("motion", still ? "finder.motion.full" : "finder.motion.reduced", icon::timeline,
           SetMotion{still ? Motion::full : Motion::reduced})
        .also = to.ui_.tr("finder.words.motion");
    to.say("keys", "top.keys", icon::keyboard, ShowKeys{}, "F1").also =
        to.ui_.tr("finder.words.keys");
    to.say("guide", "keys.guide", icon::help_outline, ShowGuide{}).also =
        to.ui_.tr("finder.words.guide");
    to.say("about", "about.title", icon::info, ShowAbout{}).also = to.ui_.tr("finder.words.about");
    to.say("quit", "top.quit", icon::close, Quit{});
}

void offer_home(Offers& to)
{
    auto const title = wording::dated_title(*to.ui_.words, to.ground_.now_ms);
    for (auto const& [id, name, text] :
         {std::tuple{"new.axes", "huit-axes", "home.template.axes"},
          std::tuple{"new.simple", "simple", "home.template.simple"},
          std::tuple{"new.budget", "budget-participatif", "home.template.budget"},
          std::tuple{"new.retrospective", "retrospective", "home.template.retrospective"},
          std::tuple{"new.priorities", "priorisation", "home.template.priorities"}}) {
        auto& offer = to.say(id, text, icon::add, NewSession{name, title});
        offer.beside = to.ui_.tr("home.new");
        offer.also = offer.beside;
    }
    if (to.ground_.templates)
        for (auto const& own : *to.ground_.templates) {
            if (own.unreadable) continue;
            auto& offer =
                to.add("new.own." + own.name, own.title, icon::add, NewSession{own.name, title});
            offer.beside = to.ui_.tr("home.own");
            offer.also = to.ui_.tr("home.new");
        }
    to.say("open", "home.path.open", icon::folder_open, ChooseFile{FileUse::open}, "Ctrl O");
    to.say("import", "home.path.import", icon::upload_file, ChooseFile{FileUse::import});
    to.say("rooms", "rooms.menu.join", icon::meeting_room, ShowRooms{}).also =
        to.ui_.tr("finder.words.rooms");
    if (!to.ground_.recent) return;
    for (std::size_t i = 0; i < std::min(to.ground_.recent->size(), sessions_offered); ++i) {
        auto const& one = (*to.ground_.recent)[i];
        auto& offer = to.add(fmt::format("recent.{}", i), one.title, icon::folder_open,
                             OpenSession{one.path, Access::edit});
        offer.beside = to.ui_.words->date(one.changed_ms);
        offer.also = one.path.stem().string();
    }
}

} // namespace

std::vector<Offer> offers_of(Ui const& ui, FinderGround const& ground)
{
    Offers offers(ui, ground);
    if (!ground.workshop) {
        offer_home(offers);
        offer_settings(offers);
        return offers.take();
    }
    offer_now(offers);
    offers.press_in(model::Step::gather, "rail.card", "card", "gather.new_card");
    offer_steps(offers);
    offer_view(offers);
    offer_board(offers);
    offer_rail(offers);
    offer_methods(offers);
    offer_decisions(offers);
    offers.press_in(model::Step::place, "rail.estimate", "estimate", "estimate.start");
    offers.press_in(model::Step::place, "rail.axes", "axes", "axes.title");
    offers.edit("questions", "guard.dialog", icon::help_outline, ShowQuestions{});
    offers.edit("privacy", "privacy.title", icon::article, ShowNotice{});
    offers.edit("import", "gather.import", icon::upload_file, ChooseFile{FileUse::import});
    offers.press_in(model::Step::gather, "rail.paste", "paste", "gather.paste");
    offer_places(offers);
    offer_session(offers);
    offer_settings(offers);
    return offers.take();
}

} // namespace ui
