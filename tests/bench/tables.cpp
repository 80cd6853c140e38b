#include "bench/tables.h"

#include "bench/big_session.h"
#include "bench/figures.h"
#include "model/change.h"

#include <algorithm>
#include <malloc.h>
#include <random>

namespace bench {
namespace {

std::vector<model::CaseId> shuffled_cases(model::Document const& doc)
{
    std::vector<model::CaseId> ids;
    for (auto const& [id, one] : model::table<model::Case>(doc)) ids.push_back(id);
    std::ranges::shuffle(ids, std::mt19937(5)); // NOLINT: the same order every time
    return ids;
}

enum class Copy { none, kept };

// Moves cards repeatedly. Keeps a copy before each move, as a replay or report would.
double moved(model::Document doc, std::vector<model::CaseId> const& ids, Copy copy)
{
    model::Document kept;
    std::vector<double> spans;
    for (std::size_t i = 0; i < 400; ++i) {
        if (copy == Copy::kept) kept = doc;
        auto const* before = model::find<model::CardPlace>(doc, ids[i]);
        auto after = *before;
        after.at.x += 1;
        model::Changes const changes{model::Edit<model::CardPlace>{ids[i], *before, after}};
        double const start = cpu_ms();
        sure(model::apply(doc, changes));
        spans.push_back(cpu_ms() - start);
    }
    return quantile(spans, 0.5) * 1e3;
}

// Nanoseconds per call of `f`, the fastest of several runs.
template <class F>
double ns_each(std::size_t turns, F&& f)
{
    double best = 0;
    for (int time = 0; time < 30; ++time) {
        double const start = cpu_ms();
        f();
        double const ns = (cpu_ms() - start) * 1e6 / static_cast<double>(turns);
        best = time == 0 ? ns : std::min(best, ns);
    }
    return best;
}

} // namespace

void tables(int cards)
{
    auto const session = big_session(cards);
    auto const& doc = session->document();
    auto const ids = shuffled_cases(doc);
    std::int64_t sum = 0;
    auto const copied = ns_each(100, [&] {
        for (int i = 0; i < 100; ++i) {
            auto const copy = doc;
            sum += static_cast<std::int64_t>(model::table<model::Case>(copy).size());
        }
    });
    auto const found = ns_each(ids.size(), [&] {
        for (auto id : ids) sum += model::find<model::CardPlace>(doc, id) != nullptr ? 1 : 0;
    });
    auto const cases = ns_each(ids.size(), [&] {
        for (auto const& [id, one] : model::table<model::Case>(doc)) sum += one.number;
    });
    auto const places = ns_each(ids.size(), [&] {
        for (auto const& [id, one] : model::table<model::CardPlace>(doc))
            sum += static_cast<std::int64_t>(one.at.x);
    });
    // As reading a journal, one change per entry; then frees everything.
    model::Changes changes;
    for (auto const& [id, one] : model::table<model::CardPlace>(doc))
        changes.push_back(model::Edit<model::CardPlace>{id, std::nullopt, one});
    auto const built = ns_each(changes.size(), [&] {
        model::Document fresh;
        for (auto const& change : changes) sure(model::apply(fresh, {change}));
    });
    auto const before = ::mallinfo2().uordblks;
    model::Document fresh;
    sure(model::apply(fresh, changes));
    auto const bytes = static_cast<double>(::mallinfo2().uordblks - before);
    Line("tables")
        .with("cards", std::int64_t{cards})
        .with("copy_ns", copied)
        .with("move_us", moved(doc, ids, Copy::none))
        .with("move_with_a_copy_us", moved(doc, ids, Copy::kept))
        .with("find_ns", found)
        .with("case_read_ns", cases)
        .with("place_read_ns", places)
        .with("place_added_ns", built)
        .with("place_bytes", bytes / static_cast<double>(ids.size()))
        .with("sum", sum);
}

} // namespace bench
