#pragma once

#include "journal/codec.h"

#include <string>
#include <vector>

// The fields of a header and of a ballot box, for both writing and reading.
namespace journal {

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

struct BoxFields {
    static void fields(auto& r, auto&& f) { f("ballots", r.ballots); }
    std::vector<BoxRow> ballots;
};

} // namespace journal
