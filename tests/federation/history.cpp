#include "federation/history.h"

#include "federation/outbox.h"
#include "journal/lines.h"
#include "model/rooms.h"
#include "model/turnout.h"

#include <doctest/doctest.h>

#include <limits>

namespace support {

using federation::Task;

namespace {

model::Case titled(std::string title)
{
    model::Case text;
    text.title = std::move(title);
    return text;
}

template <class R>
typename R::Key some_key(model::Document const& doc, std::uint64_t at)
{
    auto const& rows = model::table<R>(doc);
    if (rows.empty()) return {};
    return std::next(rows.begin(), static_cast<std::ptrdiff_t>(at % rows.size()))->first;
}

// Whether the file of refused items has the command that adds a case of that title.
bool refused_case(std::string const& file, std::string const& title)
{
    std::istringstream lines(file);
    for (std::string line; std::getline(lines, line);)
        if (line.find(R"(\"what\":\"command\")") != std::string::npos &&
            line.find("add_cases") != std::string::npos &&
            line.find('"' + title + '\\') != std::string::npos)
            return true;
    return false;
}

model::RoundId round_in(model::Document const& doc, model::RoundState state)
{
    model::RoundId out;
    for (auto const& [id, status] : model::table<model::RoundStatus>(doc))
        if (status.state == state) out = id;
    return out;
}

} // namespace

Station::Station(std::filesystem::path folder, int number, unsigned seed)
    : index(number)
    , folder_(std::move(folder))
    , random_(seed * 31 + static_cast<unsigned>(number))
{
    std::filesystem::create_directories(folder_);
}

void Station::receive(std::vector<std::string> const& lines) const
{
    std::string bytes;
    for (auto const& line : lines) bytes += line + '\n';
    write_bytes(file(), bytes);
}

void Station::start(model::SitePart part)
{
    auto opened = federation::open_shared(file(), {&disk, folder_ / "keys"}, clock, random_);
    REQUIRE(opened);
    opened_ = *std::move(opened);
    machine_ = std::make_unique<federation::Machine>(
        opened_, federation::Self{"Salle " + std::to_string(index), part, sites});
    sites.insert(machine_->replica().site());
}

void Station::end()
{
    machine_.reset();
    opened_ = {};
    tasks.clear();
    events.clear();
    linked = false;
}

History::History(unsigned seed)
    : seed_(seed)
    , engine_(seed)
{
}

void History::add_stations(int number)
{
    for (int i = 0; i < number; ++i)
        stations_.push_back(
            std::make_unique<Station>(folder_ / ("poste-" + std::to_string(i)), i, seed_));
}

void History::note_shared(Station& station, std::uint64_t before)
{
    auto& session = station.session();
    for (auto n = before + 1; n <= station.log().shared(); ++n) {
        auto const entry = station.log().entry(n);
        REQUIRE(entry);
        if (station.sites.contains(federation::site_of({entry->actor})))
            station.acknowledged.insert(station.log().hash(n));
    }
    for (auto const& [round, asked] : model::table<model::Collection>(session.settled_document()))
        for (auto site : asked.expected)
            if (asked.state == model::CollectionState::asked && station.sites.contains(site)) {
                std::multiset<int> values;
                for (auto const& [token, value] : station.box[round]) values.insert(value);
                frozen_[{asked.key, site}] = values;
            }
    for (auto& outcome : station.machine().replica().take_outcomes()) {
        if (outcome.kind == federation::Outcome::Kind::refused) ++refusals_;
        station.outcomes.push_back(std::move(outcome));
    }
}

void History::act(Station& station)
{
    auto& session = station.session();
    auto const who = station.machine().who();
    auto const& doc = session.document();
    auto const mark = "S" + std::to_string(station.index) + "-" + std::to_string(++marks_);
    switch (below(9)) {
    case 0:
    case 1:
    case 2: {
        edit::AddCases add{{{session.mint<model::CaseId>(), titled(mark), base::Vec2{1, 2}}}};
        if (session.submit(who, add)) made_[mark] = station.index;
        break;
    }
    case 3:
        (void)session.submit(
            who, edit::EditCase{some_key<model::Case>(doc, engine_()), titled("edited " + mark)});
        break;
    case 4:
        (void)session.submit(who,
                             edit::MoveCards{{{some_key<model::Case>(doc, engine_()),
                                               base::Vec2{static_cast<float>(below(900)), 5}}}});
        break;
    case 5: (void)session.undo(who); break;
    case 6: (void)session.redo(who); break;
    case 7:
        (void)session.submit(who, edit::RemoveCases{{some_key<model::Case>(doc, engine_())}});
        break;
    default:
        (void)session.submit(who, edit::SetStep{static_cast<model::Step>(below(5))});
        (void)session.submit(who, edit::SetTitle{mark});
        // As if nobody had been heard for long: one that is there comes back.
        if (below(3) == 0)
            (void)station.machine().remove_site(some_key<model::Site>(doc, engine_()),
                                                std::numeric_limits<std::int64_t>::max() / 2);
    }
}

// Something about a round: prepare, open, cast, ask for the ballots, count, reveal.
void History::vote(Station& station)
{
    using model::RoundState;
    auto& session = station.session();
    auto const who = station.machine().who();
    auto const& doc = session.document();
    auto const open = round_in(doc, RoundState::open);
    auto const setup = round_in(doc, RoundState::setup);
    if (!open && setup) {
        (void)session.submit(who, edit::OpenRound{setup, 1000});
        return;
    }
    if (!open) {
        if (model::table<model::Case>(doc).empty()) return;
        model::Round round;
        round.budget = round.cap = 100'000;
        if (below(2) == 0) round.rooms = model::Rooms::compared;
        for (auto const& [id, one] : model::table<model::Case>(doc)) round.cases.push_back(id);
        (void)session.submit(who, edit::PrepareRound{session.mint<model::RoundId>(), round});
        return;
    }
    switch (below(12)) {
    case 0: {
        auto const* asked = model::find<model::Collection>(doc, open);
        if (!asked || asked->state == model::CollectionState::counted || below(5) == 0)
            (void)station.machine().collector().ask(who, open);
        break;
    }
    case 1:
        if (below(2) == 0) (void)station.machine().collector().count_without(who, open);
        break;
    case 2:
        if (auto const* asked = model::find<model::Collection>(doc, open); asked && below(4) == 0)
            (void)session.submit(who, edit::DropCollection{open, asked->key});
        break;
    default:
        auto const rules = model::get<model::Round>(doc, open);
        auto& box = station.box[open];
        if (!box.empty() && below(5) == 0) {
            auto const token = box.begin()->first;
            if (session.withdraw(open, token)) box.erase(token);
            break;
        }
        bool const again = !box.empty() && below(4) == 0;
        // Several at once, so that rooms come to have more than are too few to be told.
        for (auto left = again ? 1 : 1 + below(4); left > 0; --left) {
            auto const token = again ? box.begin()->first : session.mint_token();
            auto const value = static_cast<int>(1 + ++marks_);
            if (session.cast(open, token, {{{rules.cases.front(), value}}, 1})) box[token] = value;
        }
    }
}

bool History::at_rest(Station& station, std::uint64_t lines)
{
    auto const& replica = station.machine().replica();
    return replica.stopped() ||
           (replica.in_step() && replica.pending() == 0 && station.log().shared() + 1 == lines);
}

void History::close_open_vote()
{
    for (auto& one : stations_) {
        if (one->machine().replica().stopped()) continue;
        auto const open = round_in(one->session().document(), model::RoundState::open);
        if (open) (void)one->machine().collector().ask(one->machine().who(), open);
        return;
    }
}

// What is told of the rooms of a vote is what the rules and the rule of five let be told, and true.
// `boxes`: what was in the box of each station that was counted.
void History::check_rooms(model::Document const& doc, model::RoundId round,
                          std::map<std::size_t, std::multiset<int>> const& boxes)
{
    auto const* told = model::find<model::ByRoom>(doc, round);
    if (model::get<model::Round>(doc, round).rooms == model::Rooms::together) {
        CHECK_FALSE(told);
        return;
    }
    std::vector<std::int64_t> counts(stations_.size(), 0);
    for (auto const& [station, values] : boxes)
        counts[station] = static_cast<std::int64_t>(values.size());
    auto const sets = model::rooms_apart(counts);
    REQUIRE((told ? told->rooms.size() : 0) == sets.size());
    if (!told) return;
    std::multiset<std::multiset<int>> said, meant;
    for (auto const& room : told->rooms) {
        std::multiset<int> values;
        for (auto number : room.ballots)
            values.insert(model::get<model::Ballot>(doc, {round, number}).marks.front().value);
        CHECK(values.size() >= 5);
        said.insert(std::move(values));
    }
    for (auto const& set : sets) {
        std::multiset<int> values;
        for (auto station : set)
            if (auto const box = boxes.find(station); box != boxes.end())
                values.insert(box->second.begin(), box->second.end());
        meant.insert(std::move(values));
    }
    CHECK(said == meant);
    CHECK(model::tells_enough(*told, model::ballots_of(doc, round)));
    ++compared_;
}

void History::check_ballots(model::Document const& doc)
{
    for (auto const& [round, collection] : model::table<model::Collection>(doc)) {
        if (collection.state != model::CollectionState::counted) continue;
        std::multiset<int> counted, expected;
        for (auto const& [key, ballot] : model::table<model::Ballot>(doc))
            if (key.round == round) counted.insert(ballot.marks.front().value);
        std::map<std::size_t, std::multiset<int>> boxes;
        std::set<int> stations; // a machine that was started again may be expected twice
        for (auto site : collection.expected) {
            auto const& missing = collection.missing;
            if (std::ranges::find(missing, site) != missing.end()) continue;
            auto const of = std::ranges::find_if(
                stations_, [&](auto const& one) { return one->sites.contains(site); });
            if (!stations.insert((*of)->index).second) continue;
            auto const& box = frozen_[{collection.key, site}];
            expected.insert(box.begin(), box.end());
            boxes[static_cast<std::size_t>((*of)->index)] = box;
        }
        CHECK(counted == expected);
        check_rooms(doc, round, boxes);
        ++counted_;
    }
}

void History::check_all(std::vector<std::string> const& lines, bool restored)
{
    CAPTURE(seed_);
    std::map<std::string, int> in_stream;
    for (auto const& line : lines) ++in_stream[journal::hash_of_line(line)];
    model::Document const* shared = nullptr;
    std::map<std::string, int> times; // in the stream, by title
    for (auto& one : stations_) {
        CAPTURE(one->index);
        auto& replica = one->machine().replica();
        if (replica.stopped()) {
            // Only where the store lost what was acknowledged. Nothing of it is lost here.
            CHECK(restored);
            CHECK(replica.stopped()->where == "shared.other_chain");
            for (auto const& hash : one->acknowledged) {
                bool here = false;
                for (std::uint64_t n = 1; n <= one->log().shared(); ++n)
                    here = here || one->log().hash(n) == hash;
                CHECK(here);
            }
            ++stopped_;
            continue;
        }
        CHECK(replica.in_step());
        CHECK(replica.pending() == 0);
        CHECK(one->log().shared() + 1 == lines.size());
        CHECK(one->log().hash(one->log().shared()) == journal::hash_of_line(lines.back()));
        for (auto const& hash : one->acknowledged) CHECK(in_stream[hash] == 1);
        if (shared) CHECK(*shared == one->session().document());
        shared = &one->session().document();
        // Live equals replay, and nobody undid another's work.
        auto reading = session::read(one->log());
        CHECK_FALSE(reading.fault);
        CHECK(reading.state.document == one->session().document());
        CHECK(reading.state.at_ms == one->session().last_at_ms());
        times.clear();
        for (std::uint64_t n = 1; n <= one->log().shared(); ++n) {
            auto const entry = one->log().entry(n);
            REQUIRE(entry);
            if (entry->kind == journal::Kind::undo || entry->kind == journal::Kind::redo)
                CHECK(one->log().entry(entry->target)->actor == entry->actor);
            if (entry->label == "add_cases" && entry->kind == journal::Kind::edit)
                for (auto const& change : entry->changes)
                    if (auto const* e = change.as<model::Edit<model::Case>>())
                        ++times[e->after->title];
        }
    }
    if (!shared) return;
    // What a station was told is saved is shared once, or kept with the reason.
    for (auto const& [title, index] : made_) {
        auto& maker = *stations_[static_cast<std::size_t>(index)];
        if (maker.machine().replica().stopped() || restored) continue;
        auto const& of_title = title;
        CAPTURE(of_title);
        bool const refused = refused_case(maker.refused(), title);
        CHECK(times[title] + (refused ? 1 : 0) == 1);
    }
    std::set<int> numbers;
    for (auto const& [id, one] : model::table<model::Case>(*shared))
        CHECK(numbers.insert(one.number).second);
    check_ballots(*shared);
    // No line says a room of a ballot but those of votes whose rules compare rooms.
    std::size_t lines_of_rooms = 0;
    for (auto const& line : lines) {
        if (line.find("\"record\": \"by_room\"") == std::string::npos) continue;
        ++lines_of_rooms;
    }
    CHECK(lines_of_rooms <= model::table<model::ByRoom>(*shared).size());
}

} // namespace support
