#include "ui/screens/home/library_parts.h"

#include <algorithm>
#include <utility>

// Dialogs of the start screen.
namespace ui {
namespace {

struct Answer {
    enum class Is { nothing, yes, no } is = Is::nothing;
};

// Two buttons at the bottom of a dialog, the main one at the right.
Answer answered(Ui& ui, std::string const& id, base::Rect const& foot, std::string const& yes,
                ButtonLook const& look, Enabled enabled)
{
    auto const no = ui.tr("file.cancel");
    float const wide = button_width(ui, yes, look);
    Answer out;
    if (button(ui, id + ".no",
               {{foot.max.x - wide - ui.px(12) - button_width(ui, no), foot.min.y},
                {foot.max.x - wide - ui.px(12), foot.max.y}},
               no))
        out.is = Answer::Is::no;
    if (button(ui, id + ".yes", {{foot.max.x - wide, foot.min.y}, foot.max}, yes, look, enabled))
        out.is = Answer::Is::yes;
    return out;
}

// Confirms moving to the trash. Enter cancels.
std::optional<Wish> ask_trash(Ui& ui, HomeView& view)
{
    if (!view.to_trash) return std::nullopt;
    Dialog dialog(ui, "home.trash", {ui.px(640), ui.px(270)}, ui.tr("home.trash.title"));
    auto const& body = dialog.body();
    draw_paragraph(ui, body.min, body.width(), type::text, ui.color().ink2,
                   ui.words->text("home.trash.line", view.to_trash->filename().string()));
    ButtonLook const danger{.rank = Rank::danger, .icon = icon::delete_outline};
    auto const answer = answered(ui, "home.trash", dialog.footer(), ui.tr("home.recent.trash"),
                                 danger, Enabled::yes);
    std::optional<Wish> wish;
    if (answer.is == Answer::Is::yes) wish = TrashSession{*view.to_trash};
    if (answer.is != Answer::Is::nothing || confirmed(ui) || dialog.dismissed())
        view.to_trash.reset();
    return wish;
}

void ask_folder(Ui& ui, HomeView& view)
{
    if (!view.naming) return;
    auto& naming = *view.naming;
    // it just opened
    if (!ui.probe.widgets.contains("home.naming.name")) focus(ui, "home.naming.name");
    bool const fresh = naming.from.empty();
    Dialog dialog(ui, "home.naming", {ui.px(600), ui.px(270)},
                  ui.tr(fresh ? "home.folder.new" : "home.folder.rename"));
    auto const& body = dialog.body();
    auto const done =
        text_field(ui, "home.naming.name", {body.min, {body.max.x, body.min.y + ui.px(52)}},
                   ui.tr("home.folder.name"), naming.to, {.hint = ui.tr("home.folder.name")});
    auto const can = enabled_if(!naming.to.empty() && naming.to != naming.from);
    auto const answer = answered(ui, "home.naming", dialog.footer(),
                                 ui.tr(fresh ? "home.folder.make" : "home.folder.rename"),
                                 {.rank = Rank::primary}, can);
    bool const asked =
        answer.is == Answer::Is::yes || done == Edit::submitted || confirmed(ui, can);
    bool const yes = asked && can == Enabled::yes;
    if (yes) {
        view.errands.emplace_back(NameFolder{naming.from, naming.to});
        // Moves the chosen sessions into the new folder.
        if (fresh && view.choice == HomeView::Choice::none && !view.chosen.empty())
            view.into_new = naming.to;
    }
    if (yes || answer.is == Answer::Is::no || dialog.dismissed()) view.naming.reset();
}

std::vector<std::string> split(std::string const& text)
{
    std::vector<std::string> out;
    std::string word;
    for (char const c : text + ",") {
        if (c != ',') {
            if (c != ' ' || !word.empty()) word += c;
            continue;
        }
        while (!word.empty() && word.back() == ' ') word.pop_back();
        if (!word.empty()) out.push_back(std::exchange(word, {}));
    }
    return out;
}

void ask_label(Ui& ui, HomeView& view)
{
    if (!view.labelling) return;
    auto& label = *view.labelling;
    Dialog dialog(ui, "home.labelling", {ui.px(640), ui.px(420)}, ui.tr("home.label"));
    auto const& body = dialog.body();
    float y = body.min.y;
    auto field = [&](std::string_view id, std::string_view key, std::string& text) {
        draw_text(ui, {body.min.x, y}, type::label, ui.color().ink2, ui.tr(key));
        y += ui.px(30);
        (void)text_field(ui, id, {{body.min.x, y}, {body.max.x, y + ui.px(50)}}, ui.tr(key), text,
                         {});
        y += ui.px(66);
    };
    field("home.labelling.place", "home.label.place", label.place);
    field("home.labelling.tags", "home.label.tags", label.tags);
    draw_paragraph(ui, {body.min.x, y}, body.width(), type::meta, ui.color().ink2,
                   ui.tr("home.label.line"), 2);
    auto const answer = answered(ui, "home.labelling", dialog.footer(), ui.tr("home.label.keep"),
                                 {.rank = Rank::primary}, Enabled::yes);
    bool const yes = answer.is == Answer::Is::yes || confirmed(ui);
    if (yes) view.errands.emplace_back(LabelSession{label.path, label.place, split(label.tags)});
    if (yes || answer.is == Answer::Is::no || dialog.dismissed()) view.labelling.reset();
}

} // namespace

std::optional<Wish> draw_home_questions(Ui& ui, HomeView& view)
{
    auto wish = ask_trash(ui, view);
    ask_folder(ui, view);
    ask_label(ui, view);
    // The new folder for the chosen sessions exists.
    auto const& folders = view.library.folders();
    if (view.into_new && std::ranges::find(folders, *view.into_new) != folders.end())
        view.errands.emplace_back(
            MoveSessions{view.chosen, *std::exchange(view.into_new, std::nullopt)});
    return wish;
}

} // namespace ui
