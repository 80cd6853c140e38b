#include "bench/big_session.h"

#include "base/text.h"
#include "bench/figures.h"
#include "board/layout.h"
#include "journal/file_log.h"
#include "journal/memory_log.h"
#include "support/folders.h"
#include "support/random_workshop.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace bench {
namespace {

support::TickingClock& ticking()
{
    static support::TickingClock clock;
    return clock;
}

support::SeededRandomSource& seeded()
{
    static support::SeededRandomSource random{3};
    return random;
}

std::vector<model::Case> const& real_cases()
{
    static auto const cases = [] {
        auto log = sure(journal::FileLog::open(support::sources_dir() / "sessions/exemple.cadran",
                                               journal::OpenMode::read));
        auto const session = sure(session::Session::open(std::move(log), ticking(), seeded()));
        std::vector<model::Case> found;
        for (auto const& [id, one] : model::table<model::Case>(session.document()))
            found.push_back(one);
        return found;
    }();
    return cases;
}

constexpr std::array places{"Angers", "Brest",   "Calais", "Dijon",   "Évry",  "Fréjus",
                            "Gap",    "Hyères",  "Issy",   "Joigny",  "Lille", "Metz",
                            "Nantes", "Orléans", "Pau",    "Quimper", "Reims", "Sète",
                            "Tours",  "Uzès",    "Vannes", "Wissous", "Yzeure"};

model::Case nth_case(int i)
{
    auto const& real = real_cases();
    auto const at = static_cast<std::size_t>(i);
    auto text = real[at % real.size()];
    auto const round = at / real.size();
    if (round == 0) return text;
    auto const number = round / places.size();
    auto const place =
        std::string{" – "} + places.at(round % places.size()) +
        (number == 0 ? std::string{} : std::string{" "} + std::to_string(number + 1));
    text.title += place;
    if (!text.short_title.empty()) text.short_title += place;
    return text;
}

// An approximate height of a card without fonts.
float likely_height(model::Case const& text)
{
    constexpr float letters_a_line = 15, line = 29;
    auto const letters = static_cast<float>(base::grapheme_count(text.title));
    return board::card_height(board::Form::full, std::ceil(letters / letters_a_line) * line);
}

} // namespace

void add_cards(session::Session& session, int count)
{
    constexpr int most_at_once = 10; // in an entry, as lists are pasted
    // Lays the board out in the shape of a screen.
    constexpr float usual_height = 230, screen_shape = 1.5F;
    auto const pitch = board::card_width + board::card_gap;
    auto const columns = static_cast<std::size_t>(std::max(
        1.0F,
        std::round(std::sqrt(static_cast<float>(count) * screen_shape * usual_height / pitch))));
    std::vector<float> low(columns, 0);
    edit::AddCases add;
    auto const submit = [&] { sure(session.submit(edit::facilitator, std::exchange(add, {}))); };
    for (int i = 0; i < count; ++i) {
        auto text = nth_case(i);
        auto const column = std::min_element(low.begin(), low.end());
        base::Vec2 const at{static_cast<float>(column - low.begin()) * pitch, *column};
        *column += likely_height(text) + board::card_gap;
        add.cases.push_back({session.mint<model::CaseId>(), std::move(text), at});
        if (add.cases.size() == most_at_once) submit();
    }
    if (!add.cases.empty()) submit();
}

std::unique_ptr<session::Session> big_session(int count)
{
    auto session = std::make_unique<session::Session>(
        sure(session::Session::open(std::make_unique<journal::MemoryLog>(), ticking(), seeded())));
    add_cards(*session, count);
    return session;
}

} // namespace bench
