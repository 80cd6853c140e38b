#include "support/naming.h"

#include "analysis/common/in_use.h"
#include "analysis/estimates/cloud.h"
#include "analysis/estimates/placements.h"
#include "journal/file_log.h"
#include "session/replay.h"
#include "support/folders.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>

namespace support {
namespace {

struct Letters {
    std::string_view these;
    float em;
};
// Widths of Inter Medium, to 0.02 of the size.
constexpr std::array letters{Letters{"’", 0.20F},
                             Letters{"'", 0.22F},
                             Letters{"ijlî", 0.24F},
                             Letters{" \u00A0", 0.26F},
                             Letters{"I,.:;", 0.28F},
                             Letters{"f/", 0.36F},
                             Letters{"rt()", 0.38F},
                             Letters{"-", 0.46F},
                             Letters{"1", 0.48F},
                             Letters{"s", 0.54F},
                             Letters{"ackvxyzJLàçâ", 0.56F},
                             Letters{"eF7éèê", 0.58F},
                             Letters{"hnouEùôûÉ", 0.60F},
                             Letters{"bdgpq25", 0.62F},
                             Letters{"PRSTZ03689", 0.64F},
                             Letters{"BKX4", 0.66F},
                             Letters{"Y", 0.68F},
                             Letters{"AVÀ", 0.70F},
                             Letters{"D", 0.72F},
                             Letters{"CHNU", 0.74F},
                             Letters{"GOQ", 0.76F},
                             Letters{"w", 0.82F},
                             Letters{"m", 0.88F},
                             Letters{"M", 0.90F},
                             Letters{"W", 0.98F}};

std::size_t bytes_of(char lead)
{
    auto const c = static_cast<unsigned char>(lead);
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> out(1);
    for (char c : text)
        if (c == ' ')
            out.emplace_back();
        else
            out.back() += c;
    return out;
}

constexpr float name_px = 20, name_line = 24, chip_radius = 24.5F, parted_by = 49;

pictures::NameWidths widths_of(NamedCase const& one, Naming naming, float px)
{
    pictures::NameWidths out;
    auto numbered = [&](std::string const& words) {
        return line_widths(std::to_string(one.number) + "\u00A0\u00A0" + words, px);
    };
    auto const& first = naming == Naming::briefs && !one.brief.empty() ? one.brief : one.title;
    out.title = line_widths(first, px);
    out.numbered = numbered(first);
    if (naming != Naming::titles_then_briefs || one.brief.empty()) return out;
    out.brief = line_widths(one.brief, px);
    out.brief_numbered = numbered(one.brief);
    return out;
}

bool covers(base::Rect const& a, base::Rect const& b)
{
    return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y;
}

// Points on a leader, one pixel apart.
std::vector<base::Vec2> points_of(pictures::Segment const& line)
{
    std::vector<base::Vec2> out;
    auto const way = line.to - line.from;
    int const steps = std::max(1, static_cast<int>(std::hypot(way.x, way.y)));
    for (int i = 0; i <= steps; ++i)
        out.push_back(line.from + way * (static_cast<float>(i) / static_cast<float>(steps)));
    return out;
}

bool passes(pictures::Segment const& line, base::Rect const& box)
{
    return std::ranges::any_of(points_of(line), [&](auto p) { return box.contains(p); });
}

bool passes(pictures::Segment const& line, pictures::Labelled const& disc)
{
    return std::ranges::any_of(points_of(line), [&](auto p) {
        return std::hypot(p.x - disc.centre.x, p.y - disc.centre.y) < disc.radius;
    });
}

bool passes(pictures::Segment const& line, pictures::Segment const& other)
{
    auto const others = points_of(other);
    return std::ranges::any_of(points_of(line), [&](auto p) {
        return std::ranges::any_of(others,
                                   [&](auto q) { return std::hypot(p.x - q.x, p.y - q.y) < 1; });
    });
}

float far_from(base::Vec2 p, base::Rect const& box)
{
    float const x = std::clamp(p.x, box.min.x, box.max.x),
                y = std::clamp(p.y, box.min.y, box.max.y);
    return std::hypot(p.x - x, p.y - y);
}

// Whether a name or its leader covers part of another case.
bool on_others(NamingScene const& scene, std::vector<pictures::LabelPlace> const& places,
               std::size_t i)
{
    auto const& at = places[i];
    for (auto const& taken : scene.ground.taken)
        if (covers(at.box, taken) || (at.leader && passes(*at.leader, taken))) return true;
    for (auto const& line : scene.ground.lines)
        if (passes(line, at.box) || (at.leader && passes(*at.leader, line))) return true;
    for (std::size_t j = 0; j < places.size(); ++j) {
        if (j == i) continue;
        if (far_from(scene.names[j].centre, at.box) < scene.names[j].radius) return true;
        if (at.leader && passes(*at.leader, scene.names[j])) return true;
        auto const& other = places[j];
        if (!other.shown || !other.leader) continue;
        if (passes(*other.leader, at.box) || (at.leader && passes(*at.leader, *other.leader)))
            return true;
    }
    return false;
}

} // namespace

float letters_width(std::string_view text, float px)
{
    float em = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const sign = text.substr(at, bytes_of(text[at]));
        auto const known = std::ranges::find_if(
            letters, [&](auto const& l) { return l.these.find(sign) != std::string_view::npos; });
        em += known == letters.end() ? 0.6F : known->em;
        at += sign.size();
    }
    return em * px;
}

pictures::LineWidths line_widths(std::string_view text, float px)
{
    std::vector<float> words;
    for (auto const& word : words_of(text)) words.push_back(letters_width(word, px));
    return pictures::even_lines(words, letters_width(" ", px));
}

NamingScene scene_of(NamedAxis const& axis, Naming naming, NamingWindow const& window)
{
    auto const& cases = axis.cases;
    float const k = window.unit;
    pictures::Matrix matrix;
    matrix.box = {{172 * k, 271 * k}, {window.width - 432 * k, window.height - 72 * k}};
    matrix.band = 46 * k;
    std::vector<base::Vec2> centres;
    for (auto const& one : cases) centres.push_back(matrix.at(one.opportunity, one.risk));
    auto parted_in = base::grown(matrix.box, -22 * k);
    parted_in.min.y = matrix.box.min.y + matrix.band;
    parted_in.max.y = matrix.box.max.y - matrix.band;
    pictures::separate(centres, parted_by * k, parted_in);
    NamingScene scene;
    for (std::size_t i = 0; i < cases.size(); ++i)
        scene.names.push_back(
            {centres[i], chip_radius * k,
             pictures::shapes_of(widths_of(cases[i], naming, name_px * k), name_line * k, k), -1});
    auto const& box = matrix.box;
    auto const cross = matrix.cross();
    scene.ground.bounds = base::grown(box, -4 * k);
    scene.ground.midlines_x = {cross.x};
    scene.ground.midlines_y = {cross.y};
    scene.ground.unit = k;
    float const wide = 210 * k, high = 38 * k, in = 22 * k, down = 4 * k;
    for (float x : {box.min.x + in, box.max.x - in - wide})
        for (float y : {box.min.y + down, box.max.y - down - high})
            scene.ground.taken.push_back({{x, y}, {x + wide, y + high}});
    for (auto const& ellipse : axis.contested) {
        auto const outline = pictures::outline_of(matrix, ellipse);
        scene.ground.rings.emplace_back(outline.begin(), outline.end());
    }
    return scene;
}

model::Document sample_session()
{
    auto const opened = journal::FileLog::open(support::sources_dir() / "sessions/exemple.cadran",
                                               journal::OpenMode::read);
    if (!opened) throw std::runtime_error("the sample session cannot be read");
    session::Replay replay(*opened->log);
    auto doc = replay.at(opened->log->size());
    if (!doc) throw std::runtime_error("the sample session cannot be replayed");
    return *doc;
}

std::vector<NamedCase> sample_cases(model::Document const& doc)
{
    std::vector<NamedCase> out;
    for (auto const& [id, one] : model::table<model::Case>(doc))
        out.push_back({one.number, one.title, one.short_title, 0, 0});
    std::ranges::sort(out, {}, &NamedCase::number);
    return out;
}

std::vector<NamedAxis> axes_of(model::Document const& doc)
{
    std::vector<NamedAxis> out;
    for (auto axis : analysis::active_axes(doc)) {
        out.emplace_back();
        for (auto const& one : analysis::placements(doc, axis).placed) {
            auto const text = model::get<model::Case>(doc, one.on);
            out.back().cases.push_back(
                {text.number, text.title, text.short_title, one.opportunity, one.risk});
        }
        for (auto const& cloud : analysis::clouds(doc, axis))
            if (cloud.contested() && cloud.shape->half)
                out.back().contested.push_back(*cloud.shape->half);
    }
    return out;
}

NamedAxis scattered(std::vector<NamedCase> const& from, int count, unsigned seed, double over)
{
    std::mt19937 engine(seed);
    auto const most = static_cast<unsigned>(std::lround(model::level_max * over));
    NamedAxis out;
    for (int i = 0; i < count; ++i) {
        auto one = from[static_cast<std::size_t>(i) % from.size()];
        one.opportunity = model::level_max - static_cast<model::Level>(engine() % most);
        one.risk = static_cast<model::Level>(engine() % most);
        out.cases.push_back(std::move(one));
    }
    return out;
}

NamingMeasure measure(NamingScene const& scene, std::vector<pictures::LabelPlace> const& places)
{
    NamingMeasure out;
    auto const& bounds = scene.ground.bounds;
    for (std::size_t i = 0; i < places.size(); ++i) {
        ++out.cases;
        auto const& at = places[i];
        if (!at.shown) continue;
        ++out.shown;
        auto const& shape = scene.names[i].shapes.at(at.shape);
        bool const numbered = shape.begins == pictures::NameShape::Begins::with_its_number;
        out.numbered += numbered ? 1 : 0;
        out.brief += shape.words == pictures::NameShape::Words::brief ? 1 : 0;
        for (std::size_t j = i + 1; j < places.size(); ++j)
            out.overlaps += places[j].shown && covers(at.box, places[j].box) ? 1 : 0;
        out.over_others += on_others(scene, places, i) ? 1 : 0;
        if (at.box.min.x < bounds.min.x || at.box.max.x > bounds.max.x ||
            at.box.min.y < bounds.min.y || at.box.max.y > bounds.max.y)
            ++out.outside;
        out.across += std::ranges::any_of(scene.ground.rings, [&](auto const& ring) {
            for (std::size_t p = 0; p + 1 < ring.size(); ++p)
                if (passes({ring[p], ring[p + 1]}, at.box)) return true;
            return false;
        });
        float const own = far_from(scene.names[i].centre, at.box) - scene.names[i].radius;
        float const by = 11 * scene.ground.unit;
        float nearest = own;
        for (auto const& other : scene.names)
            if (&other != &scene.names[i])
                nearest = std::min(nearest, far_from(other.centre, at.box) - other.radius);
        out.misattributed += nearest < own && !numbered ? 1 : 0;
        out.leaning += nearest < own && nearest < by ? 1 : 0;
    }
    return out;
}

void keep_places(NamingScene& scene, NamingScene const& before,
                 std::vector<pictures::LabelPlace> const& places)
{
    for (std::size_t i = 0; i < places.size(); ++i)
        scene.names[i].kept = pictures::kept_slot(places[i], before.names[i].centre,
                                                  scene.names[i].centre, scene.ground.unit);
}

int NamingMove::lost() const
{
    auto shown = [](auto const& places) {
        return std::ranges::count_if(places, [](auto const& place) { return place.shown; });
    };
    return static_cast<int>(shown(at_first) - shown(then));
}

NamingMove moved(NamedAxis axis, std::size_t which, model::Level opportunity, model::Level risk,
                 Naming naming)
{
    NamingMove out;
    out.before = scene_of(axis, naming);
    out.at_first = pictures::place_labels(out.before.names, out.before.ground);
    axis.cases[which].opportunity = opportunity;
    axis.cases[which].risk = risk;
    out.after = scene_of(axis, naming);
    keep_places(out.after, out.before, out.at_first);
    out.then = pictures::place_labels(out.after.names, out.after.ground);
    for (std::size_t i = 0; i < axis.cases.size(); ++i) {
        if (i == which || !out.at_first[i].shown) continue;
        ++out.others;
        if (!out.then[i].shown || out.then[i].slot != out.at_first[i].slot) ++out.changed;
    }
    return out;
}

std::vector<pictures::LabelPlace> placed_in_turn(NamedAxis const& axis, Naming naming)
{
    NamedAxis some{{}, axis.contested};
    NamingScene before;
    std::vector<pictures::LabelPlace> places;
    for (auto const& one : axis.cases) {
        some.cases.push_back(one);
        auto scene = scene_of(some, naming);
        keep_places(scene, before, places);
        places = pictures::place_labels(scene.names, scene.ground);
        before = std::move(scene);
    }
    return places;
}

} // namespace support
