#pragma once

#include "edit/command.h"
#include "journal/commitments.h"
#include "ui/kit/motion.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Requests of views. Views draw a document and return wishes, which the app carries out.
namespace ui {

struct Undo {};
struct Redo {};

// Puts a ballot of an open round into the ballot box.
struct CastBallot {
    model::RoundId round;
    std::string token;
    model::Ballot ballot;
};
struct WithdrawBallot {
    model::RoundId round;
    std::string token;
};
// Closes a round with the ballots of its box, then reveals it.
struct CloseAndReveal {
    model::RoundId round;
};

enum class Access { edit, read };

struct GoHome {};
struct OpenSession {
    std::filesystem::path path;
    Access access = Access::edit;
};
struct OpenForWriting {}; // opens the session that is read again, to be written
struct NewSession {
    std::string template_name; // "huit-axes" or "simple"
    std::string title;
};
struct ForgetSession { // removes it from the recent ones; keeps the file
    std::filesystem::path path;
};
struct DuplicateSession { // makes a complete copy beside it
    std::filesystem::path path;
};
struct ArchiveSession { // moves it to the archive folder
    std::filesystem::path path;
};
struct TrashSession { // moves it to the trash
    std::filesystem::path path;
};
// Asks for a file: a session to open or compare with, cases to import, a copy to write, an
// invitation; or a folder to write to.
enum class FileUse { open, import, copy, compare, folder, invitation };
struct ChooseFile {
    FileUse use = FileUse::open;
};
// Previews the import of a file or of pasted text; nothing is added before it is confirmed.
struct PreviewFile {
    std::filesystem::path path;
};
struct PreviewText {
    std::string text;
};
// Compares with an earlier moment of the session, or with another session.
struct CompareWith {
    std::optional<std::filesystem::path> other; // none: two moments of this session
    // the earlier moment, by entry; none: the default one
    std::optional<std::uint64_t> since = {};
};
// Opens `second` read-only, and compares it with `first`.
struct CompareSessions {
    std::filesystem::path first, second;
};
struct SaveCopy {}; // asks where to write a complete copy
struct SaveCopyTo { // copies the session from memory; never overwrites a file
    std::filesystem::path path;
};

struct ShowExport {}; // opens the export dialog
// Writes the files of the export dialog; for existing ones: asks, replaces them, or uses new names.
enum class OverFiles { asks, replaces, beside };
struct WriteExport {
    OverFiles over = OverFiles::asks;
};
struct ExportTo { // to the chosen folder
    std::filesystem::path folder;
};
struct CopyPicture {}; // copies the picture of the screen to the clipboard

struct ShowClosing {}; // opens the dialog that closes the session
struct CloseSession {  // erases texts from the file and shows its final code
    journal::ToErase erase;
    enum class Copy { no, first } copy = Copy::no; // copies the whole session first
};

enum class Appearance { day, night };
enum class Mode { desk, room }; // room: without rail and panel, larger content
struct SetAppearance {
    Appearance appearance;
};
struct SetLanguage {
    std::string language; // "fr" or "en": of the interface, not of the session
};
struct SetScale {
    int percent; // 100, 115, 130
};
enum class Chime { off, on }; // at the end of the timer
struct SetChime {
    Chime chime;
};
struct ShowInbox {}; // creates the drop folder of the session and shows its path
struct SetMode {
    Mode mode;
};
struct SetMotion {
    Motion motion;
};
// The room's window beside the facilitator's; the facilitator's page in place of the step; the
// curtain that hides the picture in the room's window.
enum class RoomWindow { closed, open };
struct SetRoomWindow {
    RoomWindow window;
};
enum class FacilitatorPage { hidden, shown };
struct ShowFacilitator {
    FacilitatorPage page;
};
enum class RoomCurtain { open, drawn };
struct SetRoomCurtain {
    RoomCurtain curtain;
};
// Shows a case, frame or axis on the present screen.
struct ShowCase {
    model::CaseId id;
};
struct ShowFrame {
    model::GroupId id;
};
struct ShowAxis {
    model::AxisId id;
};
// Presses a widget or key on behalf of the user, after changing the step if needed.
struct Press {
    std::string id; // of a widget, or empty
    int chord = 0;  // otherwise a key
    std::optional<model::Step> step = std::nullopt;
};
// Shows the session after its first `n` entries on all screens, read-only; after the last one, the
// present.
struct LookBack {
    std::uint64_t n = 0;
};
struct LookNow {};
struct ShowQuestions {}; // opens the session's guard-rail questions
struct ShowNotice {};    // opens the text on personal data for phones
struct ShowKeys {};      // opens the list of keys
struct ShowAbout {};     // opens version and libraries
struct ShowGuide {};     // opens the guide for facilitators
struct ShowFinder {};    // opens the search for cards and commands
struct ShowRooms {};     // opens the dialog of sessions on several machines
struct Invited {         // the chosen file of an invitation
    std::filesystem::path file;
};
// About the other machines of a shared session.
struct OfRooms {
    enum class What {
        hurry,   // connects at once
        rejoin,  // meets them as in an earlier opening
        seen,    // the outcomes were read
        drop,    // one of them: `id` is its item
        restore, // does that again
        pass,    // the step and the timer, to the site `id`
        take,    // the step and the timer
        follow,  // shows the room's step
        stay,    // stops following
        count,   // closes the round `id` without the missing rooms
        remove,  // takes the site `id` off the list
        part     // leaves them
    };
    What what = What::hurry;
    std::uint64_t id = 0;
};
struct Quit {
    enum class By { person, system } by = By::person; // the desktop session ends
};

using Wishes =
    base::OneOf<edit::Command, Undo, Redo, CastBallot, WithdrawBallot, CloseAndReveal, GoHome,
                OpenSession, OpenForWriting, NewSession, ForgetSession, DuplicateSession,
                ArchiveSession, TrashSession, ChooseFile, CompareWith, CompareSessions, PreviewFile,
                PreviewText, SaveCopy, SaveCopyTo, ShowExport, WriteExport, ExportTo, CopyPicture,
                ShowClosing, CloseSession, SetAppearance, SetLanguage, SetScale, SetMode, SetMotion,
                SetChime, SetRoomWindow, ShowFacilitator, SetRoomCurtain, ShowInbox, ShowCase,
                ShowFrame, ShowAxis, Press, LookBack, LookNow, ShowQuestions, ShowNotice, ShowKeys,
                ShowAbout, ShowGuide, ShowFinder, ShowRooms, Invited, OfRooms, Quit>;

// Whether T is one of the above.
template <class T>
concept OneWish = std::constructible_from<Wishes, T> && !std::derived_from<T, Wishes>;

// One of the above; a command is converted implicitly.
class Wish : public Wishes {
public:
    template <OneWish T>
    Wish(T wish)
        : Wishes(std::move(wish))
    {
    }
    template <edit::OneCommand C>
    Wish(C command)
        : Wishes(edit::Command(std::move(command)))
    {
    }
};

// The wishes of a frame, in order; none replaces another.
class Asked {
public:
    [[nodiscard]] bool empty() const { return wishes_.empty(); }
    [[nodiscard]] std::vector<Wish>::const_iterator begin() const { return wishes_.begin(); }
    [[nodiscard]] std::vector<Wish>::const_iterator end() const { return wishes_.end(); }
    void take(std::optional<Wish> wish)
    {
        if (wish) wishes_.push_back(std::move(*wish));
    }
    void take(Asked const& others) { wishes_.insert(wishes_.end(), others.begin(), others.end()); }

private:
    std::vector<Wish> wishes_;
};

} // namespace ui
