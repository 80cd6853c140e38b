#include "exchange/proposals.h"
#include "i18n/errors.h"
#include "ui/app/app.h"

#include <imgui.h>

#include <algorithm>
#include <map>

// What comes in beside the session: read, put into the journal, moved out of the way, in that
// order. A crash in between leaves a file that proposes nothing new.
namespace ui {
namespace {

constexpr std::int64_t look_every_ms = 1000;
constexpr std::int64_t rest_after_refusal_ms = 30'000;
constexpr std::size_t together = 200; // proposals of one entry

// Of one file, in as few entries as hold them.
std::vector<edit::Propose> entries_of(session::Session& session, exchange::ProposalFile&& file)
{
    std::vector<edit::Propose> entries;
    for (auto& [id, proposal] : file.proposals) {
        if (entries.empty() || entries.back().which.size() == together) entries.emplace_back();
        entries.back().which.push_back({id, std::move(proposal), session.mint<model::CaseId>()});
    }
    return entries;
}

// The case that was made of a proposal and says what that said, to the letter.
std::optional<model::CaseId> case_of(model::Document const& doc, model::Proposal const& said)
{
    for (auto const& [id, one] : model::table<model::Case>(doc))
        if (one.title == said.title && one.description == said.description &&
            one.domain == said.domain && one.origin == said.origin)
            return id;
    return std::nullopt;
}

// Takes away what was proposed cut short and is now about to be proposed whole, unless somebody has
// changed it. A card keeps its place.
base::Result<void>
make_way(session::Session& session, edit::Propose& entry,
         std::map<model::ProposalId, exchange::ProposalFile::Cut> const& whole_now)
{
    // In the inbox's name: the facilitator's undo brings nothing of it back.
    edit::Actor const inbox{edit::inbox.id, edit::Role::facilitator};
    for (auto& one : entry.which) {
        auto const it = whole_now.find(one.id);
        auto const& doc = session.document();
        if (it == whole_now.end() || model::find<model::Received>(doc, one.id)) continue;
        auto const& [id, said] = it->second;
        if (model::find<model::Proposal>(doc, id)) {
            if (auto const done = session.submit(inbox, edit::RefuseProposals{{id}}); !done)
                return base::fail(done.error());
            continue;
        }
        auto const made = case_of(doc, said);
        if (!made) continue;
        if (auto const* card = model::find<model::CardPlace>(doc, *made)) one.at = card->at;
        // One that was voted on stays, beside the whole one.
        if (auto const done = session.submit(inbox, edit::RemoveCases{{*made}, {}});
            !done && done.error().code == base::Errc::io)
            return base::fail(done.error());
    }
    return {};
}

} // namespace

bool App::look_around()
{
    if (!watches()) return false;
    auto const now = host_.now_ms();
    bool const went_back = now < looked_ms_; // somebody set the clock
    if (!went_back && (now - looked_ms_ < look_every_ms || now < look_again_ms_)) return false;
    looked_ms_ = now;
    if (look_at_files()) return true;
    if (incoming_.empty()) incoming_ = host_.incoming(open_->path);
    return !incoming_.empty();
}

void App::put_away(std::string const& name, Fate fate)
{
    if (auto const moved = host_.put_away(open_->path, name, fate); !moved) tell(moved.error());
}

void App::refuse(std::string const& name, base::Error const& error)
{
    put_away(name, Fate::refused);
    auto const why = i18n::sentence(words(), error);
    say(words().text("inbox.refused", name, why), Tone::warn);
}

// What a file proposes, into the journal. With moderation off the cards fall in sight.
base::Result<void> App::take_in(Ui& ui, exchange::ProposalFile&& file,
                                std::vector<base::Rect>& taken)
{
    auto& session = *open_->session;
    auto& canvas = gather_.canvas;
    bool const falls_now =
        canvas.shown == Canvas::Shown::yes &&
        model::get<model::Gathering>(session.document()).moderation == model::Moderation::off;
    auto const whole_now = std::move(file.instead_of);
    for (auto& entry : entries_of(session, std::move(file))) {
        if (auto const ok = make_way(session, entry, whole_now); !ok) return ok;
        for (auto& one : entry.which) {
            if (!falls_now) break;
            if (!one.at) one.at = falls(ui, canvas, one.as, one.proposal.title, taken);
            canvas.received[one.as] = ui.now_s + received_s;
        }
        auto const kept = session.submit(edit::inbox, entry);
        if (!kept) return base::fail(kept.error());
        told(kept);
    }
    return {};
}

void App::receive(Ui& ui)
{
    std::erase_if(gather_.canvas.received, [&](auto const& one) { return one.second <= ui.now_s; });
    std::vector<base::Rect> taken;
    for (auto& file : std::exchange(incoming_, {})) {
        auto read = file.unreadable ? base::fail(*file.unreadable)
                                    : exchange::read_proposals(file.name, file.bytes, file.at_ms,
                                                               file.taken_before);
        auto const left_out = read ? static_cast<std::int64_t>(read->left_out.size()) : 0;
        auto const kept = read ? take_in(ui, std::move(*read), taken) : base::fail(read.error());
        if (!kept && kept.error().code != base::Errc::invalid && read) {
            told(kept); // the disk refused: the file stays where it is
            look_again_ms_ = host_.now_ms() + rest_after_refusal_ms;
            return;
        }
        if (!kept) {
            refuse(file.name, kept.error());
            continue;
        }
        put_away(file.name, Fate::taken);
        if (left_out > 0)
            say(words().text("inbox.left_out", file.name, words().plural("inbox.rows", left_out)),
                Tone::warn);
    }
}

void App::grant_one(ShowInbox const&)
{
    if (!open_) return;
    auto const folder = host_.inbox(open_->path);
    if (!folder) {
        tell(folder.error());
        return;
    }
    ImGui::SetClipboardText(folder->c_str());
    say(words().text("inbox.folder.ready", folder->string()), Tone::info);
}

} // namespace ui
