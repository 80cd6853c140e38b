#include "desk.h"

// A whole workshop typed on a French keyboard: no character is lost from Recueillir to Décider.
using namespace desk;

namespace {

constexpr std::array<std::u32string_view, 10> titles{U"Trier le courrier arrivé : #1, #2 et #3",
                                                     U"Réponses {brouillon} relues à l'accueil",
                                                     U"Détecter les fuites d'eau [réseau nord]",
                                                     U"Deux économies ~ 12 000 € par an",
                                                     U"Répondre à contact@example.org",
                                                     U"Où, quand, comment : l'été à la cantine",
                                                     U"Prêt de matériel ~ façon bibliothèque",
                                                     U"Cadastre & permis (déjà fait ?)",
                                                     U"Noël, naïveté et ambiguïté",
                                                     U"Tableau | suivi \\ garanti = 100 %"};

struct WholeWorkshop : Desk {
    Layout const& french = layouts::all[1];

    WholeWorkshop() { lay_out(french); }
    void write(std::u32string_view text) { keys(strokes_of(french, text), 8); }
    void letter(char32_t c) { keys(told(*layouts::stroke_of(french, c))); }
    void step(int n) { keys(number(code::alt) + "+" + number(9 + n)); }
    void enter() { keys(number(code::enter)); }
    void escape() { keys(number(code::escape)); }
    void ctrl_enter() { keys(number(code::ctrl) + "+" + number(code::enter)); }
    [[nodiscard]] model::Document const& doc() { return app.session()->document(); }
    [[nodiscard]] std::size_t ballots(model::Method method)
    {
        std::size_t out = 0;
        for (auto const& [key, ballot] : model::table<model::Ballot>(doc()))
            out += model::get<model::Round>(doc(), key.round).method == method ? 1U : 0U;
        return out;
    }
    // A vote of two people with that method, by key strokes.
    void vote(char const* method, std::array<std::string, 2> const& struck)
    {
        click(std::string("vote.method.") + method);
        ctrl_enter(); // opens
        for (auto const& ballot : struck) {
            letter(U'b');
            keys(ballot);
            enter();
            REQUIRE(shows("receipt.end"));
            escape();
        }
        ctrl_enter();
        enter(); // closes and reveals
    }
};

} // namespace

TEST_CASE("a whole workshop typed on a French keyboard loses no character")
{
    if (!can_type()) CADRAN_SKIP("xdotool or setxkbmap is missing");
    WholeWorkshop w;
    w.letter(U'n');
    for (auto const title : titles) {
        w.write(title);
        CHECK(w.value("draft.card") == utf8(title));
        w.enter();
    }
    w.escape();
    auto const& cases = model::table<model::Case>(w.doc());
    REQUIRE(cases.size() == 12); // the desk had two
    auto at = std::next(cases.begin(), 2);
    for (auto const title : titles) CHECK((at++)->second.title == utf8(title));

    w.step(2);
    w.keys(number(code::ctrl) + "+" + told(*layouts::stroke_of(w.french, U'a')));
    w.letter(U'g');
    constexpr std::u32string_view frame = U"Faire dès l'été {n° 1} ~ 3 €";
    w.write(frame);
    w.enter();
    REQUIRE(model::table<model::Group>(w.doc()).size() == 1);
    CHECK(model::table<model::Group>(w.doc()).begin()->second.title == utf8(frame));

    auto const down = std::to_string(116), three = number(12);
    w.step(3);
    w.vote("dots", {three + " " + down + " " + three, three});
    CHECK(w.ballots(model::Method::dots) == 2);
    w.click("rail.new");
    w.vote("approval", {number(code::space), number(code::space)});
    CHECK(w.ballots(model::Method::approval) == 2);

    w.step(4);
    for (int i = 0; i < 12; ++i) w.keys("23 " + number(code::enter)); // Tab, Enter
    CHECK(model::table<model::Placement>(w.doc()).size() == 12);

    w.step(5);
    w.keys(down);
    w.letter(U'l');
    constexpr std::u32string_view reason = U"Lancé : déjà prêt, 0 € de plus [voir #4]";
    REQUIRE(w.on("decide.why"));
    w.write(reason);
    w.enter();
    auto const& decisions = model::table<model::Decision>(w.doc());
    REQUIRE(decisions.size() == 1);
    CHECK(decisions.begin()->second.reason == utf8(reason));
    CHECK(decisions.begin()->second.verdict == model::Verdict::launch);
    w.run("setxkbmap us");
}
