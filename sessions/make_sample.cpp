// Makes the sample session: `make_sample OUT.cadran CASES.csv ASSETS`. The cases are real, with
// their sources; the people, the votes, the placements and the decisions are an example, and the
// session says so.
#include "analysis/estimates/cloud.h"
#include "analysis/estimates/settling.h"
#include "analysis/ranking/guard_rails.h"
#include "exchange/cases/import.h"
#include "exchange/templates/template.h"
#include "journal/file_log.h"
#include "sample_cases.h"
#include "session/session.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace {

using model::CaseId;
using sample::sketches;
using sample::Theme;
using sample::themes;

// Their places, in board units: frames in three columns, two cards a row; the free cards beside.
constexpr int frame_columns = 3;
constexpr float frame_width = 533, frame_head = 64, frame_padding = 20, gap = 18;
constexpr float column_pitch = 253, row_pitch = 99, free_pitch = 204;

// How each axis bends the general view: opportunity, then risk.
constexpr std::array<std::array<int, 2>, 8> axis_bend{
    {{1, -1}, {0, 0}, {1, -1}, {-1, 0}, {-2, 0}, {-1, 1}, {-1, 1}, {-1, 2}}};

constexpr std::uint64_t seed = 20'260'409;
constexpr int voters = 23;
constexpr int estimators = 12;              // who stayed for the estimates
constexpr std::size_t estimated_cases = 12; // cases that they estimate, and
constexpr std::size_t contested = 56;       // this one, by its place in the file
constexpr int first_axis_of_law = 6;
constexpr int voted_max = 24;                            // cases put to the vote and placed
constexpr std::int64_t first_minute = 1'775'718'300'000; // 9 April 2026, 9:05 in Paris

struct SampleClock : base::Clock {
    std::int64_t t = first_minute;
    std::int64_t now_ms() override { return t += 37'000; }
};
struct SampleRandomSource : base::RandomSource {
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
    Maker(session::Session& session, SampleRandomSource& random)
        : session_(session)
        , random_(random)
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
            auto const& sketch = sketches.at(i);
            text.short_title = sketch.short_title;
            text.proposer = sketch.proposer;
            text.need = sketch.need;
            text.personal_data = sketch.personal_data;
            text.ai_act = sketch.ai_act;
            text.cost = sketch.cost;
            text.notes = "Exemple : service, besoin, données, niveau et coût inventés.";
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
            auto add = frame_at(themes[i], corner);
            if (i == 0) lay_down_rest(add); // so that no frame comes to lie on a card
            bottom.at(column) = add.area.max.y + gap;
            act(add);
        }
        edit::MoveCards beside;
        for (auto number : sample::free_numbers)
            beside.to.emplace_back(case_numbered(number),
                                   base::Vec2{frame_columns * (frame_width + gap),
                                              static_cast<float>(beside.to.size()) * free_pitch});
        act(beside);
    }

    // By points on all that was kept, by grades on the twelve that may go further, then by approval
    // on what could start this year. The first of them counts in the final order.
    void vote()
    {
        act(edit::SetStep{model::Step::vote});
        model::Round points;
        points.question = "Répartissez vos 10 points";
        points.headcount = voters;
        points.cases = the_voted();
        auto const counted = open(points);
        for (int v = 0; v < voters; ++v)
            must(session_.cast(counted, session_.mint_token(), ballot()));
        reveal(counted);

        model::Round judgment;
        judgment.question = "Ce cas est-il une bonne idée pour nos services ?";
        judgment.method = model::Method::majority_judgment;
        judgment.grades = 6;
        judgment.headcount = voters;
        judgment.cases = the_first(estimated_cases);
        hold(judgment, [&](CaseId id, std::uint64_t) { return grade(id); });

        model::Round approval;
        approval.question = "Qu’est-ce qui peut commencer cette année ?";
        approval.method = model::Method::approval;
        approval.choices = 0;
        approval.headcount = voters;
        approval.cases = the_first(8);
        hold(approval, [&](CaseId id, std::uint64_t draw) {
            return static_cast<int>(draw % 10) < sketch_of(id).appeal - 1 ? 1 : 0;
        });
        act(edit::SetReference{counted});
    }

    // Blindly, each person every one of twelve cases on the eight axes; the room then keeps the
    // median of each, but where it is divided.
    void estimate()
    {
        act(edit::SetStep{model::Step::place});
        model::Round round;
        round.question = "Où placez-vous chaque cas ?";
        round.method = model::Method::estimate;
        round.headcount = estimators;
        round.cases = the_first(estimated_cases);
        round.cases.push_back(ids_[contested]);
        std::ranges::sort(round.cases);
        auto const id = open(round);
        for (int v = 0; v < estimators; ++v)
            must(session_.cast(id, session_.mint_token(), estimates_of(round.cases, v)));
        reveal(id);
        edit::PlaceAll settled;
        for (auto const& [axis_id, axis] : model::table<model::Axis>(session_.document())) {
            auto const clouds = analysis::all_clouds(session_.document(), axis_id);
            for (auto const& [key, placement] :
                 analysis::at_their_medians(session_.document(), clouds))
                settled.where.emplace_back(key, placement);
        }
        act(settled);
    }

    // What was not estimated is placed by hand, in the room.
    void place()
    {
        auto const cases = the_voted();
        for (auto const& [axis_id, axis] : model::table<model::Axis>(session_.document())) {
            auto const bend = axis_bend.at(static_cast<std::size_t>(axis.place) - 1);
            for (std::size_t i = 0; i < cases.size(); ++i) {
                if (axis.place == 8 && i >= cases.size() - 4) continue; // the room ran out of time
                if (model::find<model::Placement>(session_.document(), {axis_id, cases[i]}))
                    continue;
                auto const& sketch = sketch_of(cases[i]);
                act(edit::Place{{axis_id, cases[i]},
                                {level(sketch.opportunity + bend[0], 6),
                                 level(sketch.risk + bend[1], 4), model::PlacedBy::hand,
                                 model::Lock::open, ""}});
            }
        }
    }

    // Of the cases to launch or to guard: most questions answered, two planned, a few left open.
    void answer()
    {
        using model::Reply;
        for (auto const i : {13, 2, 7, 1, 19, 32, 22, 20, 0}) {
            auto const on = ids_.at(static_cast<std::size_t>(i));
            auto const service = sketches.at(static_cast<std::size_t>(i)).proposer;
            for (auto const& asked : analysis::questions_of(session_.document(), on)) {
                auto const draw = random_.draw() % 10;
                auto const kept_open = i == 22 && asked.question.subject == model::Subject::data;
                model::GuardAnswer answer{Reply::yes, service, ""};
                if (kept_open)
                    answer = {Reply::no, "", ""};
                else if (asked.question.as == model::AskedAs::whether && draw < 3)
                    answer = {Reply::planned, service, "2026-06-15"};
                act(edit::AnswerQuestion{{on, asked.id}, answer});
            }
        }
        // The committee will read that the room had marked one as a prohibited practice.
        auto const prohibited = ids_[5];
        for (auto const& asked : analysis::questions_of(session_.document(), prohibited))
            if (asked.question.of == model::AskedOf::prohibited)
                act(edit::AnswerQuestion{{prohibited, asked.id},
                                         {Reply::planned, "Juridique", "2026-07-01"}});
    }

    void decide()
    {
        // Against what the estimates said, and after the vote: both are shown where they matter.
        auto const data_axis =
            std::prev(model::table<model::Axis>(session_.document()).end())->first;
        model::Placement careful;
        careful.opportunity = 350;
        careful.risk = 850;
        careful.reason = "La déléguée à la protection des données demande la prudence.";
        act(edit::Place{{data_axis, ids_[19]}, careful});
        act(edit::MergeCases{ids_[32], {ids_[33]}});
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
        decide(5, Verdict::aside, "Risque trop fort pour l’apport attendu.", "Sécurité", "");
        // Six weeks later, the committee.
        auto committee = [&](std::size_t i, Verdict verdict, char const* reason, char const* owner,
                             char const* review) {
            act(edit::Decide{{ids_[i], model::Body::committee}, {verdict, reason, owner, review}});
        };
        committee(13, Verdict::launch, "Conforme à l’avis de l’atelier.", "Assemblées", "2026-06");
        committee(7, Verdict::launch, "Conforme, avec un suivi des économies chaque trimestre.",
                  "Bâtiments", "2026-09");
        committee(19, Verdict::safeguards,
                  "Lancer, mais après information des agents et clause de réversibilité.",
                  "Moyens généraux", "2026-09");
        committee(22, Verdict::later, "L’analyse d’impact n’est pas commencée.", "Solidarités",
                  "2027-01");
        committee(56, Verdict::aside, "Conforme à l’avis de l’atelier.", "Petite enfance", "");
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

    // Gives the cards that are not in the frame places beside all frames.
    void lay_down_rest(edit::AddGroup& add) const
    {
        constexpr int columns = 8;
        int laid = 0;
        for (auto id : ids_) {
            bool const inside = std::ranges::find(add.members, id) != add.members.end();
            if (inside || model::find<model::Merge>(session_.document(), id)) continue;
            add.cards.emplace_back(id,
                                   base::Vec2{frame_columns * (frame_width + gap) +
                                                  static_cast<float>(laid % columns) * column_pitch,
                                              static_cast<float>(laid / columns) * free_pitch});
            ++laid;
        }
    }

    [[nodiscard]] sample::Sketch const& sketch_of(CaseId id) const
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

    // The cases of the vote with the most appeal, in the order of their numbers.
    [[nodiscard]] std::vector<CaseId> the_first(std::size_t count) const
    {
        auto out = the_voted();
        std::ranges::stable_sort(
            out, [&](CaseId a, CaseId b) { return sketch_of(a).appeal > sketch_of(b).appeal; });
        out.resize(count);
        std::ranges::sort(out);
        return out;
    }

    model::RoundId open(model::Round const& round)
    {
        auto const id = session_.mint<model::RoundId>();
        act(edit::PrepareRound{id, round});
        act(edit::OpenRound{id, first_minute + 3'600'000});
        return id;
    }

    void reveal(model::RoundId id)
    {
        must(session_.close_round(edit::facilitator, id));
        act(edit::RevealRound{id});
    }

    // A round whose ballots say one value a case: value(case, a number drawn). 0 is left blank.
    void hold(model::Round const& round, auto const& value)
    {
        auto const id = open(round);
        for (int v = 0; v < voters; ++v) {
            model::Ballot ballot;
            for (auto on : round.cases) {
                auto const said = value(on, random_.draw());
                bool const blank = v + 1 == voters && round.method == model::Method::approval;
                if (!blank && (said > 0 || round.method == model::Method::majority_judgment))
                    ballot.marks.push_back({on, said});
            }
            must(session_.cast(id, session_.mint_token(), ballot));
        }
        reveal(id);
    }

    // From 0, the worst, to 5.
    int grade(CaseId id)
    {
        auto const wobble = static_cast<int>(random_.draw() % 4) - 2;
        return std::clamp((sketch_of(id).appeal + 1) / 2 + wobble, 0, 5);
    }

    // What one person says. Of the contested case, half of the room sees the service, the others
    // the danger; now and then somebody does not know.
    model::Ballot estimates_of(std::vector<CaseId> const& cases, int voter)
    {
        model::Ballot out;
        for (auto const& [axis_id, axis] : model::table<model::Axis>(session_.document())) {
            auto const bend = axis_bend.at(static_cast<std::size_t>(axis.place) - 1);
            for (auto on : cases) {
                auto const& sketch = sketch_of(on);
                model::Estimate at;
                auto const opportunity = estimate_near(sketch.opportunity + bend[0], 6);
                auto const risk = estimate_near(sketch.risk + bend[1], 4);
                if (on == ids_[contested] && axis.place >= first_axis_of_law)
                    at = voter % 2 == 0 ? model::Estimate{estimate_near(8, 5), estimate_near(2, 5)}
                                        : model::Estimate{estimate_near(2, 5), estimate_near(9, 5)};
                else if (random_.draw() % 15 != 0)
                    at = {opportunity, risk};
                out.estimates.push_back({axis_id, on, at});
            }
        }
        return out;
    }

    // By half points, as people answer.
    model::Level estimate_near(int general, int middle)
    {
        constexpr int half_point = 50;
        auto const wobble = static_cast<int>(random_.draw() % 240) - 120;
        auto const at = std::clamp(500 + (general - middle) * 130 + wobble, 0, 1000);
        return (at + half_point / 2) / half_point * half_point;
    }

    // Ten points, three at most on a case, drawn by appeal; some people see things in black and
    // white.
    model::Ballot ballot()
    {
        auto const cases = the_voted();
        std::vector<int> given(cases.size(), 0);
        bool const blunt = random_.draw() % 3 == 0;
        for (int left = 10; left > 0;) {
            auto const i = static_cast<std::size_t>(random_.draw() % cases.size());
            auto const appeal = static_cast<std::uint64_t>(sketch_of(cases[i]).appeal);
            if (given[i] == 3 || random_.draw() % 30 >= appeal * appeal / 3) continue;
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
        auto const wobble = static_cast<int>(random_.draw() % 210) - 105;
        return std::clamp(500 + (general - middle) * 130 + wobble, 50, 950);
    }

    session::Session& session_;
    SampleRandomSource& random_;
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
    SampleRandomSource random;
    journal::FileLog::Options options; // the keys of the ballot boxes go with the votes
    options.keys = std::filesystem::temp_directory_path() / "cadran-sample-keys";
    auto session = must(session::Session::open(
        must(journal::FileLog::create(argv[1], clock.now_ms(), options)), clock, random));
    Maker maker(session, random);
    maker.start(argv[3]);
    maker.gather(csv.str());
    maker.group();
    maker.vote();
    maker.estimate();
    maker.place();
    maker.answer();
    maker.decide();
    return 0;
}
