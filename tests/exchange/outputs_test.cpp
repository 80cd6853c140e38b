#include "atelier.h"
#include "exchange/outputs/outputs.h"
#include "exchange/results/json.h"
#include "exchange/spreadsheets/grid.h"
#include "exchange/spreadsheets/write_text.h"
#include "exchange/tables/html_table.h"
#include "support/folders.h"
#include "support/naming.h"
#include "support/parsed.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

// Exports of a session.
namespace {

using namespace exchange;
using drawing::Atelier;
using support::french;

// The name of a person, used everywhere that names one.
constexpr char const* person = "CamilleXQ";

model::Document named()
{
    auto doc = support::sample_session();
    auto const first = model::table<model::Case>(doc).begin()->first;
    auto one = model::get<model::Case>(doc, first);
    one.proposer = person;
    one.description = "DescriptionXQ";
    model::writable<model::Case>(doc).set(first, one);
    model::Proposal proposal;
    proposal.title = "Une proposition";
    proposal.from = person;
    model::writable<model::Proposal>(doc).set({900'001}, proposal);
    model::GuardAnswer answer;
    answer.reply = model::Reply::yes;
    answer.who = person;
    auto const question = model::table<model::Question>(doc).begin();
    REQUIRE(question != model::table<model::Question>(doc).end());
    model::writable<model::GuardAnswer>(doc).set({first, question->first}, answer);
    model::Decision decision;
    decision.verdict = model::Verdict::launch;
    decision.owner = "DirectionXQ";
    model::writable<model::Decision>(doc).set({first, model::Body::workshop}, decision);
    return doc;
}

// Everything that can be exported, as one text.
std::string everything(model::Document const& session, Included const& included)
{
    static Atelier const atelier;
    auto const doc = shared_out(session, included);
    Account account;
    account.doc = &session;
    story::Story story;
    story.events.push_back({1, 0, {}, {}, story::Added{{{{}, person, model::Origin::typed}}}});
    if (included.log) account.story = story;
    exchange::Given const given{atelier.studio,
                                doc,
                                included,
                                {"id", 12, std::string(64, 'a')},
                                std::filesystem::temp_directory_path(),
                                std::move(account)};
    std::string out;
    for (auto const& output : outputs())
        for (auto const format : output.formats) {
            if (format == Format::png || format == Format::xlsx || format == Format::ods ||
                format == Format::pdf) // printed from the same page
                continue;
            auto const images =
                output.group == Output::Group::pictures ? images_of(doc) : std::vector<Image>{{}};
            for (auto const& image : images) {
                auto const bytes = output.make(given, format, image, ImageSize::screen);
                REQUIRE(bytes);
                out += *bytes;
            }
        }
    auto const aside = included.aside ? Aside::told : Aside::left_out;
    for (auto const& grid : grids_of(french(), doc, aside)) out += write_csv(french(), grid);
    return out;
}

} // namespace

TEST_CASE("exports contain no names of people unless requested")
{
    auto const doc = named();
    auto const all = everything(doc, {});
    CHECK(all.find(person) == std::string::npos);
    CHECK(all.find("DirectionXQ") != std::string::npos);
    CHECK(all.find("DescriptionXQ") != std::string::npos);
    Included less;
    less.owners = less.descriptions = false;
    auto const bare = everything(doc, less);
    CHECK(bare.find("DirectionXQ") == std::string::npos);
    CHECK(bare.find("DescriptionXQ") == std::string::npos);
    Included more;
    more.names = true;
    CHECK(everything(doc, more).find(person) != std::string::npos);
}

TEST_CASE("a report has its organisation, its seal and the requested parts only")
{
    auto const doc = named();
    Atelier const atelier;
    auto const page = [&](std::string_view output, Included const& included) {
        Account account;
        account.doc = &doc;
        account.organisation = "Département de l’Armance";
        account.logo = *read_logo("\x89PNG\r\n\x1a\n of a test");
        auto const shared = shared_out(doc, included);
        exchange::Given const given{
            atelier.studio,    shared, included, {"id", 12, "7c1e42b9" + std::string(56, 'a')}, {},
            std::move(account)};
        auto const bytes = output_named(output)->make(given, Format::html, {}, {});
        REQUIRE(bytes);
        auto const pdf = output_named(output)->make(given, Format::pdf, {}, {});
        REQUIRE_FALSE(pdf); // without a printer
        CHECK(pdf.error().where == "report.no_printer");
        return *bytes;
    };
    auto const full = page("report", {}), single = page("one_page", {});
    CHECK(single.size() < full.size());
    for (auto const* one : {&full, &single}) {
        CHECK(one->find("Département de l’Armance") != std::string::npos);
        CHECK(one->find("7C1E-42B9") != std::string::npos);
        CHECK(one->find("data:image/png;base64,") != std::string::npos);
    }
    CHECK(full.find("DirectionXQ") != std::string::npos);
    Included less;
    less.owners = false;
    auto const hidden = page("report", less);
    CHECK(hidden.find("DirectionXQ") == std::string::npos);
    // A hidden owner differs from no owner.
    CHECK(hidden.find(french().text("report.decisions.owner_hidden")) != std::string::npos);
    for (auto const& part :
         {ReportParts{}, ReportParts{ReportPart::names, ReportPart::log}, usual_parts()})
        CHECK(parts_of(included_of(part)) == part);
    CHECK(parts_of({}) == usual_parts());
}

TEST_CASE("cases set aside are left out of spreadsheets on request")
{
    auto doc = support::sample_session();
    auto const id = model::table<model::Case>(doc).begin()->first;
    auto one = model::get<model::Case>(doc, id);
    one.title = "Titre à part";
    model::writable<model::Case>(doc).set(id, one);
    model::Decision decision;
    decision.verdict = model::Verdict::aside;
    model::writable<model::Decision>(doc).set({id, model::Body::workshop}, decision);
    for (auto const& grid : grids_of(french(), doc, Aside::left_out))
        CHECK(write_csv(french(), grid).find("Titre à part") == std::string::npos);
    CHECK(write_csv(french(), grids_of(french(), doc).front()).find("Titre à part") !=
          std::string::npos);
}

TEST_CASE("exports contain counts, and single ballots only on request")
{
    auto const doc = support::sample_session();
    REQUIRE_FALSE(model::table<model::Ballot>(doc).empty());
    Atelier const atelier;
    auto const json = [&](Included const& included) {
        exchange::Given const given{atelier.studio, doc, included, {{}, 1, "abc"}, {}};
        auto const bytes = output_named("session")->make(given, Format::json, {}, {});
        REQUIRE(bytes);
        return support::parsed(*bytes);
    };
    CHECK_FALSE(json({}).contains("ballots"));
    Included all;
    all.ballots = true;
    auto const told = json(all);
    CHECK(told["ballots"].size() == model::table<model::Ballot>(doc).size());
    CHECK(told["estimates"].size() == model::table<model::Estimate>(doc).size());
    auto const grids = ballot_grids(french(), doc);
    std::size_t marks = 0;
    for (auto const& [key, ballot] : model::table<model::Ballot>(doc)) marks += ballot.marks.size();
    CHECK(grids[0].rows.size() == marks);
    CHECK(grids[1].rows.size() == model::table<model::Estimate>(doc).size());
}

TEST_CASE("ballots and estimates of fewer than five are told one by one in no export")
{
    model::Document doc;
    model::Case one;
    one.number = 1, one.title = "Un";
    model::Axis axis;
    axis.title = "Axe";
    model::writable<model::Case>(doc).set({1}, one);
    model::writable<model::Axis>(doc).set({2}, axis);
    model::Round vote;
    vote.number = 1, vote.cases = {{1}};
    auto asked = vote;
    asked.number = 2, asked.method = model::Method::estimate, asked.axes = {{2}};
    model::writable<model::Round>(doc).set({3}, vote);
    model::writable<model::Round>(doc).set({4}, asked);
    for (unsigned round : {3U, 4U})
        model::writable<model::RoundStatus>(doc).set({round}, {model::RoundState::revealed});
    auto const people = [&](int count) {
        for (int n = 1; n <= count; ++n) {
            model::Ballot ballot;
            ballot.marks.push_back({{1}, n});
            model::writable<model::Ballot>(doc).set({{3}, n}, ballot);
            model::writable<model::Estimate>(doc).set({{4}, n, {2}, {1}}, {500, 100 * n});
        }
        // who does not know says nothing of the cloud
        model::writable<model::Estimate>(doc).set({{4}, 9, {2}, {1}}, {-1, -1});
    };
    using Told = std::array<std::size_t, 5>; // ballots, estimates, their records, rows of sheets
    auto const told = [&] {
        auto const json = support::parsed(session_json(doc, 1, "abc", Ballots::one_by_one));
        std::size_t records = 0;
        for (auto const& record : json["records"])
            records += record["record"] == "ballot" || record["record"] == "estimate" ? 1 : 0;
        auto const grids = ballot_grids(french(), doc);
        return Told{json["ballots"].size(), json["estimates"].size(), records, grids[0].rows.size(),
                    grids[1].rows.size()};
    };
    people(4);
    CHECK(told() == Told{});
    people(5);
    CHECK(told() == Told{5, 6, 11, 5, 6});
    model::writable<model::Ballot>(doc).erase({{3}, 5});
    CHECK(told()[0] == 0);
    vote.source = model::BallotSource::imported; // published
    model::writable<model::Round>(doc).set({3}, vote);
    CHECK(told()[0] == 4);
}

TEST_CASE("an export writes one file for each format, picture and size, with distinct names")
{
    auto const doc = support::sample_session();
    Order order;
    CHECK(files_of(french(), doc, order).empty());
    order.wanted = {{"workbook", Format::xlsx},
                    {"workbook", Format::csv},
                    {"session", Format::json},
                    {"pictures", Format::png},
                    {"pictures", Format::svg}};
    CHECK(files_of(french(), doc, order).size() == 3); // no picture is chosen yet
    order.images = {{Shows::board}, {Shows::matrix, 3}, {Shows::matrix, 77}}; // there is no 77
    order.sizes = {ImageSize::screen, ImageSize::a3};
    auto const files = files_of(french(), doc, order);
    CHECK(files.size() == 3 + 2 * 2 * 2);
    std::set<std::string> names;
    for (auto const& one : files) {
        CAPTURE(one.file);
        CHECK(names.insert(one.file).second);
        CHECK(one.file.find('/') == std::string::npos);
        CHECK(one.file.ends_with("." + std::string(ending_of(one.format))));
        CHECK(bool(one.output->make));
    }
    for (auto const& output : outputs()) {
        CHECK(output_named(output.name) == &output);
        for (auto const* words : {"", ".said", ".file"}) {
            bool const named_by_picture = output.group == Output::Group::pictures;
            if (named_by_picture && std::string_view(words) == ".file") continue;
            auto const key = "output." + std::string(output.name) + words;
            CHECK(french().text(key) != key);
        }
    }
}

TEST_CASE("a title gives a valid file name on every system")
{
    CHECK(file_part("L’IA : au / Département ?") == "L’IA au Département");
    CHECK(file_part("Exemple\u00A0: cas\u202F?") == "Exemple cas");
    CHECK(file_part("  ..a.. ") == "a");
    CHECK(file_part("") == "Cadran");
    CHECK(file_part("///") == "Cadran");
    CHECK(file_part("a\nb\tc") == "a b c");
    CHECK(file_part(std::string(300, 'x')).size() == 60);
}

TEST_CASE("tables of other programs are read from what they copy")
{
    for (auto const* name : {"libreoffice-calc.html", "word.html"}) {
        CAPTURE(name);
        auto const bytes =
            support::bytes_of(support::sources_dir() / "tests/fixtures/clipboard" / name);
        auto const read = rows_of_html(bytes);
        REQUIRE(read);
        auto const& rows = *read;
        CHECK(is_table(rows));
        REQUIRE(rows.size() >= 3);
        CHECK(rows[0].cells[0] == "Titre");
        CHECK(rows[1].cells[0] == "Tri du courrier entrant");
        CHECK(rows[2].cells[0] == "Fuites d’eau");
        CHECK(rows[2].cells.back() == "Eau");
    }
    CHECK_FALSE(is_table(*rows_of_html("<ul><li>Tri</li><li>Fuites</li></ul>")));
    CHECK_FALSE(is_table(*rows_of_html("<table><tr><td>Une cellule</td></tr></table>")));
    CHECK_FALSE(is_table(*rows_of_html("<b>gras</b>")));
}
