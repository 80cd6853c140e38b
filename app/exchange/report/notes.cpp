#include "analysis/ranking/ranking.h"
#include "exchange/report/writing.h"
#include "pictures/qr.h"
#include "wording/sessions.h"
#include "wording/votes/method_words.h"

#include <set>

// Sections: explanation of terms, and the seal.
namespace exchange {
namespace {

class Notes {
public:
    explicit Notes(Writing& w)
        : w_(w)
        , all_(w.page.in("dl"))
    {
    }
    void add(std::string const& word, std::string const& says)
    {
        w_.page.ours("dt", word);
        w_.page.ours("dd", says);
    }
    void add(std::string const& name)
    {
        add(w_.word("notes." + name), w_.word("notes." + name + ".says"));
    }

private:
    Writing& w_;
    Html::Within all_;
};

bool any_cloud(Facts const& facts)
{
    for (auto const& axis : facts.axes)
        if (!axis.clouds.empty()) return true;
    return false;
}

void write_code(Writing& w)
{
    constexpr float side = 132; // pixels
    auto const& seal = w.session.seal;
    if (auto const code = pictures::qr_picture(code_text(seal), {{0, 0}, {side, side}}))
        w.square(*code, side, w.words.text("report.seal.qr", short_code(seal)), "qr");
}

} // namespace

void write_notes(Writing& w)
{
    w.section("notes", [&] {
        Notes notes(w);
        auto const& ranking = w.facts.ranking;
        notes.add("median");
        if (ranking.placed > 0) notes.add("index");
        if (ranking.stability) {
            notes.add("draws");
            notes.add("seed");
        }
        notes.add("contested");
        if (any_cloud(w.facts))
            notes.add(w.word("notes.half"),
                      w.words.text("report.notes.half.says", analysis::ellipse_from,
                                   analysis::shown_from));
        notes.add(w.word("notes.veto"),
                  w.words.text("report.notes.veto.says",
                               w.words.decimal(analysis::veto_risk / 100.0, 1)));
        std::set<std::string> told;
        for (auto const& vote : w.facts.votes) {
            auto const way = vote.tally.way();
            if (told.insert(analysis::name_of(way)).second)
                notes.add(wording::way(w.words, way), wording::how_counted(w.words, way));
        }
        notes.add(w.word("notes.guards"), w.words.text("guard.about"));
    });
}

void write_seal(Writing& w)
{
    w.section("seal", [&] {
        auto const& seal = w.session.seal;
        write_code(w);
        {
            auto const all = w.page.in("dl");
            w.page.ours("dt", w.word("seal.code"));
            w.page.ours("dd", short_code(seal), {{"class", "code"}});
            w.page.ours("dt", w.word("seal.entries"));
            w.page.ours("dd", wording::entries(w.words, seal.entries));
            w.page.ours("dt", w.word("seal.hash"));
            w.page.ours("dd", seal.hash, {{"class", "hash"}});
        }
        w.paragraph(w.word("seal.what"));
        w.paragraph(w.word("seal.check"));
    });
}

void write_small_seal(Writing& w)
{
    auto const whole = w.page.in("div", {{"class", "seal"}});
    w.page.ours("h2", w.word("seal.title"));
    w.page.ours("p", short_code(w.session.seal), {{"class", "code"}});
    write_code(w);
    w.page.ours("p",
                w.words.text("report.seal.of", wording::entries(w.words, w.session.seal.entries)),
                {{"class", "less"}});
}

} // namespace exchange
