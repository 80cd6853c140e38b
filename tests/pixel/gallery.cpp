#include "gallery.h"

#include "ui/kit/widgets.h"
#include "ui/paint/picture_paint.h"

#include <array>
#include <string>

namespace {

using base::Rect;
using base::Vec2;
using namespace ui;

Rect at(float x, float y, float w, float h) { return {{x, y}, {x + w, y + h}}; }

void heading(Ui& ui, float x, float y, std::string_view title, std::string_view more)
{
    auto const width = draw_text_on(ui, {x, y}, type::frame, ui.color().ink, title);
    draw_text_on(ui, {x + width + 13, y}, {Face::regular, 17, 22}, ui.color().ink2, more);
}

void card(Ui& ui, Rect const& box, Surface surface, unsigned icon_of_source)
{
    surface.radius = 16;
    draw_surface(ui, box, surface);
    auto const& c = ui.color();
    auto const left = box.min.x + 17;
    draw_case_mark(ui, {left + 15, box.min.y + 29}, {"12"});
    draw_text_in(ui, at(left + 39, box.min.y + 14, 110, 30), type::meta, c.ink2, "Courrier");
    if (icon_of_source != 0)
        draw_icon(ui, {box.max.x - 36, box.min.y + 19}, 19, c.ink3, icon_of_source);
    draw_paragraph(ui, {left, box.min.y + 54}, 182, {Face::medium, 20, 26}, c.ink,
                   "Classement automatique du courrier entrant");
}

void cards(Ui& ui)
{
    auto const& c = ui.color();
    heading(ui, 64, 132, "Carte", "216 de large à 90 %, rayon 16, marge 14/16");
    Type const caption{Face::medium, 18, 24};
    std::array const names{"repos", "survol : +1 ombre, −2 px", "sélectionnée", "déplacée : ×1,03"};
    card(ui, at(64, 152, 216, 146), {0, c.card, c.line, 1, Level::e1}, icon::smartphone);
    card(ui, at(304, 150, 216, 146), {0, c.card, c.edge, 1, Level::e2}, icon::smartphone);
    card(ui, at(544, 152, 216, 146), {0, c.card, c.accent, 2, Level::e1}, icon::smartphone);
    disc(ui, {758, 156}, 15, c.accent);
    draw_icon_at(ui, {758, 156}, 20, c.onaccent, icon::check);
    card(ui, at(784, 146, 216, 146), {0, c.card, c.accent, 1, Level::e3}, icon::smartphone);
    for (std::size_t i = 0; i < names.size(); ++i)
        draw_text_on(ui, {64 + 240 * static_cast<float>(i), 323}, caption, c.ink2, names[i]);
    card(ui, at(64, 352, 216, 146), {0, c.sunken, c.line, 1, Level::flat}, 0);
    draw_icon(ui, {241, 369}, 24, c.ink2, icon::lock);
    auto const hidden = at(304, 352, 216, 146);
    draw_surface(ui, hidden, {16, c.sunken, c.line, 1, Level::flat});
    hatch(ui, base::grown(hidden, -1), c.line2, 60, 2, 1.73F);
    draw_surface(ui, at(389, 402, 48, 48), {24, c.card, c.line2, 1, Level::flat});
    draw_icon_at(ui, {413, 426}, 26, c.ink2, icon::visibility_off);
    draw_surface(ui, at(552, 360, 216, 146), {16, c.card, c.line, 1, Level::flat});
    draw_surface(ui, at(548, 356, 216, 146), {16, c.card, c.line, 1, Level::flat});
    card(ui, at(544, 352, 216, 146), {0, c.card, c.line, 1, Level::e1}, 0);
    draw_pill(ui, {698, 380}, "+ 2");
    fill(ui, at(784, 352, 216, 146), 16, c.atint);
    dashed_outline(ui, at(784, 352, 216, 146), 16, c.accent, 2, {6, 4});
    std::array const more{"verrouillée", "masquée", "fusionnée : 3 cartes", "cible de dépôt"};
    for (std::size_t i = 0; i < more.size(); ++i)
        draw_text_on(ui, {64 + 240 * static_cast<float>(i), i == 2 ? 531.0F : 523.0F}, caption,
                     c.ink2, more[i]);
}

void chips(Ui& ui)
{
    auto const& c = ui.color();
    heading(ui, 64, 586, "Pastille", "cercle = cas ; carré = axe");
    std::size_t const axis = 7;
    using Badge = CaseChip::Badge;
    draw_case_chip(ui, {104, 644}, {"12", axis});
    draw_case_chip(ui, {260, 644}, {"12", axis, 22, ChipState::selected});
    draw_case_chip(ui, {416, 644}, {"12", axis, 22, ChipState::rest, Badge::contested});
    draw_case_chip(ui, {572, 644}, {"12", axis, 22, ChipState::rest, Badge::locked});
    draw_case_chip(ui, {728, 644}, {"12", axis, 22, ChipState::before});
    draw_case_chip(ui, {884, 644}, {"12", axis, 22, ChipState::unplaced});
    std::array const names{"repos",       "sélectionnée",        "contestée",
                           "verrouillée", "avant (comparaison)", "non placée"};
    for (std::size_t i = 0; i < names.size(); ++i)
        draw_text_on(ui, {104 + 156 * static_cast<float>(i), 700}, {Face::medium, 17, 22}, c.ink2,
                     names[i], Align::centre);
    for (std::size_t i = 0; i < 8; ++i)
        draw_axis_badge(ui, {64 + 58 * static_cast<float>(i), 725}, 44, static_cast<int>(i) + 1);
    float x = 64;
    std::array const outcomes{Outcome::launch, Outcome::safeguard, Outcome::later,
                              Outcome::set_aside};
    std::array const words{"Lancer", "Encadrer", "Plus tard", "Écarter"};
    for (std::size_t i = 0; i < words.size(); ++i)
        x += draw_decision(ui, {x, 814}, outcomes[i], words[i]) + 14;
    heading(ui, 64, 886, "Ombres", "rectangles arrondis empilés, aucun flou");
    std::array const levels{Level::e1, Level::e2, Level::e3};
    std::array const captions{"niveau 1 : 3 rectangles", "niveau 2 : 5", "niveau 3 : 6"};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        auto const box = at(64 + 320 * static_cast<float>(i), 910, 250, 70);
        draw_surface(ui, box, {16, c.card, c.line, 1, levels[i]});
        draw_text_in(ui, box, type::label, c.ink, captions[i], Align::centre);
    }
}

void controls(Ui& ui)
{
    heading(ui, 1090, 132, "Boutons", "hauteur 48 ; 60 pour l’action principale");
    button(ui, "g.main", at(1090, 152, 240, 60), "Clore et révéler",
           {Rank::primary, icon::lock_open});
    button(ui, "g.plus", at(1344, 158, 161, 48), "2 minutes", {Rank::secondary, icon::add});
    icon_button(ui, "g.qr", at(1519, 158, 48, 48), icon::qr_code_2, "QR", Rank::secondary);
    static bool on = true, off = false;
    toggle(ui, "g.on", {1581, 166}, "on", on);
    toggle(ui, "g.off", {1649, 166}, "off", off);
    draw_pill(ui, {1717, 182}, "19 sur 24");
    draw_key(ui, {1831, 182}, "N");
}

void scale_of_type(Ui& ui)
{
    auto const& c = ui.color();
    heading(ui, 1090, 268, "Échelle typographique",
            "Inter 400, 500, 600 ; Inter Display 600 dès 25 px");
    struct Row {
        float y;
        std::string_view px;
        Type type;
        std::string_view text;
    };
    std::array const rows{
        Row{381, "116", type::hero, "17"},
        Row{433, "36", type::h1, "Répartissez vos 10 points"},
        Row{483, "30", type::quadrant, "Lancer, Encadrer, Confort, Écarter"},
        Row{525, "24", type::h2, "Titre de panneau"},
        Row{562, "20", type::body, "Carte, nom sur la matrice (minimum pour la salle)"},
        Row{595, "18", type::label, "Boutons, réglages, légendes"},
        Row{627, "16", type::meta, "Informations de l’animateur"},
    };
    for (auto const& row : rows) {
        draw_text_on(ui, {1090, row.px == "116" ? 346.0F : row.y - 1}, {Face::regular, 17, 22},
                     c.ink3, row.px);
        draw_text_on(ui, {1138, row.y}, row.type, c.ink, row.text);
    }
}

void colours(Ui& ui)
{
    auto const& c = ui.color();
    heading(ui, 1090, 679, "Couleurs", "papier");
    struct Swatch {
        std::string_view name;
        board::Color color;
    };
    std::array const swatches{
        Swatch{"paper", c.paper},   Swatch{"panel", c.panel}, Swatch{"card", c.card},
        Swatch{"sunken", c.sunken}, Swatch{"line", c.line},   Swatch{"ink", c.ink},
        Swatch{"ink2", c.ink2},     Swatch{"ink3", c.ink3},   Swatch{"accent", c.accent},
        Swatch{"opp", c.opp},       Swatch{"risk", c.risk},   Swatch{"warn", c.warn}};
    for (std::size_t i = 0; i < swatches.size(); ++i) {
        auto const x = 1090 + 130 * static_cast<float>(i % 6), y = i < 6 ? 698.0F : 823.0F;
        draw_surface(ui, at(x, y, 116, 58), {10, swatches[i].color, c.line2, 1, Level::flat});
        draw_text_on(ui, {x, y + 79}, {Face::medium, 17, 22}, c.ink, swatches[i].name);
    }
    heading(ui, 1090, 978, "Quadrants", "");
    std::array const outcomes{Outcome::launch, Outcome::safeguard, Outcome::comfort,
                              Outcome::set_aside};
    std::array const tints{c.qlancer, c.qencadrer, c.qconfort, c.qecarter};
    std::array const words{"Lancer", "Encadrer", "Confort", "Écarter"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const box = at(1090 + 195 * static_cast<float>(i), 996, 183, 64);
        fill(ui, box, 16, tints[i]);
        auto const look = look_of(ui, outcomes[i]);
        Type const face{Face::display, 25, 32};
        auto const width = text_width(ui, face, words[i]) + 26 + 11;
        auto const x = box.center().x - width / 2;
        draw_icon_at(ui, {x + 13, box.center().y}, 26, look.text, look.icon);
        draw_text_in(ui, {{x + 37, box.min.y}, box.max}, face, look.text, words[i]);
    }
}

} // namespace

void draw_gallery(ui::Ui& ui)
{
    fill(ui, ui.screen(), 0, ui.color().paper);
    logo(ui, {88, 56}, 44.4F);
    draw_text_on(ui, {128, 67}, type::axis_title, ui.color().ink, "Composants et états");
    cards(ui);
    chips(ui);
    controls(ui);
    scale_of_type(ui);
    colours(ui);
}
