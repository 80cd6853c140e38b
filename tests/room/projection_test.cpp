#include "room/desk.h"
#include "support/parsed.h"

#include <regex>

namespace {

using desk::Desk;
using desk::Json;
using desk::Phone;
using desk::text;
using model::Method;

// The state without times.
std::string without_time(Json state)
{
    state.erase("now_ms");
    return state.dump();
}

} // namespace

TEST_CASE("the legal notice names the organisation for which the workshop is held, if it is known")
{
    Desk const desk;
    auto const who = [&](std::string const& organisation) {
        auto const said =
            room::hello(desk::words(i18n::Language::french), desk.session.view(edit::facilitator),
                        "room", organisation, room::Joined::no, 0);
        return support::parsed(said)["notice"][0]["text"].get<std::string>();
    };
    CHECK(who("Département de l’Armance").starts_with("Département de l’Armance"));
    CHECK_FALSE(who("").starts_with(","));
    CHECK(who("") != who("Armance"));
}

TEST_CASE("before the reveal a phone's state does not depend on the others' votes")
{
    for (auto const method : {Method::dots, Method::approval, Method::score, Method::ranking,
                              Method::majority_judgment, Method::quadratic}) {
        CAPTURE(std::string(base::name_of(method)));
        std::vector<std::string> seen;
        for (int const way : {0, 1}) {
            Desk d; // the same seeds give the same ids, codes and tokens
            std::vector<model::CaseId> const cases{d.add("Tri"), d.add("Transcription")};
            auto const round = d.open_round(method, cases);
            Phone reader{d}, other{d};
            reader.join(), other.join();
            Json body{{"round", text(round)}, {"marks", Json::array()}};
            body["marks"].push_back(
                {{"case", text(cases.at(static_cast<std::size_t>(way)))}, {"value", 1}});
            REQUIRE(other.act("/api/ballot", body).status == 200);
            seen.push_back(without_time(reader.state()));
            d.close(round);
            seen.push_back(without_time(reader.state()));
            d.act(edit::RevealRound{round});
            seen.push_back(without_time(reader.state()));
        }
        CHECK(seen[0] == seen[3]);
        CHECK(seen[1] == seen[4]);
        CHECK(seen[2] != seen[5]); // the reveal changes the state
    }
}

TEST_CASE("a phone receives nothing about other phones, proposers or notes")
{
    Desk d;
    auto const a = d.add("Tri du courrier", "CANARI-PROPOSEUR");
    model::Case noted = model::get<model::Case>(d.session.document(), a);
    noted.notes = "CANARI-NOTE", noted.source = "CANARI-SOURCE";
    d.act(edit::EditCase{a, noted});
    auto const hidden = d.add("CANARI-FACE-CACHEE");
    d.act(edit::TurnCards{{hidden}, edit::TurnCards::Face::down});
    Phone reader{d}, other{d};
    reader.join("Lecteur"), other.join("CANARI-NOM");
    other.act("/api/propose", {{"title", "CANARI-TITRE"}, {"signed", true}});
    auto const round = d.open_round(Method::dots, {a});
    Json body{{"round", text(round)}};
    body["marks"] = {{{"case", text(a)}, {"value", 2}}};
    auto const ticket = other.act("/api/ballot", body).json["ticket"].get<std::string>();
    other.act("/api/hand", {{"up", true}});
    auto look = [&] {
        std::string all;
        for (char const* language : {"fr", "en"}) all += reader.state(language).dump();
        for (auto const& [id, one] : model::table<model::Case>(d.session.document()))
            all += reader.get("/api/case/" + text(id)).body;
        all += reader.get("/api/hello").body;
        CHECK(all.find("CANARI") == std::string::npos);
        CHECK(all.find(ticket) == std::string::npos);
        CHECK(all.find(other.cookie.substr(12)) == std::string::npos);
        for (auto const& seat : d.room->seats().all())
            CHECK(all.find(seat->hash) == std::string::npos);
    };
    look();
    d.close(round);
    look();
    d.act(edit::RevealRound{round});
    look();
    CHECK(reader.get("/api/case/" + text(hidden)).status == 404);
    CHECK(reader.get("/api/case/" + text(a)).json["title"] == "Tri du courrier");
}

TEST_CASE("a phone's own proposals have their state")
{
    Desk d;
    Phone phone{d};
    phone.join("Camille");
    auto propose = [&](char const* title) {
        auto const said = phone.act("/api/propose", {{"title", title}});
        REQUIRE(said.status == 200);
        return model::ProposalId{std::stoull(said.json["id"].get<std::string>())};
    };
    auto mine = [&](model::ProposalId id) -> Json {
        auto const state = phone.state();
        for (auto const& one : state["gather"]["mine"])
            if (one["id"] == std::to_string(id.value)) return one;
        return {};
    };
    auto const into = d.add("Anonymisation");
    auto const kept = propose("Classer les factures"), merged = propose("Anonymiser les actes");
    auto const refused = propose("Une machine à café");
    CHECK(mine(kept)["state"] == "waiting");
    auto const as = d.session.mint<model::CaseId>();
    d.act(edit::AcceptProposals{{{kept, as, {}}}});
    d.act(edit::MergeProposal{merged, d.session.mint<model::CaseId>(), into});
    d.act(edit::RefuseProposals{{refused}});
    CHECK(mine(kept)["state"] == "accepted");
    CHECK(mine(kept)["number"] == model::get<model::Case>(d.session.document(), as).number);
    CHECK(mine(merged)["state"] == "merged");
    CHECK(mine(merged)["number"] == 1);
    CHECK(mine(refused)["state"] == "refused");
    CHECK(mine(refused)["text"] == "N’est pas au tableau");

    // The same after a restart, and after an undone acceptance.
    auto const before = phone.state()["gather"];
    d.room.reset(), d.open();
    CHECK(phone.state()["gather"] == before);
    REQUIRE(d.session.undo(edit::facilitator));
    d.show();
    CHECK(mine(refused)["state"] == "waiting");

    // With moderation off proposals become cards at once.
    model::Gathering how;
    how.moderation = model::Moderation::off;
    d.act(edit::SetGathering{how});
    auto const direct = propose("Résumer les débats");
    CHECK(mine(direct)["state"] == "accepted");
    CHECK(mine(direct)["text"].get<std::string>().find("carte") != std::string::npos);
}

TEST_CASE("a proposal needs a title within limits and its step, and gets similar cases")
{
    Desk d;
    d.add("Tri automatique du courrier entrant");
    Phone phone{d};
    phone.join();
    CHECK(phone.act("/api/propose", {{"title", " \t "}}).json["error"] == "proposal.title");
    CHECK(phone.act("/api/propose", {{"title", "\u200b"}}).json["error"] == "proposal.title");
    auto const long_one = phone.act("/api/propose", {{"title", std::string(121, 'a')}}).json;
    CHECK(long_one["error"] == "proposal.length");
    auto const told = long_one["text"].get<std::string>();
    CHECK(told.find("titre") != std::string::npos);
    CHECK(told.find("120") != std::string::npos);
    auto const like = phone.post("/api/likeness", {{"title", "Trier le courrier"}});
    REQUIRE(like.json["like"].size() == 1);
    CHECK(like.json["like"][0]["number"] == 1);
    CHECK(like.json["like"][0]["percent"].get<int>() >= 70);
    CHECK(phone.post("/api/likeness", {{"title", "Piscine"}}).json["like"].empty());
    d.act(edit::SetStep{model::Step::vote});
    auto const late = phone.act("/api/propose", {{"title", "Encore une idée"}});
    CHECK(late.status == 409);
    CHECK(late.json["error"] == "gather.closed");
    CHECK(phone.state()["gather"]["open"] == false);
    CHECK(phone.state()["step"] == "vote");
}

TEST_CASE("each phone has its own fixed order of cases")
{
    Desk d;
    std::vector<model::CaseId> cases;
    for (int i = 0; i < 20; ++i) cases.push_back(d.add("Cas " + std::to_string(i)));
    auto const round = d.open_round(Method::dots, cases);
    Phone one{d}, two{d};
    one.join(), two.join();
    auto order = [](Json const& state) {
        std::vector<std::string> out;
        for (auto const& on : state["round"]["cases"]) out.push_back(on["id"]);
        return out;
    };
    auto const first = order(one.state());
    CHECK(first == order(one.state("en")));
    CHECK(first != order(two.state()));
    d.room.reset(), d.open();
    CHECK(first == order(one.state()));
    std::set<std::string> all(first.begin(), first.end());
    CHECK(all.size() == cases.size());
    Json body{{"round", text(round)}, {"marks", Json::array()}};
    CHECK(one.act("/api/ballot", body).status == 200);
    d.close(round);
    CHECK(first == order(one.state()));
}

TEST_CASE("a state is not sent again when only the time changed")
{
    Desk d;
    d.act(edit::SetTimer{{d.clock.t, d.clock.t + 600'000, 0}});
    Phone phone{d};
    phone.join();
    auto const seats = d.room->seats().all().front().get();
    auto const before = d.room->state(*seats, "fr");
    d.clock.t += 60'000;
    auto const after = d.room->state(*seats, "fr");
    CHECK(before != after);
    CHECK(room::print_of(before) == room::print_of(after));
    CHECK(support::parsed(after)["timer"]["left_ms"] == 540'000);
    d.add("Une idée");
    CHECK(room::print_of(d.room->state(*seats, "fr")) != room::print_of(after));
}

TEST_CASE("no phone is sent the key of a text in place of the text, in any round, before or after")
{
    std::regex const key("\"[a-z]+(\\.[a-z_-]+)+\"");
    auto const whole = [&](Phone& phone) {
        for (char const* language : {"fr", "en"}) {
            auto const said = phone.state(language).dump();
            std::smatch found;
            CHECK_FALSE_MESSAGE(std::regex_search(said, found, key), found.str());
        }
    };
    for (std::size_t n = 0; n < base::count_of<Method>; ++n) {
        auto const method = static_cast<Method>(n);
        CAPTURE(std::string(base::name_of(method)));
        Desk d;
        std::vector<model::CaseId> const cases{d.add("Tri", {}, "200"), d.add("Prêt", {}, "300")};
        Phone phone{d};
        phone.join();
        whole(phone);
        model::Round round;
        round.money = 100'000;
        auto const id = d.open_round(method, cases, round);
        whole(phone);
        Json body{{"round", text(id)}};
        auto const axis = model::table<model::Axis>(d.session.document()).begin()->first;
        if (method == Method::estimate)
            body["estimates"] = {{{"axis", std::to_string(axis.value)},
                                  {"case", text(cases[0])},
                                  {"opportunity", 700},
                                  {"risk", 200}}};
        else if (method == Method::pairwise)
            body["marks"] = {{{"case", text(cases[0])}, {"over", text(cases[1])}}};
        else
            body["marks"] = {{{"case", text(cases[0])}, {"value", 1}}};
        auto const sent =
            phone.act(method == Method::estimate ? "/api/estimate" : "/api/ballot", body);
        CAPTURE(sent.body);
        REQUIRE(sent.status == 200);
        whole(phone);
        d.close(id);
        d.act(edit::RevealRound{id});
        whole(phone);
    }
}

TEST_CASE("each phone reads the texts that nobody edited in its own language")
{
    Desk d;
    model::Prompt prompt;
    prompt.question = "Que proposez-vous ?";
    d.act(edit::SetPrompt{model::Step::gather, prompt});
    d.worded = [](model::Document const& doc, std::string const& language) {
        auto out = doc;
        auto said = model::get<model::Prompt>(doc, model::Step::gather);
        if (language == "en") said.question = "What do you propose?";
        model::Changes changes;
        model::put<model::Prompt>(changes, doc, model::Step::gather, said);
        REQUIRE(model::apply(out, changes));
        return out;
    };
    d.open();
    Phone phone{d};
    phone.join();
    CHECK(phone.state("fr")["question"] == "Que proposez-vous ?");
    CHECK(phone.state("en")["question"] == "What do you propose?");
}

TEST_CASE("phones show the session's own notice on personal data, in their language, else the "
          "prepared one")
{
    Desk d;
    auto const said = [&](i18n::Language language, std::string const& organisation) {
        auto const& words = desk::words(language);
        auto const hello = Json::parse(room::hello(words, d.session.view(edit::facilitator), "room",
                                                   organisation, room::Joined::no, 0));
        std::vector<std::string> out;
        for (auto const& part : hello["notice"]) out.push_back(part["text"]);
        REQUIRE(out.size() == 6);
        return out;
    };
    auto const& french = desk::words(i18n::Language::french);
    CHECK(said(i18n::Language::french, "")[0] == french.text("room.notice.who"));
    CHECK(said(i18n::Language::french, "Nord")[0] == french.text("room.notice.who.of", "Nord"));
    model::Notice own;
    own.who = "Département du Nord, <b>direction</b>";
    own.rights = model::erased_words[0]; // erased by a redaction
    d.act(edit::SetNotice{model::Tongue::french, own});
    CHECK(said(i18n::Language::french, "Nord")[0] == own.who);
    CHECK(said(i18n::Language::french, "Nord")[5] == french.text("room.notice.rights"));
    CHECK(said(i18n::Language::english, "")[0] ==
          desk::words(i18n::Language::english).text("room.notice.who"));
}
