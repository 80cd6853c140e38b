#pragma once

#include "edit/command.h"

#include <filesystem>
#include <string>
#include <variant>

// What a view may ask for. Views draw a document and return a wish; the app is what grants it.
namespace ui {

struct Undo {};
struct Redo {};

// A ballot of an open round, into the urn.
struct CastBallot {
    model::RoundId round;
    std::string token;
    model::Ballot ballot;
};
struct WithdrawBallot {
    model::RoundId round;
    std::string token;
};
// Empties the urn into the journal, then reveals.
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
// Shows what a file or a pasted text would add; nothing is added until the person says so.
struct PreviewFile {
    std::filesystem::path path;
};
struct PreviewText {
    std::string text;
};
struct SaveCopy {}; // a complete copy beside the session

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
struct ShowKeys {}; // what each key does
struct Quit {};

using Wish = std::variant<edit::Command, Undo, Redo, CastBallot, WithdrawBallot, CloseAndReveal,
                          GoHome, OpenSession, NewSession, ForgetSession, PreviewFile, PreviewText,
                          SaveCopy, SetAppearance, SetLanguage, SetScale, SetChime, ShowInbox,
                          SetMode, ShowKeys, Quit>;

} // namespace ui
