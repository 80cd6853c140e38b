#include "base/text.h"
#include "ui/dialogs/file_dialog_parts.h"

#include <algorithm>
#include <utility>

// The folder and name of a copy, which must not exist.
namespace ui {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".cadran";
constexpr std::size_t name_most = 200; // bytes, with the extension: limit of file systems

bool taken(FileDialog const& dialog, fs::path const& path)
{
    return path.parent_path() == dialog.folder &&
           std::ranges::any_of(dialog.entries, [&](FileEntry const& entry) {
               return entry.path.filename() == path.filename();
           });
}

std::string without_extension(std::string name)
{
    if (name.ends_with(extension)) name.resize(name.size() - extension.size());
    return name;
}

} // namespace

void FileDialog::open_copy(fs::path const& session, std::vector<FolderPlace> known)
{
    open(FileUse::copy, std::move(known));
    copied = session;
}

std::optional<fs::path> target_of(FileDialog const& dialog)
{
    auto const name = without_extension(std::string(base::trimmed(dialog.name)));
    auto path = dialog.folder / name; // a path may be typed: from this folder, or a whole one
    auto const file = path.filename().string();
    if (name.empty() || file.empty() || file.front() == '.') return std::nullopt;
    return path += extension;
}

void propose_name(FileDialog& dialog)
{
    auto const stem = dialog.copied.stem().string() + "-copie";
    dialog.name = stem;
    for (int n = 2; taken(dialog, *target_of(dialog)); ++n)
        dialog.name = stem + "-" + std::to_string(n);
}

void take_name(FileDialog& dialog, fs::path const& file)
{
    dialog.name = without_extension(file.filename().string());
}

std::optional<Wish> write_copy(FileDialog& dialog)
{
    auto const path = target_of(dialog);
    dialog.failed.reset();
    if (!path)
        dialog.failed = base::Error{base::Errc::invalid, "file.name", dialog.name, 0};
    else if (taken(dialog, *path))
        dialog.failed =
            base::Error{base::Errc::conflict, "file.exists", path->filename().string(), 0};
    if (dialog.failed) return std::nullopt;
    dialog.last_copied = dialog.folder;
    return SaveCopyTo{*path};
}

std::optional<Wish> draw_copy_name(Ui& ui, FileDialog& dialog, base::Rect const& box)
{
    auto const label = ui.tr("file.copy.name");
    auto const wide = text_width(ui, type::label, label) + ui.px(12);
    draw_text_in(ui, {box.min, {box.min.x + wide, box.max.y}}, type::label, ui.color().ink2, label);
    FieldLook look;
    look.most_bytes = name_most;
    auto const edit = text_field(ui, "file.copy.name", {{box.min.x + wide, box.min.y}, box.max},
                                 label, dialog.name, look);
    if (edit == Edit::cancelled) dialog.state = FileDialog::State::closed;
    return edit == Edit::submitted ? write_copy(dialog) : std::nullopt;
}

void answered(FileDialog& dialog, base::Result<void> const& result)
{
    if (dialog.use != FileUse::copy) return;
    if (result)
        dialog.state = FileDialog::State::closed;
    else
        dialog.failed = result.error();
}

} // namespace ui
