#include "journal/box/file_box.h"
#include "journal/box/old_boxes.h"

#include <algorithm>

// Closing a ballot box, and copying it with a session.
namespace journal {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using model::RoundId;

Result<void> FileBox::destroy(RoundId round)
{
    bool const empty = in_.count(round) == 0;
    if (keep_ == Keep::reading)
        return empty ? Result<void>{} : fail(Errc::denied, "file.read_only");
    auto former = former_.settle(keys_, [&](RoundId over) { return over == round; });
    if (empty) return former;
    if (auto ok = spare_what_is_not_ours(); !ok) return ok;
    stopped_.reset();
    auto next = in_.all();
    next.erase(round);
    // The key is destroyed first: if removing the file fails, it can no longer be decrypted, and
    // `settle` removes it later.
    auto gone = next.empty() && key_ ? keys_.destroy(key_->id) : Result<void>{};
    bool const last = next.empty();
    auto const done = become(std::move(next), last ? nullptr : &gone);
    if (in_.size() == 0) stopped_.reset(); // empty: nothing can be lost
    if (!done || !gone) return done ? gone : done;
    return former;
}

std::vector<base::Error> FileBox::settle(std::function<Round(RoundId)> const& say)
{
    std::vector<base::Error> notices;
    auto const over = [&](RoundId round) { return say(round) == Round::over; };
    auto const name = place_.path.filename().string();
    if (keep_ == Keep::writing && !former_.settle(keys_, over))
        notices.push_back({Errc::io, "box.left", name, 0});
    if (lost_) {
        if (!std::ranges::all_of(*lost_, over)) {
            notices.push_back({Errc::not_found, "box.key_lost", name, 0});
        } else if (keep_ == Keep::writing && disk_.remove(place_.path)) {
            (void)platform::flush_folder_of(disk_, place_.path);
            hold({});
            lost_.reset();
        }
        return notices;
    }
    if (keep_ == Keep::reading) return notices;
    for (auto const round : rounds())
        if (over(round))
            if (auto const done = destroy(round); !done)
                notices.push_back({Errc::io, "box.left", name, 0});
    auto const left = rounds();
    bool const strange =
        std::ranges::all_of(left, [&](RoundId round) { return say(round) == Round::unknown; });
    if (left.empty() || !strange) return notices;
    auto const aside = set_aside("aside");
    if (!aside) keep_ = Keep::reading;
    in_.restore({});
    key_.reset();
    notices.push_back(
        {Errc::conflict, "box.unknown", aside ? aside->filename().string() : name, 0});
    return notices;
}

// Whether the file, under our key, has ballots of rounds that are not in memory.
bool FileBox::holds_others() const
{
    auto const bytes = platform::read_whole(place_.path);
    if (!bytes) return false;
    auto ballots = Result<Ballots>{};
    if (auto const head = read_box_head(*bytes); head && head->key == key_->id) {
        auto read = unseal_box(*key_, *head, place_.session,
                               std::string_view(*bytes).substr(head->line().size()));
        if (read) ballots = std::move(read->ballots);
    } else if (auto const text = sealed_text_of(*bytes); text && text->key == key_->id) {
        ballots = read_sealed_text(*key_, *text, place_.session);
    }
    if (!ballots) return false; // it cannot be decrypted
    for (auto const& [round, of_round] : *ballots)
        for (auto const& [token, ballot] : of_round)
            if (!in_.holds(round, token)) return true;
    return false;
}

// Voting may go on in either of the two boxes; the key of the other one is destroyed when that vote
// closes.
Result<void> FileBox::save_copy(fs::path const& session_file) const
{
    if (in_.all().empty()) return {};
    auto const made = make(in_.all());
    if (!made) return fail(made.error());
    auto own = place_.path;
    own.replace_extension(); // without ".urn"
    std::vector<FormerKeys::Former> keys{
        {made->key.id, rounds(), base::hexadecimal(base::sha256(made->bytes)), session_file}};
    if (key_ && !holds_others())
        keys.push_back({key_->id, rounds(), digest_of_box(own, key_->id), own});
    auto done = former_.add(keys);
    if (done)
        done = platform::write_whole(disk_, box_beside(session_file), made->bytes,
                                     platform::Clobber::no, platform::Readers::owner);
    if (done) return done;
    for (auto const& one : keys) (void)former_.strike(one.key);
    (void)keys_.destroy(made->key.id);
    return done;
}

} // namespace journal
