#include "ui/dialogs/export_dialog.h"

#include "i18n/errors.h"
#include "ui/dialogs/export_parts.h"
#include "ui/kit/paint.h"
#include "wording/sessions.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using exchange::Planned;

constexpr float left_share = 0.6F;

// "Documents › Cadran › L’IA au Département"; shortened at the start when too long.
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

// Left of the buttons: the note that nothing leaves this machine, the progress, or an error.
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
        if (dialog.written > 0) // a reason has no full stop, so it comes last
            said = ui.trn("export.written_before", static_cast<std::int64_t>(dialog.written)) +
                   " " + said;
        sign = icon::warning_amber, color = c.warn;
    } else if (!dialog.there.empty()) {
        said = ui.trn("export.there", static_cast<std::int64_t>(dialog.there.size()));
        sign = icon::warning_amber, color = c.warn;
    } else if (dialog.last_bytes > 0) {
        said = ui.words->text("export.last_time", wording::file_size(*ui.words, dialog.last_bytes));
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
                        std::filesystem::path const& usual, exchange::Seal const& seal)
{
    bool const first = order.wanted.empty() && order.images.empty();
    shown = true;
    writing = false;
    there.clear();
    failed.reset();
    doc = session;
    images = exchange::images_of(session);
    code = exchange::short_code(seal);
    order.organisation = head.organisation;
    if (folder.empty()) folder = usual;
    std::erase_if(order.images,
                  [&](auto const& one) { return std::ranges::find(images, one) == images.end(); });
    using exchange::Format;
    using exchange::Shows;
    if (!can_print)
        std::erase_if(order.wanted, [](auto const& one) { return one.second == Format::pdf; });
    if (!first) return;
    order.wanted = {{"report", Format::html}, {"workbook", Format::xlsx}};
    if (can_print) order.wanted.insert({{"report", Format::pdf}, {"one_page", Format::pdf}});
    if (!images.empty()) order.wanted.insert({"pictures", Format::png});
    for (auto const& image : images)
        if (image.shows == Shows::overview || image.shows == Shows::order || image == seen)
            order.images.insert(image);
    if (order.images.empty() && !images.empty()) order.images.insert(images.front());
}

void ExportDialog::take_logo(std::filesystem::path const& path, base::Result<std::string> bytes)
{
    auto logo = bytes ? exchange::read_logo(*std::move(bytes))
                      : base::Result<exchange::Logo>(base::fail(bytes.error()));
    logo_failed.reset();
    if (!logo) {
        logo_failed = logo.error();
        return;
    }
    order.logo = *std::move(logo);
    head_kept = head_kept && head.logo == path;
    head.logo = path;
}

void ExportDialog::no_logo()
{
    order.logo.reset();
    logo_failed.reset();
    head_kept = false;
    head.logo.clear();
}

void ExportDialog::keep_head()
{
    head_kept = head_kept && head.organisation == order.organisation;
    head.organisation = order.organisation;
}

void ExportDialog::begin()
{
    keep_head();
    writing = true;
    written = 0;
    there.clear();
    failed.reset();
}

void ExportDialog::close()
{
    keep_head();
    shown = false;
    doc = {};
}

std::optional<Wish> draw(Ui& ui, ExportDialog& dialog)
{
    if (!dialog.shown || dialog.covered) return std::nullopt;
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
    draw_included(ui, dialog, {{split + ui.px(24), body.min.y}, body.max}, files);
    if (auto asked = draw_foot(ui, dialog, window.footer(), files.size())) wish = std::move(asked);
    if (dialog.order != before) dialog.there.clear(), dialog.failed.reset(), dialog.last_bytes = 0;
    if (window.dismissed() && !dialog.writing) dialog.close();
    return wish;
}

} // namespace ui
