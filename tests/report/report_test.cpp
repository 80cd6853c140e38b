#include "analysis/common/in_use.h"
#include "html_reader.h"
#include "made.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

using exchange::ReportForm;
using exchange::ReportOptions;
using exchange::ReportPart;
using html::Page;
using model::CaseId;

// Properties of every report.
namespace {

bool has(std::string const& bytes, std::string const& what)
{
    return bytes.find(what) != std::string::npos;
}

// Checks a report's structure and accessibility.
void check_page(std::string const& bytes)
{
    Page const page(bytes);
    CHECK(page.tagged("h1").size() == 1);
    CHECK(page.tagged("main").size() == 1);
    CHECK(std::ranges::count_if(page.tagged("title"),
                                [&](auto const* one) { return page.within(*one, "head"); }) == 1);
    CHECK(page.tagged("script").empty());
    std::set<std::string> ids;
    int level = 0;
    for (auto const& one : page.all) {
        if (auto const id = one.of("id"); !id.empty()) CHECK(ids.insert(id).second);
        for (auto const& [name, value] : one.attributes) {
            CHECK(!name.starts_with("on"));
            CHECK((name != "href" || value.starts_with("#")));
            CHECK((name != "src" || value.starts_with("data:")));
            CHECK((name != "style"));
        }
        if (one.tag.size() == 2 && one.tag[0] == 'h' && one.tag[1] >= '1' && one.tag[1] <= '6') {
            CHECK(one.tag[1] - '0' <= level + 1); // no level is passed over
            level = one.tag[1] - '0';
            CHECK(one.text.find_first_not_of(" \n") != std::string::npos);
        }
        if (one.tag == "th") CHECK(!one.of("scope").empty());
        if (one.tag == "img") CHECK(!one.of("alt").empty());
        if (one.tag == "table") CHECK(page.within(one, "section"));
    }
    for (auto const& one : page.all) {
        std::istringstream names(one.of("aria-labelledby"));
        for (std::string id; names >> id;) CHECK(ids.contains(id));
        if (auto const to = one.of("href"); !to.empty()) CHECK(ids.contains(to.substr(1)));
    }
    for (auto const* figure : page.tagged("figure")) CHECK(has(figure->text, "."));
    auto const drawn = page.tagged("style").front()->text;
    for (auto const* fetches : {"url(", "@import", "src:"}) CHECK(!has(drawn, fetches));
    CHECK(has(bytes, "default-src 'none'"));
}

std::vector<model::Document> odd_sessions()
{
    std::vector<model::Document> out;
    out.emplace_back();
    auto doc = made::sample(); // nothing placed, no vote
    model::writable<model::Placement>(doc) = {};
    model::writable<model::Estimate>(doc) = {};
    model::writable<model::Round>(doc) = {};
    model::writable<model::Ballot>(doc) = {};
    out.push_back(doc);
    doc = made::sample(); // no axis
    model::writable<model::Axis>(doc) = {};
    model::writable<model::Placement>(doc) = {};
    model::writable<model::Estimate>(doc) = {};
    out.push_back(doc);
    doc = made::sample(); // one axis
    bool first = true;
    support::edit_all<model::Axis>(doc, [&](auto, model::Axis& axis) {
        if (!std::exchange(first, false)) axis.state = model::AxisState::retired;
    });
    out.push_back(doc);
    doc = made::sample(); // all level
    support::edit_all<model::Placement>(
        doc, [](auto const&, model::Placement& one) { one.opportunity = one.risk = 500; });
    out.push_back(doc);
    return out;
}

model::Document many(int count)
{
    model::Document doc;
    support::edit<model::Axis>(doc, model::AxisId{5000}, [](model::Axis& axis) {
        axis.order = axis.place = 1;
        axis.title = "Un axe";
    });
    for (int number = 1; number <= count; ++number) {
        CaseId const id{static_cast<std::uint64_t>(number)};
        support::edit<model::Case>(doc, id, [&](model::Case& one) {
            one.number = number;
            one.title = "Cas numéro " + std::to_string(number);
        });
        support::edit<model::Placement>(doc, {model::AxisId{5000}, id}, [&](auto& one) {
            one.opportunity = number * 37 % 1000;
            one.risk = number * 91 % 1000;
        });
    }
    return doc;
}

} // namespace

TEST_CASE("the report of the sample session is a complete page in both languages and both forms")
{
    for (auto language : {i18n::Language::french, i18n::Language::english})
        for (auto form : {ReportForm::full, ReportForm::one_page}) {
            ReportOptions options;
            options.form = form;
            auto const bytes = made::page(made::sample(), options, language);
            check_page(bytes);
            CHECK(has(bytes, language == i18n::Language::french ? "<html lang=\"fr\">"
                                                                : "<html lang=\"en\">"));
            CHECK(!has(bytes, ">report.")); // a key that nobody put in words
            CHECK(!has(bytes, "{0}"));
        }
}

TEST_CASE("an incomplete session gives a complete page that states what is missing")
{
    for (auto const& doc : odd_sessions())
        for (auto form : {ReportForm::full, ReportForm::one_page}) {
            ReportOptions options;
            options.form = form;
            options.parts = {ReportPart::names, ReportPart::owners, ReportPart::ballots,
                             ReportPart::descriptions, ReportPart::aside};
            check_page(made::page(doc, options));
        }
    Page const empty(made::page({}));
    CHECK(empty.says("Aucun cas n’a été recueilli."));
    CHECK(empty.says("Session sans titre"));
    CHECK(empty.tagged("figure").empty());
}

TEST_CASE("each axis has its matrix and, beside it, the same positions as a table")
{
    Page const page(made::page(made::sample()));
    auto const axes = analysis::active_axes(made::sample());
    std::size_t shown = 0;
    for (auto const* table : page.tagged("table"))
        if (has(table->text, "Positions sur l’axe")) ++shown;
    CHECK(shown == axes.size());
    // All axes together, and each: for a screen, and for a telephone.
    CHECK(page.tagged("figure").size() == axes.size() + 1);
    std::size_t named = 0;
    for (auto const* svg : page.tagged("svg"))
        if (svg->of("role") == "img") ++named;
    CHECK(named == 2 * (axes.size() + 1) + 1); // and the seal
    for (auto const& id : axes)
        for (auto const& one : analysis::placements(made::sample(), id).placed)
            CHECK(page.says(model::get<model::Case>(made::sample(), one.on).title));
}

TEST_CASE("a report of two hundred cases has all of them, with pictures without overlapping labels")
{
    auto const bytes = made::page(many(200));
    check_page(bytes);
    Page const page(bytes);
    for (auto const* number : {"Cas numéro 1", "Cas numéro 100", "Cas numéro 200"})
        CHECK(page.says(number));
    for (auto const* svg : page.tagged("svg")) CHECK(!has(svg->text, "Cas numéro"));
    ReportOptions single;
    single.form = ReportForm::one_page;
    CHECK(made::page(many(200), single).size() < bytes.size() / 2);
}

TEST_CASE("a decided case has its whole title on the first page")
{
    std::string const title =
        "Accompagnement des habitants dans leurs démarches en ligne par des agents formés et un "
        "assistant qui reformule les courriers administratifs difficiles à comprendre";
    auto doc = made::sample();
    support::edit_all<model::Case>(doc, [&](CaseId, model::Case& one) {
        one.title = title;
        one.short_title.clear();
    });
    Page const page(made::page(doc));
    std::size_t boxes = 0;
    for (auto const* list : page.tagged("div"))
        if (list->of("class") == "outcomes") {
            ++boxes;
            CHECK(has(list->text, title));
            CHECK_FALSE(has(list->text, "…"));
        }
    CHECK(boxes == 1);
}

TEST_CASE("proposers are included on request only, and owners can be left out")
{
    auto doc = made::sample();
    support::edit_all<model::Case>(
        doc, [](CaseId, model::Case& one) { one.proposer = "Camille Proposante"; });
    support::edit_all<model::Decision>(
        doc, [](auto const&, model::Decision& one) { one.owner = "Olivier Porteur"; });
    support::edit_all<model::GuardAnswer>(
        doc, [](auto const&, model::GuardAnswer& one) { one.who = "Gaëlle Garante"; });
    REQUIRE(!model::table<model::Decision>(doc).empty());
    auto const usual = made::page(doc);
    CHECK(!has(usual, "Camille"));
    CHECK(!has(usual, "Gaëlle"));
    CHECK(has(usual, "Olivier Porteur"));
    ReportOptions options;
    options.parts = {ReportPart::names, ReportPart::descriptions, ReportPart::aside};
    auto const other = made::page(doc, options);
    CHECK(has(other, "Camille Proposante"));
    CHECK(has(other, "Gaëlle Garante"));
    CHECK(!has(other, "Olivier"));
    options.parts = {ReportPart::names};
    CHECK(has(made::page(doc, options), "Camille Proposante")); // in the table of cases too
}

TEST_CASE("cases set aside can be left out, with their count")
{
    auto doc = made::sample();
    auto const id = analysis::visible_cases(doc).back();
    support::edit<model::Decision>(doc, {id, model::Body::workshop}, [](model::Decision& one) {
        one.verdict = model::Verdict::aside;
        one.reason = "Raison très particulière";
    });
    support::edit<model::Case>(doc, id, [](model::Case& one) { one.title = "Titre à part"; });
    CHECK(has(made::page(doc), "Raison très particulière"));
    ReportOptions options;
    options.parts = {ReportPart::owners, ReportPart::descriptions};
    auto const page = made::page(doc, options);
    CHECK(!has(page, "Raison très particulière"));
    CHECK(has(page, "ne sont pas repris dans ce compte rendu"));
}

TEST_CASE("ballots are listed on request only, and never with few voters")
{
    ReportOptions options;
    options.parts = {ReportPart::ballots};
    CHECK(!has(made::page(made::sample()), "Bulletins du vote"));
    CHECK(has(made::page(made::sample(), options), "Bulletins du vote"));
    auto doc = made::sample();
    int kept = 0; // of each round
    model::RoundId last;
    auto const before = model::table<model::Ballot>(doc);
    for (auto const& [key, ballot] : before) {
        if (key.round != std::exchange(last, key.round)) kept = 0;
        if (++kept > 4) model::writable<model::Ballot>(doc).erase(key);
    }
    auto const few = made::page(doc, options);
    CHECK(!has(few, "Bulletins du vote"));
    CHECK(has(few, "Moins de 5 personnes ont voté"));
}

TEST_CASE("the same session makes the same page")
{
    CHECK(made::page(made::sample()) == made::page(made::sample()));
}

TEST_CASE("texts of people are escaped")
{
    std::string const hostile =
        "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\" "
        "onmouseover=\"alert(1)\x01\x1b[31m\u202Eabc\u2066\uFEFF\n<svg onload=alert(1)>&amp; \xff";
    model::Document doc = made::sample();
    support::edit<model::Profile>(doc, {}, [&](model::Profile& one) { one.title = hostile; });
    support::edit_all<model::Case>(doc, [&](CaseId, model::Case& one) {
        one.title = one.short_title = one.need = one.description = one.domain = one.source =
            one.notes = one.proposer = one.cost = hostile;
    });
    support::edit_all<model::Axis>(doc, [&](auto, model::Axis& one) {
        one.title = one.opportunity = one.opportunity_low = one.opportunity_high = one.risk =
            one.risk_low = one.risk_high = one.launch = one.aside = hostile;
    });
    support::edit_all<model::Round>(doc, [&](auto, model::Round& one) { one.question = hostile; });
    support::edit_all<model::Decision>(doc, [&](auto const&, model::Decision& one) {
        one.reason = one.owner = one.review = hostile;
    });
    support::edit_all<model::Question>(doc,
                                       [&](auto, model::Question& one) { one.text = hostile; });
    support::edit_all<model::Group>(doc, [&](auto, model::Group& one) { one.title = hostile; });
    support::edit<model::Prompt>(doc, model::Step::gather, [&](model::Prompt& one) {
        one.question = one.instruction = hostile;
    });
    ReportOptions options;
    options.parts = {ReportPart::names, ReportPart::owners, ReportPart::ballots,
                     ReportPart::descriptions, ReportPart::aside};
    options.organisation = hostile;
    for (auto form : {ReportForm::full, ReportForm::one_page}) {
        options.form = form;
        auto const bytes = made::page(doc, options);
        check_page(bytes);
        for (auto const* never :
             {"\u202E", "\u2066", "\x1b", "\x01", "<script", "<img src=x", "\xff"})
            CHECK(!has(bytes, never));
        CHECK(Page(bytes).says("<script>alert(1)</script>")); // as text
        CHECK(Page(bytes).tagged("style").size() == 1);
    }
}

TEST_CASE("texts of people do not change the writing direction around them")
{
    auto doc = made::sample();
    support::edit_all<model::Case>(doc, [](CaseId, model::Case& one) { one.title = "שלום"; });
    Page const page(made::page(doc));
    for (auto const& one : page.all)
        if (one.tag == "td" && one.text == "שלום") CHECK(page.all[one.parent].tag == "tr");
    std::size_t isolated = 0;
    for (auto const* one : page.tagged("bdi"))
        if (one->text == "שלום") ++isolated;
    CHECK(isolated > analysis::visible_cases(doc).size());
}

TEST_CASE("the organisation is at the top of each page, with its logo embedded")
{
    ReportOptions options;
    options.organisation = "Département de l’Armance";
    options.logo = exchange::read_logo("\x89PNG\r\n\x1a\nrest").value();
    auto const bytes = made::page(made::sample(), options);
    check_page(bytes);
    Page const page(bytes);
    REQUIRE(page.tagged("img").size() == 1);
    CHECK(page.tagged("img").front()->of("src") == "data:image/png;base64,iVBORw0KGgpyZXN0");
    CHECK(page.tagged("img").front()->of("alt") == "Logo\u00A0: Département de l’Armance");
    CHECK(has(page.tagged("style").front()->text, "@top-left{content:\"Département"));
}

TEST_CASE("a logo is a picture by its bytes, and not a large one")
{
    CHECK(exchange::read_logo("\xFF\xD8\xFFrest").value().type == "image/jpeg");
    CHECK(exchange::read_logo("<?xml version=\"1.0\"?><svg/>").value().type == "image/svg+xml");
    CHECK(exchange::read_logo("%PDF-1.7").error().where == "report.logo");
    CHECK(exchange::read_logo(std::string(exchange::logo_max + 1, 'x')).error().where ==
          "report.logo_size");
}

TEST_CASE("pictures can be embedded as image files")
{
    ReportOptions options;
    options.pictures = ReportOptions::Pictures::images;
    auto const bytes = made::page(made::sample(), options);
    check_page(bytes);
    Page const page(bytes);
    CHECK(page.tagged("img").size() == page.tagged("figure").size() + 1); // and the seal
    for (auto const& one : page.all) CHECK(one.of("class") != "heard");   // would be seen
}

TEST_CASE("a report of a damaged file says so first")
{
    exchange::ReportedSession session{made::sample(), {"id", 12, made::hash_of('a')}, 0, 0, {},
                                      nullptr};
    session.warnings.push_back("Ligne 13 <abîmée>");
    auto const& desk = made::desk();
    for (auto form : {ReportForm::full, ReportForm::one_page}) {
        ReportOptions options;
        options.form = form;
        auto const bytes =
            exchange::report_page({desk.french, desk.palette, desk.fonts}, session, options);
        check_page(bytes);
        Page const page(bytes);
        auto const& main = *page.tagged("main").front();
        CHECK(main.text.find_first_not_of(" \n") == main.text.find("Ligne 13 <abîmée>"));
    }
}

TEST_CASE("the history is included on request, without names that are left out")
{
    story::Story story;
    auto tell = [&](story::What what) {
        story::Event event;
        event.n = story.events.size() + 1;
        event.what = std::move(what);
        story.events.push_back(std::move(event));
    };
    auto const id = analysis::visible_cases(made::sample()).front();
    story::Named const on{id, 1, "Tri du courrier"};
    tell(story::Added{{{on, "Camille Proposante", model::Origin::typed}}});
    story::Decided decided;
    decided.on = on;
    decided.after = {model::Verdict::launch, "Parce que", "Olivier Porteur", "2026-05"};
    tell(decided);
    exchange::ReportedSession const session{
        made::sample(), {"id", 12, made::hash_of('a')}, 0, 0, {}, &story};
    auto const& desk = made::desk();
    auto page = [&](exchange::ReportParts parts) {
        ReportOptions options;
        options.parts = std::move(parts);
        auto out = exchange::report_page({desk.french, desk.palette, desk.fonts}, session, options);
        check_page(out);
        return out;
    };
    CHECK(!has(page(exchange::usual_parts()), "Le journal des décisions"));
    auto const anonymous = page({ReportPart::log, ReportPart::aside});
    CHECK(has(anonymous, "Le journal des décisions"));
    CHECK(has(anonymous, "Parce que"));
    CHECK(!has(anonymous, "Camille"));
    CHECK(!has(anonymous, "Olivier Porteur"));
    auto const named =
        page({ReportPart::log, ReportPart::aside, ReportPart::names, ReportPart::owners});
    CHECK(has(named, "Camille Proposante"));
    CHECK(has(named, "Olivier Porteur"));
}

TEST_CASE("the committee's own estimates stand beside the positions of the workshop")
{
    auto doc = made::sample();
    auto const axis = analysis::active_axes(doc).front();
    auto const on = analysis::visible_cases(doc).front();
    model::RoundId const round{900'000'000};
    model::Round rules;
    rules.method = model::Method::estimate;
    rules.body = model::Body::committee;
    rules.number = 1;
    rules.cases = {on};
    rules.axes = {axis};
    model::writable<model::Round>(doc).set(round, rules);
    model::writable<model::RoundStatus>(doc).set(
        round, model::RoundStatus{model::RoundState::revealed, 1, 2, 0});
    for (int voter = 1; voter <= 6; ++voter)
        model::writable<model::Estimate>(doc).set({round, voter, axis, on},
                                                  model::Estimate{130 + voter, 870});
    auto const before = made::page(made::sample());
    auto const bytes = made::page(doc);
    check_page(bytes);
    Page const page(bytes);
    CHECK_FALSE(has(before, "Le comité</h4>"));
    CHECK(has(bytes, "Le comité</h4>"));
    CHECK(page.tagged("figure").size() == Page(before).tagged("figure").size() + 1);
    CHECK(has(bytes, "Estimations du comité sur l’axe 1"));
    CHECK(has(bytes, ">1,3</td>")); // the median of its estimates
    CHECK(has(bytes, ">8,7</td>"));
    CHECK(has(made::page(doc, {}, i18n::Language::english), "The committee</h4>"));
    // The order is that of the workshop.
    auto const order = [](std::string const& of) {
        auto const from = of.find("id=\"t-order\"");
        return of.substr(from, of.find("id=\"t-axes\"") - from);
    };
    CHECK(order(bytes) == order(before));
}
