#pragma once

#include "ui/kit/ui.h"

#include <filesystem>
#include <memory>
#include <optional>

// The interface of the comparison, without its state (compare_view.h).
namespace exchange {
class Templates;
}
namespace ui {

struct CompareView;
struct CompareDeleter {
    void operator()(CompareView* view) const;
};
using OwnedCompare = std::unique_ptr<CompareView, CompareDeleter>;
OwnedCompare new_compare(); // not shown

// Compares two moments of a session: after the entry `since`, or before its last sitting; and its
// end.
void open_moments(CompareView& view, std::filesystem::path const& path,
                  std::optional<std::uint64_t> since = {});
// Compares two files at their ends.
void open_files(CompareView& view, std::filesystem::path const& first,
                std::filesystem::path const& second);
void close(CompareView& view);
[[nodiscard]] bool is_shown(CompareView const& view);

// Draws it when it is shown; its requests are then in `wanted`. `templates` may be null.
Asked draw(Ui& ui, CompareView& view, exchange::Templates const* templates);

} // namespace ui
