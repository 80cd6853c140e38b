#include "journal/codec.h"

#include "base/text.h"
#include "journal/checks.h"

#include <cereal/archives/json.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include <algorithm>
#include <limits>
#include <sstream>

namespace journal {
namespace {

using base::Errc;
using base::fail;
using Writer = cereal::JSONOutputArchive;
using Reader = cereal::JSONInputArchive;

// A value that is not what the field says: the same kind of failure as a JSON of the wrong shape.
struct WrongValue : cereal::RapidJSONException {
    using cereal::RapidJSONException::RapidJSONException;
};

template <class T>
concept Identity = requires(T id)
{
    {
        id.value
        } -> std::same_as<std::uint64_t&>;
};

// Counts the members it reads: compared with how many there are, it tells what would be left
// unread. cereal hands itself on as a Reader; here every Reader is one of these.
struct CountingReader : Reader {
    using Reader::Reader;
    std::size_t members = 0;
};

// The one way in which a member is read.
template <class T>
void read(Reader& ar, char const* name, T& value)
{
    ar(cereal::make_nvp(name, value));
    ++static_cast<CountingReader&>(ar).members;
}

// cereal reads a list where an object should be as an object that has nothing: every field would
// take its default.
void refuse_list(Reader& ar)
{
    if (ar.getNodeName()) return; // a member has a name: an object
    try {
        cereal::size_type size = 0;
        ar(cereal::make_size_tag(size));
    } catch (cereal::RapidJSONException const&) {
        return; // not a list, so an object without members
    }
    throw WrongValue("a list where an object should be");
}

template <class T>
void put(Writer& ar, char const* name, T const& value);
template <class T>
void take(Reader& ar, char const* name, T& value);
template <Identity T>
void put(Writer& ar, char const* name, std::vector<T> const& list);
template <Fields T>
void put(Writer& ar, char const* name, std::vector<T> const& list);
template <class T>
void take_present(Reader& ar, char const* name, T& value);
template <Identity T>
void take_present(Reader& ar, char const* name, std::vector<T>& list);
template <Fields T>
void take_present(Reader& ar, char const* name, std::vector<T>& list);

// An object of named fields, as cereal wants it: one wrapper to write it, one to read it.
template <class R>
struct Out {
    R const* of;
    void save(Writer& ar) const
    {
        R::fields(*of, [&](char const* name, auto const& value) { put(ar, name, value); });
    }
};
template <class R>
struct In {
    R* of;
    void load(Reader& ar)
    {
        refuse_list(ar);
        R::fields(*of, [&](char const* name, auto& value) { take(ar, name, value); });
    }
};
template <class T>
struct OutList {
    std::vector<T> const* of;
    void save(Writer& ar) const
    {
        ar(cereal::make_size_tag(static_cast<cereal::size_type>(of->size())));
        for (auto const& one : *of) ar(Out<T>{&one});
    }
};
template <class T>
struct InList {
    std::vector<T>* of;
    void load(Reader& ar)
    {
        cereal::size_type size = 0;
        ar(cereal::make_size_tag(size));
        of->resize(size);
        for (auto& one : *of) {
            In<T> in{&one};
            ar(in);
        }
    }
};

template <class T>
void put(Writer& ar, char const* name, T const& value)
{
    if constexpr (std::is_enum_v<T>)
        ar(cereal::make_nvp(name, std::string(base::name_of(value))));
    else if constexpr (Identity<T>)
        ar(cereal::make_nvp(name, value.value));
    else if constexpr (Fields<T>)
        ar(cereal::make_nvp(name, Out<T>{&value}));
    else
        ar(cereal::make_nvp(name, value));
}

template <Identity T>
void put(Writer& ar, char const* name, std::vector<T> const& list)
{
    std::vector<std::uint64_t> numbers(list.size());
    std::ranges::transform(list, numbers.begin(), [](T id) { return id.value; });
    ar(cereal::make_nvp(name, numbers));
}

template <Fields T>
void put(Writer& ar, char const* name, std::vector<T> const& list)
{
    ar(cereal::make_nvp(name, OutList<T>{&list}));
}

template <class T>
void take_present(Reader& ar, char const* name, T& value)
{
    if constexpr (std::is_enum_v<T>) {
        std::string said;
        read(ar, name, said);
        auto const known = base::from_name<T>(said);
        if (!known) throw WrongValue((std::string(name) + " \"" + said + '"').c_str());
        value = *known;
    } else if constexpr (Identity<T>) {
        read(ar, name, value.value);
    } else if constexpr (Fields<T>) {
        In<T> in{&value};
        read(ar, name, in);
    } else {
        read(ar, name, value);
    }
}

template <Identity T>
void take_present(Reader& ar, char const* name, std::vector<T>& list)
{
    std::vector<std::uint64_t> numbers;
    read(ar, name, numbers);
    list.clear();
    for (auto n : numbers) list.push_back(T{n});
}

template <Fields T>
void take_present(Reader& ar, char const* name, std::vector<T>& list)
{
    InList<T> in{&list};
    read(ar, name, in);
}

// A field that an older version did not write keeps its default; one of the wrong shape is refused.
template <class T>
void take(Reader& ar, char const* name, T& value)
{
    auto const fresh = value;
    try {
        take_present(ar, name, value);
    } catch (cereal::RapidJSONException const&) {
        throw;
    } catch (cereal::Exception const&) {
        value = fresh;
    }
}

template <class K>
void put_key(Writer& ar, K const& key)
{
    if constexpr (!std::is_same_v<K, model::Only>) put(ar, "key", key);
}

template <class K>
void take_key(Reader& ar, K& key)
{
    if constexpr (!std::is_same_v<K, model::Only>) take_present(ar, "key", key);
}

bool next_is(Reader& ar, std::string_view name)
{
    auto const* next = ar.getNodeName();
    return next && name == next;
}

template <class R>
bool take_as(Reader& ar, std::string const& record, model::Changes& out)
{
    if (record != R::name) return false;
    model::Edit<R> e;
    take_key(ar, e.key);
    if (next_is(ar, "before")) take_present(ar, "before", e.before.emplace());
    if (next_is(ar, "after")) take_present(ar, "after", e.after.emplace());
    out.emplace_back(std::move(e));
    return true;
}

struct OutChange {
    model::Change const* of;
    void save(Writer& ar) const
    {
        of->visit([&]<class R>(model::Edit<R> const& e) {
            ar(cereal::make_nvp("record", std::string(R::name)));
            put_key(ar, e.key);
            if (e.before) put(ar, "before", *e.before);
            if (e.after) put(ar, "after", *e.after);
        });
    }
};
struct InChange { // after those that are there
    model::Changes* of;
    // NOLINTNEXTLINE(readability-make-member-function-const): cereal wants it so
    void load(Reader& ar)
    {
        refuse_list(ar);
        std::string record;
        read(ar, "record", record);
        bool known = false;
        model::for_each_record_type(
            [&]<class R>() { known = known || take_as<R>(ar, record, *of); });
        if (!known) throw WrongValue(("record \"" + record + '"').c_str());
    }
};
struct OutChanges {
    model::Changes const* of;
    void save(Writer& ar) const
    {
        ar(cereal::make_size_tag(static_cast<cereal::size_type>(of->size())));
        for (auto const& one : *of) ar(OutChange{&one});
    }
};
struct InChanges {
    model::Changes* of;
    // NOLINTNEXTLINE(readability-make-member-function-const): cereal wants it so
    void load(Reader& ar)
    {
        cereal::size_type size = 0;
        ar(cereal::make_size_tag(size));
        of->clear(); // never made larger than what was read
        for (cereal::size_type i = 0; i < size; ++i) {
            InChange in{of};
            ar(in);
        }
    }
};
struct OutEntry {
    Entry const* of;
    void save(Writer& ar) const
    {
        put(ar, "n", of->n), put(ar, "actor", of->actor), put(ar, "at_ms", of->at_ms);
        put(ar, "kind", of->kind), put(ar, "target", of->target), put(ar, "label", of->label);
        ar(cereal::make_nvp("changes", OutChanges{&of->changes}));
    }
};
struct InEntry {
    Entry* of;
    // NOLINTNEXTLINE(readability-make-member-function-const): cereal wants it so
    void load(Reader& ar)
    {
        refuse_list(ar);
        take_present(ar, "n", of->n), take(ar, "actor", of->actor), take(ar, "at_ms", of->at_ms);
        take(ar, "kind", of->kind), take(ar, "target", of->target), take(ar, "label", of->label);
        InChanges in{&of->changes};
        read(ar, "changes", in);
    }
};
// What every version says, whatever else it adds.
struct HeaderStart {
    static void fields(auto& r, auto&& f) { f("format", r.format), f("version", r.version); }
    std::string format;
    int version = 0;
};
struct HeaderFields {
    static void fields(auto& r, auto&& f)
    {
        f("format", r.format), f("version", r.version), f("session", r.session);
        f("created_ms", r.created_ms);
    }
    std::string format;
    int version = 0;
    std::string session;
    std::int64_t created_ms = 0;
};
struct UrnFields {
    static void fields(auto& r, auto&& f) { f("ballots", r.ballots); }
    std::vector<UrnRow> ballots;
};

constexpr std::string_view opening = "{\"_\": ";

// One line of JSON: cereal's layout has line ends and an outer object of its own. As many decimals
// as it takes for every number to be read back as it was.
template <class Value>
std::string to_json(Value const& value)
{
    std::ostringstream os;
    {
        constexpr int every_decimal = std::numeric_limits<double>::max_exponent10 + 16;
        Writer ar(os, Writer::Options(every_decimal, Writer::Options::IndentChar::space, 0));
        ar(cereal::make_nvp("_", value));
    }
    auto out = std::move(os).str();
    std::erase(out, '\n'); // inside texts a line end is escaped, so these are layout only
    return out.substr(opening.size(), out.size() - opening.size() - 1);
}

enum class Unread { refused, allowed };

// All of it or nothing: a member that nobody read (unknown, written twice, out of its place) would
// be lost in silence. Unread::allowed for the one line that a newer version may have added to.
template <class Value>
base::Result<void> from_json(std::string_view json, Value&& value, Unread unread = Unread::refused)
{
    auto const said = census(json);
    if (said.nul) return fail(Errc::corrupt, "file.record", "NUL");
    std::size_t members = 0;
    try {
        std::istringstream is(std::string(opening).append(json).append("}"));
        CountingReader ar(is);
        ar(cereal::make_nvp("_", value));
        members = ar.members;
    } catch (std::exception const& error) { // the border: exceptions below, Result above
        return fail(Errc::corrupt, "file.record", error.what());
    }
    if (unread == Unread::refused && members != said.members)
        return fail(Errc::corrupt, "file.record", "unknown field");
    return {};
}

// What is about to be written must be readable: UTF-8, without NUL, no longer than a line may be.
base::Result<std::string> checked(std::string json)
{
    if (json.size() > line_max - 128) return fail(Errc::invalid, "file.line_length");
    if (!base::valid_utf8(json) || census(json).nul) return fail(Errc::invalid, "file.text");
    return json;
}

} // namespace

base::Result<std::string> encode(Entry const& entry)
{
    if (auto what = unsound(entry); !what.empty()) return fail(Errc::invalid, "file.record", what);
    return checked(to_json(OutEntry{&entry}));
}

std::string encode(Header const& header)
{
    HeaderFields const fields{"cadran", header.version, header.session, header.created_ms};
    return to_json(Out<HeaderFields>{&fields});
}

base::Result<Entry> decode_entry(std::string_view json)
{
    Entry entry;
    if (auto ok = from_json(json, InEntry{&entry}); !ok) return fail(ok.error());
    if (auto what = unsound(entry); !what.empty()) return fail(Errc::corrupt, "file.record", what);
    return entry;
}

base::Result<Header> decode_header(std::string_view json)
{
    HeaderStart start;
    auto const begun = from_json(json, In<HeaderStart>{&start}, Unread::allowed);
    if (!begun || start.format != "cadran") return fail(Errc::corrupt, "file.not_a_session");
    if (start.version > format_version)
        return fail(Errc::too_new, "file.version", std::to_string(start.version));
    HeaderFields fields;
    auto const whole = from_json(json, In<HeaderFields>{&fields});
    auto const hexadecimal = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    };
    // The session's name becomes part of file names: it is 32 digits or it is refused.
    if (!whole || fields.version < 1 || fields.session.size() != 32 ||
        !std::ranges::all_of(fields.session, hexadecimal))
        return fail(Errc::corrupt, "file.not_a_session");
    return Header{fields.version, fields.session, fields.created_ms};
}

base::Result<std::string> encode(std::vector<UrnRow> const& rows)
{
    for (auto const& row : rows)
        if (auto what = unsound(row.ballot); !what.empty())
            return fail(Errc::invalid, "file.record", what);
    UrnFields const fields{rows};
    return checked(to_json(Out<UrnFields>{&fields}));
}

base::Result<std::vector<UrnRow>> decode_urn(std::string_view json)
{
    UrnFields fields;
    if (auto ok = from_json(json, In<UrnFields>{&fields}); !ok) return fail(ok.error());
    for (auto const& row : fields.ballots)
        if (auto what = unsound(row.ballot); !what.empty())
            return fail(Errc::corrupt, "file.record", what);
    return std::move(fields.ballots);
}

} // namespace journal
