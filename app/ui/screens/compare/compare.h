#pragma once

#include "ui/kit/ui.h"

#include <filesystem>
#include <memory>

// What whoever shows a comparison asks of it, without what it holds (compare_view.h).
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

// Two moments of the session in a file: what it was before its last sitting, and what it is.
void open_moments(CompareView& view, std::filesystem::path const& path);
// Two files, each as it is.
void open_files(CompareView& view, std::filesystem::path const& first,
                std::filesystem::path const& second);
void close(CompareView& view);
[[nodiscard]] bool is_shown(CompareView const& view);

// Draws it, when it is shown; what it wants is then in `wanted`. `templates` may be null.
Asked draw(Ui& ui, CompareView& view, exchange::Templates const* templates);

} // namespace ui
