#include "exchange/import.h"
#include "ui/app/app.h"

// Files: sessions copied and put away, what is read for import.
namespace ui {
namespace {

// A session by its name; anything else is something to import.
bool is_session(std::filesystem::path const& path) { return path.extension() == ".cadran"; }

} // namespace

void App::grant_one(DuplicateSession const& wish)
{
    auto const copy = host_.duplicate(wish.path);
    if (!copy) tell(copy.error());
    home_.recent.reset(); // read again
}

void App::grant_one(ArchiveSession const& wish)
{
    auto const moved = host_.archive(wish.path);
    if (!moved)
        tell(moved.error());
    else
        say(words().text("notice.archived", moved->parent_path().string()), Tone::info);
    home_.recent.reset();
}

void App::grant_one(TrashSession const& wish)
{
    auto const done = host_.trash(wish.path);
    if (!done)
        tell(done.error());
    else
        say(words().text("notice.trashed"), Tone::info);
    home_.recent.reset();
}

void App::grant_one(ChooseFile const& wish) { file_.open(wish.use); }

void App::grant_one(PreviewFile const& wish)
{
    auto bytes = host_.read_file(wish.path);
    if (!bytes) {
        tell(bytes.error());
        return;
    }
    preview(*bytes, wish.path.filename().string());
}

void App::grant_one(PreviewText const& wish) { preview(wish.text, {}); }

void App::preview(std::string const& bytes, std::string const& name)
{
    if (!open_)
        show(host_.create({"huit-axes", words().text("session.untitled")}, settings_.language));
    if (!open_ || open_->access == Access::read) return;
    if (auto const format = exchange::election_format(bytes, name)) {
        take_election(bytes, name, *format);
        return;
    }
    auto& session = *open_->session;
    auto reading = exchange::read_import(bytes, name);
    if (!reading) {
        tell(reading.error());
        return;
    }
    import_.show(bytes, std::move(*reading), session.document(),
                 [&session] { return session.mint<model::CaseId>(); });
}

// A vote held elsewhere, with its cases: one entry, which undo takes back whole.
void App::take_election(std::string const& bytes, std::string const& name,
                        exchange::ElectionFormat format)
{
    auto& session = *open_->session;
    auto const plan = exchange::plan_election(bytes, name, format,
                                              {[&] { return session.mint<model::CaseId>(); },
                                               [&] { return session.mint<model::RoundId>(); }},
                                              host_.now_ms());
    if (!plan) {
        tell(plan.error());
        return;
    }
    auto const done = propose(plan->command);
    told(done);
    if (!done) return;
    grant(edit::Command{edit::SetStep{model::Step::vote}});
    vote_.round = plan->command.id;
    vote_.fresh = false;
    say(words().plural("vote.imported", plan->voters), Tone::info);
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
    if (open_) file_.open_copy(open_->path);
}

void App::grant_one(SaveCopyTo const& wish)
{
    if (!open_) return;
    bool const lost = open_->access == Access::edit && !open_->session->check_kept();
    auto const done = host_.save_copy(*open_->session, wish.path);
    answered(file_, done);
    if (!done) return;
    host_.chose_in(wish.path.parent_path());
    if (lost) go_on_in(wish.path);
    auto const name = wish.path.filename().string();
    say(words().text(lost ? "notice.copied.on" : "notice.copied", name), Tone::info);
}

} // namespace ui
