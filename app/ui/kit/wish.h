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

// What a view may ask for. Views draw a document and return a wish; the app is what grants it.
namespace ui {

struct Undo {};
struct Redo {};

// A ballot of an open round, into the ballot box.
struct CastBallot {
    model::RoundId round;
    std::string token;
    model::Ballot ballot;
};
struct WithdrawBallot {
    model::RoundId round;
    std::string token;
};
// Empties the ballot box into the journal, then reveals.
struct CloseAndReveal {
    model::RoundId round;
};

enum class Access { edit, read };

struct GoHome {};
struct OpenSession {
    std::filesystem::path path;
    Access access = Access::edit;
};
struct NewSession {
    std::string template_name; // "huit-axes" or "simple"
    std::string title;
};
struct ForgetSession { // takes it out of the recent ones; the file stays
    std::filesystem::path path;
};
struct DuplicateSession { // a complete copy beside it, among the recent ones
    std::filesystem::path path;
};
struct ArchiveSession { // into the folder of archives, out of the recent ones
    std::filesystem::path path;
};
struct TrashSession { // into the person's trash, from where it can be taken back
    std::filesystem::path path;
};
// Asks which file: a session to open or to compare with, cases to import, a copy to write; or a
// folder to write to.
enum class FileUse { open, import, copy, compare, folder };
struct ChooseFile {
    FileUse use = FileUse::open;
};
// Shows what a file or a pasted text would add; nothing is added until the person says so.
struct PreviewFile {
    std::filesystem::path path;
};
struct PreviewText {
    std::string text;
};
// What changed since an earlier moment of the session on the screen, or from another session to it.
struct CompareWith {
    std::optional<std::filesystem::path> other; // none: two moments of this one
};
// Opens `second` for reading, and shows what changed since `first`.
struct CompareSessions {
    std::filesystem::path first, second;
};
struct SaveCopy {}; // asks where to write a complete copy
struct SaveCopyTo { // of what is in memory, never over a file that is there
    std::filesystem::path path;
};

struct ShowExport {}; // what the session can be given back as
// Writes what the export dialog says; of files that are there already: says so first, replaces
// them, or gives the new ones names of their own.
enum class OverFiles { asks, replaces, beside };
struct WriteExport {
    OverFiles over = OverFiles::asks;
};
struct ExportTo { // the folder that was chosen
    std::filesystem::path folder;
};
struct CopyPicture {}; // of what the screen shows, onto the clipboard

struct ShowClosing {};  // what its file keeps when the session ends
struct CloseSession { // erases from the file, for good, and says the code that it ends with
    journal::ToErase erase;
    enum class Copy { no, first } copy = Copy::no; // of all that is there, beside it
};

enum class Appearance { day, night };
enum class Mode { desk, room }; // room: rail and panel away, content larger
struct SetAppearance {
    Appearance appearance;
};
struct SetLanguage {
    std::string language; // "fr" or "en": the screen's, not the session's
};
struct SetScale {
    int percent; // 100, 115, 130
};
enum class Chime { off, on }; // at the end of the timer
struct SetChime {
    Chime chime;
};
struct ShowInbox {}; // makes the drop folder of the session and says where it is
struct SetMode {
    Mode mode;
};
struct SetMotion {
    Motion motion;
};
// Goes where a case, a frame or an axis is, in the way of the step on screen.
struct ShowCase {
    model::CaseId id;
};
struct ShowFrame {
    model::GroupId id;
};
struct ShowAxis {
    model::AxisId id;
};
// What a widget or a key of some step does, pressed for the person, going to that step if need be.
struct Press {
    std::string id; // of a widget, or empty
    int chord = 0;  // else a key
    std::optional<model::Step> step = std::nullopt;
};
// The session as it was after its first `n` entries, on every screen; nothing is written meanwhile.
// As it is, at the last one.
struct LookBack {
    std::uint64_t n = 0;
};
struct LookNow {};
struct ShowQuestions {}; // the guard-rail questions, as data of the session
struct ShowKeys {};      // what each key does
struct ShowFinder {};    // cards and commands, by a few letters
struct Quit {};

using Wishes =
    base::OneOf<edit::Command, Undo, Redo, CastBallot, WithdrawBallot, CloseAndReveal, GoHome,
                OpenSession, NewSession, ForgetSession, DuplicateSession, ArchiveSession,
                TrashSession, ChooseFile, CompareWith, CompareSessions, PreviewFile, PreviewText,
                SaveCopy, SaveCopyTo, ShowExport, WriteExport, ExportTo, CopyPicture, ShowClosing,
                CloseSession, SetAppearance,
                SetLanguage, SetScale, SetMode, SetMotion, SetChime, ShowInbox, ShowCase, ShowFrame,
                ShowAxis, Press, LookBack, LookNow, ShowQuestions, ShowKeys, ShowFinder, Quit>;

// One of the above; a command is one as it is.
class Wish : public Wishes {
public:
    using Wishes::Wishes;
    template <edit::OneCommand C>
    Wish(C command)
        : Wishes(edit::Command(std::move(command)))
    {
    }
};

// What a frame asked for, in order: nothing that is asked for hides anything else.
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
