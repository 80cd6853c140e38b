#pragma once

#include "journal/commitments.h"
#include "journal/entry.h"

#include <string>
#include <string_view>
#include <vector>

// The JSON of a session file, with everything named. Written with cereal, which is used only here;
// read by JsonReader, whose memory use is bounded by the size of the text.
namespace journal {

// Format 1: all texts are in the chained text of an entry. Format 2: personal texts
// (model::Personal) are there as commitments and stored beside it, from where they can be erased;
// see commitments.h.
constexpr int format_version = 2;
constexpr std::size_t line_max = 64UL * 1024 * 1024; // bytes of one line

struct Header {
    int version = format_version;
    std::string session; // 128 random bits, hexadecimal
    std::int64_t created_ms = 0;
};

// An entry or a header as one line of JSON. `invalid`: "file.text" when a text is not UTF-8 or
// holds a NUL, "file.form" when a value could not be read back, "file.line_length".
base::Result<std::string> encode(Entry const& entry);
std::string encode(Header const& header);
// The same for format 2: the chained text, and the texts stored beside it, empty when there are
// none. `io` "file.salt" when the system gives no random bits.
struct Written {
    std::string chained, said;
};
base::Result<Written> encode_committed(Entry const& entry);
// The texts beside an entry: salt and text of each, or a single word that replaces both.
std::string encode_said(std::vector<std::vector<std::string>> const& said);

// The personal texts of an entry: beside the chained text, and within it. Errors as decode_entry.
struct PersonalTexts {
    std::vector<Said> beside;
    std::vector<Said> within; // without salts: of format 1
};
base::Result<PersonalTexts> personal_texts(std::string_view json, std::string_view said);

// Parses such a line completely: a missing field takes its default, anything unknown is refused.
// `corrupt` "file.form" with the fault ("why.…", see i18n::sentence), "file.not_a_session";
// `too_new` "file.version". The texts stored beside must match their commitments, in order.
base::Result<Entry> decode_entry(std::string_view json, std::string_view said = {});
base::Result<Header> decode_header(std::string_view json);

// The ballots of a ballot box as JSON, and back; see FileBox.
struct BoxRow {
    model::RoundId round;
    std::string token;
    model::Ballot ballot;
    static void fields(auto& r, auto&& f)
    {
        f("round", r.round), f("token", r.token), f("ballot", r.ballot);
    }
};
base::Result<std::string> encode(std::vector<BoxRow> const& rows);
base::Result<std::vector<BoxRow>> decode_box(std::string_view json);

} // namespace journal
