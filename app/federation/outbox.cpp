#include "federation/outbox.h"

#include "base/sha256.h"
#include "federation/command_text.h"
#include "journal/json_reader.h"
#include "journal/lines.h"

#include <fmt/format.h>

namespace federation {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using platform::Clobber;
using platform::Readers;

constexpr std::size_t hash_digits = 64;

} // namespace

std::string item_text(Item const& item)
{
    std::string what = "command", command;
    std::uint64_t target = 0;
    if (auto const* undo = std::get_if<session::UndoOf>(&item.origin.what))
        what = "undo", target = undo->n;
    else if (auto const* redo = std::get_if<session::RedoOf>(&item.origin.what))
        what = "redo", target = redo->n;
    else
        command = command_text(std::get<edit::Command>(item.origin.what));
    auto const json = fmt::format(
        R"({{"id":{},"actor":{},"role":{},"what":"{}","target":{},"command":{},"line":{}}})",
        item.id, item.origin.who.id.value, json_string(base::name_of(item.origin.who.role)), what,
        target, json_string(command), json_string(item.line));
    return base::hexadecimal(base::sha256(json)) + ' ' + json;
}

Result<Item> item_of(std::string_view line)
{
    if (line.size() < hash_digits + 1 || line[hash_digits] != ' ' ||
        base::hexadecimal(base::sha256(line.substr(hash_digits + 1))) !=
            line.substr(0, hash_digits))
        return fail(Errc::corrupt, "outbox.form", "why.hash");
    journal::JsonReader in(line.substr(hash_digits + 1));
    Item item{0, {{}, session::UndoOf{}}, {}, {}};
    std::string role, what, command;
    std::uint64_t target = 0;
    if (in.begins_object())
        for (std::string name; in.next_member(name);) {
            if (name == "id")
                in.number(item.id);
            else if (name == "actor")
                in.number(item.origin.who.id.value);
            else if (name == "role")
                in.text(role);
            else if (name == "what")
                in.text(what);
            else if (name == "target")
                in.number(target);
            else if (name == "command")
                in.text(command);
            else if (name == "line")
                in.text(item.line);
            else
                in.wrong("why.unknown_field " + name);
        }
    if (!in.done()) return fail(Errc::corrupt, "outbox.form", in.fault());
    auto const known = base::from_name<edit::Role>(role);
    if (!known) return fail(Errc::corrupt, "outbox.form", "why.unknown_name " + role);
    item.origin.who.role = *known;
    if (what == "undo") item.origin.what = session::UndoOf{target};
    if (what == "redo") item.origin.what = session::RedoOf{target};
    if (what == "command") {
        auto read = command_of(command);
        if (!read) return fail(read.error());
        item.origin.what = *std::move(read);
    }
    return item;
}

Outbox::Outbox(fs::path path, platform::Disk& disk)
    : path_(std::move(path))
    , disk_(&disk)
{
}

Result<std::vector<Item>> Outbox::load()
{
    std::vector<Item> items;
    std::error_code failed;
    if (!fs::exists(path_, failed)) return items;
    auto const bytes = platform::read_whole(path_);
    if (!bytes) return fail(bytes.error());
    std::size_t at = 0;
    for (auto end = bytes->find('\n'); end != std::string::npos; end = bytes->find('\n', at)) {
        auto item = item_of(std::string_view(*bytes).substr(at, end - at));
        if (!item) break;
        auto entry = journal::entry_of_line(item->line);
        if (!entry) break;
        item->entry = *std::move(entry);
        items.push_back(*std::move(item));
        at = end + 1;
    }
    // What follows the last whole item was not confirmed; the next one is written over it.
    if (at != bytes->size()) {
        if (auto ok = replace(items); !ok) return fail(ok.error());
        return items;
    }
    auto file = disk_->open(path_, platform::Use::append);
    if (!file) return fail(platform::told(file.error(), "file.write"));
    file_ = std::move(*file);
    size_ = static_cast<std::int64_t>(at);
    return items;
}

Result<void> Outbox::stop(base::Error why)
{
    stopped_ = std::move(why);
    file_.close();
    return fail(*stopped_);
}

Result<void> Outbox::replace(std::span<Item const> items)
{
    if (stopped_) return fail(*stopped_);
    std::string bytes;
    for (auto const& item : items) bytes += item_text(item) + '\n';
    file_.close();
    auto written = platform::write_whole(*disk_, path_, bytes, Clobber::yes, Readers::owner);
    if (!written && written.error().where == "file.sync")
        return stop(written.error()); // the old file or the new one: unknown
    std::error_code failed;
    if (!written && !fs::exists(path_, failed)) return written;
    auto file = disk_->open(path_, platform::Use::append);
    if (!file) return stop(platform::told(file.error(), "file.write"));
    file_ = std::move(*file);
    if (written) size_ = static_cast<std::int64_t>(bytes.size());
    return written;
}

Result<void> Outbox::add(Item const& item)
{
    if (stopped_) return fail(*stopped_);
    if (!file_) return replace({&item, 1});
    auto const added = item_text(item) + '\n';
    if (auto ok = platform::write_all(*disk_, file_, added); !ok) {
        if (!platform::cut(*disk_, file_, size_)) return stop({Errc::io, "file.sync", {}, 0});
        return ok;
    }
    if (auto ok = platform::flush(*disk_, file_); !ok) {
        (void)platform::cut(*disk_, file_, size_);
        return stop(ok.error());
    }
    size_ += static_cast<std::int64_t>(added.size());
    return {};
}

void Outbox::remove()
{
    file_.close();
    size_ = 0;
    (void)disk_->remove(path_); // what stays is found to be shared
}

fs::path Outbox::refused_path() const
{
    auto out = path_;
    return out.replace_extension(".refused");
}

Result<void> Outbox::put_aside(Item const& item, base::Error const& why)
{
    auto const path = refused_path();
    std::string bytes;
    std::error_code failed;
    if (fs::exists(path, failed)) {
        auto before = platform::read_whole(path);
        if (!before) return fail(before.error());
        bytes = *std::move(before);
    }
    bytes += fmt::format("{{\"why\":{},\"detail\":{},\"item\":{}}}\n", json_string(why.where),
                         json_string(why.detail), json_string(item_text(item)));
    return platform::write_whole(*disk_, path, bytes, Clobber::yes, Readers::owner);
}

} // namespace federation
