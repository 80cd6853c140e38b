#include "journal/codec.h"

#include "base/text.h"
#include "journal/checks.h"
#include "journal/codec_fields.h"

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

template <class T>
void put(Writer& ar, char const* name, T const& value);
template <Identity T>
void put(Writer& ar, char const* name, std::vector<T> const& list);
template <Fields T>
void put(Writer& ar, char const* name, std::vector<T> const& list);

// Serialises an object with named fields for cereal.
template <class R>
struct Out {
    R const* of;
    void save(Writer& ar) const
    {
        R::fields(*of, [&](char const* name, auto const& value) { put(ar, name, value); });
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
void put(Writer& ar, char const* name, T const& value)
{
    if constexpr (requires { base::Names<T>::left_out; })
        if (value == base::Names<T>::left_out) return;
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

template <class K>
void put_key(Writer& ar, K const& key)
{
    if constexpr (!std::is_same_v<K, model::Only>) put(ar, "key", key);
}

// The texts stored beside an entry, while it is written.
struct Beside {
    std::vector<std::vector<std::string>> said; // salt and text
    bool failed = false;
};

struct OutText {
    std::string const* of;
    Beside* beside;
    void save(Writer& ar) const
    {
        auto const salt = new_salt();
        beside->failed = beside->failed || !salt;
        ar(cereal::make_nvp("sha256", commitment(salt.value_or(""), *of)));
        beside->said.push_back({salt.value_or(""), *of});
    }
};
void put_text(Writer& ar, std::string const& text, Beside* beside)
{
    if (text.empty())
        ar(text);
    else
        ar(OutText{&text, beside});
}
struct OutTexts {
    std::vector<std::string> const* of;
    Beside* beside;
    void save(Writer& ar) const
    {
        ar(cereal::make_size_tag(static_cast<cereal::size_type>(of->size())));
        for (auto const& text : *of) put_text(ar, text, beside);
    }
};

// Writes a record: texts directly, or as commitments with the text stored beside.
template <class R>
struct OutRecord {
    R const* of;
    Beside* beside;
    void save(Writer& ar) const
    {
        R::fields(*of, [&]<class T>(char const* name, T const& value) {
            bool const apart = beside && model::personal(R::name, name) != model::Personal::none;
            if constexpr (std::is_same_v<T, std::string>) {
                if (apart && !value.empty())
                    return ar(cereal::make_nvp(name, OutText{&value, beside})), void();
            } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
                if (apart) return ar(cereal::make_nvp(name, OutTexts{&value, beside})), void();
            }
            put(ar, name, value);
        });
    }
};

struct OutChange {
    model::Change const* of;
    Beside* beside;
    void save(Writer& ar) const
    {
        of->visit([&]<class R>(model::Edit<R> const& e) {
            ar(cereal::make_nvp("record", std::string(R::name)));
            put_key(ar, e.key);
            if (e.before) ar(cereal::make_nvp("before", OutRecord<R>{&*e.before, beside}));
            if (e.after) ar(cereal::make_nvp("after", OutRecord<R>{&*e.after, beside}));
        });
    }
};
struct OutChanges {
    model::Changes const* of;
    Beside* beside;
    void save(Writer& ar) const
    {
        ar(cereal::make_size_tag(static_cast<cereal::size_type>(of->size())));
        for (auto const& one : *of) ar(OutChange{&one, beside});
    }
};
struct OutEntry {
    Entry const* of;
    Beside* beside; // null: everything is in the chained text
    void save(Writer& ar) const
    {
        put(ar, "n", of->n), put(ar, "actor", of->actor), put(ar, "at_ms", of->at_ms);
        put(ar, "kind", of->kind), put(ar, "target", of->target), put(ar, "label", of->label);
        ar(cereal::make_nvp("changes", OutChanges{&of->changes, beside}));
    }
};

constexpr std::string_view wrapper = "{\"_\": ";

// One line of JSON: removes cereal's line ends and outer object. Numbers get enough decimals to be
// read back exactly.
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
    std::erase(out, '\n'); // only layout: line ends inside strings are escaped
    return out.substr(wrapper.size(), out.size() - wrapper.size() - 1);
}

// Checks text before it is written: UTF-8, no NUL, at most line_max bytes.
base::Result<std::string> checked(std::string json)
{
    if (json.size() > line_max - 128) return fail(Errc::invalid, "file.line_length");
    if (!base::valid_utf8(json) || holds_nul(json)) return fail(Errc::invalid, "file.text");
    return json;
}

} // namespace

base::Result<std::string> encode(Entry const& entry)
{
    if (auto what = unsound(entry); !what.empty()) return fail(Errc::invalid, "file.form", what);
    return checked(to_json(OutEntry{&entry, nullptr}));
}

base::Result<Written> encode_committed(Entry const& entry)
{
    if (auto what = unsound(entry); !what.empty()) return fail(Errc::invalid, "file.form", what);
    Beside beside;
    auto chained = checked(to_json(OutEntry{&entry, &beside}));
    if (!chained) return fail(chained.error());
    if (beside.failed) return fail(Errc::io, "file.salt");
    if (beside.said.empty()) return Written{*std::move(chained), {}};
    auto said = checked(encode_said(beside.said));
    if (!said) return fail(said.error());
    if (chained->size() + said->size() > line_max - 128)
        return fail(Errc::invalid, "file.line_length");
    return Written{*std::move(chained), *std::move(said)};
}

std::string encode_said(std::vector<std::vector<std::string>> const& said) { return to_json(said); }

std::string encode(Header const& header)
{
    HeaderFields const fields{"cadran", header.version, header.session, header.created_ms};
    return to_json(Out<HeaderFields>{&fields});
}

base::Result<std::string> encode(std::vector<BoxRow> const& rows)
{
    for (auto const& row : rows)
        if (auto what = unsound(row.ballot); !what.empty())
            return fail(Errc::invalid, "file.form", what);
    BoxFields const fields{rows};
    return checked(to_json(Out<BoxFields>{&fields}));
}

} // namespace journal
