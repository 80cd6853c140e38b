#pragma once

#include "exchange/answers/scales.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Finds the columns that place cases on axes. Private to this folder.
namespace exchange {

// The axes of a session, by the names used in tables.
class Axes {
public:
    explicit Axes(model::Document const& doc);

    // By "3", "Axe 3", "3. Cadre juridique", title or short title.
    [[nodiscard]] std::optional<model::AxisId> called(std::string_view name) const;
    // The axis mentioned in a longer name; `rest`: the remaining text, "" for none.
    [[nodiscard]] std::optional<model::AxisId> within(std::string_view folded,
                                                      std::string& rest) const;
    [[nodiscard]] std::optional<model::AxisId> numbered(int number) const;
    [[nodiscard]] int number_of(model::AxisId id) const;
    // The axis and scale with these words as label: "Solidité juridique" is the opportunity of one
    // axis.
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
    std::optional<std::size_t> voter, title, axis; // indices
    std::vector<ScaleColumn> scales;
    bool voter_named = false; // by an unambiguous name, or by the user
    bool title_named = false; // the same
    bool says_axes = true;    // the axis of each scale is known
};

// By their names and the user's mapping: "votant=", "cas=", "axe=", "opportunité=", "risque=",
// "gravité=", "vraisemblance="; scales with an axis number after a colon. Errors as map_pairs;
// `invalid` "import.map.field", "answers.axis" with the list of axes.
base::Result<ScaleColumns> scale_columns(Table const& table, std::vector<Profile> const& profiles,
                                         model::Document const& doc, AnswersAsked const& asked);

// The scale with exactly this folded name.
std::optional<Part> scale_alone(std::string_view folded);
// Whether a folded name is a usual name for the column of cases.
bool names_cases(std::string_view folded);

// Whether an axis has both of its scales.
bool has_both(ScaleColumns const& columns);

// A suggested mapping when no scale is recognised: pairs of numeric columns, one pair per axis.
// Empty without such a pair.
std::string pairs_to_type(Table const& table, std::vector<Profile> const& profiles,
                          ScaleColumns const& columns, Axes const& axes);

} // namespace exchange
