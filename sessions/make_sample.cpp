// Makes the sample session: `make_sample OUT.cadran CASES.csv ASSETS`. The cases are real, with
// their sources; the people, the votes, the placements and the decisions are an example, and the
// session says so.
#include "exchange/import.h"
#include "exchange/template.h"
#include "journal/file_log.h"
#include "session/session.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <random>
#include <sstream>

namespace {

using model::CaseId;

// What a case looks like to the imagined room: its short name, its appeal at the vote (0..9), and
// the general opportunity and risk (0..10) around which the axes vary. A 0 appeal is a case that
// was not placed.
struct Sketch {
    char const* short_title;
    int appeal;
    int opportunity;
    int risk;
};

constexpr std::array<Sketch, 60> sketches{{
    {"Standard vocal", 6, 7, 4},
    {"Fuites d’eau prédites", 8, 8, 2},
    {"Repas de cantine", 9, 8, 2},
    {"Ombrières solaires", 2, 5, 2},
    {"Risque d’inondation", 5, 8, 4},
    {"Vidéo augmentée", 3, 4, 9},
    {"Fuites priorisées", 3, 7, 2},
    {"Énergie des bâtiments", 8, 8, 1},
    {"Stations d’épuration", 2, 6, 2},
    {"Plantabilité", 1, 5, 1},
    {"Encombrants", 2, 4, 3},
    {"Flux de déplacement", 2, 5, 5},
    {"Participation", 2, 5, 5},
    {"Comptes rendus", 9, 8, 3},
    {"Information municipale", 3, 5, 4},
    {"Débats accessibles", 4, 7, 2},
    {"Hors horaires", 1, 5, 4},
    {"Délibérations", 5, 6, 5},
    {"Agent du site", 3, 5, 6},
    {"Sollicitations", 6, 7, 4},
    {"Dossiers MDPH", 7, 8, 7},
    {"Liasses d’aide sociale", 3, 6, 7},
    {"Droits non demandés", 8, 9, 6},
    {"Catalogue de données", 2, 5, 2},
    {"Actes administratifs", 4, 6, 2},
    {"Subventions lisibles", 2, 5, 1},
    {"Prototype cantine", 0, 6, 2},
    {"Gaspillage en cantine", 3, 6, 1},
    {"Conseil sur l’eau", 1, 4, 4},
    {"Fuites en zone rurale", 1, 6, 2},
    {"Stress hydrique", 2, 6, 1},
    {"Plan d’urbanisme", 2, 6, 4},
    {"Chaussées", 5, 7, 2},
    {"Réfection de voirie", 2, 6, 2},
    {"Réseau départemental", 2, 6, 3},
    {"Véhicule capteur", 1, 5, 4},
    {"Dépôts sauvages", 3, 4, 7},
    {"Caméra de benne", 1, 3, 6},
    {"Refus de tri", 1, 3, 3},
    {"Bac jaune", 0, 3, 4},
    {"Tournées de collecte", 4, 7, 2},
    {"Massifs forestiers", 3, 7, 4},
    {"Fumées", 2, 7, 3},
    {"Caméras de feux", 1, 6, 4},
    {"Départs de feu", 1, 6, 3},
    {"Registres manuscrits", 3, 6, 1},
    {"Délibérations anciennes", 1, 4, 1},
    {"Écritures anciennes", 0, 4, 1},
    {"Séquestres", 0, 3, 1},
    {"Recensements", 1, 4, 2},
    {"Permis", 6, 7, 6},
    {"Chatbot RH", 4, 5, 6},
    {"Chatbot statutaire", 1, 4, 5},
    {"Processus RH", 1, 4, 6},
    {"Feux tricolores", 2, 5, 3},
    {"Piétons et parking", 0, 3, 6},
    {"Places en crèche", 4, 5, 9},
    {"Petite commune", 2, 6, 3},
    {"Gestion documentaire", 3, 6, 3},
    {"Contributions", 4, 7, 4},
}};

// What the room put together, by number, and what it left free.
struct Theme {
    char const* title;
    std::vector<int> numbers;
};
std::vector<Theme> const themes{{"Relation aux usagers", {1, 15, 17, 19, 20, 29}},
                                {"Démocratie et assemblées", {13, 14, 16, 18, 25, 26, 60}},
                                {"Solidarités et enfance", {3, 21, 22, 23, 28, 57}},
                                {"Eau et énergie", {2, 4, 8, 9, 31}},
                                {"Propreté et déchets", {11, 37, 38, 39, 40, 41}},
                                {"Routes et mobilités", {12, 33, 34, 35, 36, 55, 56}},
                                {"Sécurité civile", {5, 42, 43, 44, 45}},
                                {"Archives et culture", {46, 47, 48, 49, 50}},
                                {"Moyens internes", {52, 53, 54, 58, 59}}};
std::vector<int> const free_numbers{6, 10, 24, 32, 51};

// Their places, in board units: frames in three columns, two cards a row; the free cards beside.
constexpr int frame_columns = 3;
constexpr float frame_width = 533, frame_head = 64, frame_padding = 20, gap = 18;
constexpr float column_pitch = 253, row_pitch = 99, free_pitch = 204;

// How each axis bends the general view: opportunity, then risk.
constexpr std::array<std::array<int, 2>, 8> axis_bend{
    {{1, -1}, {0, 0}, {1, -1}, {-1, 0}, {-2, 0}, {-1, 1}, {-1, 1}, {-1, 2}}};

constexpr std::uint64_t seed = 20'260'409;
constexpr int voters = 23;
constexpr int voted_max = 24;                            // cases put to the vote and placed
constexpr std::int64_t first_minute = 1'775'718'300'000; // 9 April 2026, 9:05 in Paris

struct SampleClock : base::Clock {
    std::int64_t t = first_minute;
    std::int64_t now_ms() override { return t += 37'000; }
};
struct SampleChance : base::Chance {
    std::mt19937_64 engine{seed};
    std::uint64_t draw() override { return engine(); }
};

[[noreturn]] void stop(base::Error const& error)
{
    std::fprintf(stderr, "make_sample: %s %s\n", error.where.c_str(), error.detail.c_str());
    std::exit(1);
}

template <class T>
T must(base::Result<T> result)
{
    if (!result) stop(result.error());
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

class Maker {
public:
    Maker(session::Session& session, SampleChance& chance)
        : session_(session)
        , chance_(chance)
    {
    }

    void start(std::filesystem::path const& assets)
    {
        act(must(exchange::read_template(assets, "huit-axes", "fr",
                                         "Exemple : cas réels, votes inventés",
                                         [&] { return session_.mint<model::AxisId>(); })));
        act(edit::SetHeadcount{voters});
    }

    void gather(std::string const& csv)
    {
        auto const plan = must(exchange::plan_import(csv, session_.document(), "use_cases_fr.csv",
                                                     [&] { return session_.mint<CaseId>(); }));
        act(plan.command);
        for (auto const& [id, one] : model::table<model::Case>(session_.document()))
            ids_.push_back(id);
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            auto text = *model::find<model::Case>(session_.document(), ids_[i]);
            text.short_title = sketches.at(i).short_title;
            act(edit::EditCase{ids_[i], text});
        }
    }

    void group()
    {
        act(edit::SetStep{model::Step::group});
        act(edit::MergeCases{ids_[2], {ids_[26]}});          // two forecasts of canteen meals
        act(edit::MergeCases{ids_[1], {ids_[6], ids_[29]}}); // three searches for leaks
        std::array<float, frame_columns> bottom{};
        for (std::size_t i = 0; i < themes.size(); ++i) {
            auto const column = i % frame_columns;
            base::Vec2 const corner{static_cast<float>(column) * (frame_width + gap),
                                    bottom.at(column)};
            auto const add = frame_at(themes[i], corner);
            bottom.at(column) = add.area.max.y + gap;
            act(add);
        }
        edit::MoveCards beside;
        for (auto number : free_numbers)
            beside.to.emplace_back(case_numbered(number),
                                   base::Vec2{frame_columns * (frame_width + gap),
                                              static_cast<float>(beside.to.size()) * free_pitch});
        act(beside);
    }

    void vote()
    {
        act(edit::SetStep{model::Step::vote});
        model::Round round;
        round.question = "Répartissez vos 10 points";
        round.headcount = voters;
        round.cases = the_voted();
        auto const id = session_.mint<model::RoundId>();
        act(edit::PrepareRound{id, round});
        act(edit::OpenRound{id, first_minute + 3'600'000});
        for (int v = 0; v < voters; ++v) must(session_.cast(id, session_.mint_token(), ballot()));
        must(session_.close_round(edit::facilitator, id));
        act(edit::RevealRound{id});
    }

    void place()
    {
        act(edit::SetStep{model::Step::place});
        auto const cases = the_voted();
        for (auto const& [axis_id, axis] : model::table<model::Axis>(session_.document())) {
            auto const bend = axis_bend.at(static_cast<std::size_t>(axis.number) - 1);
            for (std::size_t i = 0; i < cases.size(); ++i) {
                if (axis.number == 8 && i >= cases.size() - 4) continue; // the room ran out of time
                auto const& sketch = sketch_of(cases[i]);
                act(edit::Place{{axis_id, cases[i]},
                                {level(sketch.opportunity + bend[0], 6),
                                 level(sketch.risk + bend[1], 4), model::PlacedBy::hand,
                                 model::Lock::open, ""}});
            }
        }
    }

    void decide()
    {
        act(edit::SetStep{model::Step::decide});
        using model::Verdict;
        auto decide = [&](std::size_t i, Verdict verdict, char const* reason, char const* owner,
                          char const* review) {
            act(edit::Decide{{ids_[i], model::Body::workshop}, {verdict, reason, owner, review}});
        };
        decide(13, Verdict::launch, "Chaque compte rendu est relu avant envoi.", "Assemblées",
               "2026-06");
        decide(2, Verdict::launch, "Pilote dans deux collèges.", "Restauration", "2026-09");
        decide(7, Verdict::launch, "Données déjà disponibles.", "Bâtiments", "2026-05");
        decide(1, Verdict::launch, "Avec le syndicat des eaux.", "Eau", "2026-09");
        decide(19, Verdict::launch, "Un agent valide l’orientation.", "Moyens généraux", "2026-06");
        decide(32, Verdict::launch, "Complète les tournées existantes.", "Routes", "2026-06");
        decide(22, Verdict::safeguards, "Analyse d’impact avant tout essai.", "Solidarités",
               "2026-10");
        decide(20, Verdict::safeguards, "Complétude seulement, aucun avis sur le droit.", "MDPH",
               "2026-10");
        decide(0, Verdict::safeguards, "Toujours un agent joignable.", "Relation usagers",
               "2026-07");
        decide(50, Verdict::later, "Attendre le retour d’autres communes.", "Urbanisme", "2027-01");
        decide(56, Verdict::aside, "Décision individuelle : hors de question sans avis de la DPD.",
               "Enfance", "");
        decide(5, Verdict::aside, "Risque trop fort pour l’apport attendu.", "", "");
    }

private:
    void act(edit::Command const& command) { must(session_.submit(edit::facilitator, command)); }

    [[nodiscard]] CaseId case_numbered(int number) const
    {
        return ids_.at(static_cast<std::size_t>(number) - 1);
    }

    edit::AddGroup frame_at(Theme const& theme, base::Vec2 corner)
    {
        edit::AddGroup add{session_.mint<model::GroupId>(), theme.title, {}, {}, {}};
        for (std::size_t i = 0; i < theme.numbers.size(); ++i) {
            auto const id = case_numbered(theme.numbers[i]);
            add.members.push_back(id);
            add.cards.emplace_back(
                id, corner + base::Vec2{frame_padding + static_cast<float>(i % 2) * column_pitch,
                                        frame_head + static_cast<float>(i / 2) * row_pitch});
        }
        auto const rows = static_cast<float>((theme.numbers.size() + 1) / 2);
        auto const height = frame_head + rows * row_pitch - (row_pitch - 86) + frame_padding;
        add.area = {corner, corner + base::Vec2{frame_width, height}};
        return add;
    }

    [[nodiscard]] Sketch const& sketch_of(CaseId id) const
    {
        auto const at = std::ranges::find(ids_, id) - ids_.begin();
        return sketches.at(static_cast<std::size_t>(at));
    }

    // The cases that the room kept for the vote: those with the most appeal, in the order of their
    // numbers.
    [[nodiscard]] std::vector<CaseId> the_voted() const
    {
        std::vector<CaseId> out;
        for (auto id : ids_)
            if (!model::find<model::Merge>(session_.document(), id)) out.push_back(id);
        std::ranges::stable_sort(
            out, [&](CaseId a, CaseId b) { return sketch_of(a).appeal > sketch_of(b).appeal; });
        out.resize(std::min<std::size_t>(out.size(), voted_max));
        for (auto kept : {ids_[5], ids_[56]}) // two that divide the room
            if (std::ranges::find(out, kept) == out.end()) out.push_back(kept);
        std::ranges::sort(out);
        return out;
    }

    // Ten points, three at most on a case, drawn by appeal; some people see things in black and
    // white.
    model::Ballot ballot()
    {
        auto const cases = the_voted();
        std::vector<int> given(cases.size(), 0);
        bool const blunt = chance_.draw() % 3 == 0;
        for (int left = 10; left > 0;) {
            auto const i = static_cast<std::size_t>(chance_.draw() % cases.size());
            auto const appeal = static_cast<std::uint64_t>(sketch_of(cases[i]).appeal);
            if (given[i] == 3 || chance_.draw() % 30 >= appeal * appeal / 3) continue;
            int const add = blunt ? std::min(left, 3 - given[i]) : 1;
            given[i] += add;
            left -= add;
        }
        model::Ballot out;
        for (std::size_t i = 0; i < cases.size(); ++i)
            if (given[i] > 0) out.marks.push_back({cases[i], given[i]});
        return out;
    }

    // The whole scale is used: what is middling in general is middling on the matrix.
    model::Level level(int general, int middle)
    {
        auto const wobble = static_cast<int>(chance_.draw() % 210) - 105;
        return std::clamp(500 + (general - middle) * 130 + wobble, 50, 950);
    }

    session::Session& session_;
    SampleChance& chance_;
    std::vector<CaseId> ids_;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fputs("make_sample OUT.cadran CASES.csv ASSETS\n", stderr);
        return 2;
    }
    std::stringstream csv;
    csv << std::ifstream(argv[2], std::ios::binary).rdbuf();
    SampleClock clock;
    SampleChance chance;
    auto session = must(session::Session::open(
        must(journal::FileLog::create(argv[1], clock.now_ms())), clock, chance));
    Maker maker(session, chance);
    maker.start(argv[3]);
    maker.gather(csv.str());
    maker.group();
    maker.vote();
    maker.place();
    maker.decide();
    return 0;
}
