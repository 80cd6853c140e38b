#pragma once

#include "exchange/answers/scales.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Which columns of a table place cases on axes. Private to this folder.
namespace exchange {

// The axes of a session, by the names that tables give them.
class Axes {
public:
    explicit Axes(model::Document const& doc);

    // "3", "Axe 3", "3. Cadre juridique", its title or its short one.
    [[nodiscard]] std::optional<model::AxisId> called(std::string_view name) const;
    // The one that a longer name speaks of; `rest` is what it says beside, "" for nothing.
    [[nodiscard]] std::optional<model::AxisId> within(std::string_view folded,
                                                      std::string& rest) const;
    [[nodiscard]] std::optional<model::AxisId> numbered(int number) const;
    [[nodiscard]] int number_of(model::AxisId id) const;
    // The axis whose own scale has these words: "Solidité juridique" is the opportunity of one.
    [[nodiscard]] std::optional<std::pair<model::AxisId, Part>>
    worded(std::string_view folded) const;
    [[nodiscard]] std::vector<model::AxisId> const& in_use() const { return in_use_; }
    [[nodiscard]] std::string listed() const; // "1 Action publique, 2 Vision stratégique"

private:
    struct One {
        model::AxisId id;
        int number = 0;
        std::string title, short_title, opportunity, risk, severity, likelihood; // folded
        std::string shown;
    };
    std::vector<One> all_;
    std::vector<model::AxisId> in_use_;
};

struct ScaleColumns {
    std::vector<AnswerColumn> columns;
    std::optional<std::size_t> voter, title, axis; // their places
    std::vector<ScaleColumn> scales;
    bool voter_named = false; // by a name that says nothing else, or by the person
    bool title_named = false; // likewise
    bool says_axes = true;    // each scale says which axis it is of, or needs not
};

// By their names and as the person maps them: "votant=", "cas=", "axe=", "opportunité=",
// "risque=", "gravité=", "vraisemblance=", the scales with the number of an axis after a colon.
// Errors as map_pairs; `invalid` "import.map.field", "answers.axis" with the axes there are.
base::Result<ScaleColumns> scale_columns(Table const& table, std::vector<Profile> const& profiles,
                                         model::Document const& doc, AnswersAsked const& asked);

// The scale that a folded name is, and nothing else.
std::optional<Part> scale_alone(std::string_view folded);
// Whether a folded name is what people call the column of the cases.
bool names_cases(std::string_view folded);

// Whether some axis has both its scales.
bool has_both(ScaleColumns const& columns);

// What to type where nothing says which columns are the scales: pairs of columns of figures, axis
// after axis. Empty when there is no pair.
std::string pairs_to_type(Table const& table, std::vector<Profile> const& profiles,
                          ScaleColumns const& columns, Axes const& axes);

} // namespace exchange
