#include "journal/checks.h"
#include "journal/codec.h"
#include "journal/codec_fields.h"
#include "journal/json_reader.h"

#include <algorithm>

// Reads the JSON of a session file. Lists grow element by element, so that memory use is bounded by
// the size of the text.
namespace journal {
namespace {

using base::Errc;
using base::fail;

// An entry being read, with the texts stored beside it.
struct Input : JsonReader {
    using JsonReader::JsonReader;
    PersonalTexts texts;
    std::size_t taken = 0; // number of texts read from beside
    enum class Texts { pass, keep } keeps = Texts::pass;
};

// Reads the texts stored beside; their kinds follow from the entry.
bool read_said(std::string_view json, std::vector<Said>& out)
{
    constexpr std::size_t salt_digits = 32;
    if (json.empty()) return true;
    JsonReader in(json);
    if (!in.begins_list()) return false;
    while (in.next_element()) {
        std::vector<std::string> parts;
        if (!in.begins_list()) return false;
        while (in.next_element() && parts.size() < 3) in.text(parts.emplace_back());
        if (in.failed()) return false;
        auto& one = out.emplace_back();
        if (parts.size() == 1)
            one.text = std::move(parts[0]);
        else if (parts.size() == 2 && parts[0].size() == salt_digits)
            one.salt = std::move(parts[0]), one.text = std::move(parts[1]);
        else
            return false;
        if (one.erased() &&
            std::ranges::find(model::erased_words, one.text) == model::erased_words.end())
            return false; // a text in place of an erased one
    }
    return in.done();
}

template <class T>
void read(Input& in, T& value);
template <class T>
void read(Input& in, std::vector<T>& list);

// Reads a text of a record: directly, or by its commitment from beside.
void read_text(Input& in, std::string& text, model::Personal kind)
{
    if (kind == model::Personal::none || !in.next_is_object()) {
        bool const of_people = kind != model::Personal::none && in.keeps == Input::Texts::keep;
        if (in.text(text) && of_people && !text.empty())
            in.texts.within.push_back({{}, text, kind});
        return;
    }
    std::string name, digits;
    if (!in.begins_object() || !in.next_member(name)) return;
    if (name != "sha256") in.wrong("why.unknown_field " + name);
    if (!in.text(digits)) return;
    if (in.next_member(name)) in.wrong("why.unknown_field " + name);
    if (in.taken == in.texts.beside.size()) {
        in.wrong("why.said");
        return;
    }
    auto& said = in.texts.beside[in.taken++];
    said.kind = kind;
    if (!said.erased() && commitment(said.salt, said.text) != digits) in.wrong("why.said");
    text = in.keeps == Input::Texts::keep ? said.text : std::move(said.text);
}

template <class R, class T>
void read_field(Input& in, char const* field, T& member)
{
    if constexpr (requires { R::name; } && std::is_same_v<T, std::string>) {
        read_text(in, member, model::personal(R::name, field));
    } else if constexpr (requires { R::name; } && std::is_same_v<T, std::vector<std::string>>) {
        auto const kind = model::personal(R::name, field);
        member.clear();
        if (!in.begins_list()) return;
        while (in.next_element()) {
            if (member.size() == texts_max) in.wrong_value();
            read_text(in, member.emplace_back(), kind);
        }
    } else {
        read(in, member);
    }
}

// The fields that `T` lists, in any order, each at most once; a missing one keeps its default, as
// an older version did not write it.
template <Fields T>
void read_fields(Input& in, T& value)
{
    if (!in.begins_object()) return;
    std::uint64_t seen = 0;
    static_assert(sizeof(seen) * 8 >= 64, "a record has at most 64 fields");
    for (std::string name; in.next_member(name);) {
        bool known = false;
        std::uint64_t bit = 1;
        T::fields(value, [&](char const* field, auto& member) {
            if (!known && name == field) {
                known = true;
                if (seen & bit)
                    in.wrong("why.twice " + name);
                else
                    read_field<T>(in, field, member);
                seen |= bit;
            }
            bit <<= 1U;
        });
        if (!known) in.wrong("why.unknown_field " + name);
    }
}

template <class T>
void read(Input& in, T& value)
{
    if constexpr (std::is_enum_v<T>) {
        std::string said;
        if (!in.text(said)) return;
        if (auto const known = base::from_name<T>(said))
            value = *known;
        else
            in.wrong("why.unknown_name " + said);
    } else if constexpr (Identity<T>) {
        in.number(value.value);
    } else if constexpr (Fields<T>) {
        read_fields(in, value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        in.text(value);
    } else {
        in.number(value);
    }
}

// An element must hold at least one field: "{}" would take far more memory than text.
template <class T>
bool names_its_things(T const& element)
{
    bool all = true;
    if constexpr (Fields<T const>)
        T::fields(element, [&]<class M>(char const*, M const& member) {
            if constexpr (Identity<M>) all = all && member.value != 0;
        });
    return all;
}

template <class T>
void read(Input& in, std::vector<T>& list)
{
    list.clear();
    if (!in.begins_list()) return;
    while (in.next_element()) {
        read(in, list.emplace_back());
        if (!names_its_things(list.back())) in.wrong_value();
    }
}

// Members in the order in which they are written: record name, key if it has one, before, after.
template <class R>
void read_edit(Input& in, model::Changes& out)
{
    model::Edit<R> e;
    constexpr bool keyed = !std::is_same_v<typename R::Key, model::Only>;
    bool key = false;
    for (std::string name; in.next_member(name);) {
        if constexpr (keyed)
            if (name == "key" && !key && !e.before && !e.after) {
                key = true;
                read(in, e.key);
                continue;
            }
        if (name == "before" && !e.before && !e.after)
            read(in, e.before.emplace());
        else if (name == "after" && !e.after)
            read(in, e.after.emplace());
        else
            in.wrong("why.unknown_field " + name);
    }
    if (keyed && !key) in.wrong("why.missing key");
    if (!in.failed()) out.emplace_back(std::move(e));
}

void read_change(Input& in, model::Changes& out)
{
    std::string name, record;
    if (!in.begins_object()) return;
    if (!in.next_member(name) || name != "record") {
        in.wrong("why.missing record");
        return;
    }
    if (!in.text(record)) return;
    bool known = false;
    model::for_each_record_type([&]<class R>() {
        if (known || record != R::name) return;
        known = true;
        read_edit<R>(in, out);
    });
    if (!known) in.wrong("why.unknown_record " + record);
}

void read_changes(Input& in, model::Changes& out)
{
    if (!in.begins_list()) return;
    while (in.next_element()) read_change(in, out);
}

struct EntryFields {
    Entry* of;
    static void fields(auto& r, auto&& f)
    {
        f("n", r.of->n), f("actor", r.of->actor), f("at_ms", r.of->at_ms), f("kind", r.of->kind);
        f("target", r.of->target), f("label", r.of->label);
    }
};

void read_entry(Input& in, Entry& entry)
{
    if (!in.begins_object()) return;
    std::uint64_t seen = 0;
    constexpr std::uint64_t n_bit = 1, changes_bit = 1ULL << 63U;
    EntryFields fields{&entry};
    for (std::string name; in.next_member(name);) {
        std::uint64_t bit = 1, mine = 0;
        if (name == "changes") {
            mine = changes_bit;
            if (!(seen & mine)) read_changes(in, entry.changes);
        }
        EntryFields::fields(fields, [&](char const* field, auto& member) {
            if (name == field) {
                mine = bit;
                if (!(seen & mine)) read(in, member);
            }
            bit <<= 1U;
        });
        if (mine == 0) in.wrong("why.unknown_field " + name);
        if (seen & mine) in.wrong("why.twice " + name);
        seen |= mine;
    }
    if (!(seen & n_bit)) in.wrong("why.missing n");
    if (!(seen & changes_bit)) in.wrong("why.missing changes");
}

base::Result<void> whole(JsonReader& in)
{
    if (in.done()) return {};
    return fail(Errc::corrupt, "file.form", in.fault());
}

// The header fields that all versions share; others are ignored.
bool read_start(std::string_view json, HeaderFields& start)
{
    JsonReader in(json);
    if (!in.begins_object()) return false;
    for (std::string name; in.next_member(name);) {
        if (name == "format")
            in.text(start.format);
        else if (name == "version")
            in.number(start.version);
        else
            in.skip();
    }
    return in.done();
}

base::Result<Entry> read_all(Input& in, std::string_view said)
{
    Entry entry;
    if (!read_said(said, in.texts.beside)) in.wrong("why.said");
    read_entry(in, entry);
    if (in.taken != in.texts.beside.size()) in.wrong("why.said");
    if (auto ok = whole(in); !ok) return fail(ok.error());
    if (auto what = unsound(entry); !what.empty()) return fail(Errc::corrupt, "file.form", what);
    return entry;
}

} // namespace

base::Result<Entry> decode_entry(std::string_view json, std::string_view said)
{
    Input in(json);
    return read_all(in, said);
}

base::Result<PersonalTexts> personal_texts(std::string_view json, std::string_view said)
{
    Input in(json);
    in.keeps = Input::Texts::keep;
    if (auto const entry = read_all(in, said); !entry) return fail(entry.error());
    return std::move(in.texts);
}

base::Result<Header> decode_header(std::string_view json)
{
    HeaderFields start;
    if (!read_start(json, start) || start.format != "cadran")
        return fail(Errc::corrupt, "file.not_a_session");
    if (start.version > format_version)
        return fail(Errc::too_new, "file.version", std::to_string(start.version));
    HeaderFields fields;
    Input in(json);
    read(in, fields);
    auto const hexadecimal = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    };
    // The session's id is used in file names: exactly 32 hexadecimal digits are accepted.
    if (!in.done() || fields.version < 1 || fields.session.size() != 32 ||
        !std::ranges::all_of(fields.session, hexadecimal))
        return fail(Errc::corrupt, "file.not_a_session");
    return Header{fields.version, fields.session, fields.created_ms};
}

base::Result<std::vector<BoxRow>> decode_box(std::string_view json)
{
    BoxFields fields;
    Input in(json);
    read(in, fields);
    if (auto ok = whole(in); !ok) return fail(ok.error());
    for (auto const& row : fields.ballots)
        if (auto what = unsound(row.ballot); !what.empty())
            return fail(Errc::corrupt, "file.form", what);
    return std::move(fields.ballots);
}

} // namespace journal
