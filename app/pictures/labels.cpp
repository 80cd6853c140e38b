#include "pictures/labels.h"

#include "analysis/common/random.h"
#include "pictures/label_slots.h"

#include <algorithm>
#include <cmath>

namespace pictures {
namespace {

using labels::Candidate;

constexpr float cost_hidden = 560;
// Costs of a shape: by lines, number, text.
constexpr float longest_line = 235; // preferred maximum length of a line, design pixels
constexpr float cost_long = 30, per_longer = 0.2F, cost_broken = 6, cost_third_line = 14;
constexpr float cost_number = 70, cost_brief = 90;
constexpr float hot = 160, cool = 2; // first and last temperature of the annealing
constexpr float warm = 30;           // first temperature when most labels keep a position
constexpr int most_tries = 300000;   // limit of positions tried to make room for one label
constexpr int all_tries = 600000;    // limit for all of them
constexpr int steps_a_name = 800;
constexpr int most_searches = 3;
constexpr std::uint64_t seed = 14;

// A search state: the position of each label. Displayed labels never overlap: placing one hides
// those in its way, which are then placed again.
class Search {
public:
    Search(std::vector<Labelled> const& names, LabelGround const& ground)
        : unit_(ground.unit)
        , random_(seed)
        , at_(names.size(), nowhere)
    {
        for (std::size_t i = 0; i < names.size(); ++i) {
            places_.push_back(labels::candidates_of(i, names, ground));
            if (!places_.back().empty()) able_.push_back(i);
            for (std::size_t c = 0; c < places_[i].size(); ++c)
                if (places_[i][c].slot == names[i].kept) kept_.push_back({i, c});
        }
    }

    // Runs once; if labels are left out, restarts a fixed number of times.
    void run()
    {
        for (auto const& [name, place] : kept_)
            if (collect(name, place), in_the_way_.empty()) at_[name] = static_cast<int>(place);
        bool const starts_afresh = kept_.size() * 2 < able_.size();
        auto const start = at_;
        auto best = at_;
        float least = total() + 1;
        for (int times = 0; times < (starts_afresh ? most_searches : 1); ++times) {
            at_ = start;
            search(starts_afresh ? hot : warm);
            if (float const cost = total(); cost < least) least = cost, best = at_;
            if (std::ranges::none_of(able_, [&](auto name) { return best[name] == nowhere; }))
                break;
        }
        at_ = best;
    }

    [[nodiscard]] std::vector<LabelPlace> places() const
    {
        std::vector<LabelPlace> out(at_.size());
        for (std::size_t i = 0; i < at_.size(); ++i) {
            if (at_[i] == nowhere) continue;
            auto const& at = places_[i][static_cast<std::size_t>(at_[i])];
            out[i] = {true, at.box, at.shape, at.slot, at.side, std::nullopt};
            if (at.led == Candidate::Led::yes) out[i].leader = at.leader;
        }
        return out;
    }

private:
    static constexpr int nowhere = -1;

    void search(float first)
    {
        insert_what_fits();
        descend();
        remember();
        auto const steps = steps_a_name * static_cast<int>(able_.size());
        for (int step = 0; step < steps; ++step) {
            float const done = static_cast<float>(step) / static_cast<float>(steps);
            if (step % 64 == 0) temperature_ = first * std::pow(cool / first, done);
            try_one();
        }
        at_ = best_;
        insert_what_fits();
        make_room();
        descend();
    }

    [[nodiscard]] float total() const
    {
        float sum = 0;
        for (auto name : able_) sum += cost_of(name);
        return sum;
    }

    [[nodiscard]] float cost_of(std::size_t name) const
    {
        return at_[name] == nowhere ? cost_hidden
                                    : places_[name][static_cast<std::size_t>(at_[name])].cost;
    }

    // Collects the labels in the way of `name` at that position.
    void collect(std::size_t name, std::size_t place)
    {
        in_the_way_.clear();
        auto const& wanted = places_[name][place];
        for (auto other : able_)
            if (other != name && at_[other] != nowhere &&
                labels::collide(wanted, places_[other][static_cast<std::size_t>(at_[other])],
                                unit_))
                in_the_way_.push_back(other);
    }

    void try_one()
    {
        auto const name = able_[random_.below(static_cast<std::uint32_t>(able_.size()))];
        auto const count = places_[name].size();
        double const u = random_.uniform(); // prefers low costs
        auto const place = static_cast<std::size_t>(u * u * static_cast<double>(count));
        if (at_[name] == static_cast<int>(place)) return;
        collect(name, place);
        float more = places_[name][place].cost - cost_of(name);
        for (auto other : in_the_way_) more += cost_hidden - cost_of(other);
        if (more > 0 && random_.uniform() >= std::exp(-more / temperature_)) return;
        for (auto other : in_the_way_) at_[other] = nowhere;
        at_[name] = static_cast<int>(place);
        now_ += more;
        if (now_ < least_) remember();
    }

    void remember()
    {
        least_ = now_ = total();
        best_ = at_;
    }

    // Places hidden labels at their best free position.
    void insert_what_fits()
    {
        for (auto name : able_)
            for (std::size_t place = 0; at_[name] == nowhere && place < places_[name].size();
                 ++place)
                if (collect(name, place), in_the_way_.empty()) at_[name] = static_cast<int>(place);
    }

    // Places hidden labels by moving others, which may move others in turn, up to depth `deep`, if
    // the total cost is less than hiding the label.
    void make_room()
    {
        constexpr int deep = 2;
        int left = all_tries;
        for (auto name : able_) {
            if (at_[name] != nowhere) continue;
            settled_.clear();
            auto const allowed = std::min(most_tries, left);
            tries_left_ = allowed;
            float budget = cost_hidden;
            (void)placed_with_room_made(name, deep, budget);
            left -= allowed - tries_left_;
        }
    }

    // Labels that moved to make room stay in place during the recursion.
    bool placed_with_room_made(std::size_t name, int deep, float& budget)
    {
        constexpr std::size_t most_in_the_way = 2;
        settled_.push_back(name);
        auto const settled = settled_.size();
        auto const before = at_;
        float const had = budget;
        for (std::size_t place = 0; place < places_[name].size() && tries_left_ > 0;
             ++place, --tries_left_) {
            collect(name, place);
            auto const moved = in_the_way_;
            if (moved.size() > (deep > 0 ? most_in_the_way : 0)) continue;
            if (std::ranges::any_of(moved, [&](auto other) {
                    return std::ranges::find(settled_, other) != settled_.end();
                }))
                continue;
            budget = had - places_[name][place].cost;
            for (auto other : moved) budget += cost_of(other);
            if (budget < 0) continue;
            for (auto other : moved) at_[other] = nowhere;
            at_[name] = static_cast<int>(place);
            if (std::ranges::all_of(moved, [&](auto other) {
                    return placed_with_room_made(other, deep - 1, budget);
                }))
                return true;
            at_ = before;
            settled_.resize(settled);
        }
        budget = had;
        settled_.pop_back();
        return false;
    }

    // Moves labels to better free positions until there are none.
    void descend()
    {
        for (bool moved = true; moved;) {
            moved = false;
            for (auto name : able_)
                for (int place = 0; place < at_[name]; ++place)
                    if (collect(name, static_cast<std::size_t>(place)), in_the_way_.empty()) {
                        at_[name] = place;
                        moved = true;
                    }
        }
    }

    struct Kept {
        std::size_t name, place;
    };

    float unit_;
    analysis::Random random_;
    std::vector<std::vector<Candidate>> places_;
    std::vector<std::size_t> able_; // labels with at least one position
    std::vector<Kept> kept_;
    std::vector<int> at_, best_; // by label: position index, or nowhere
    std::vector<std::size_t> in_the_way_, settled_;
    int tries_left_ = 0;
    float temperature_ = hot, now_ = 0, least_ = 0;
};

} // namespace

LineWidths even_lines(std::vector<float> const& words, float space)
{
    auto const count = words.size();
    std::vector<float> until{0}; // cumulated width of the words, with spaces
    for (float word : words) until.push_back(until.back() + word + space);
    auto line = [&](std::size_t from, std::size_t to) { return until[to] - until[from] - space; };
    auto least = [](float& best, float width) { best = best == 0 ? width : std::min(best, width); };
    LineWidths out{};
    if (count == 0) return out;
    out[0] = line(0, count);
    for (std::size_t i = 1; i < count; ++i) {
        least(out[1], std::max(line(0, i), line(i, count)));
        for (std::size_t j = i + 1; j < count; ++j)
            least(out[2], std::max({line(0, i), line(i, j), line(j, count)}));
    }
    return out;
}

std::vector<NameShape> shapes_of(NameWidths const& widths, float line_height, float unit)
{
    using Words = NameShape::Words;
    using Begins = NameShape::Begins;
    std::vector<NameShape> out;
    auto add = [&](LineWidths const& wide, Words words, Begins begins, float cost) {
        float const over = wide[0] / unit - longest_line;
        for (int lines = 1; lines <= 3; ++lines) {
            float const width = wide.at(static_cast<std::size_t>(lines - 1));
            if (width <= 0) continue;
            float const broken = lines == 1   ? (over > 0 ? cost_long + per_longer * over : 0)
                                 : lines == 2 ? (over > 0 ? 0 : cost_broken)
                                              : (over > 0 ? cost_third_line : 2 * cost_third_line);
            float const ink = static_cast<float>(lines) * line_height - above_ink * unit;
            out.push_back({words, begins, lines, {width, ink}, cost + broken});
        }
    };
    add(widths.title, Words::title, Begins::plainly, 0);
    add(widths.numbered, Words::title, Begins::with_its_number, cost_number);
    add(widths.brief, Words::brief, Begins::plainly, cost_brief);
    add(widths.brief_numbered, Words::brief, Begins::with_its_number, cost_brief + cost_number);
    return out;
}

int kept_slot(LabelPlace const& place, base::Vec2 was, base::Vec2 is, float unit)
{
    constexpr float parted = 30; // limit, in design pixels, of moving a disc away from neighbours
    auto const way = is - was;
    return place.shown && std::hypot(way.x, way.y) < parted * unit ? place.slot : -1;
}

std::vector<LabelPlace> place_labels(std::vector<Labelled> const& names, LabelGround const& ground)
{
    Search search(names, ground);
    search.run();
    return search.places();
}

std::optional<base::Rect> free_spot(std::vector<base::Rect> const& spots,
                                    std::vector<Labelled> const& names,
                                    std::vector<LabelPlace> const& places)
{
    for (auto const& spot : spots) {
        bool taken = std::ranges::any_of(names, [&](Labelled const& one) {
            return labels::distance(one.centre, spot) < one.radius;
        });
        for (auto const& place : places)
            taken =
                taken || (place.shown && (place.box.overlaps(spot) ||
                                          (place.leader && labels::crosses(*place.leader, spot))));
        if (!taken) return spot;
    }
    return std::nullopt;
}

void separate(std::vector<base::Vec2>& centres, float distance, base::Rect const& bounds)
{
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < centres.size(); ++i)
            for (std::size_t j = i + 1; j < centres.size(); ++j) {
                auto way = centres[j] - centres[i];
                float length = std::hypot(way.x, way.y);
                if (length >= distance - 0.5F) continue;
                if (length < 0.01F) { // coincident discs: separated by their order
                    float const angle = 2.4F * static_cast<float>(j);
                    way = {std::cos(angle), std::sin(angle)};
                    length = 1;
                }
                auto const push = way * ((distance - std::min(length, distance)) / (2 * length));
                centres[i] = centres[i] - push;
                centres[j] = centres[j] + push;
                moved = true;
            }
        for (auto& c : centres)
            c = {std::clamp(c.x, bounds.min.x, bounds.max.x),
                 std::clamp(c.y, bounds.min.y, bounds.max.y)};
        if (!moved) return;
    }
}

} // namespace pictures
