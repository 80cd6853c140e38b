#include "exchange/cases/import.h"
#include "ui/app/app.h"

#include <utility>

// Files: copying and archiving sessions, reading imports.
namespace ui {
namespace {

// By its extension; other files are imported.
bool is_session(std::filesystem::path const& path) { return path.extension() == ".cadran"; }

} // namespace

void App::grant_one(DuplicateSession const& wish)
{
    auto const copy = dispatch_.duplicate(wish.path);
    if (!copy) tell(copy.error());
    list_again(*home_);
}

void App::grant_one(ArchiveSession const& wish)
{
    auto const moved = dispatch_.archive(wish.path);
    if (!moved)
        tell(moved.error());
    else
        say(words().text("notice.archived", moved->parent_path().string()), Tone::info);
    list_again(*home_);
}

void App::grant_one(TrashSession const& wish)
{
    auto const done = dispatch_.trash(wish.path);
    if (!done)
        tell(done.error());
    else
        say(words().text("notice.trashed"), Tone::info);
    list_again(*home_);
}

void App::grant_one(ChooseFile const& wish) { file_.open(wish.use, dispatch_.places()); }

void App::grant_one(PreviewFile const& wish)
{
    if (is_session(wish.path)) {
        preview_session(wish.path);
        return;
    }
    auto bytes = dispatch_.read_file(wish.path);
    if (!bytes) {
        tell(bytes.error());
        return;
    }
    preview(*bytes, wish.path.filename().string());
}

void App::grant_one(PreviewText const& wish) { preview(wish.text, {}); }

// Previews the cases of another session, with results if requested.
void App::preview_session(std::filesystem::path const& path)
{
    if (!ready_for_cases()) return;
    auto const other = dispatch_.document_in(path);
    if (!other) {
        tell(other.error());
        return;
    }
    show_import({}, exchange::read_session(words(), *other, path.filename().string()));
}

// Makes sure that a session is open.
bool App::ready_for_cases()
{
    if (!dispatch_.open())
        show(dispatch_.create({"huit-axes", words().text("session.untitled")}, settings_.language));
    return dispatch_.writes();
}

void App::preview(std::string const& bytes, std::string const& name)
{
    if (!ready_for_cases()) return;
    if (auto const format = exchange::election_format(bytes, name)) {
        preview_election(bytes, name, *format);
        return;
    }
    show_import(bytes, exchange::read_import(bytes, name));
}

void App::show_import(std::string const& bytes, base::Result<exchange::Reading> reading)
{
    if (!reading) {
        tell(reading.error());
        return;
    }
    auto& session = *dispatch_.session();
    if (!bytes.empty()) { // another session contains no answers
        auto answers = exchange::read_answers(bytes, *reading);
        auto const found = exchange::holds(answers, session.document());
        if (found != exchange::Holds::cases) {
            preview_answers(bytes, std::move(answers), found);
            return;
        }
    }
    import_.kept = dispatch_.kept_columns();
    import_.show(
        bytes, std::move(*reading), session.document(),
        [&session] { return session.mint<model::CaseId>(); }, dispatch_.now_ms());
}

// Carries out requests of the import preview, after it is drawn.
void App::serve_import()
{
    if (std::exchange(import_.kept_changed, false)) dispatch_.keep_columns(import_.kept);
    using Wanted = ImportDialog::Wanted;
    auto const wanted = std::exchange(import_.wanted, Wanted::nothing);
    if (wanted == Wanted::nothing) return;
    bool const fills = wanted == Wanted::model;
    auto const opened = dispatch_.open_document(
        fills ? words().text("import.model.file") + "." + import_.model_ending : "import.html",
        fills ? Host::Use::fill_in : Host::Use::read);
    if (!opened)
        tell(opened.error());
    else
        say(words().text(fills ? "notice.model" : "notice.guide", opened->string()), Tone::info);
}

// Previews votes, estimates or placements, or a table that may also be cases.
void App::preview_answers(std::string const& bytes, exchange::Reading reading,
                          base::Result<exchange::Holds> const& found)
{
    auto& session = *dispatch_.session();
    answers_.show(bytes, std::move(reading), session.document(),
                  {[&session] { return session.mint<model::CaseId>(); },
                   [&session] { return session.mint<model::RoundId>(); }},
                  dispatch_.now_ms(), found);
}

void App::draw_imports(Ui& ui)
{
    asked_.take(ui::draw(ui, import_));
    if (import_.reading && std::exchange(import_.not_cases, false)) {
        preview_answers(import_.bytes, exchange::read_answers(import_.bytes, *import_.reading),
                        base::fail(base::Errc::invalid, "answers.which"));
        import_.close();
    }
    asked_.take(ui::draw(ui, answers_, import_));
    ask(ui::draw(ui, election_));
}

void App::show_answers(edit::Command const& command)
{
    if (auto const* election = command.as<edit::RecordElection>()) {
        auto const& round = election->round;
        if (round.axes.empty())
            go_to(election->id);
        else
            go_to(round.axes.front());
    } else if (auto const* places = command.as<edit::PlaceAll>();
               places && !places->where.empty()) {
        go_to(places->where.front().first.axis);
    }
}

// Previews an election with its cases; recorded as one entry, undone as a whole.
void App::preview_election(std::string const& bytes, std::string const& name,
                           exchange::ElectionFormat format)
{
    auto& session = *dispatch_.session();
    auto plan = exchange::plan_election(bytes, name, format,
                                        {[&] { return session.mint<model::CaseId>(); },
                                         [&] { return session.mint<model::RoundId>(); }},
                                        dispatch_.now_ms());
    if (!plan)
        tell(plan.error());
    else
        election_.show(*std::move(plan), name);
}

void App::dropped(std::vector<std::filesystem::path> const& paths)
{
    if (paths.empty()) return;
    if (is_session(paths.front()))
        part(OpenSession{paths.front(), Access::edit});
    else
        grant(PreviewFile{paths.front()});
}

void App::grant_one(SaveCopy const&)
{
    if (dispatch_.open()) file_.open_copy(dispatch_.path(), dispatch_.places());
}

void App::grant_one(SaveCopyTo const& wish)
{
    if (!dispatch_.open()) return;
    auto const done = dispatch_.save_copy(wish.path);
    answered(file_, done ? base::Result<void>{} : base::fail(done.error()));
    if (!done) return;
    bool const instead = *done == Dispatcher::Copied::instead;
    if (instead) go_on_in(wish.path);
    auto const name = wish.path.filename().string();
    say(words().text(instead ? "notice.copied.on" : "notice.copied", name), Tone::info);
}

// Saves the template that its dialog asked for, made from what the screens show.
void App::serve_template()
{
    auto const wanted = std::exchange(template_.wanted, std::nullopt);
    if (!wanted || !dispatch_.open()) return;
    auto const done = dispatch_.save_template(workshop().doc(), *wanted);
    shown_.reset();
    if (!done) {
        template_.refuse(done.error());
        return;
    }
    template_ = {};
    say(words().text("notice.template", *wanted), Tone::info);
}

// Carries out requests of the file dialog, after it is drawn.
void App::serve_file_dialog()
{
    if (auto const folder = std::exchange(file_.chosen_in, std::nullopt))
        dispatch_.chose_in(*folder);
    auto const wanted = std::exchange(file_.wanted, std::nullopt);
    if (!wanted) return;
    dispatch_.list(wanted->tries, [this, asked = wanted->number](
                                      std::size_t which, base::Result<Folder> const& folder) {
        arrived(file_, asked, which, folder);
    });
}

} // namespace ui
