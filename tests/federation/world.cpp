#include "federation/world.h"

#include "federation/outbox.h"
#include "journal/lines.h"

#include <doctest/doctest.h>

namespace support {

using federation::Event;
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

Station::Station(std::filesystem::path folder, int number, unsigned seed, QuickDisk& disk)
    : index(number)
    , folder_(std::move(folder))
    , disk_(disk)
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

void Station::start()
{
    auto opened = federation::open_shared(file(), {&disk_, folder_ / "keys"}, clock, random_);
    REQUIRE(opened);
    opened_ = *std::move(opened);
    machine_ = std::make_unique<federation::Machine>(
        opened_,
        federation::Self{"Salle " + std::to_string(index), model::SitePart::facilitator, sites});
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

World::World(unsigned seed, Weather weather)
    : seed_(seed)
    , weather_(weather)
    , engine_(seed)
{
    for (int i = 0; i < weather.machines; ++i)
        stations_.push_back(
            std::make_unique<Station>(folder_ / ("poste-" + std::to_string(i)), i, seed, disk_));
    auto& first = *stations_.front();
    REQUIRE(journal::FileLog::create(first.file(), 1, {&disk_, {}}));
    first.start();
    link(first);
    for (int i = 0; i < 40; ++i) work(first), deliver(first);
    for (auto& one : stations_) {
        if (one->runs()) continue;
        one->receive(stream_.lines());
        one->start();
        link(*one);
    }
}

void World::link(Station& station)
{
    if (station.linked) return;
    station.linked = true;
    station.events.push_back(federation::Linked{stream_.lines().size()});
}

// Messages on their way are lost; the stream may have got some of them.
void World::cut(Station& station)
{
    if (!station.linked) return;
    station.linked = false;
    if (below(2) == 0) work(station);
    station.tasks.clear();
    station.events.clear();
    station.events.push_back(federation::Cut{});
}

// Its link does one task.
void World::work(Station& station)
{
    if (!station.linked || station.tasks.empty()) return;
    auto const task = std::move(station.tasks.front());
    station.tasks.pop_front();
    if (auto const* publish = std::get_if<federation::Replica::Publish>(&task))
        station.events.push_back(
            federation::Answered{publish->ticket, stream_.append(publish->line, publish->after)});
    if (auto const* read = std::get_if<federation::Replica::Read>(&task))
        station.events.push_back(
            federation::Came{read->from, *stream_.read(read->from, 1 + below(6))});
    if (std::get_if<federation::Replica::Look>(&task))
        station.events.push_back(federation::Linked{*stream_.last()});
    if (auto const* say = std::get_if<federation::Say>(&task))
        for (auto& other : stations_)
            if (other.get() != &station && other->linked && below(4) != 0)
                for (auto times = 1 + below(2); times > 0; --times)
                    other->events.push_back(federation::Heard{say->bytes});
}

// It hears of one event.
void World::deliver(Station& station)
{
    if (!station.runs()) return;
    auto const before = station.log().shared();
    std::vector<Task> tasks;
    now_ms_ += static_cast<std::int64_t>(below(400));
    if (station.events.empty()) {
        tasks = station.machine().tick(now_ms_);
    } else {
        auto const event = std::move(station.events.front());
        station.events.pop_front();
        tasks = station.machine().handle(event, now_ms_);
    }
    for (auto& task : tasks)
        if (station.linked) station.tasks.push_back(std::move(task));
    note_shared(station, before);
}

// Entries of its own that it now takes for shared, and boxes that were asked for.
void World::note_shared(Station& station, std::uint64_t before)
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

void World::act(Station& station)
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
    }
}

// Something about a round: prepare, open, cast, ask for the ballots, count, reveal.
void World::vote(Station& station)
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
        auto const token =
            !box.empty() && below(4) == 0 ? box.begin()->first : session.mint_token();
        auto const value = static_cast<int>(1 + ++marks_);
        if (session.cast(open, token, {{{rules.cases.front(), value}}, 1})) box[token] = value;
    }
}

void World::step()
{
    using Fault = federation::MemoryStream::Fault;
    auto& station = some();
    if (!station.runs()) {
        if (below(3) == 0) station.start();
        return;
    }
    switch (below(40)) {
    case 0: cut(station); break;
    case 1:
    case 2: link(station); break;
    case 3: // kill -9, with what is under way
        if (below(3) == 0) station.end();
        break;
    case 4: stream_.fail_next(static_cast<Fault>(below(4))); break;
    case 5: stream_.deliver_late(); break;
    case 6: station.clock.t += static_cast<std::int64_t>(below(200'000'000)) - 100'000'000; break;
    case 7:
        if (weather_.roll_back && !rolled_back_ && below(6) == 0) {
            rolled_back_ = true;
            auto const lines = stream_.lines().size();
            stream_.roll_back(lines - std::min<std::size_t>(lines, below(12)));
            for (auto& one : stations_)
                one->tasks.clear(), cut(*one); // a new process: nothing arrives late
        }
        break;
    case 8:
    case 9:
    case 10:
    case 11: act(station); break;
    case 12:
    case 13:
    case 14:
    case 15:
    case 16:
    case 17: weather_.ballots ? vote(station) : deliver(station); break;
    default:
        if (below(2) == 0)
            work(station);
        else
            deliver(station);
    }
}

void World::run()
{
    for (int i = 0; i < weather_.steps; ++i) step();
}

void World::settle()
{
    auto const busy = [&] {
        return std::ranges::any_of(stations_, [&](auto const& one) {
            auto const& replica = one->machine().replica();
            return !replica.stopped() && (!replica.in_step() || replica.pending() > 0 ||
                                          one->log().shared() + 1 != stream_.lines().size());
        });
    };
    for (int round = 0; round < 4000 && (round < 60 || busy()); ++round)
        for (auto& one : stations_) {
            // As the link does: it looks at the length of the stream from time to time.
            if (round % 8 == 0) one->events.push_back(federation::Linked{stream_.lines().size()});
            for (auto left = one->tasks.size(); left > 0; --left) work(*one);
            for (auto left = one->events.size() + 1; left > 0; --left) deliver(*one);
        }
}

void World::heal()
{
    stream_.fail_next(federation::MemoryStream::Fault::none);
    stream_.deliver_late();
    for (auto& one : stations_) {
        if (!one->runs()) one->start();
        link(*one);
    }
    settle();
    // A vote that is still open is closed by the first.
    auto& first = *stations_.front();
    if (auto const open = round_in(first.session().document(), model::RoundState::open))
        if (first.machine().collector().ask(first.machine().who(), open)) settle();
}

void World::check_ballots(model::Document const& doc)
{
    for (auto const& [round, collection] : model::table<model::Collection>(doc)) {
        if (collection.state != model::CollectionState::counted) continue;
        std::multiset<int> counted, expected;
        for (auto const& [key, ballot] : model::table<model::Ballot>(doc))
            if (key.round == round) counted.insert(ballot.marks.front().value);
        std::set<int> stations; // a machine that was started again may be expected twice
        for (auto site : collection.expected) {
            auto const& missing = collection.missing;
            if (std::ranges::find(missing, site) != missing.end()) continue;
            auto const of = std::ranges::find_if(
                stations_, [&](auto const& one) { return one->sites.contains(site); });
            if (!stations.insert((*of)->index).second) continue;
            auto const& box = frozen_[{collection.key, site}];
            expected.insert(box.begin(), box.end());
        }
        CHECK(counted == expected);
        ++counted_;
    }
}

void World::check()
{
    CAPTURE(seed_);
    auto const& lines = stream_.lines();
    std::map<std::string, int> in_stream;
    for (auto const& line : lines) ++in_stream[journal::hash_of_line(line)];
    model::Document const* shared = nullptr;
    std::map<std::string, int> times; // in the stream, by title
    for (auto& one : stations_) {
        CAPTURE(one->index);
        auto& replica = one->machine().replica();
        if (replica.stopped()) {
            // Only where the store lost what was acknowledged. Nothing of it is lost here.
            CHECK(rolled_back_);
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
        CHECK(reading.document == one->session().document());
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
        if (maker.machine().replica().stopped() || rolled_back_) continue;
        CAPTURE(title);
        bool const refused = refused_case(maker.refused(), title);
        CHECK(times[title] + (refused ? 1 : 0) == 1);
    }
    std::set<int> numbers;
    for (auto const& [id, one] : model::table<model::Case>(*shared))
        CHECK(numbers.insert(one.number).second);
    check_ballots(*shared);
}

} // namespace support
