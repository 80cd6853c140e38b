#pragma once

#include "model/document.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// The rooms of a session on several machines.
namespace model {

// "A", "B"… "Z", "AA": the letter of a site's number, from 1.
std::string letter_of(int number);

// The least number of ballots that may be told apart from the others. Fewer could be known persons.
constexpr std::int64_t room_least = 5;

// Which rooms may be told apart, by the number of ballots of each: sets of rooms, by index, each
// set ascending and the sets by their first room. No set has fewer than `room_least` ballots, so no
// difference of sums has either. Rooms with fewer are joined: with each other, and if that is too
// few, with the smallest other room. Where all of these have no ballot they are in no set. Empty:
// there are not two sets.
std::vector<std::vector<std::size_t>> rooms_apart(std::vector<std::int64_t> const& ballots);

// Whether a round can have this rule: a vote by ballots given here.
bool can_compare_rooms(Round const& round);

// Whether `by_room` says of exactly the ballots 1 to `count` where they came from, in two parts or
// more of `room_least` or more.
bool tells_enough(ByRoom const& by_room, std::int64_t count);

} // namespace model
