#include "i18n/errors.h"
#include "ui/dialogs/export_parts.h"
#include "ui/kit/paint.h"
#include "wording/sessions.h"

#include <algorithm>
#include <array>

// The right part of the export dialog: the included data, and the head of reports.
namespace ui {
namespace {

using exchange::Included;
using exchange::Planned;

struct Toggle {
    std::string_view id;
    bool Included::*what;
};
constexpr std::array toggles{Toggle{"export.names", &Included::names},
                             Toggle{"export.owners", &Included::owners},
                             Toggle{"export.ballots", &Included::ballots},
                             Toggle{"export.descriptions", &Included::descriptions},
                             Toggle{"export.aside", &Included::aside},
                             Toggle{"export.log", &Included::log}};

constexpr std::size_t organisation_most = 120; // bytes

// A column laid out from the top.
struct Column {
    base::Rect area;
    float y = 0;

    base::Rect next(float high)
    {
        base::Rect const box{{area.min.x, y}, {area.max.x, y + high}};
        y = box.max.y;
        return box;
    }
};

void draw_toggles(Ui& ui, ExportDialog& dialog, Column& at)
{
    draw_text_in(ui, at.next(ui.px(28)), type::strong, ui.color().ink2, ui.tr("export.included"));
    at.y += ui.px(8);
    for (auto const& one : toggles) {
        bool on = dialog.order.included.*one.what;
        auto const said = ui.tr(one.id);
        auto const room = at.area.width() - ui.px(54 + 24);
        auto const high =
            std::max(ui.px(46), paragraph_height(ui, type::label, said, room) + ui.px(16));
        if (toggle_row(ui, one.id, at.next(high), said, on)) dialog.order.included.*one.what = on;
    }
}

void draw_rule(Ui& ui, Column& at)
{
    at.y += ui.px(12);
    hairline_h(ui, at.area.min.x, at.area.max.x, at.y, ui.color().line);
    at.y += ui.px(14);
}

// The logo's name and size with a button to remove it, or the error.
void draw_logo_line(Ui& ui, ExportDialog& dialog, Column& at)
{
    auto const& c = ui.color();
    if (dialog.logo_failed) {
        auto const said = i18n::sentence(*ui.words, *dialog.logo_failed);
        auto const high = paragraph_height(ui, type::legend, said, at.area.width());
        auto const box = at.next(high + ui.px(10));
        touch(ui, "export.logo.failed", box, said, Enabled::yes, Role::area);
        draw_paragraph(ui, {box.min.x, box.min.y + ui.px(6)}, box.width(), type::legend, c.warn,
                       said);
    }
    if (!dialog.order.logo) return;
    at.y += ui.px(6);
    auto const row = at.next(ui.px(40));
    auto const side = row.height();
    draw_icon_at(ui, {row.min.x + ui.px(12), row.center().y}, ui.px(22), c.ink2, icon::image);
    auto const said = dialog.head.logo.filename().string() + " · " +
                      wording::file_size(*ui.words, dialog.order.logo->bytes.size());
    base::Rect const words{{row.min.x + ui.px(34), row.min.y}, {row.max.x - side, row.max.y}};
    touch(ui, "export.logo.name", words, said, Enabled::yes, Role::area);
    draw_text_in(ui, words, type::legend, c.ink2, said);
    if (icon_button(ui, "export.logo.none", {{row.max.x - side, row.min.y}, row.max}, icon::close,
                    ui.tr("export.logo.none")))
        dialog.no_logo();
}

void draw_letterhead(Ui& ui, ExportDialog& dialog, Column& at)
{
    auto const label = ui.tr("export.organisation");
    auto const high = paragraph_height(ui, type::legend, label, at.area.width());
    draw_paragraph(ui, {at.area.min.x, at.y}, at.area.width(), type::legend, ui.color().ink2,
                   label);
    at.y += high + ui.px(8);
    auto const row = at.next(ui.px(48));
    auto const word = ui.tr("export.logo");
    auto const wide = button_width(ui, word);
    base::Rect const field{row.min, {row.max.x - wide - ui.px(10), row.max.y}};
    auto const edit = text_field(ui, "export.organisation", field, label, dialog.order.organisation,
                                 {.most_bytes = organisation_most});
    if (edit == Edit::left || edit == Edit::submitted) dialog.keep_head();
    if (button(ui, "export.logo", {{row.max.x - wide, row.min.y}, row.max}, word, {},
               enabled_if(!dialog.writing)))
        dialog.wants_logo = true;
    draw_logo_line(ui, dialog, at);
}

void draw_seal(Ui& ui, ExportDialog const& dialog, Column& at)
{
    auto const& c = ui.color();
    auto const said = ui.tr("export.seal.said");
    auto const inner = at.area.width() - ui.px(36);
    auto const high = paragraph_height(ui, type::legend, said, inner);
    auto const box = at.next(ui.px(16 + 28 + 40 + 14) + high);
    fill(ui, box, ui.px(14), c.opptint);
    outline(ui, box, ui.px(14), c.oppline, ui.px(1.5F));
    auto const left = box.min.x + ui.px(18);
    auto const top = box.min.y + ui.px(12);
    draw_icon_at(ui, {left + ui.px(11), top + ui.px(14)}, ui.px(22), c.opp, icon::shield);
    draw_text_in(ui, {{left + ui.px(32), top}, {box.max.x, top + ui.px(28)}}, type::label, c.opp,
                 ui.tr("export.seal"));
    base::Rect const code{{left, top + ui.px(30)}, {box.max.x, top + ui.px(70)}};
    touch(ui, "export.seal", code, dialog.code, Enabled::yes, Role::area);
    draw_text_in(ui, code, type::h2, c.ink, dialog.code);
    draw_paragraph(ui, {left, top + ui.px(72)}, inner, type::legend, c.ink2, said);
}

void draw_files(Ui& ui, ExportDialog const& dialog, Column& at, std::vector<Planned> const& files)
{
    auto const& c = ui.color();
    draw_text_in(ui, at.next(ui.px(28)), type::strong, c.ink2,
                 ui.trn("export.files", static_cast<std::int64_t>(files.size())));
    at.y += ui.px(6);
    for (auto const& one : files) {
        bool const there = std::ranges::find(dialog.there, one.file) != dialog.there.end();
        auto const row = at.next(ui.px(30));
        auto const touched =
            touch(ui, "export.file." + one.file, row, one.file, Enabled::yes, Role::area);
        draw_icon_at(ui, {row.min.x + ui.px(10), row.center().y}, ui.px(18),
                     there ? c.warn : c.ink3, there ? icon::warning_amber : icon::description);
        auto const room = row.width() - ui.px(28);
        draw_text_in(ui, {{row.min.x + ui.px(28), row.min.y}, row.max}, type::meta,
                     there ? c.warn : c.ink, one.file);
        if (touched.hovered && text_width(ui, type::meta, one.file) > room)
            tooltip(ui, row, one.file);
    }
}

} // namespace

void draw_included(Ui& ui, ExportDialog& dialog, base::Rect const& area,
                   std::vector<Planned> const& files)
{
    ScrollArea scroll(ui, "export.right", area, dialog.right);
    Column at{{area.min, {area.max.x - ui.px(16), area.max.y}}, scroll.top()};
    draw_toggles(ui, dialog, at);
    draw_rule(ui, at);
    bool const reports = std::ranges::any_of(files, [](Planned const& one) {
        return one.output->group == exchange::Output::Group::account;
    });
    if (reports) {
        draw_letterhead(ui, dialog, at);
        draw_rule(ui, at);
        draw_seal(ui, dialog, at);
        at.y += ui.px(16);
    }
    draw_files(ui, dialog, at, files);
    scroll.content_height(at.y - scroll.top());
}

} // namespace ui
