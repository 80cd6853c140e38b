#include "exchange/results/json.h"
#include "exchange/results/records_json.h"
#include "journal/memory_log.h"
#include "support/folders.h"
#include "support/naming.h"
#include "support/random_workshop.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

// The export that loses nothing.
namespace {

using exchange::Ballots;

std::string exported(model::Document const& doc, Ballots ballots = Ballots::one_by_one)
{
    return exchange::session_json(doc, 12, std::string(64, 'a'), ballots);
}

model::Document read(std::string const& json)
{
    auto const changes = exchange::read_records(json);
    CAPTURE((changes ? "" : changes.error().where + " " + changes.error().detail));
    REQUIRE(changes);
    model::Document doc;
    REQUIRE(model::apply(doc, *changes));
    return doc;
}

model::Document workshop(unsigned seed)
{
    support::TickingClock clock;
    support::SeededRandomSource random{seed};
    auto session = *session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random);
    support::RandomWorkshop(session, seed).steps(200);
    return session.document();
}

// What a validator that is not ours says of exports, one after the other: empty when all hold.
std::string judged(support::TemporaryFolder const& folder, int count)
{
    auto const script = support::sources_dir() / "tests" / "support" / "validate.py";
    auto line = "python3 '" + script.string() + "' '" +
                (support::sources_dir() / "app" / "docs").string() + "'";
    for (int i = 0; i < count; ++i)
        line += " '" + (folder / (std::to_string(i) + ".json")).string() + "'";
    line += " > '" + (folder / "said").string() + "' 2>&1";
    auto const code = std::system(line.c_str()); // NOLINT: a test
    std::ifstream in(folder / "said");
    std::string said{std::istreambuf_iterator<char>(in), {}};
    return code == 0 ? std::string{} : said.empty() ? "it did not run" : said;
}

bool has_validator()
{
    return std::system("python3 -c 'import jsonschema' 2>/dev/null") == 0; // NOLINT: a test
}

} // namespace

TEST_CASE("the published schema lists every value that a file may name")
{
    std::ifstream in(support::sources_dir() / "app" / "docs" / "records.schema.json");
    auto const definitions = nlohmann::json::parse(in)["$defs"];
    std::size_t listed = 0, known = 0;
    for (auto const& one : definitions) listed += one.contains("enum") ? 1 : 0;
    auto const same = [&](char const* name, auto const& values) {
        CAPTURE(name);
        CHECK(definitions[name]["enum"].get<std::vector<std::string>>() ==
              std::vector<std::string>(values.begin(), values.end()));
        ++known;
    };
    same("Step", base::Names<model::Step>::list);
    same("Answer", base::Names<model::Answer>::list);
    same("AiAct", base::Names<model::AiAct>::list);
    same("Origin", base::Names<model::Origin>::list);
    same("Writing", base::Names<model::Writing>::list);
    same("Moderation", base::Names<model::Moderation>::list);
    same("AnnotationKind", base::Names<model::AnnotationKind>::list);
    same("AxisState", base::Names<model::AxisState>::list);
    same("RiskEntry", base::Names<model::RiskEntry>::list);
    same("Subject", base::Names<model::Subject>::list);
    same("AskedOf", base::Names<model::AskedOf>::list);
    same("AskedAs", base::Names<model::AskedAs>::list);
    same("QuestionState", base::Names<model::QuestionState>::list);
    same("Reply", base::Names<model::Reply>::list);
    same("RoundState", base::Names<model::RoundState>::list);
    same("BlankPolicy", base::Names<model::BlankPolicy>::list);
    same("BallotSource", base::Names<model::BallotSource>::list);
    same("Ways", base::Names<model::Ways>::list);
    same("PlacedBy", base::Names<model::PlacedBy>::list);
    same("Lock", base::Names<model::Lock>::list);
    same("Facilitator", base::Names<model::Facilitator>::list);
    same("Against", base::Names<model::Against>::list);
    same("TieRule", base::Names<model::TieRule>::list);
    same("Rule", base::Names<model::Rule>::list);
    same("Verdict", base::Names<model::Verdict>::list);
    same("Body", base::Names<model::Body>::list);
    same("Rooms", base::Names<model::Rooms>::list);
    same("Tongue", base::Names<model::Tongue>::list);
    same("Method", base::Names<model::Method>::list);
    same("SitePart", base::Names<model::SitePart>::list);
    same("SiteState", base::Names<model::SiteState>::list);
    same("CollectionState", base::Names<model::CollectionState>::list);
    CHECK(known == listed);
}

TEST_CASE("what is exported as JSON and read back is the same session, to its last record")
{
    auto const sample = support::sample_session();
    CHECK(read(exported(sample)) == sample);
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        auto const doc = workshop(seed);
        CHECK(read(exported(doc)) == doc);
    }
}

TEST_CASE("single ballots and estimates leave in no part of an export unless they are asked for")
{
    auto const sample = support::sample_session();
    REQUIRE(!model::table<model::Ballot>(sample).empty());
    auto const back = read(exported(sample, Ballots::counted));
    CHECK(model::table<model::Ballot>(back).empty());
    CHECK(model::table<model::Estimate>(back).empty());
    CHECK(model::table<model::Case>(back) == model::table<model::Case>(sample));
}

TEST_CASE("what is no export, or one that says what cannot be, is refused and told")
{
    auto refused = [](std::string const& json) {
        auto const changes = exchange::read_records(json);
        return changes ? std::string{} : changes.error().where;
    };
    CHECK(refused("[]") == "export.unread");
    CHECK(refused("{\"format\":\"cadran-export\",\"version\":1}") == "export.unread");
    CHECK(refused("pas du JSON") == "export.unread");
    auto const json = nlohmann::ordered_json::parse(exported(support::sample_session()));
    auto changed = [&](auto&& change) {
        auto copy = json;
        change(copy);
        return refused(copy.dump());
    };
    CHECK(changed([](auto& j) { j["version"] = 2; }) == "export.unread");
    CHECK(changed([](auto& j) { j["records"][0]["record"] = "hologram"; }) == "file.form");
    CHECK(changed([](auto& j) {
              for (auto& one : j["records"])
                  if (one["record"] == "placement") one["key"]["case"] = 999'999;
          }) != "");
    CHECK(refused(std::string(500, '[')) == "import.too_deep");
}

TEST_CASE("an export with the same record twice is refused with its place, not read by half")
{
    auto json = nlohmann::ordered_json::parse(exported(support::sample_session()));
    auto& records = json["records"];
    auto const last = records.size();
    for (char const* record : {"case", "placement", "profile"}) {
        auto copy = json;
        for (auto one : records)
            if (one["record"] == record) {
                if (one["after"].contains("title")) one["after"]["title"] = "Un autre";
                copy["records"].push_back(one);
                break;
            }
        auto const read = exchange::read_records(copy.dump());
        REQUIRE_FALSE(read);
        CHECK(read.error().where == "export.doubled");
        CHECK(read.error().detail == "records[" + std::to_string(last + 1) + "], " + record);
    }
}

TEST_CASE("every export holds by the schema that documents it, as another program reads it")
{
    if (!has_validator()) CADRAN_SKIP("python3-jsonschema is not installed");
    support::TemporaryFolder const folder;
    int count = 0;
    auto add = [&](std::string const& json) {
        std::ofstream(folder / (std::to_string(count++) + ".json"), std::ios::binary) << json;
    };
    add(exported(support::sample_session()));
    add(exported(support::sample_session(), Ballots::counted));
    add(exported({}));
    for (unsigned seed = 1; seed <= 8; ++seed) add(exported(workshop(seed)));
    CHECK(judged(folder, count) == "");
    // And it would see what is not of it.
    auto json = nlohmann::ordered_json::parse(exported(support::sample_session()));
    for (auto& one : json["records"])
        if (one["record"] == "case") one["after"]["nickname"] = "x";
    std::ofstream(folder / "0.json") << json.dump();
    CHECK(judged(folder, 1).find("nickname") != std::string::npos);
}
