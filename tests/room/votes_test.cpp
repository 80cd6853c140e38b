#include "analysis/counting/duels.h"
#include "ballots/ballot_in_hand.h"
#include "model/turnout.h"
#include "model/voting_method.h"
#include "room/desk.h"
#include "support/owner_only.h"

namespace {

using desk::Desk;
using desk::Json;
using desk::Phone;
using desk::text;
using model::Method;

Json ballot(model::RoundId round, std::vector<std::pair<model::CaseId, int>> const& marks)
{
    Json out{{"round", text(round)}, {"marks", Json::array()}};
    for (auto const& [on, value] : marks)
        out["marks"].push_back({{"case", text(on)}, {"value", value}});
    return out;
}

} // namespace

TEST_CASE(
    "a ballot is in the box when the phone is told so, and counts once whatever is sent again")
{
    Desk d;
    auto const a = d.add("Tri du courrier"), b = d.add("Transcription");
    auto const round = d.open_round(Method::dots, {a, b});
    Phone one{d}, two{d};
    one.join(), two.join();
    auto body = ballot(round, {{a, 3}, {b, 2}});
    body["act"] = "ballot-000001";
    auto const said = one.post("/api/ballot", body);
    REQUIRE(said.status == 200);
    CHECK(said.json["ticket"].get<std::string>().size() == 10);
    CHECK(d.session.ballots_in_box(round) == 1);
    auto const again = one.post("/api/ballot", body);
    CHECK(again.json == said.json);
    CHECK(d.session.ballots_in_box(round) == 1);

    // A later ballot replaces the first, and a late retry of the first changes nothing.
    CHECK(one.act("/api/ballot", ballot(round, {{a, 1}})).status == 200);
    CHECK(one.post("/api/ballot", body).status == 200);
    CHECK(two.act("/api/ballot", ballot(round, {})).status == 200); // a blank ballot is a ballot
    auto const state = one.state();
    CHECK(state["round"]["given"] == true);
    CHECK(state["round"]["mine"]["marks"][0]["value"] == 1);
    CHECK(state["round"]["cast"] == 2);
    d.close(round);
    CHECK(model::ballots_of(d.session.document(), round) == 2);
    auto const late = one.act("/api/ballot", ballot(round, {{a, 3}}));
    CHECK(late.status == 409);
    CHECK(late.json["error"] == "round.not_open");
    int given = 0;
    for (auto const& [key, record] : model::table<model::Ballot>(d.session.document()))
        for (auto const& mark : record.marks) given += mark.value;
    CHECK(given == 1);
    CHECK(one.state()["round"]["given"] == true); // waits for the result
}

TEST_CASE("phones offer no ballot while those of all rooms are gathered, and again afterwards")
{
    Desk d;
    auto const a = d.add("Tri du courrier");
    d.act(edit::SetHeadcount{30});
    for (std::uint64_t site : {501U, 502U}) d.act(edit::JoinSite{{site}, "", {}, {}});
    auto const round = d.open_round(Method::dots, {a});
    Phone one{d}, two{d};
    one.join(), two.join();
    CHECK(one.state()["expected"].is_null()); // 30 in all rooms together
    CHECK(one.act("/api/ballot", ballot(round, {{a, 3}})).status == 200);
    d.act(edit::CollectBallots{round, {501}, std::string(64, 'a'), {}});
    CHECK(one.state()["round"]["state"] == "closed");
    CHECK(one.state()["round"]["accepts"] == false);
    CHECK(one.state()["round"]["given"] == true);
    CHECK(two.state()["round"]["given"] == false);
    CHECK(two.act("/api/ballot", ballot(round, {{a, 1}})).json["error"] == "round.collecting");
    d.act(edit::DropCollection{round, std::string(64, 'a')});
    CHECK(two.state()["round"]["state"] == "open");
    CHECK(two.act("/api/ballot", ballot(round, {{a, 1}})).status == 200);
}

TEST_CASE(
    "ballots of phones and of the keyboard mix in one round, and are told apart while it is open")
{
    Desk d;
    auto const a = d.add("Tri du courrier");
    auto const round = d.open_round(Method::dots, {a});
    Phone phone{d};
    phone.join();
    auto const said = phone.act("/api/ballot", ballot(round, {{a, 3}}));
    // eight characters: a token of the keyboard
    REQUIRE(d.session.cast(round, "PK7F49XP", {{{a, 2}}}));
    d.show();
    auto view = d.session.view(edit::facilitator);
    CHECK(view.ballots(round) == 2);
    CHECK(room::ballots_by_phone(view, round) == 1);
    CHECK(phone.state()["round"]["cast"] == 2);
    // With the phone's ticket, its ballot can be replaced on the keyboard.
    auto const token = ballots::typed_ticket(said.json["ticket"]);
    CHECK(view.holds(round, token));
    REQUIRE(d.session.cast(round, token, {{{a, 1}}}));
    CHECK(d.session.ballots_in_box(round) == 2);
}

TEST_CASE("an act sent twice while the board is busy is done once, with two answers")
{
    Desk d;
    auto const a = d.add("Tri du courrier");
    auto const round = d.open_round(Method::dots, {a});
    Phone phone{d};
    phone.join();
    auto request = Desk::request(room::Request::Verb::post, "/api/ballot");
    request.headers.emplace_back("cookie", phone.cookie);
    auto body = ballot(round, {{a, 2}});
    body["act"] = "ballot-000001";
    request.body = body.dump();
    d.holds = true;
    int told = 0;
    auto const count = [&](room::Room::Reply const& reply) {
        told += std::get<room::Response>(reply).status == 200 ? 1 : 0;
    };
    d.room->answer(request, count);
    d.room->answer(request, count);
    CHECK(told == 0); // not before it is in the ballot box
    CHECK(d.held.size() == 1);
    d.let_through();
    CHECK(told == 2);
    CHECK(d.session.ballots_in_box(round) == 1);
}

TEST_CASE(
    "a closed round counts the ballots of the keyboard and of phones, unless a few would stand out")
{
    struct Row {
        int keyboard, phones;
        model::Ways ways;
        int by_keyboard, by_phone;
    };
    for (auto const& row : std::vector<Row>{{5, 6, model::Ways::counted, 5, 6},
                                            {4, 6, model::Ways::few, 0, 0},
                                            {6, 1, model::Ways::few, 0, 0},
                                            {0, 2, model::Ways::counted, 0, 2},
                                            {3, 0, model::Ways::counted, 3, 0}}) {
        CAPTURE(row.keyboard);
        CAPTURE(row.phones);
        Desk d;
        auto const a = d.add("Tri du courrier");
        auto const round = d.open_round(Method::dots, {a});
        for (int i = 0; i < row.keyboard; ++i) {
            // the ticket of a keyboard may begin with the sign of phones
            auto const token = ballots::short_token(d.session.mint_token());
            REQUIRE(d.session.cast(round, "P" + token.substr(1), {{{a, 1}}}));
        }
        for (int i = 0; i < row.phones; ++i) {
            Phone phone{d};
            phone.join();
            REQUIRE(phone.act("/api/ballot", ballot(round, {{a, 3}})).status == 200);
            // a correction is no second ballot
            REQUIRE(phone.act("/api/ballot", ballot(round, {{a, 2}})).status == 200);
        }
        d.close(round);
        auto const status = model::get<model::RoundStatus>(d.session.document(), round);
        CHECK(status.ways == row.ways);
        CHECK(status.by_keyboard == row.by_keyboard);
        CHECK(status.by_phone == row.by_phone);
        CHECK(model::ballots_of(d.session.document(), round) == row.keyboard + row.phones);
    }
}

TEST_CASE("a ballot is withdrawn once")
{
    Desk d;
    auto const a = d.add("Tri du courrier");
    auto const round = d.open_round(Method::dots, {a});
    Phone phone{d};
    phone.join();
    CHECK(phone.act("/api/ballot/withdraw", {{"round", text(round)}}).status == 409);
    phone.act("/api/ballot", ballot(round, {{a, 2}}));
    CHECK(phone.act("/api/ballot/withdraw", {{"round", text(round)}}).status == 200);
    CHECK(d.session.ballots_in_box(round) == 0);
    CHECK(phone.state()["round"]["given"] == false);
    CHECK(phone.state()["round"]["mine"] == nullptr);
}

TEST_CASE("a ballot against the rules of its round is refused, and the former one stays")
{
    Desk d;
    auto const a = d.add("Tri du courrier", {}, "1000 €");
    auto const b = d.add("Transcription", {}, "90000 €"), c = d.add("Sans coût");
    Phone phone{d};
    phone.join();
    struct Row {
        Method method;
        std::vector<std::pair<model::CaseId, int>> marks;
        char const* error;
    };
    std::vector<Row> const rows{
        {Method::dots, {{a, 4}}, "ballot.cap"},
        {Method::dots, {{a, -1}}, "ballot.negative"},
        {Method::dots, {{a, 1}, {a, 1}}, "ballot.twice"},
        {Method::dots, {{model::CaseId{999}, 1}}, "ballot.case"},
        {Method::points, {{a, 60}, {b, 60}}, "ballot.budget"},
        {Method::quadratic, {{a, 11}}, "ballot.budget"},
        {Method::approval, {{a, 2}}, "ballot.approval"},
        {Method::score, {{a, 11}}, "ballot.score"},
        {Method::majority_judgment, {{a, 7}}, "ballot.grade"},
        {Method::ranking, {{a, 0}}, "ballot.rank"},
        {Method::ranking, {{a, 4}}, "ballot.rank"},
        {Method::stv, {{a, 1'000'000}}, "ballot.rank"},
        {Method::budget, {{b, 1}}, "ballot.reach"}, // costs more than the budget
        {Method::budget, {{c, 1}}, "ballot.reach"},
    };
    model::Round rules;
    rules.money = 50'000'00;
    for (auto const& row : rows) {
        CAPTURE(std::string(base::name_of(row.method)));
        CAPTURE(row.error);
        auto const round = d.open_round(row.method, {a, b, c}, rules);
        CHECK(phone.act("/api/ballot", ballot(round, {})).status == 200);
        auto const said = phone.act("/api/ballot", ballot(round, row.marks));
        CHECK(said.status == 422);
        CHECK(said.json["error"] == row.error);
        CHECK(phone.state()["round"]["mine"]["marks"].empty());
        d.close(round);
        d.clock.t += 20'000; // past the rate limit
    }
}

TEST_CASE("only the pairs that were asked can be answered")
{
    Desk d;
    std::vector<model::CaseId> cases;
    for (int i = 0; i < 12; ++i) cases.push_back(d.add("Cas " + std::to_string(i)));
    auto const round = d.open_round(Method::pairwise, cases);
    Phone phone{d};
    phone.join();
    auto const pairs = phone.state()["round"]["pairs"];
    REQUIRE(pairs.size() == 20);
    CHECK(phone.state()["round"]["pairs"] == pairs);
    Json body{{"round", text(round)}, {"marks", Json::array()}};
    body["marks"].push_back({{"case", pairs[0][1]}, {"over", pairs[0][0]}});
    CHECK(phone.act("/api/ballot", body).status == 200);
    std::set<std::set<std::string>> asked;
    for (auto const& pair : pairs)
        asked.insert({pair[0].get<std::string>(), pair[1].get<std::string>()});
    for (auto a : cases)
        for (auto b : cases) {
            if (a == b || asked.contains({text(a), text(b)})) continue;
            body["marks"] = {{{"case", text(a)}, {"over", text(b)}}};
            d.clock.t += 1000;
            CHECK(phone.act("/api/ballot", body).json["error"] == "ballot.pair");
        }
}

TEST_CASE("the pairs that a phone is asked do not say when it joined, and stay the same")
{
    Desk d;
    std::vector<model::CaseId> cases;
    for (int i = 0; i < 12; ++i) cases.push_back(d.add("Cas " + std::to_string(i)));
    auto const round = d.open_round(Method::pairwise, cases);
    std::vector<Phone> phones;
    std::vector<Json> asked;
    int by_arrival = 0;
    for (int place = 0; place < 8; ++place) {
        phones.push_back({d});
        asked.push_back(phones.back().join().state()["round"]["pairs"]);
        std::set<std::string> in_turn;
        for (auto const& [a, b] : analysis::pairs_to_ask(12, place, analysis::pairs_per_person)) {
            auto const one = text(cases[static_cast<std::size_t>(a)]),
                       other = text(cases[static_cast<std::size_t>(b)]);
            in_turn.insert(std::min(one, other) + " " + std::max(one, other));
        }
        std::set<std::string> of_phone;
        for (auto const& pair : asked.back()) {
            auto const one = pair[0].get<std::string>(), other = pair[1].get<std::string>();
            of_phone.insert(std::min(one, other) + " " + std::max(one, other));
        }
        CHECK(of_phone.size() == static_cast<std::size_t>(analysis::pairs_per_person));
        by_arrival += of_phone == in_turn ? 1 : 0;
    }
    CHECK(by_arrival < 3);
    CHECK(std::set<Json>(asked.begin(), asked.end()).size() > 3);
    d.room.reset(), d.open();
    for (std::size_t i = 0; i < phones.size(); ++i)
        CHECK(phones[i].state()["round"]["pairs"] == asked[i]);
    CHECK(phones[0].act("/api/ballot", {{"round", text(round)}, {"marks", Json::array()}}).status ==
          200);
}

TEST_CASE("a ballot in the file says neither its phone's order of cases nor that it came by phone")
{
    Desk d;
    std::vector<model::CaseId> cases;
    for (int i = 0; i < 6; ++i) cases.push_back(d.add("Cas " + std::to_string(i)));
    auto const round = d.open_round(Method::score, cases);
    int in_own_order = 0;
    for (int i = 0; i < 5; ++i) {
        Phone phone{d};
        phone.join();
        Json body{{"round", text(round)}, {"marks", Json::array()}};
        std::vector<std::string> order;
        auto const shown = phone.state();
        for (auto const& one : shown["round"]["cases"]) { // as the page sends them
            body["marks"].push_back({{"case", one["id"]}, {"value", 1 + i}});
            order.push_back(one["id"]);
        }
        in_own_order += std::ranges::is_sorted(order) ? 0 : 1;
        REQUIRE(phone.act("/api/ballot", body).status == 200);
    }
    REQUIRE(in_own_order > 3);
    d.close(round);
    for (auto const& [key, ballot] : model::table<model::Ballot>(d.session.document())) {
        std::vector<model::CaseId> order;
        for (auto const& mark : ballot.marks) order.push_back(mark.on);
        CHECK(order == cases);
    }
}

TEST_CASE("the room forgets what a phone voted once the round is closed")
{
    Desk d;
    auto const a = d.add("Tri du courrier");
    auto const round = d.open_round(Method::dots, {a});
    Phone phone{d};
    phone.join();
    REQUIRE(phone.act("/api/ballot", ballot(round, {{a, 2}})).status == 200);
    CHECK(phone.state()["round"]["mine"]["marks"][0]["value"] == 2);
    d.close(round);
    auto const state = phone.state();
    CHECK(state["round"]["given"] == true);
    CHECK(state["round"]["mine"] == nullptr);
}

TEST_CASE("« je ne sais pas » differs from zero and from a missing answer")
{
    Desk d;
    auto const a = d.add("Tri du courrier"), b = d.add("Transcription"), c = d.add("Chauffage");
    auto const round = d.open_round(Method::estimate, {a, b, c});
    Phone phone{d};
    phone.join();
    auto const shown = phone.state()["round"];
    CHECK(shown["ballot"] == "estimates");
    REQUIRE(shown["axes"].size() == 1);
    auto const axis = shown["axes"][0]["id"];
    CHECK(shown["axes"][0]["quadrants"]["launch"] == "Lancer");
    Json body{{"round", text(round)}, {"estimates", Json::array()}};
    body["estimates"].push_back(
        {{"axis", axis}, {"case", text(a)}, {"opportunity", 0}, {"risk", 0}});
    body["estimates"].push_back(
        {{"axis", axis}, {"case", text(b)}, {"opportunity", nullptr}, {"risk", nullptr}});
    REQUIRE(phone.act("/api/estimate", body).status == 200);
    d.close(round);
    auto const& all = model::table<model::Estimate>(d.session.document());
    CHECK(all.size() == 2);
    for (auto const& [key, said] : all) CHECK(said.opportunity == (key.on == a ? 0 : -1));

    auto const next = d.open_round(Method::estimate, {a});
    body["round"] = text(next);
    body["estimates"] = {{{"axis", axis}, {"case", text(a)}, {"opportunity", 1001}, {"risk", 0}}};
    CHECK(phone.act("/api/estimate", body).json["error"] == "ballot.level");
    body["estimates"] = {{{"axis", axis}, {"case", text(a)}, {"opportunity", 5}}};
    CHECK(phone.act("/api/estimate", body).json["error"] == "room.field");
    body["estimates"] = {
        {{"axis", axis}, {"case", text(a)}, {"opportunity", nullptr}, {"risk", 3}}};
    CHECK(phone.act("/api/estimate", body).json["error"] == "ballot.level");
}

TEST_CASE("a show of hands accepts no ballot from a phone")
{
    Desk d;
    auto const a = d.add("Tri du courrier");
    model::Round rules;
    rules.source = model::BallotSource::hands;
    auto const round = d.open_round(Method::approval, {a}, rules);
    Phone phone{d};
    phone.join();
    CHECK(phone.state()["round"]["accepts"] == false);
    auto const said = phone.act("/api/ballot", ballot(round, {{a, 1}}));
    CHECK(said.status == 409);
    CHECK(said.json["error"] == "room.by_hands");
}

TEST_CASE("after the program was killed a phone keeps its seat, ballot and proposals")
{
    Desk d;
    auto const a = d.add("Tri du courrier");
    Phone phone{d};
    phone.join("Camille");
    Json const proposal{{"act", "propose-0001"}, {"title", "Classer les factures"}};
    CHECK(phone.post("/api/propose", proposal).status == 200);
    auto const round = d.open_round(Method::dots, {a});
    phone.act("/api/ballot", ballot(round, {{a, 2}}));
    auto const code = d.room->seats().code();
    d.room.reset(); // as a killed program: nothing is written at the end
    d.open();
    CHECK(d.room->seats().code() == code);
    auto const state = phone.state();
    CHECK(state["round"]["given"] == true);
    CHECK(state["round"]["mine"] == nullptr);
    REQUIRE(state["gather"]["mine"].size() == 1);
    CHECK(state["gather"]["mine"][0]["title"] == "Classer les factures");
    CHECK(phone.act("/api/ballot", ballot(round, {{a, 3}})).status == 200);
    CHECK(d.session.ballots_in_box(round) == 1);
    d.act(edit::SetStep{model::Step::gather});
    CHECK(phone.post("/api/propose", proposal).status == 200); // the retry is accepted
    CHECK(model::table<model::Proposal>(d.session.document()).size() == 1);
    d.close(round);

    // The incomplete last line is ignored, and the next one is complete.
    d.room.reset();
    auto const file = d.folder / "session.room";
    support::write_bytes(file, support::bytes_of(file) + "0123456789abc");
    d.open();
    CHECK(phone.get("/api/state").status == 200);
    Phone other{d};
    other.join();
    d.room.reset(), d.open();
    CHECK(other.get("/api/state").status == 200);
    CHECK(d.room->seats().count() == 2);
}

TEST_CASE("after the close the room's tokens are invalid, in the next room too")
{
    Desk d;
    Phone phone{d};
    phone.join();
    auto const room = phone.state()["room"];
    CHECK(d.room->close());
    CHECK(phone.get("/api/state").status == 401);
    CHECK_FALSE(std::filesystem::exists(d.folder / "session.room"));
    d.open();
    CHECK(phone.get("/api/state").status == 401);
    CHECK(phone.join().state()["room"] != room);
}

TEST_CASE("the disk holds neither token nor name, nor a link between a seat and its ballot")
{
    Desk d;
    auto const a = d.add("Tri du courrier");
    Phone phone{d};
    phone.join("Camille-Canari");
    phone.act("/api/propose", {{"title", "Classer les factures"}});
    auto const round = d.open_round(Method::dots, {a});
    auto const ticket =
        phone.act("/api/ballot", ballot(round, {{a, 2}})).json["ticket"].get<std::string>();
    auto const kept = support::bytes_of(d.folder / "session.room");
    auto const token = phone.cookie.substr(phone.cookie.find('=') + 1);
    CHECK(kept.find(token) == std::string::npos);
    CHECK(kept.find("Canari") == std::string::npos);
    CHECK(kept.find("192.168") == std::string::npos);
    CHECK(kept.find(ticket.substr(0, 4)) == std::string::npos);
    for (auto const& [id, proposal] : model::table<model::Proposal>(d.session.document()))
        CHECK(proposal.from.empty()); // without a name
    CHECK(support::is_for_its_owner(d.folder / "session.room"));
}

TEST_CASE("a seat that the disk did not take leaves the file as it was, and later ones are kept")
{
    struct HalfADisk : platform::Disk {
        bool full = false;
        platform::Tried<std::size_t> write(platform::File const& file,
                                           std::string_view bytes) override
        {
            if (!full) return Disk::write(file, bytes);
            if (bytes.size() < 20)
                return tl::unexpected(platform::Refused{platform::Refusal::full});
            return Disk::write(file, bytes.substr(0, bytes.size() - 15));
        }
    } disk;
    support::TemporaryFolder const folder;
    support::SeededRandomSource random{3};
    auto open = [&] { return *room::Seats::open(disk, folder.path(), "s", random, 0); };
    auto seats = open();
    auto const first = seats.take();
    REQUIRE(first);
    disk.full = true;
    auto const refused = seats.take();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "file.disk_full");
    CHECK(seats.count() == 1);
    disk.full = false;
    auto const last = seats.take();
    REQUIRE(last);
    auto again = open();
    CHECK(again.count() == 2);
    CHECK(again.find(first->token));
    CHECK(again.find(last->token));
}
