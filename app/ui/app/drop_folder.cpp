#include "ui/app/drop_folder.h"

namespace ui {
namespace {

constexpr std::int64_t rest_after_refusal_ms = 30'000;
constexpr std::size_t together = 200; // limit per entry

// The proposals of a file in as few entries as possible. The receiver assigns case ids.
std::deque<edit::Propose> entries_of(exchange::ProposalFile&& file)
{
    std::deque<edit::Propose> entries;
    for (auto& [id, proposal] : file.proposals) {
        if (entries.empty() || entries.back().which.size() == together) entries.emplace_back();
        edit::Propose::One one{id, std::move(proposal), {}};
        if (auto const cut = file.instead_of.find(id); cut != file.instead_of.end())
            one.instead_of = std::move(cut->second);
        entries.back().which.push_back(std::move(one));
    }
    return entries;
}

} // namespace

bool DropFolder::look(std::filesystem::path const& session, std::shared_ptr<void const> opening)
{
    auto const now = host_.now_ms();
    bool const rests = now < look_again_ms_ && now > look_again_ms_ - rest_after_refusal_ms;
    if (file_ || rests) return false;
    session_ = session;
    opening_ = std::move(opening);
    for (auto& one : host_.incoming(session)) came_in_.push_back(std::move(one));
    bool const any = !came_in_.empty();
    open_next();
    return any;
}

void DropFolder::open_next()
{
    while (!file_ && !came_in_.empty()) {
        auto const came = std::move(came_in_.front());
        came_in_.pop_front();
        auto read = came.unreadable ? base::fail(*came.unreadable)
                                    : exchange::read_proposals(came.name, came.bytes, came.at_ms,
                                                               came.taken_before);
        Read about;
        about.name = came.name;
        if (!read) {
            about.as = Read::As::refused;
            about.why = read.error();
            end(std::move(about), Fate::refused);
            continue;
        }
        about.left_out = read->left_out.size();
        file_ = File{std::move(about), entries_of(std::move(*read))};
        send_next();
    }
}

// One by one: after a refusal the rest stays in the file.
void DropFolder::send_next()
{
    if (file_->entries.empty()) {
        end(std::move(std::exchange(file_, std::nullopt)->about), Fate::taken);
        return;
    }
    session::Message message{edit::inbox, session::Ask{file_->entries.front()}, opening_, {}};
    message.reply = [this, sitting = sitting_](session::Answer const& answer) {
        if (sitting != sitting_) return;
        answered(answer.outcome);
        open_next();
    };
    if (mail_.post(std::move(message))) return;
    file_.reset(); // it is found again at the next check
    came_in_.clear();
}

void DropFolder::answered(session::CommandResult const& outcome)
{
    auto const kept = session::as_result(outcome);
    if (kept) {
        file_->entries.pop_front();
        send_next();
        return;
    }
    auto about = std::move(std::exchange(file_, std::nullopt)->about);
    about.why = kept.error();
    if (about.why->code == base::Errc::invalid) {
        about.as = Read::As::refused;
        end(std::move(about), Fate::refused);
        return;
    }
    about.as = Read::As::waiting; // disk error: this file and the rest stay
    read_.push_back(std::move(about));
    came_in_.clear();
    look_again_ms_ = host_.now_ms() + rest_after_refusal_ms;
}

void DropFolder::end(Read about, Fate fate)
{
    if (auto const moved = host_.put_away(session_, about.name, fate); !moved)
        about.not_moved = moved.error();
    read_.push_back(std::move(about));
}

void DropFolder::forget()
{
    ++sitting_;
    came_in_.clear();
    file_.reset();
    read_.clear();
    look_again_ms_ = 0;
}

} // namespace ui
