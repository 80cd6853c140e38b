#pragma once

#include <string>
#include <string_view>

// The hash chain of a session file.
namespace journal {

constexpr std::size_t hash_digits = 64;
constexpr std::string_view line_opening = "{\"hash\":\""; // start of every line

// The hash of a line: SHA-256 of the previous line's digits followed by this line's JSON.
std::string link(std::string_view previous_hash, std::string_view json);

// `{"hash":"…","entry":…}`, or `{"hash":"…","entry":…,"said":[…]}` with the texts stored beside the
// chained text; without a line end.
std::string to_line(std::string_view hash, std::string_view json, std::string_view said = {});

// The parts of a line, found without parsing the JSON; `said` is empty when missing. `ok` false
// when the line has another form.
struct Line {
    std::string_view hash, json, said;
    bool ok = false;
};
Line parts_of(std::string_view line);
Line parts_of(std::string&& line) = delete; // the parts would outlive it

} // namespace journal
