#include "ui/dialogs/export_dialog.h"

#include "i18n/errors.h"
#include "ui/dialogs/export_parts.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using exchange::Planned;

constexpr float left_share = 0.6F;

struct Toggle {
    std::string_view id, key;
    bool exchange::Included::*what;
};
constexpr std::array toggles{
    Toggle{"export.names", "export.names", &exchange::Included::names},
    Toggle{"export.owners", "export.owners", &exchange::Included::owners},
    Toggle{"export.ballots", "export.ballots", &exchange::Included::ballots},
    Toggle{"export.descriptions", "export.descriptions", &exchange::Included::descriptions}};

// "Documents › Cadran › L’IA au Département"; shortened at the start.
std::string said_path(std::filesystem::path const& folder)
{
    std::vector<std::string> parts;
    for (auto const& part : folder.relative_path()) parts.push_back(part.string());
    constexpr std::size_t most = 4;
    std::string out;
    for (std::size_t i = parts.size() > most ? parts.size() - most : 0; i < parts.size(); ++i)
        out += (out.empty() ? "" : " › ") + parts[i];
    return out;
}

bool draw_destination(Ui& ui, ExportDialog const& dialog, base::Rect const& area)
{
    auto const& c = ui.color();
    draw_text_in(ui, {area.min, {area.max.x, area.min.y + ui.px(26)}}, type::legend, c.ink2,
                 ui.tr("export.folder"));
    base::Rect const line{{area.min.x, area.max.y - ui.px(48)}, area.max};
    auto const word = ui.tr("export.browse");
    auto const wide = button_width(ui, word);
    base::Rect const box{line.min, {line.max.x - wide - ui.px(10), line.max.y}};
    auto const full = dialog.folder.string();
    auto const touched = touch(ui, "export.folder", box, full, Enabled::yes, Role::area);
    fill(ui, box, ui.px(12), c.card);
    outline(ui, box, ui.px(12), c.edge, ui.px(1.5F));
    draw_icon_at(ui, {box.min.x + ui.px(26), box.center().y}, ui.px(22), c.ink2, icon::folder);
    draw_text_in(ui, {{box.min.x + ui.px(48), box.min.y}, {box.max.x - ui.px(12), box.max.y}},
                 type::label, c.ink, said_path(dialog.folder));
    if (touched.hovered) tooltip(ui, box, full);
    return button(ui, "export.browse", {{line.max.x - wide, line.min.y}, line.max}, word, {},
                  enabled_if(!dialog.writing));
}

// What is included, and the names of the files.
void draw_right(Ui& ui, ExportDialog& dialog, base::Rect const& area,
                std::vector<Planned> const& files)
{
    auto const& c = ui.color();
    float y = area.min.y;
    draw_text_in(ui, {{area.min.x, y}, {area.max.x, y + ui.px(28)}}, type::strong, c.ink2,
                 ui.tr("export.included"));
    y += ui.px(36);
    for (auto const& one : toggles) {
        bool on = dialog.order.included.*one.what;
        auto const said = ui.tr(one.key);
        auto const high = std::max(
            ui.px(46),
            paragraph_height(ui, type::label, said, area.width() - ui.px(54 + 24)) + ui.px(16));
        if (toggle_row(ui, one.id, {{area.min.x, y}, {area.max.x, y + high}}, said, on))
            dialog.order.included.*one.what = on;
        y += high;
    }
    y += ui.px(12);
    hairline_h(ui, area.min.x, area.max.x, y, c.line);
    y += ui.px(14);
    draw_text_in(ui, {{area.min.x, y}, {area.max.x, y + ui.px(28)}}, type::strong, c.ink2,
                 ui.trn("export.files", static_cast<std::int64_t>(files.size())));
    y += ui.px(34);
    base::Rect const list{{area.min.x, y}, area.max};
    ScrollArea scroll(ui, "export.files", list, dialog.files);
    float line = scroll.top();
    for (auto const& one : files) {
        bool const there = std::ranges::find(dialog.there, one.file) != dialog.there.end();
        base::Rect const row{{list.min.x, line}, {list.max.x - ui.px(14), line + ui.px(30)}};
        auto const id = "export.file." + one.file;
        auto const touched = touch(ui, id, row, one.file, Enabled::yes, Role::area);
        draw_icon_at(ui, {row.min.x + ui.px(10), row.center().y}, ui.px(18),
                     there ? c.warn : c.ink3, there ? icon::warning_amber : icon::description);
        auto const room = row.width() - ui.px(28);
        draw_text_in(ui, {{row.min.x + ui.px(28), row.min.y}, row.max}, type::meta,
                     there ? c.warn : c.ink, one.file);
        if (touched.hovered && text_width(ui, type::meta, one.file) > room)
            tooltip(ui, row, one.file);
        line += ui.px(30);
    }
    scroll.content_height(line - scroll.top());
}

// Left of the buttons: a note that nothing leaves this machine, the progress, or an error.
void draw_said(Ui& ui, ExportDialog const& dialog, base::Rect const& box, std::size_t files)
{
    auto const& c = ui.color();
    auto said = ui.tr("export.stays_here");
    auto sign = icon::lock;
    auto color = c.ink2;
    if (dialog.writing) {
        said = ui.words->text("export.writing",
                              ui.words->number(static_cast<std::int64_t>(dialog.written)),
                              ui.words->number(static_cast<std::int64_t>(files)));
        sign = icon::hourglass_empty;
    } else if (dialog.failed) {
        said = i18n::sentence(*ui.words, *dialog.failed);
        if (dialog.written > 0) // a reason ends without a stop: it comes last
            said = ui.trn("export.written_before", static_cast<std::int64_t>(dialog.written)) +
                   " " + said;
        sign = icon::warning_amber, color = c.warn;
    } else if (!dialog.there.empty()) {
        said = ui.trn("export.there", static_cast<std::int64_t>(dialog.there.size()));
        sign = icon::warning_amber, color = c.warn;
    }
    touch(ui, "export.said", box, said, Enabled::yes, Role::area);
    draw_icon_at(ui, {box.min.x + ui.px(13), box.center().y}, ui.px(24), color, sign);
    auto const left = box.min.x + ui.px(36);
    auto const high = paragraph_height(ui, type::legend, said, box.max.x - left);
    if (high > ui.px(30))
        draw_paragraph(ui, {left, box.center().y - std::min(high, ui.px(44)) / 2}, box.max.x - left,
                       type::legend, color, said, 2);
    else
        draw_text_in(ui, {{left, box.min.y}, box.max}, type::legend, color, said);
}

std::optional<Wish> draw_foot(Ui& ui, ExportDialog& dialog, base::Rect const& foot,
                              std::size_t files)
{
    std::optional<Wish> wish;
    bool const taken = !dialog.there.empty();
    float right = foot.max.x;
    auto const may = enabled_if(files > 0 && !dialog.writing && !dialog.folder.empty());
    auto const put = [&](std::string_view id, std::string const& word, ButtonLook const& look,
                         Enabled enabled) {
        auto const wide = button_width(ui, word, look);
        base::Rect const box{{right - wide, foot.min.y}, {right, foot.max.y}};
        right = box.min.x - ui.px(12);
        return button(ui, id, box, word, look, enabled);
    };
    if (taken) {
        if (put("export.beside", ui.tr("export.beside"), {.rank = Rank::primary}, may) ||
            confirmed(ui, may))
            wish = WriteExport{OverFiles::beside};
        if (put("export.replace", ui.tr("export.replace"), {.rank = Rank::warning}, may))
            wish = WriteExport{OverFiles::replaces};
    } else {
        ButtonLook look{.rank = Rank::primary};
        auto const key = ui.tr("key.enter");
        look.key = key;
        if (put("export.go", ui.trn("export.go", static_cast<std::int64_t>(files)), look, may) ||
            confirmed(ui, may))
            wish = WriteExport{};
    }
    if (put("export.cancel", ui.tr("export.cancel"), {}, enabled_if(!dialog.writing)))
        dialog.close();
    draw_said(ui, dialog, {foot.min, {right - ui.px(12), foot.max.y}}, files);
    return wish;
}

} // namespace

void ExportDialog::open(model::Document const& session, std::optional<exchange::Image> const& seen,
                        std::filesystem::path const& usual)
{
    bool const first = order == exchange::Order{};
    shown = true;
    writing = false;
    there.clear();
    failed.reset();
    doc = session;
    images = exchange::images_of(session);
    if (folder.empty()) folder = usual;
    std::erase_if(order.images,
                  [&](auto const& one) { return std::ranges::find(images, one) == images.end(); });
    if (!first) return;
    using exchange::Format;
    using exchange::Shows;
    order.wanted = {{"workbook", Format::xlsx}};
    if (!images.empty()) order.wanted.insert({"pictures", Format::png});
    for (auto const& image : images)
        if (image.shows == Shows::overview || image.shows == Shows::order || image == seen)
            order.images.insert(image);
    if (order.images.empty() && !images.empty()) order.images.insert(images.front());
}

void ExportDialog::begin()
{
    writing = true;
    written = 0;
    there.clear();
    failed.reset();
}

void ExportDialog::close()
{
    shown = false;
    doc = {};
}

std::optional<Wish> draw(Ui& ui, ExportDialog& dialog)
{
    if (!dialog.shown) return std::nullopt;
    std::optional<Wish> wish;
    auto const before = dialog.order;
    auto const files = exchange::files_of(*ui.words, dialog.doc, dialog.order);
    Dialog const window(ui, "export", {ui.px(1484), ui.px(957)}, ui.tr("export.dialog.title"));
    auto const& body = window.body();
    auto const split = body.min.x + std::round(body.width() * left_share);
    auto const place = body.max.y - ui.px(84);
    draw_outputs(ui, dialog, {body.min, {split - ui.px(14), place - ui.px(12)}});
    if (draw_destination(ui, dialog, {{body.min.x, place}, {split - ui.px(28), body.max.y}}))
        wish = ChooseFile{FileUse::folder};
    hairline_v(ui, split, body.min.y, body.max.y, ui.color().line);
    draw_right(ui, dialog, {{split + ui.px(24), body.min.y}, body.max}, files);
    if (auto asked = draw_foot(ui, dialog, window.footer(), files.size())) wish = std::move(asked);
    if (dialog.order != before) dialog.there.clear(), dialog.failed.reset();
    if (window.dismissed() && !dialog.writing) dialog.close();
    return wish;
}

} // namespace ui
