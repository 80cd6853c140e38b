#include "ui/dialogs/file_dialog.h"

#include "base/text.h"
#include "i18n/errors.h"
#include "ui/dialogs/file_dialog_parts.h"
#include "ui/kit/text_edit.h"
#include "wording/sessions.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr float file_row_height = 48, places_width = 236; // design pixels
constexpr int file_page = 9;
constexpr double ahead_rests_s = 1.0;
constexpr double patience_s = 0.3;      // before a progress message is shown
constexpr std::size_t path_most = 4000; // bytes

struct PlaceLook {
    unsigned icon;
    std::string text;
};
PlaceLook look_of(Ui const& ui, FolderPlace const& place)
{
    switch (place.kind) {
    case FolderPlace::Kind::sessions: return {icon::dashboard_customize, ui.tr("file.sessions")};
    case FolderPlace::Kind::home: return {icon::home, ui.tr("file.home")};
    case FolderPlace::Kind::documents: return {icon::description, ui.tr("file.documents")};
    case FolderPlace::Kind::downloads: return {icon::file_download, ui.tr("file.downloads")};
    case FolderPlace::Kind::desktop: return {icon::desktop, ui.tr("file.desktop")};
    case FolderPlace::Kind::lately: break;
    }
    auto const name = place.path.filename().string();
    return {icon::folder, base::sanitized(name.empty() ? place.path.string() : name)};
}

void draw_places(Ui& ui, FileDialog& dialog, base::Rect const& area)
{
    auto const& c = ui.color();
    ScrollArea scroll(ui, "file.places", area, dialog.places_scroll);
    float y = scroll.top();
    bool lately = false;
    for (std::size_t i = 0; i < dialog.places.size(); ++i) {
        auto const& place = dialog.places[i];
        if (place.kind == FolderPlace::Kind::lately && !lately) {
            lately = true;
            draw_text_in(ui, {{area.min.x + ui.px(12), y + ui.px(10)}, {area.max.x, y + ui.px(40)}},
                         type::meta, c.ink3, ui.tr("file.lately"));
            y += ui.px(42);
        }
        auto const look = look_of(ui, place);
        base::Rect const box{{area.min.x, y}, {area.max.x - ui.px(8), y + ui.px(44)}};
        auto const id = "file.place." + std::to_string(i);
        auto const touched = touch(ui, id, box, look.text);
        bool const here = place.path == dialog.folder;
        probe_on(ui, id, here ? On::yes : On::no);
        if (here)
            fill(ui, box, ui.px(11), c.atint);
        else if (touched.hovered)
            fill(ui, box, ui.px(11), board::faded(c.ink, 0.05F));
        if (touched.focused) outline(ui, box, ui.px(11), c.accent, ui.snap(3));
        auto const color = here ? c.accent : c.ink2;
        draw_icon_at(ui, {box.min.x + ui.px(24), box.center().y}, ui.px(22), color, look.icon);
        draw_text_in(ui, {{box.min.x + ui.px(46), box.min.y}, {box.max.x - ui.px(8), box.max.y}},
                     here ? type::strong : type::label, here ? c.accent : c.ink, look.text);
        if (touched.clicked) {
            enter(dialog, place.path);
            focus(ui, "file.list");
        }
        y += ui.px(46);
    }
    scroll.content_height(y - scroll.top());
}

struct Columns {
    float name, when, size, end;
};

Columns columns_of(Ui const& ui, base::Rect const& area)
{
    auto const end = area.max.x - ui.px(20);
    return {area.min.x + ui.px(52), end - ui.px(300), end - ui.px(96), end};
}

void draw_heads(Ui& ui, FileDialog& dialog, base::Rect const& box)
{
    auto const at = columns_of(ui, box);
    auto const& c = ui.color();
    auto head = [&](std::string_view id, std::string_view key, float from, float to,
                    FileDialog::Sort sort) {
        base::Rect const part{{from - ui.px(8), box.min.y + ui.px(3)}, {to, box.max.y - ui.px(3)}};
        auto const text = ui.tr(key);
        auto const touched = touch(ui, id, part, text);
        bool const on = dialog.sort == sort;
        probe_on(ui, id, on ? On::yes : On::no);
        if (touched.hovered) fill(ui, part, ui.px(8), board::faded(c.ink, 0.05F));
        if (touched.focused) outline(ui, part, ui.px(8), c.accent, ui.snap(3));
        auto const wide = draw_text_in(ui, {{from, box.min.y}, {to, box.max.y}},
                                       on ? type::strong : type::label, c.ink2, text);
        if (on)
            draw_icon_at(ui, {from + wide + ui.px(14), box.center().y}, ui.px(20), c.ink2,
                         icon::expand_more);
        if (!touched.clicked) return;
        dialog.sort = sort;
        sort_rows(dialog);
    };
    head("file.sort.name", "file.name", at.name, at.when - ui.px(16), FileDialog::Sort::name);
    head("file.sort.newest", "file.changed", at.when, at.size - ui.px(16),
         FileDialog::Sort::newest);
    draw_text_in(ui, {{at.size, box.min.y}, {at.end, box.max.y}}, type::label, c.ink2,
                 ui.tr("file.size"), Align::right);
}

// Typing selects the first name that begins with the text.
void look_ahead(Ui const& ui, FileDialog& dialog)
{
    auto const& io = ImGui::GetIO();
    if (io.KeyCtrl) return;
    auto const& queue = io.InputQueueCharacters;
    for (int i = 0; i < queue.Size; ++i) {
        auto const c = static_cast<unsigned>(queue[i]);
        if (c <= 0x20) continue;
        if (ui.now_s - dialog.ahead_s > ahead_rests_s) dialog.ahead.clear();
        dialog.ahead_s = ui.now_s;
        dialog.ahead += encoded(c);
        auto const sought = base::fold(dialog.ahead);
        for (std::size_t row = 0; row < dialog.rows.size(); ++row)
            if (base::fold(dialog.entries[dialog.rows[row]].name).starts_with(sought)) {
                dialog.at = row;
                break;
            }
    }
}

// The keys of the focused list.
void walk_rows(Ui const& ui, FileDialog& dialog)
{
    auto const last = static_cast<int>(dialog.rows.size()) - 1;
    auto to = static_cast<int>(dialog.at);
    auto const pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    if (pressed(ImGuiKey_DownArrow)) ++to;
    if (pressed(ImGuiKey_UpArrow)) --to;
    if (pressed(ImGuiKey_PageDown)) to += file_page;
    if (pressed(ImGuiKey_PageUp)) to -= file_page;
    if (pressed(ImGuiKey_Home)) to = 0;
    if (pressed(ImGuiKey_End)) to = last;
    dialog.at = static_cast<std::size_t>(std::clamp(to, 0, std::max(0, last)));
    look_ahead(ui, dialog);
    bool const up = pressed(ImGuiKey_Backspace) || pressed(ImGuiKey_LeftArrow);
    if (up && dialog.folder.has_parent_path()) enter(dialog, dialog.folder.parent_path());
}

void draw_row(Ui& ui, FileDialog const& dialog, std::size_t row, base::Rect const& box,
              Touch const& touched)
{
    auto const& c = ui.color();
    auto const& entry = dialog.entries[dialog.rows[row]];
    bool const on = dialog.at == row, folder = entry.kind == FileEntry::Kind::folder;
    if (on) fill(ui, box, ui.px(10), c.atint);
    if (on) outline(ui, box, ui.px(10), c.accent, ui.snap(1.5F));
    if (!on && touched.hovered) fill(ui, box, ui.px(10), board::faded(c.ink, 0.05F));
    auto const at = columns_of(ui, box);
    auto const sign = folder                             ? icon::folder
                      : fits(FileUse::open, entry)       ? icon::dashboard_customize
                      : fits(FileUse::import, entry)     ? icon::table_view
                      : fits(FileUse::invitation, entry) ? icon::meeting_room
                      : dialog.seeks == FileDialog::Seeks::picture && fits(dialog, entry)
                          ? icon::image
                          : icon::description;
    draw_icon_at(ui, {box.min.x + ui.px(26), box.center().y}, ui.px(22), folder ? c.ink2 : c.accent,
                 sign);
    auto const text = board::faded(c.ink, fits(dialog, entry) ? 1 : 0.5F);
    draw_text_in(ui, {{at.name, box.min.y}, {at.when - ui.px(16), box.max.y}}, type::label, text,
                 entry.name);
    draw_text_in(ui, {{at.when, box.min.y}, {at.size - ui.px(12), box.max.y}}, type::text, c.ink2,
                 ui.words->date(entry.changed_ms));
    if (!folder)
        draw_text_in(ui, {{at.size - ui.px(12), box.min.y}, {at.end, box.max.y}}, type::text,
                     c.ink2, wording::file_size(*ui.words, entry.bytes), Align::right);
}

// Whether the wait is still too short for a message.
bool only_just_waits(Ui& ui, FileDialog& dialog)
{
    if (dialog.waiting.number == 0) return false;
    if (dialog.waiting.since_s < 0) dialog.waiting.since_s = ui.now_s;
    auto const left = dialog.waiting.since_s + patience_s - ui.now_s;
    if (left > 0) ui.keep_drawing(left + 0.1);
    return left > 0;
}

std::optional<Wish> draw_list(Ui& ui, FileDialog& dialog, base::Rect const& area)
{
    auto const& c = ui.color();
    auto const label = ui.tr("file.list");
    auto const list = touch(ui, "file.list", area, label, Enabled::yes, Role::slider);
    if (list.focused) outline(ui, base::grown(area, ui.px(3)), ui.px(14), c.accent, ui.snap(3));
    auto const before = dialog.at;
    auto const folder_before = dialog.folder;
    if (list.focused) walk_rows(ui, dialog);
    if (list.focused && list.clicked) {
        if (auto wish = take(dialog)) return wish;
    }
    std::optional<Wish> wish;
    ScrollArea scroll(ui, "file.rows", area, dialog.scroll);
    auto const high = std::round(ui.px(file_row_height)), pad = ui.px(6);
    float const top = scroll.top() + pad;
    for (std::size_t i = 0; i < dialog.rows.size(); ++i) {
        auto const y = top + high * static_cast<float>(i);
        base::Rect const box{{area.min.x + pad, y}, {area.max.x - pad, y + high}};
        if (dialog.at == i && (before != i || folder_before != dialog.folder))
            scroll.show(box.min.y, box.max.y);
        if (box.max.y < area.min.y || box.min.y > area.max.y) continue;
        auto const id = "file.row." + std::to_string(i);
        auto const touched =
            touch(ui, id, box, dialog.entries[dialog.rows[i]].name, Enabled::yes, Role::area);
        probe_on(ui, id, dialog.at == i ? On::yes : On::no);
        draw_row(ui, dialog, i, box, touched);
        if (touched.pressed) dialog.at = i;
        if (touched.double_clicked) {
            dialog.at = i;
            wish = take(dialog);
            break;
        }
    }
    scroll.content_height(2 * pad + high * static_cast<float>(dialog.rows.size()));
    if (dialog.rows.empty() && !only_just_waits(ui, dialog))
        draw_text_in(
            ui, {{area.min.x + ui.px(20), area.min.y}, {area.max.x, area.min.y + ui.px(64)}},
            type::label, c.ink2, ui.tr(dialog.waiting.number != 0 ? "file.reading" : "file.empty"));
    return wish;
}

// The button for the parent folder, and the path field; Enter opens it.
void draw_path(Ui& ui, FileDialog& dialog, base::Rect const& row)
{
    auto const side = row.height();
    base::Rect const up{row.min, {row.min.x + side, row.max.y}};
    bool const can =
        dialog.folder.has_parent_path() && dialog.folder.parent_path() != dialog.folder;
    if (icon_button(ui, "file.up", up, icon::arrow_upward, ui.tr("file.up"), Rank::secondary,
                    enabled_if(can))) {
        enter(dialog, dialog.folder.parent_path());
        focus(ui, "file.list");
    }
    base::Rect const field{{up.max.x + ui.px(10), row.min.y}, row.max};
    FieldLook look;
    look.most_bytes = path_most;
    auto const edit = text_field(ui, "file.path", field, ui.tr("file.path"), dialog.path, look);
    if (edit == Edit::cancelled) focus(ui, "file.list");
    if (edit == Edit::submitted) take_typed(dialog);
}

void draw_all(Ui& ui, FileDialog& dialog, base::Rect const& foot)
{
    bool all = dialog.showing == FileDialog::Showing::all;
    auto const text = ui.tr("file.all");
    auto const wide = text_width(ui, type::label, text) + ui.px(54 + 24);
    if (!toggle_row(ui, "file.all", {foot.min, {foot.min.x + wide, foot.max.y}}, text, all)) return;
    dialog.showing = all ? FileDialog::Showing::all : FileDialog::Showing::fitting;
    sort_rows(dialog);
}

std::optional<Wish> draw_footer(Ui& ui, FileDialog& dialog, base::Rect const& foot)
{
    std::optional<Wish> wish;
    bool const copies = dialog.use == FileUse::copy, folders = dialog.use == FileUse::folder;
    if (!copies && !folders) draw_all(ui, dialog, foot);
    auto const at =
        dialog.at < dialog.rows.size() ? &dialog.entries[dialog.rows[dialog.at]] : nullptr;
    bool const folder = at && at->kind == FileEntry::Kind::folder;
    bool const picture = dialog.seeks == FileDialog::Seeks::picture;
    auto const go = ui.tr(copies                              ? "file.copy"
                          : folders                           ? "file.export_here"
                          : folder                            ? "file.enter"
                          : picture                           ? "file.logo.take"
                          : dialog.use == FileUse::open       ? "file.open"
                          : dialog.use == FileUse::compare    ? "file.compare"
                          : dialog.use == FileUse::invitation ? "rooms.invitation.take"
                                                              : "file.import");
    auto const cancel = ui.tr("file.cancel");
    ButtonLook const primary{.rank = Rank::primary};
    auto const go_w = std::max(ui.px(150), button_width(ui, go, primary));
    auto const cancel_w = button_width(ui, cancel);
    if (button(ui, "file.cancel",
               {{foot.max.x - go_w - ui.px(12) - cancel_w, foot.min.y},
                {foot.max.x - go_w - ui.px(12), foot.max.y}},
               cancel))
        dialog.state = FileDialog::State::closed;
    if (copies)
        wish = draw_copy_name(
            ui, dialog, {foot.min, {foot.max.x - go_w - cancel_w - ui.px(12 + 24), foot.max.y}});
    bool const can = copies    ? true // says what is wrong with the name
                     : folders ? !dialog.folder.empty()
                               : at != nullptr;
    if (button(ui, "file.go", {{foot.max.x - go_w, foot.min.y}, foot.max}, go, primary,
               enabled_if(can)))
        wish = copies ? write_copy(dialog) : folders ? take_folder(dialog) : take(dialog);
    return wish;
}

} // namespace

std::optional<Wish> draw(Ui& ui, FileDialog& dialog)
{
    if (auto answer = std::exchange(dialog.answer, std::nullopt)) return answer;
    if (dialog.state == FileDialog::State::closed) return std::nullopt;
    bool const picture = dialog.seeks == FileDialog::Seeks::picture;
    Dialog const window(ui, "file", {ui.px(1120), ui.px(780)},
                        ui.tr(picture                             ? "file.logo"
                              : dialog.use == FileUse::open       ? "home.path.open"
                              : dialog.use == FileUse::import     ? "home.path.import"
                              : dialog.use == FileUse::compare    ? "compare.choose"
                              : dialog.use == FileUse::folder     ? "file.folder"
                              : dialog.use == FileUse::invitation ? "rooms.invitation.choose"
                                                                  : "top.copy"));
    if (dialog.state == FileDialog::State::opening) begin(dialog);
    if (auto const id = std::exchange(dialog.keyboard, {}); !id.empty()) focus(ui, id);
    auto const& body = window.body();
    auto const left = body.min.x + std::round(ui.px(places_width));
    draw_places(ui, dialog, {body.min, {left - ui.px(16), body.max.y}});
    std::optional<Wish> wish;
    auto take_wish = [&](std::optional<Wish> asked) {
        if (asked && !wish) wish = std::move(asked);
    };
    float y = body.min.y;
    draw_path(ui, dialog, {{left, y}, {body.max.x, y + ui.px(48)}});
    y += ui.px(48 + 8);
    if (dialog.failed) {
        auto const& c = ui.color();
        auto const said = i18n::sentence(*ui.words, *dialog.failed);
        auto const room = body.max.x - left - ui.px(42 + 12);
        auto const high = paragraph_height(ui, type::label, said, room);
        base::Rect const strip{{left, y}, {body.max.x, y + std::round(high + ui.px(16))}};
        fill(ui, strip, ui.px(10), c.warntint);
        draw_icon_at(ui, {left + ui.px(22), strip.center().y}, ui.px(20), c.warn,
                     icon::warning_amber);
        draw_paragraph(ui, {left + ui.px(42), strip.min.y + ui.px(8)}, room, type::label, c.ink,
                       said);
        touch(ui, "file.failed", strip, said, Enabled::yes, Role::area);
        y = strip.max.y + ui.px(8);
    }
    draw_heads(ui, dialog, {{left, y}, {body.max.x, y + ui.px(40)}});
    y += ui.px(42);
    base::Rect const area{{left, y}, {body.max.x, body.max.y - ui.px(4)}};
    fill(ui, area, ui.px(12), ui.color().panel);
    outline(ui, area, ui.px(12), ui.color().line, ui.snap(1));
    take_wish(draw_list(ui, dialog, area));
    take_wish(draw_footer(ui, dialog, window.footer()));
    if (window.dismissed()) dialog.state = FileDialog::State::closed;
    return wish;
}

} // namespace ui
