#pragma once

#include "analysis/common/derived.h"
#include "exchange/elections/election.h"
#include "exchange/templates/template.h"
#include "i18n/catalogue.h"
#include "ui/app/dispatcher.h"
#include "ui/app/public_screen.h"
#include "ui/app/screens.h"
#include "ui/app/top_bar.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/closing_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/file_dialog.h"
#include "ui/dialogs/finder.h"
#include "ui/dialogs/import/answers_dialog.h"
#include "ui/dialogs/import/election_dialog.h"
#include "ui/dialogs/import/import_dialog.h"
#include "ui/dialogs/keys_dialog.h"
#include "ui/dialogs/notice_dialog.h"
#include "ui/dialogs/questions_dialog.h"
#include "ui/dialogs/template_dialog.h"
#include "ui/kit/ui.h"
#include "ui/kit/widgets.h"
#include "ui/screens/compare/compare.h"
#include "ui/screens/facilitator/facilitator.h"
#include "ui/screens/gather/turn_dialog.h"
#include "ui/screens/home/home.h"
#include "ui/screens/join/join.h"
#include "ui/screens/rooms/rooms.h"

#include <optional>
#include <set>

namespace ui {

struct LabelSession;
struct MoveSessions;
struct NameFolder;
struct TrashTemplate;

// Resources of the interface for each language and theme, loaded by the owner of App.
struct Look {
    // Their texts call the cases as the open session does.
    i18n::Catalogue* french = nullptr;
    i18n::Catalogue* english = nullptr;
    board::Palette const* day = nullptr;
    board::Palette const* night = nullptr;
    exchange::Templates const* templates = nullptr; // null: no templates
};

// The whole interface: chooses the screen, draws what is above it, and carries out wishes through
// the dispatcher.
class App {
public:
    App(Host& host, Look const& look, Settings const& settings);
    ~App();
    App(App const&) = delete;
    App& operator=(App const&) = delete;

    // Opens a session; shows errors on the start screen.
    void open(std::filesystem::path const& path, Access access);
    // Files dropped on the window: opens a session, or previews an import.
    void dropped(std::vector<std::filesystem::path> const& paths);

    // Draws one frame.
    void draw(Ui& ui);
    void grant(Wish const& wish);

    [[nodiscard]] bool wants_to_quit() const { return quit_; }
    // A request to close, by the window's cross or as the desktop session ends. Saves unsaved input
    // first, in the next frames; if that fails, or a person would send phones away or leave rooms
    // without their server, the window stays open with a message, and the next request closes it.
    void close(Quit::By by) { grant(Quit{by}); }
    [[nodiscard]] Mode mode() const { return mode_; }

    // The room's window, shown by the owner beside this one. It takes no input: the owner calls
    // `draw_room` with a Ui of its own after `draw`, when `room_changes` says so.
    [[nodiscard]] RoomWindow room_window() const { return room_window_; }
    [[nodiscard]] bool phones_may_join() const { return room_.has_value(); }
    [[nodiscard]] std::string room_title() const;
    void room_window_closed(); // by the system
    void room_window_behind(); // no monitor of its own: it is behind this window
    void no_room_window(base::Error const& why);
    // The number of screens of the machine.
    void know_screens(int count);
    [[nodiscard]] bool room_changes(Ui const& ui);
    void draw_room(Ui& ui);
    // All that it is given.
    [[nodiscard]] RoomScene room_scene();
    // The picture of the room on the facilitator's page: its size in pixels there, empty when it is
    // not shown; and the texture with it.
    [[nodiscard]] base::Vec2 room_picture_size() const { return picture_size(*facilitator_); }
    void show_room_picture(RoomPicture const& picture) { room_picture_ = picture; }
    [[nodiscard]] std::string window_title() const;
    // Checks the drop folder, at most once a second. True when there is something to draw.
    bool look_around();
    // Whether there is a folder to check, or another machine to listen to.
    [[nodiscard]] bool watches() const { return dispatch_.writes() || dispatch_.shared(); }
    // Seconds until the picture changes without input (a running timer), if it does.
    [[nodiscard]] std::optional<double> next_change() const;
    // Requests from outside the interface, carried out before the next frame. The owner must draw a
    // frame then; see on_post.
    [[nodiscard]] session::Mailbox& mailbox() { return dispatch_.mailbox(); }
    [[nodiscard]] session::Session* session() { return dispatch_.session(); }
    // Counts the computations.
    [[nodiscard]] analysis::Computed const& computed() const { return computed_; }
    // The step on the screen. Looking at steps does not change the session; the room's step
    // (model::Stage) changes when something is done at another step.
    [[nodiscard]] model::Step step() const;
    void look_at(model::Step step) { looked_at_ = step; }
    // Centres the board on a card at 100 %.
    void look_at(model::CaseId card);

private:
    // Wishes made while drawing, carried out at the end of the frame.
    void ask(std::optional<Wish> wish) { asked_.take(std::move(wish)); }
    void grant_all();
    void serve_file_dialog();
    void serve_import();
    void serve_comparison();
    void serve_library();
    void serve_room();
    void open_join();
    // The other machines of a shared session.
    void pump_shared();
    void serve_shared();
    void share(Share const& how);
    void receive();
    void follow_lead();
    void tell_of_rooms(SharedState const& state);
    [[nodiscard]] RoomsGround rooms_ground();
    [[nodiscard]] model::CaseId written_here() const;
    Asked draw_join(Ui& ui, Workshop const& shown, std::optional<RoomState> const& room);
    void print_cards(RoomState const& room, std::string const& wifi);
    Asked draw_page(Ui& ui, Workshop const& shown, std::optional<RoomState> const& room);
    [[nodiscard]] bool shows_page() const;
    void show_page(FacilitatorPage page);
    void leave_page();
    void read_notes();
    void keep_notes();
    std::optional<Wish> two_screens_by_keys(Ui& ui) const;
    [[nodiscard]] bool room_reached(RoomState const& room) const;
    [[nodiscard]] Screen& screen() const { return screens_.at(step()); }
    [[nodiscard]] bool in_the_booth() const;
    void draw_home(Ui& ui);
    void draw_workshop(Ui& ui);
    std::optional<Wish> shortcuts(Ui& ui);
    std::optional<Wish> scale_by_keys(Ui& ui) const;
    void dress(Ui& ui);
    void lay(Ui& ui) const;
    void walk_parts(Ui& ui);
    void dissolve_jumps(Ui& ui);
    void draw_above(Ui& ui);
    void draw_way_back(Ui& ui);
    void draw_notice(Ui& ui);
    void draw_unsaved(Ui& ui);
    void receive(Ui& ui);
    void lay_received(Ui& ui, session::Message& message, std::vector<base::Rect>& taken);
    void tell_read(DropFolder::Read const& read);
    void press_for(Ui& ui);
    [[nodiscard]] bool at_rest(Ui const& ui) const;
    [[nodiscard]] FinderGround ground(std::optional<Workshop> const& shown) const;

    void adopt_questions();
    // Saves unsaved input, then grants `then`, which would discard it.
    void part(Wish const& then);
    void end_parting(Ui const& ui);
    // Grants it without the `words` that could not be saved, once the person has agreed.
    void part_without(Wish const& then, std::string words);
    // What leaving would lose: asked about once, and again when it is no longer the same.
    struct Loss {
        std::string words, ballot;
        bool phones = false, rooms = false; // sent away
        friend bool operator==(Loss const&, Loss const&) = default;
    };
    [[nodiscard]] std::string ballot_begun() const;
    void ask_about(Loss const& loss, Wish const& then);
    [[nodiscard]] std::int64_t phones_sent_away(Wish const& then) const;
    [[nodiscard]] std::int64_t rooms_left_alone(Wish const& then) const;
    [[nodiscard]] bool words_in_hand() const;
    void note_typed(Ui& ui);
    // Restores the text of a refused command in its field.
    void give_back(edit::Command const& command);
    void close_kept(edit::Command const& command);
    [[nodiscard]] bool is_refused_still(edit::Command const& command) const;
    void leave(); // closes the session

    void grant_one(edit::Command const& command);
    void walk_to(model::Step to);
    void look_back(std::uint64_t n);
    void bring_room();
    void go_to(Target const& target);
    void grant_one(Undo const&);
    void grant_one(Redo const&);
    void tell_again(base::Result<Dispatcher::Again> const& done);
    void grant_one(CastBallot const& wish);
    void grant_one(WithdrawBallot const& wish);
    void grant_one(CloseAndReveal const& wish);
    void grant_one(GoHome const&);
    void grant_one(OpenSession const& wish);
    void grant_one(OpenForWriting const&);
    void grant_one(NewSession const& wish);
    void grant_one(ForgetSession const& wish);
    void grant_one(DuplicateSession const& wish);
    void grant_one(ArchiveSession const& wish);
    void do_errand(MoveSessions const& errand);
    void do_errand(NameFolder const& errand);
    void do_errand(LabelSession const& errand);
    void do_errand(TrashTemplate const& errand);
    void serve_template();
    void grant_one(TrashSession const& wish);
    void grant_one(ChooseFile const& wish);
    void grant_one(CompareWith const& wish);
    void grant_one(CompareSessions const& wish);
    void grant_one(PreviewFile const& wish);
    void grant_one(PreviewText const& wish);
    void grant_one(SaveCopy const&);
    void grant_one(SaveCopyTo const& wish);
    void grant_one(ShowExport const&);
    void grant_one(WriteExport const& wish);
    void grant_one(ExportTo const& wish);
    void grant_one(CopyPicture const&);
    void grant_one(ShowClosing const&);
    void grant_one(CloseSession const& wish);
    void grant_one(SetAppearance const& wish);
    void grant_one(SetLanguage const& wish);
    void grant_one(SetScale const& wish);
    void grant_one(SetChime const& wish);
    void grant_one(ShowInbox const&);
    void grant_one(SetMode const& wish);
    void grant_one(SetMotion const& wish);
    void grant_one(SetRoomWindow const& wish);
    void grant_one(ShowFacilitator const& wish);
    void grant_one(SetRoomCurtain const& wish);
    void grant_one(ShowCase const& wish) { go_to(wish.id); }
    void grant_one(ShowFrame const& wish) { go_to(wish.id); }
    void grant_one(ShowAxis const& wish) { go_to(wish.id); }
    void grant_one(Press const& wish);
    void grant_one(LookBack const& wish);
    void grant_one(LookNow const&);
    void grant_one(ShowKeys const&) { keys_.open(); }
    void grant_one(ShowAbout const&);
    void grant_one(ShowGuide const&);
    void grant_one(ShowQuestions const&) { open_questions(questions_); }
    void grant_one(ShowNotice const&);
    void grant_one(ShowFinder const&) { finder_.open(); }
    void grant_one(ShowRooms const&);
    void grant_one(Invited const& wish) { rooms_.invitation = wish.file; }
    void grant_one(OfRooms const& wish);
    void grant_one(Quit const&);

    [[nodiscard]] ExportJob export_job();
    [[nodiscard]] exchange::Seal seal();
    void serve_export();
    void show(base::Result<OpenedSession> opened);
    void preview(std::string const& bytes, std::string const& name);
    void draw_imports(Ui& ui);
    void preview_answers(std::string const& bytes, exchange::Reading reading,
                         base::Result<exchange::Holds> const& found);
    void show_answers(edit::Command const& command); // goes to the imported answers
    void preview_session(std::filesystem::path const& path);
    bool ready_for_cases();
    void show_import(std::string const& bytes, base::Result<exchange::Reading> reading);
    void preview_election(std::string const& bytes, std::string const& name,
                          exchange::ElectionFormat format);
    void go_on_in(std::filesystem::path const& copy);
    void told(base::Result<void> const& result);  // the result of writing an entry
    void noted(base::Result<void> const& result); // the same, when the requester shows the error
    // saving: removed by the next successful save; leaving: when its question is over
    enum class About { anything, saving, leaving };
    // shows a notice at the bottom
    void say(std::string text, Tone tone, About about = About::anything);
    void tell(base::Error const& error, About about = About::anything);
    base::Result<void> close_round(model::RoundId round);
    [[nodiscard]] Workshop workshop();
    [[nodiscard]] i18n::Catalogue const& words() const;

    struct Notice {
        std::string text;
        Tone tone = Tone::info;
        About about = About::anything;
        double until_s = 0;               // clock of Ui; 0: from the next frame on
        std::optional<base::Vec2> corner; // its bottom left, in pixels, once drawn
        bool over_layer = false;          // chosen while a dialog was open
    };

    Dispatcher dispatch_;
    Look look_;
    Settings settings_;
    Mode mode_ = Mode::desk;
    bool quit_ = false;

    // Of this frame.
    Asked asked_;
    std::int64_t now_ms_ = 0;
    Motion motion_ = Motion::full;
    enum class Chimes { no, once } chimes_ = Chimes::no; // at the end of the timer

    std::optional<model::Step> looked_at_;
    std::vector<Notice> notices_;

    Screens screens_;
    TopBar top_bar_;
    OwnedHome home_ = new_home(); // a pointer, so that its members are compiled in few files
    ImportDialog import_;
    AnswersDialog answers_;
    ElectionDialog election_;
    ExportDialog export_;
    ClosingDialog closing_;
    TemplateDialog template_;
    KeysDialog keys_;
    AboutDialog about_;
    QuestionsDialog questions_;
    NoticeDialog notice_text_;
    std::string notice_organisation_; // when it was opened
    TurnDialog turn_;
    Finder finder_;
    FileDialog file_;
    OwnedCompare compare_ = new_compare(); // above the steps, when shown
    OwnedJoin join_ = new_join();          // above both, when shown
    RoomsView rooms_;
    enum class Follow { yes, no } follow_ = Follow::yes; // the step of the machine that leads
    // What was already said of the other machines.
    struct SaidOfRooms {
        std::string session;
        std::set<std::uint64_t> refused; // acts
        model::RoundId open;             // the open vote
        bool led = false;                // this machine held the step
    } said_of_rooms_;
    // Rounds to be revealed when the ballots of all machines came and they are closed.
    std::set<model::RoundId> reveals_;

    // The room's window.
    RoomWindow room_window_ = RoomWindow::closed;
    RoomCurtain curtain_ = RoomCurtain::open;
    PublicScreen public_screen_;
    std::optional<session::View> public_view_; // of the shown version and language
    std::string public_language_;
    std::optional<RoomScene> drawn_for_room_; // last drawn
    base::Vec2 drawn_size_;
    RoomPicture room_picture_;
    float shown_scale_ = 1; // of the facilitator's window
    int known_screens_ = 1;
    // The facilitator's page, in place of the step.
    FacilitatorPage page_ = FacilitatorPage::hidden;
    OwnedFacilitator facilitator_ = new_facilitator();
    SessionNotes notes_;
    bool notes_kept_ = true; // as they are
    std::int64_t notes_kept_ms_ = 0;

    // The view of the session that is drawn; released before writing, so that no table is copied.
    std::optional<session::View> shown_;
    std::optional<RoomState> room_;     // as of that
    std::optional<SharedState> others_; // as of that
    std::optional<std::uint64_t> seen_; // version on which the wish being granted is based
    analysis::Computed computed_;
    std::optional<std::string> copied_picture_; // PNG, to be copied in the next frame
    // The templates' texts in the interface's language.
    analysis::Derived<model::Document,
                      analysis::Reads<model::Profile, model::Prompt, model::Axis, model::Question,
                                      model::Round, model::RoundStatus>,
                      std::string>
        worded_{"app.worded"};

    enum class Words { nothing, kept, refused };
    std::optional<Press> press_;   // once its step is drawn
    Words words_ = Words::nothing; // result of saving a field's text
    bool typing_ = false;          // a field had the focus in the previous frame
    // of the commands of this frame
    enum class Granted { nothing, kept, refused } granted_ = Granted::nothing;
    std::optional<Wish> parting_;          // waits until unsaved input is saved
    int parting_frames_ = 0;               // frames waited
    std::optional<Loss> warned_;           // the last question
    std::int64_t warned_ms_ = 0;           // its time
    std::optional<edit::Command> refused_; // the last one
    std::int64_t refused_ms_ = 0;
    // What the last frame showed, to detect abrupt changes.
    struct Showing {
        bool session = false;
        Mode mode = Mode::desk;
        model::Step step = model::Step::gather;
        std::uint64_t picture = 0;
        bool join = false, page = false;
        friend bool operator==(Showing const&, Showing const&) = default;
    };
    std::optional<Showing> showing_;
};

} // namespace ui
