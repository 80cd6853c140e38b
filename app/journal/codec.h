#pragma once

#include "journal/commitments.h"
#include "journal/entry.h"

#include <string>
#include <string_view>
#include <vector>

// The JSON of a session file, with everything named. Written with cereal, which is used only here;
// read by JsonReader, whose memory use is bounded by the size of the text.
namespace journal {

// 1: an entry says everything in its chained text. 2: what people said (model::Personal) is there
// by a commitment, and stands beside it, where it can be erased; see commitments.h.
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
// The same for format 2: what is chained, and what is said beside it; that is empty where nobody
// said anything. `io` "file.salt" when the system gives no random bits.
struct Written {
    std::string chained, said;
};
base::Result<Written> encode_committed(Entry const& entry);
// What is said beside a text: salt and text of each, or the one word that stands for both.
std::string encode_said(std::vector<std::vector<std::string>> const& said);

// What an entry says of people: where it stands beside the chained text, and how much stands in
// it. Errors as decode_entry.
struct PersonalTexts {
    std::vector<Said> beside;
    std::vector<Said> within; // without a salt: of format 1
};
base::Result<PersonalTexts> personal_texts(std::string_view json, std::string_view said);

// Parses such a line completely: a missing field takes its default, anything unknown is refused.
// `corrupt` "file.form" with the fault ("why.…", see i18n::sentence), "file.not_a_session";
// `too_new` "file.version".
// What stands beside the chained text has to be what was committed to there, each in its turn.
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
