#pragma once

#include "i18n/catalogue.h"
#include "ui/decide_view.h"
#include "ui/gather_view.h"
#include "ui/group_view.h"
#include "ui/home_view.h"
#include "ui/host.h"
#include "ui/import_dialog.h"
#include "ui/keys_dialog.h"
#include "ui/place_view.h"
#include "ui/top_bar.h"
#include "ui/ui.h"
#include "ui/vote_view.h"
#include "ui/widgets.h"

#include <optional>

namespace ui {

// What the app draws with, in each language and each light. Loaded once, by whoever makes the app.
struct Look {
    i18n::Catalogue const* french = nullptr;
    i18n::Catalogue const* english = nullptr;
    board::Palette const* day = nullptr;
    board::Palette const* night = nullptr;
};

// The whole interface: which screen is shown, its views, and the granting of what they ask for.
class App {
public:
    App(Host& host, Look const& look, Settings const& settings);

    // Opens a session on the board; on failure says why on the start screen.
    void open(std::filesystem::path const& path, Access access);
    // Files dropped on the window: a session is opened, anything else previewed for import.
    void dropped(std::vector<std::filesystem::path> const& paths);

    // Draws one frame.
    void draw(Ui& ui);
    void grant(Wish const& wish);

    [[nodiscard]] bool wants_to_quit() const { return quit_; }
    // The system asks to close: leaves the session properly.
    void leave();
    [[nodiscard]] Mode mode() const { return mode_; }
    [[nodiscard]] std::string window_title() const;
    // Seconds until the picture changes by itself (a running timer), if it does.
    [[nodiscard]] std::optional<double> next_change() const;
    [[nodiscard]] session::Session* session() { return open_ ? open_->session.get() : nullptr; }
    // Shows a step without saying so to the session: all that a reader can do.
    void look_at(model::Step step) { looked_at_ = step; }
    // Puts a card in the middle of the board on screen, at 100 %.
    void look_at(model::CaseId card);

private:
    void draw_home(Ui& ui);
    void draw_workshop(Ui& ui);
    std::optional<Wish> draw_step(Ui& ui, Workshop const& workshop);
    std::optional<Wish> shortcuts(Ui& ui) const;
    void dress(Ui& ui) const;
    void draw_notice(Ui& ui);

    void grant_one(edit::Command const& command);
    void grant_one(Undo const&);
    void grant_one(Redo const&);
    void grant_one(CastBallot const& wish);
    void grant_one(WithdrawBallot const& wish);
    void grant_one(CloseAndReveal const& wish);
    void grant_one(GoHome const&);
    void grant_one(OpenSession const& wish);
    void grant_one(NewSession const& wish);
    void grant_one(ForgetSession const& wish);
    void grant_one(PreviewFile const& wish);
    void grant_one(PreviewText const& wish);
    void grant_one(SaveCopy const&);
    void grant_one(SetAppearance const& wish);
    void grant_one(SetLanguage const& wish);
    void grant_one(SetScale const& wish);
    void grant_one(SetMode const& wish);
    void grant_one(ShowKeys const&) { keys_.open(); }
    void grant_one(Quit const&);

    void show(base::Result<OpenedSession> opened);
    void preview(std::string const& bytes, std::string const& name);
    template <class T>
    void told(base::Result<T> const& result); // an entry was written, or why not
    void tell(base::Error const& error);
    [[nodiscard]] Workshop workshop() const;
    [[nodiscard]] model::Step step() const; // the one on screen
    [[nodiscard]] i18n::Catalogue const& words() const;

    struct Notice {
        std::string text;
        Tone tone = Tone::info;
        double until_s = 0; // on the ui's clock; 0: from the next frame on
    };

    Host& host_;
    Look look_;
    Settings settings_;
    Mode mode_ = Mode::desk;
    bool quit_ = false;

    std::optional<OpenedSession> open_;
    std::optional<model::Step> looked_at_;
    std::int64_t saved_ms_ = 0;
    SaveState save_state_ = SaveState::saved;
    std::vector<Notice> notices_;

    TopBar top_bar_;
    HomeView home_;
    GatherView gather_;
    GroupView group_;
    VoteView vote_;
    PlaceView place_;
    DecideView decide_;
    ImportDialog import_;
    KeysDialog keys_;
};

} // namespace ui
