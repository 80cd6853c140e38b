#include "journal/file_box.h"

#include "base/sha256.h"
#include "journal/chain.h"
#include "journal/codec.h"

#include <algorithm>
#include <charconv>

namespace journal {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using model::RoundId;
using platform::Clobber;
using platform::Readers;

constexpr std::string_view opening = "cadran-urn 2 ";
constexpr std::size_t step = 4; // a full box becomes so many times as large
constexpr std::size_t whose_digits = 32;

std::string whose(std::string const& session)
{
    return base::hexadecimal(base::sha256(session)).substr(0, whose_digits);
}

Result<MemoryBox::Ballots> ballots_of(std::string_view json)
{
    auto rows = decode_box(json);
    if (!rows) return fail(rows.error());
    MemoryBox::Ballots out;
    for (auto& row : *rows)
        if (!out[row.round].emplace(std::move(row.token), std::move(row.ballot)).second)
            return fail(Errc::corrupt, "urn.damaged"); // two ballots of one token
    return out;
}

// A ballot box of version 1: in the clear, its hash taking in the name of its session.
Result<MemoryBox::Ballots> in_the_clear(std::string_view bytes, std::string const& session)
{
    auto const line = parts_of(bytes);
    if (!line.ok || link(session, line.json) != line.hash)
        return fail(Errc::corrupt, "urn.damaged");
    return ballots_of(line.json);
}

// The first line of a sealed box, and what follows it.
struct Head {
    std::string_view line, whose, key, sealed;
    std::vector<RoundId> rounds;
};
std::optional<Head> head_of_bytes(std::string_view bytes)
{
    Head head;
    auto const end = bytes.find('\n');
    if (!bytes.starts_with(opening) || end == std::string_view::npos) return std::nullopt;
    head.line = bytes.substr(0, end + 1);
    head.sealed = bytes.substr(end + 1);
    auto rest = bytes.substr(opening.size(), end - opening.size());
    constexpr auto fixed = whose_digits + 1 + key_id_digits + 1;
    if (rest.size() <= fixed || rest[whose_digits] != ' ' || rest[fixed - 1] != ' ')
        return std::nullopt;
    head.whose = rest.substr(0, whose_digits);
    head.key = rest.substr(whose_digits + 1, key_id_digits);
    rest = rest.substr(fixed);
    for (auto const* at = rest.data(); at < rest.data() + rest.size();) {
        RoundId round;
        auto const* end_of_rounds = rest.data() + rest.size();
        auto const [next, failed] = std::from_chars(at, end_of_rounds, round.value);
        if (failed != std::errc() || (next != end_of_rounds && *next != ',')) return std::nullopt;
        head.rounds.push_back(round);
        at = next + 1;
    }
    return head;
}

bool is_there(fs::path const& path)
{
    std::error_code failed; // what cannot be asked about is there
    return fs::symlink_status(path, failed).type() != fs::file_type::not_found;
}

// A free name beside `path`.
fs::path name_aside(fs::path const& path, std::string_view why)
{
    std::error_code failed;
    auto const stem = path.string().append(".").append(why);
    fs::path aside = stem;
    for (int n = 2; fs::exists(aside, failed); ++n) aside = stem + "-" + std::to_string(n);
    return aside;
}

} // namespace

FileBox::FileBox(BoxPlace place, platform::Disk& disk, Keep keep, Guard guard,
                 std::vector<base::Error>& notices)
    : place_(std::move(place))
    , disk_(disk)
    , keep_(keep)
    , guard_(std::move(guard))
    , keys_(place_.keys, disk)
{
    if (keep_ == Keep::writing) drop_leftovers();
    read(notices);
}

void FileBox::read(std::vector<base::Error>& notices)
{
    if (!is_there(place_.path)) return;
    auto bytes = platform::read_whole(place_.path);
    auto const head = bytes ? head_of_bytes(*bytes) : std::nullopt;
    auto ballots = base::Result<Ballots>(fail(Errc::corrupt, "urn.damaged"));
    if (head && head->whose == whose(place_.session)) {
        auto key = keys_.find(head->key);
        if (!key) {
            lost_ = head->rounds;
            hold(std::move(*bytes));
            return;
        }
        auto const json = unseal(*key, std::string(head->line) + place_.session, head->sealed);
        if (json) ballots = ballots_of(json->substr(0, json->find_last_not_of(' ') + 1));
        key_ = std::move(key);
    } else if (bytes) {
        ballots = in_the_clear(*bytes, place_.session);
    }
    if (ballots) {
        in_.restore(std::move(*ballots));
        hold(std::move(*bytes));
        return;
    }
    key_.reset();
    // There is something that cannot be read: it is never written over.
    auto const aside =
        keep_ == Keep::writing ? set_aside("damaged") : fail(Errc::denied, "file.read_only");
    if (!aside) keep_ = Keep::reading;
    notices.push_back(
        {Errc::corrupt, "urn.damaged", (aside ? *aside : place_.path).filename().string(), 0});
}

// What a writer killed between two names left.
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

std::string FileBox::head_of(Ballots const& ballots, Key const& key) const
{
    std::string out(opening);
    out.append(whose(place_.session)).append(" ").append(key.id).append(" ");
    for (auto const& [round, of_round] : ballots)
        out += (out.back() == ' ' ? "" : ",") + std::to_string(round.value);
    return out + '\n';
}

Result<std::string> FileBox::sealed(Ballots const& ballots, Key const& key) const
{
    std::vector<BoxRow> rows;
    for (auto const& [round, of_round] : ballots)
        for (auto const& [token, ballot] : of_round) rows.push_back({round, token, ballot});
    auto json = encode(rows);
    if (!json) return fail(json.error());
    auto head = head_of(ballots, key);
    auto size = place_.least;
    while (size < head.size() + seal_extra + json->size()) size *= step;
    json->resize(size - head.size() - seal_extra, ' ');
    auto body = seal(key, head + place_.session, *json);
    if (!body) return body;
    return head + *body;
}

void FileBox::hold(std::string bytes)
{
    bytes_ = std::move(bytes);
    auto const use = keep_ == Keep::writing ? platform::Use::update : platform::Use::read;
    auto file = bytes_.empty() ? platform::Tried<platform::File>{}
                               : platform::real_disk().open(place_.path, use);
    file_ = file ? std::move(*file) : platform::File{};
    seen_ = touched(file_);
}

// What a restart would find: empty when there is none, nothing when that cannot be known.
std::optional<std::string> FileBox::what_is_there() const
{
    if (!is_there(place_.path)) return std::string{};
    auto bytes = platform::read_whole(place_.path);
    if (!bytes || bytes->empty()) return std::nullopt;
    return std::move(*bytes);
}

Result<void> FileBox::check_kept()
{
    if (keep_ == Keep::reading) return {};
    if (stopped_) return fail(*stopped_);
    if (still_there(file_, place_.path, bytes_, seen_)) return {};
    stopped_ = {Errc::conflict, "urn.changed", place_.path.filename().string(), 0};
    return fail(*stopped_);
}

Result<void> FileBox::ready()
{
    if (keep_ == Keep::reading) return fail(Errc::denied, "file.read_only");
    if (auto ok = guard_(); !ok) return ok;
    if (auto ok = check_kept(); !ok) return ok;
    if (!lost_) return {};
    // The others' ballots cannot be read here, and are not written over.
    if (auto const aside = set_aside("aside"); !aside) return fail(aside.error());
    lost_.reset();
    return {};
}

Result<void> FileBox::write(std::string_view bytes) const
{
    Result<void> done;
    if (!bytes.empty())
        done = platform::write_whole(disk_, place_.path, bytes, Clobber::yes, Readers::owner);
    else if (auto const gone = disk_.remove(place_.path); !gone && is_there(place_.path))
        done = fail(platform::told(gone.error(), "file.write"));
    else
        done = platform::flush_folder_of(disk_, place_.path);
    if (!done && done.error().where == "file.sync") done = fail(Errc::io, "urn.sync");
    return done;
}

// On failure what is in memory is what a restart would find. The last step of a write is to make
// its name durable: refused, the new file stands under the name already, and a ballot that was said
// not to be taken would count. The old one is then put back.
Result<void> FileBox::replace(Ballots next, std::string bytes)
{
    auto done = write(bytes);
    auto there = done ? std::optional(bytes) : what_is_there();
    if (!done && there != bytes_) {
        (void)write(bytes_);
        there = what_is_there();
        if (there == bytes_) hold(std::move(bytes_));
    }
    if (!done && there == bytes_) return done;
    in_.restore(std::move(next));
    if (!key_) fill_with_zeros(); // it lay in the clear
    hold(std::move(bytes));
    if (!done) stopped_ = {Errc::io, "urn.unconfirmed", {}, 0};
    return done ? done : fail(*stopped_);
}

Result<void> FileBox::become(Ballots next, Use use)
{
    auto const old = key_;
    auto key = use == Use::same_key ? key_ : std::nullopt;
    bool const fresh = !next.empty() && !key;
    std::string bytes;
    if (fresh) {
        auto made = keys_.make();
        if (!made) return fail(made.error());
        key = std::move(*made);
    }
    Result<void> done;
    if (!next.empty()) {
        auto sealed_bytes = sealed(next, *key);
        if (sealed_bytes)
            bytes = std::move(*sealed_bytes);
        else
            done = fail(sealed_bytes.error());
    }
    if (done) done = replace(std::move(next), bytes);
    if (bytes_ != bytes) { // it stays as it was
        if (fresh) (void)keys_.destroy(key->id);
        return done;
    }
    key_ = bytes.empty() ? std::nullopt : std::move(key);
    if (!old || (key_ && key_->id == old->id)) return done;
    auto const gone = keys_.destroy(old->id);
    return done && use == Use::new_key ? gone : done;
}

Result<void> FileBox::put(RoundId round, std::string const& token, model::Ballot const& ballot)
{
    if (auto ok = ready(); !ok) return ok;
    auto next = in_.all();
    next[round].insert_or_assign(token, ballot);
    return become(std::move(next), Use::same_key);
}

Result<void> FileBox::withdraw(RoundId round, std::string const& token)
{
    if (!in_.holds(round, token)) return {};
    if (auto ok = ready(); !ok) return ok;
    MemoryBox next;
    next.restore(in_.all());
    (void)next.withdraw(round, token);
    return become(next.all(), Use::same_key);
}

// Only what no name leads to any more: never a copy that someone else keeps.
void FileBox::fill_with_zeros() const
{
    auto const known = platform::facts(file_);
    if (!known || known->names != 0) return;
    if (platform::write_all_at(disk_, file_, 0, std::string(bytes_.size(), '\0')))
        (void)disk_.flush(file_);
}

// Before the file is destroyed: what another program put in its place stays, beside it. An older
// one of ours, put back by a program that synchronises folders, does not.
Result<void> FileBox::spare_what_is_not_ours()
{
    if (still_there(file_, place_.path, bytes_, seen_)) return {};
    auto there = what_is_there();
    auto const head = there ? head_of_bytes(*there) : std::nullopt;
    bool const ours = head && key_ && head->key == key_->id;
    if (ours || (there && there->empty())) {
        hold(std::move(*there));
        return {};
    }
    auto const aside = set_aside("aside");
    return aside ? Result<void>{} : fail(aside.error());
}

Result<void> FileBox::destroy(RoundId round)
{
    if (in_.count(round) == 0) return {};
    if (keep_ == Keep::reading) return fail(Errc::denied, "file.read_only");
    if (auto ok = guard_(); !ok) return ok;
    if (auto ok = spare_what_is_not_ours(); !ok) return ok;
    stopped_.reset();
    auto next = in_.all();
    next.erase(round);
    // The key first: should what follows not be done, the file that is left says nothing any more,
    // and `settle` removes it.
    auto const gone = next.empty() && key_ ? keys_.destroy(key_->id) : Result<void>{};
    auto const done = become(std::move(next), Use::new_key);
    return done ? gone : done;
}

std::vector<base::Error> FileBox::settle(std::function<Round(RoundId)> const& say)
{
    std::vector<base::Error> notices;
    auto const over = [&](RoundId round) { return say(round) == Round::over; };
    auto const name = place_.path.filename().string();
    if (lost_) {
        if (!std::ranges::all_of(*lost_, over)) {
            notices.push_back({Errc::not_found, "urn.key_lost", name, 0});
        } else if (keep_ == Keep::writing && write({})) {
            hold({});
            lost_.reset();
        }
        return notices;
    }
    if (keep_ == Keep::reading) return notices;
    for (auto const round : rounds())
        if (over(round))
            if (auto const done = destroy(round); !done)
                notices.push_back({Errc::io, "urn.left", name, 0});
    auto const left = rounds();
    bool const strange =
        std::ranges::all_of(left, [&](RoundId round) { return say(round) == Round::unknown; });
    if (left.empty() || !strange) return notices;
    auto const aside = set_aside("aside");
    if (!aside) keep_ = Keep::reading;
    in_.restore({});
    key_.reset();
    notices.push_back(
        {Errc::conflict, "urn.unknown", aside ? aside->filename().string() : name, 0});
    return notices;
}

Result<void> FileBox::save_copy(fs::path const& path) const
{
    if (in_.all().empty()) return {};
    auto const key = keys_.make();
    if (!key) return fail(key.error());
    auto const bytes = sealed(in_.all(), *key);
    auto done = bytes ? platform::write_whole(disk_, path, *bytes, Clobber::no, Readers::owner)
                      : fail(bytes.error());
    if (!done) (void)keys_.destroy(key->id);
    return done;
}

} // namespace journal
