#include "journal/box/file_box.h"

#include "journal/box/old_boxes.h"
#include "journal/still_there.h"

#include <algorithm>

namespace journal {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using model::RoundId;
using platform::Clobber;
using platform::Readers;
using SlotKind = SlotSealer::Kind;

constexpr std::size_t last_bytes = 4096; // bytes compared at each quick check of the file

bool is_there(fs::path const& path)
{
    std::error_code failed; // if it cannot be examined, assume that it exists
    return fs::symlink_status(path, failed).type() != fs::file_type::not_found;
}

// An unused file name beside `path`.
fs::path name_aside(fs::path const& path, std::string_view why)
{
    std::error_code failed;
    auto const stem = path.string().append(".").append(why);
    fs::path aside = stem;
    for (int n = 2; fs::exists(aside, failed); ++n) aside = stem + "-" + std::to_string(n);
    return aside;
}

// The offset of slot `place` in the file.
std::int64_t slot_at(BoxHead const& head, std::size_t place)
{
    return static_cast<std::int64_t>(head.line().size() + place * head.sizes.slot);
}

bool is_unconfirmed(Result<void> const& done)
{
    return !done && done.error().where == "box.unconfirmed";
}

} // namespace

fs::path box_beside(fs::path session_file)
{
    session_file += ".urn";
    return session_file;
}

FileBox::FileBox(BoxPlace place, platform::Disk& disk, Keep keep, std::vector<base::Error>& notices)
    : place_(std::move(place))
    , disk_(disk)
    , keep_(keep)
    , keys_(place_.keys, disk)
    , former_(place_.keys, whose_box(place_.session), disk)
{
    if (keep_ == Keep::writing) drop_leftovers();
    if (!is_there(place_.path)) return;
    auto const name = place_.path.filename().string();
    auto const bytes = platform::read_whole(place_.path);
    auto found = bytes ? read(*bytes) : fail(Errc::corrupt, "box.damaged");
    if (!found) { // unreadable data is never overwritten
        key_.reset();
        auto const aside =
            keep_ == Keep::writing ? set_aside("damaged") : fail(Errc::denied, "file.read_only");
        if (!aside) keep_ = Keep::reading;
        notices.push_back(
            {Errc::corrupt, "box.damaged", aside ? aside->filename().string() : name, 0});
        return;
    }
    in_.restore(std::move(found->ballots));
    hold(lying(*bytes, std::move(found->head), found->used));
    if (keep_ == Keep::reading) return; // another process may be writing now
    if (found->torn) notices.push_back({Errc::corrupt, "box.torn", name, 0});
    // write the file anew: nothing is appended to damaged data
    if (!found->whole) (void)become(in_.all());
}

Result<FileBox::Found> FileBox::read(std::string const& bytes)
{
    auto const ours = whose_box(place_.session);
    if (auto head = read_box_head(bytes); head && head->whose == ours) {
        key_ = keys_.find(head->key);
        if (!key_) lost_ = head->rounds;
        if (!key_) return Found{};
        auto box = unseal_box(*key_, *head, place_.session,
                              std::string_view(bytes).substr(head->line().size()));
        if (!box) return fail(box.error());
        return Found{std::move(box->ballots), std::move(head), box->used, box->torn, box->whole};
    }
    auto ballots = Result<Ballots>{};
    if (auto const text = sealed_text_of(bytes); text && text->whose == ours) {
        key_ = keys_.find(text->key);
        if (!key_) lost_ = text->rounds;
        if (!key_) return Found{};
        ballots = read_sealed_text(*key_, *text, place_.session);
    } else {
        ballots = read_clear_box(bytes, place_.session);
    }
    if (!ballots) return fail(ballots.error());
    return Found{std::move(*ballots), std::nullopt, 0, false, true};
}

// Removes files that a crash left between writing and renaming.
void FileBox::drop_leftovers() const
{
    auto folder = place_.path.parent_path();
    if (folder.empty()) folder = ".";
    auto const begins = place_.path.filename().string() + ".new-";
    std::error_code failed;
    std::vector<fs::path> left;
    for (auto it = fs::directory_iterator(folder, failed); !failed && it != fs::end(it);
         it.increment(failed))
        if (it->path().filename().string().starts_with(begins)) left.push_back(it->path());
    for (auto const& path : left) fs::remove(path, failed);
}

Result<fs::path> FileBox::set_aside(std::string_view why)
{
    auto const aside = name_aside(place_.path, why);
    if (auto const done = disk_.rename(place_.path, aside); !done)
        return fail(platform::told(done.error(), "file.write"));
    hold({});
    return aside;
}

FileBox::Lying FileBox::lying(std::string_view bytes, std::optional<BoxHead> head, std::size_t used)
{
    Lying out;
    out.size = static_cast<std::int64_t>(bytes.size());
    out.last = bytes.substr(bytes.size() - std::min(bytes.size(), last_bytes));
    out.last_at = out.size - static_cast<std::int64_t>(out.last.size());
    if (head) {
        auto const line = head->line().size(), slot = head->sizes.slot;
        out.slots = (bytes.size() - line) / slot;
        out.used = used;
        out.parts.push_back(base::sha256(bytes.substr(0, line)));
        for (std::size_t i = 0; i < out.slots; ++i)
            out.parts.push_back(base::sha256(bytes.substr(line + i * slot, slot)));
    } else {
        out.parts.push_back(base::sha256(bytes));
    }
    out.head = std::move(head);
    return out;
}

void FileBox::hold(Lying lies)
{
    lies_ = std::move(lies);
    file_ = {};
    released_.reset();
    if (lies_.size > 0 && keep_ == Keep::writing)
        if (auto file = platform::real_disk().open(place_.path, platform::Use::update); file)
            file_ = std::move(*file);
    seen_ = touched(file_);
}

// Records that a part of the file now holds `bytes`.
void FileBox::wrote(std::int64_t at, std::string_view bytes, std::size_t part)
{
    if (part >= lies_.parts.size()) lies_.parts.resize(part + 1);
    lies_.parts[part] = base::sha256(bytes);
    lies_.last = bytes.substr(bytes.size() - std::min(bytes.size(), last_bytes));
    lies_.last_at = at + static_cast<std::int64_t>(bytes.size() - lies_.last.size());
    seen_ = touched(file_);
}

bool FileBox::is_as_known() const
{
    std::int64_t at = 0;
    for (std::size_t part = 0; part < lies_.parts.size(); ++part) {
        auto const size = !lies_.head ? static_cast<std::size_t>(lies_.size)
                          : part == 0 ? lies_.head->line().size()
                                      : lies_.head->sizes.slot;
        auto const bytes = platform::read_at(file_, at, size);
        if (!bytes || base::sha256(*bytes) != lies_.parts[part]) return false;
        at += static_cast<std::int64_t>(size);
    }
    return true;
}

bool FileBox::lies_there()
{
    return still_there(file_, place_.path, lies_.size, seen_, [&](Look look) {
        if (look == Look::whole) return is_as_known();
        auto const bytes = platform::read_at(file_, lies_.last_at, lies_.last.size());
        return bytes && *bytes == lies_.last;
    });
}

Result<void> FileBox::check_kept()
{
    if (keep_ == Keep::reading) return {};
    if (stopped_) return fail(*stopped_);
    if (lies_there()) return {};
    stopped_ = {Errc::conflict, "box.changed", place_.path.filename().string(), 0};
    return fail(*stopped_);
}

Result<void> FileBox::ready()
{
    if (keep_ == Keep::reading) return fail(Errc::denied, "file.read_only");
    if (auto ok = check_kept(); !ok) return ok;
    if (!lost_) return {};
    // Ballots of another session cannot be read here, and are not overwritten.
    if (auto const aside = set_aside("aside"); !aside) return fail(aside.error());
    lost_.reset();
    return {};
}

Result<void> FileBox::unconfirmed()
{
    stopped_ = {Errc::io, "box.unconfirmed", {}, 0};
    return fail(*stopped_);
}

Result<void> FileBox::put(RoundId round, std::string const& token, model::Ballot const& ballot)
{
    if (auto ok = ready(); !ok) return ok;
    auto json = encode(std::vector{BoxRow{round, token, ballot}});
    if (!json) return fail(json.error());
    auto const live = in_.size() + (in_.holds(round, token) ? 0U : 1U);
    if (!has_room(round, json->size(), live)) {
        auto next = in_.all();
        next[round].insert_or_assign(token, ballot);
        return become(std::move(next));
    }
    auto done = add({SlotKind::put, std::move(*json)}, live);
    if (done || is_unconfirmed(done)) (void)in_.put(round, token, ballot);
    return done;
}

Result<void> FileBox::withdraw(RoundId round, std::string const& token)
{
    if (!in_.holds(round, token)) return {};
    if (auto ok = ready(); !ok) return ok;
    auto const json = encode(std::vector{BoxRow{round, token, {{}, 1}}});
    if (!json) return fail(json.error());
    auto const live = in_.size() - 1;
    if (live == 0 || !has_room(round, json->size(), live)) {
        MemoryBox next;
        next.restore(in_.all());
        (void)next.withdraw(round, token);
        return become(next.all());
    }
    auto done = add({SlotKind::taken_out, *json}, live);
    if (done || is_unconfirmed(done)) (void)in_.withdraw(round, token);
    return done;
}

// Whether a used box has a free slot for one more record of this round.
bool FileBox::has_room(RoundId round, std::size_t json, std::size_t live) const
{
    if (!lies_.head || std::ranges::count(lies_.head->rounds, round) == 0) return false;
    auto const& sizes = lies_.head->sizes;
    return slot_for(json, sizes.slot) == sizes.slot &&
           lies_.used < std::max(lies_.slots, slots_for(live, sizes));
}

Result<void> FileBox::add(Slot const& slot, std::size_t live)
{
    if (auto const wanted = slots_for(live, lies_.head->sizes); wanted > lies_.slots)
        if (auto ok = extend(wanted); !ok) return ok;
    SlotSealer const sealer(*key_, *lies_.head, place_.session);
    auto const sealed = sealer.seal(lies_.used, slot);
    if (!sealed) return fail(sealed.error());
    return put_into_slot(sealer, *sealed);
}

// Flushed before any ballot is put into the new slots: a crash leaves only empty ones.
Result<void> FileBox::extend(std::size_t slots)
{
    SlotSealer const sealer(*key_, *lies_.head, place_.session);
    auto const begin = slot_at(*lies_.head, lies_.slots),
               slot = std::int64_t(lies_.head->sizes.slot);
    std::string fresh;
    for (auto place = lies_.slots; place < slots; ++place) {
        auto const sealed = sealer.seal(place, {});
        if (!sealed) return fail(sealed.error());
        fresh += *sealed;
    }
    auto done = platform::write_all_at(disk_, file_, begin, fresh);
    if (done && !platform::flush(disk_, file_)) done = fail(Errc::io, "box.sync");
    if (!done) (void)platform::cut(disk_, file_, begin);
    if (auto const known = platform::facts(file_); known) lies_.size = known->size;
    seen_ = touched(file_);
    if (!done) return done;
    for (auto at = begin; lies_.slots < slots; at += slot)
        wrote(at, std::string_view(fresh).substr(std::size_t(at - begin), std::size_t(slot)),
              1 + lies_.slots++);
    return {};
}

// After a failure, memory must equal what a restart would read: a record that may have reached the
// disk and would count is overwritten.
Result<void> FileBox::put_into_slot(SlotSealer const& sealer, std::string const& sealed)
{
    auto const at = slot_at(*lies_.head, lies_.used);
    auto done = platform::write_all_at(disk_, file_, at, sealed);
    if (done && !platform::flush(disk_, file_)) done = fail(Errc::io, "box.sync");
    auto there = platform::Tried<std::string>(sealed);
    if (!done) {
        auto const nothing = sealer.seal(lies_.used, {});
        if (nothing && platform::write_all_at(disk_, file_, at, *nothing)) (void)disk_.flush(file_);
        there = platform::read_at(file_, at, sealed.size());
    }
    if (there) wrote(at, *there, 1 + lies_.used);
    if (!there || *there != sealed) return done;
    ++lies_.used;
    return done ? done : unconfirmed();
}

// The whole box with `ballots`, under a new key.
Result<FileBox::Made> FileBox::make(Ballots const& ballots) const
{
    auto key = keys_.make();
    if (!key) return fail(key.error());
    BoxHead head{whose_box(place_.session), key->id, place_.sizes, {}};
    std::size_t used = 0;
    for (auto const& [round, of_round] : ballots) {
        head.rounds.push_back(round);
        for (auto const& [token, ballot] : of_round) {
            ++used;
            auto const json = encode(std::vector{BoxRow{round, token, ballot}});
            if (json && head.sizes.slot != 0)
                head.sizes.slot = slot_for(json->size(), head.sizes.slot);
        }
    }
    auto bytes = head.sizes.slot != 0 ? seal_box(*key, head, place_.session, ballots)
                                      : fail(Errc::invalid, "file.line_length");
    if (bytes) return Made{std::move(*key), std::move(*bytes), std::move(head), used};
    (void)keys_.destroy(key->id);
    return fail(bytes.error());
}

// The last step of a write is to flush the folder. If that fails, the new file is already in place,
// and a ballot that was reported as refused would count: the old file is put back.
Result<void> FileBox::become(Ballots next, Result<void>* old_key_gone)
{
    if (next.empty()) return remove();
    auto made = make(next);
    if (!made) return fail(made.error());
    auto done = write(made->bytes);
    if (!done && !stands_again()) {
        done = unconfirmed();
    } else if (!done) {
        (void)keys_.destroy(made->key.id);
        return done;
    }
    auto old = std::exchange(key_, std::move(made->key));
    if (!old && lies_.size > 0) fill_with_zeros(); // the old box was not encrypted
    in_.restore(std::move(next));
    hold(lying(made->bytes, std::move(made->head), made->used));
    auto const gone = old ? keys_.destroy(old->id) : Result<void>{};
    if (old) wipe(old->bytes);
    if (old_key_gone) *old_key_gone = gone;
    return done;
}

// After a failed write: restores the old file, or its absence; whether that succeeded.
bool FileBox::stands_again()
{
    auto const held = platform::facts(file_), named = platform::facts(place_.path);
    if (lies_.size == 0) {
        if (is_there(place_.path)) (void)disk_.remove(place_.path);
        return !is_there(place_.path);
    }
    if (held && named && held->identity == named->identity) return true;
    auto const old = released_ ? platform::Tried<std::string>(*released_)
                               : platform::read_at(file_, 0, static_cast<std::size_t>(lies_.size));
    if (!old) return false;
    auto const is_back = [&] {
        auto const now = platform::read_whole(place_.path);
        return now && *now == *old;
    };
    if (!released_ || !is_back()) (void)write(*old);
    if (!is_back()) return false;
    hold(lies_);
    return true;
}

// Removes the file of an empty box.
Result<void> FileBox::remove()
{
    if (auto const done = disk_.remove(place_.path); !done && is_there(place_.path))
        return fail(platform::told(done.error(), "file.write"));
    auto const flushed = platform::flush_folder_of(disk_, place_.path);
    if (!key_) fill_with_zeros();
    in_.restore({});
    hold({});
    if (key_) {
        (void)keys_.destroy(key_->id);
        wipe(key_->bytes);
    }
    key_.reset();
    return flushed ? flushed : unconfirmed();
}

// Closes the file where an open one cannot be replaced; `hold` opens it again.
void FileBox::release()
{
    if (!file_ || disk_.replaces_open_files(place_.path.parent_path())) return;
    auto bytes = platform::read_at(file_, 0, static_cast<std::size_t>(lies_.size));
    if (!bytes) return;
    released_ = *std::move(bytes);
    file_ = {};
}

Result<void> FileBox::write(std::string_view bytes)
{
    release();
    auto done = platform::write_whole(disk_, place_.path, bytes, Clobber::yes, Readers::owner);
    if (!done && done.error().where == "file.sync") return fail(Errc::io, "box.sync");
    return done;
}

// Only when no file name is left: a hard link may be somebody's copy.
void FileBox::fill_with_zeros() const
{
    auto const known = platform::facts(file_);
    if (!known || known->names != 0) return;
    auto const zeros = std::string(static_cast<std::size_t>(known->size), '\0');
    if (platform::write_all_at(disk_, file_, 0, zeros)) (void)disk_.flush(file_);
}

// Before the file is destroyed: a file that another program put in its place is kept aside, except
// an older version of our own, put back by a synchronising program.
Result<void> FileBox::spare_what_is_not_ours()
{
    if (lies_there()) return {};
    if (!is_there(place_.path)) {
        hold({});
        return {};
    }
    auto const bytes = platform::read_whole(place_.path).value_or(std::string{});
    auto const head = read_box_head(bytes);
    auto const text = sealed_text_of(bytes);
    if (key_ && ((head && head->key == key_->id) || (text && text->key == key_->id))) {
        hold(lying(bytes, std::nullopt, 0));
        return {};
    }
    auto const aside = set_aside("aside");
    return aside ? Result<void>{} : fail(aside.error());
}

} // namespace journal
