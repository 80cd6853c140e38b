#include "board/camera.h"
#include "board/marks.h"
#include "board/scene.h"
#include "exchange/images/image_parts.h"
#include "pictures/icons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

// Draws the board as ui/canvas does without interaction.
namespace exchange {
namespace {

using base::Rect;
using base::Vec2;
using pictures::Face;
using pictures::Fit;
using pictures::Pen;
using pictures::Type;

constexpr float radius = 18, compact_radius = 15, chip_radius = 16.5F; // board units
constexpr float compact_chip_x = 31, compact_text_x = 60;
constexpr float text_wide = 480; // a longer text is wrapped
constexpr float link_width = 2.5F, arrow_head = 15;

constexpr Type title_full{Face::medium, 22, 29, Fit::exact};
constexpr Type title_compact{Face::medium, 22, 28, Fit::exact};
constexpr Type domain_type{Face::regular, 18, 24, Fit::exact};
constexpr Type number_type{Face::semibold, 17, 22, Fit::exact};
constexpr Type frame_type{Face::semibold, 26, 34, Fit::exact};
constexpr Type count_type{Face::medium, 20, 26, Fit::exact};
constexpr Type note_type{Face::semibold, 24, 32, Fit::exact};
constexpr Type label_type{Face::medium, 20, 26, Fit::exact};

Type const& title_type(board::Form form)
{
    return form == board::Form::compact ? title_compact : title_full;
}

// A wrapped title, in the largest font size that breaks no word.
struct Title {
    std::string text;
    pictures::Paragraph broken;
    float shrink = 1;
};

Title title_of(pictures::Measure const& plain, model::Case const& one, board::Form form)
{
    Title out;
    out.text =
        form == board::Form::compact && !one.short_title.empty() ? one.short_title : one.title;
    for (float const shrink : std::array{1.0F, 0.88F, 0.76F}) {
        auto type = title_type(form);
        type.px *= out.shrink = shrink;
        out.broken = pictures::broken(plain, type, out.text, board::title_width(form));
        bool cut = false;
        for (std::size_t i = 1; i < out.broken.lines.size(); ++i) {
            auto const end = out.broken.lines[i - 1].end;
            cut = cut || (end == out.broken.lines[i].begin && end > 0 && out.text[end - 1] != '-');
        }
        if (!cut) break;
    }
    return out;
}

class BoardPainter {
public:
    BoardPainter(Pen& pen, pictures::Measure const& plain, model::Document const& doc,
                 board::Raised const& raised, Rect const& box)
        : pen_(pen)
        , plain_(plain)
        , doc_(doc)
        , scene_(
              doc,
              [&plain](model::CaseId, model::Case const& one, board::Form form) {
                  auto const title = title_of(plain, one, form);
                  return static_cast<float>(title.broken.lines.size()) * title_type(form).line *
                         title.shrink;
              },
              model::get<model::Stage>(doc).step == model::Step::group ? board::Form::compact
                                                                       : board::Form::full,
              raised)
        , marks_(doc, scene_, [&plain](model::AnnotationKind kind, std::string const& text) {
            bool const label = kind == model::AnnotationKind::link;
            auto const& type = label ? label_type : note_type;
            auto const lines = pictures::broken(plain, type, text, text_wide).lines;
            float wide = 0;
            for (auto const& line : lines) wide = std::max(wide, line.width);
            auto const high = static_cast<float>(lines.size()) * type.line;
            return label ? Vec2{wide + 24, high + 10} : Vec2{wide + 2, high};
        })
    {
        auto all = scene_.bounds();
        if (auto const& written = marks_.bounds())
            all = all.width() > 0 ? base::united(all, *written) : *written;
        view_.window = box;
        view_.density = pen.unit;
        view_.least = board::zoom_least;
        constexpr float largest = 1.6F;
        if (all.width() > 0) view_.camera = board::fitted(view_, all, box, largest);
        k_ = view_.scale();
    }

    void paint()
    {
        for (auto const& frame : scene_.frames()) paint(frame);
        for (auto const& mark : marks_.all())
            if (mark.kind == model::AnnotationKind::link) paint_link(board::shape_of(mark));
        for (auto i : scene_.in(view_.seen())) paint(scene_.cards()[i]);
        for (auto const& mark : marks_.all()) {
            auto const text = model::get<model::Annotation>(doc_, mark.id).text;
            switch (mark.kind) {
            case model::AnnotationKind::link: paint_label(board::shape_of(mark), text); break;
            case model::AnnotationKind::stroke: paint_stroke(mark.line); break;
            case model::AnnotationKind::text:
                lines(text, note_type, view_.to_screen(mark.box).min, pen_.color().ink);
                break;
            }
        }
    }

private:
    // A font of the board, scaled.
    [[nodiscard]] Type sized(Type type, float by = 1) const
    {
        type.px *= by * k_ / pen_.unit, type.line *= by * k_ / pen_.unit;
        return type;
    }
    // The text, or its beginning with an ellipsis.
    [[nodiscard]] std::string fitting(Type const& type, std::string const& text, float room) const
    {
        if (pen_.width(type, text) <= room) return text;
        return pictures::shortened(pen_.measure, type, text, room);
    }
    // The baseline for text centred at `y`.
    [[nodiscard]] static float baseline(float y, float size) { return y + 0.3636F * size; }

    void paint_number(Vec2 centre, int number)
    {
        auto const text = std::to_string(number);
        auto const& c = pen_.color();
        pen_.ring(centre, (chip_radius - 0.75F) * k_, c.ink, 1.5F * k_);
        float const by = text.size() <= 2 ? 1.0F : text.size() == 3 ? 0.84F : 0.66F;
        pen_.text_on({centre.x, baseline(centre.y, number_type.px * k_ * by)},
                     sized(number_type, by), c.ink, text, pictures::Align::centre);
    }
    void paint_title(Title const& title, board::Form form, Vec2 at)
    {
        auto const& type = title_type(form);
        auto const drawn = sized(type, title.shrink);
        auto const line = type.line * title.shrink * k_;
        auto y = at.y + pictures::baseline_in(drawn, pen_.unit);
        for (auto const& l : title.broken.lines) {
            pen_.text_on({at.x, y}, drawn, pen_.color().ink,
                         std::string_view(title.text).substr(l.begin, l.end - l.begin));
            y += line;
        }
    }
    void paint_back(Rect const& box)
    {
        auto const& c = pen_.color();
        auto const r = std::min(26 * k_, box.height() * 0.3F);
        pen_.clipped(box, [&] { pen_.hatch(box, c.line2, 60 * k_, 2 * k_); });
        pen_.disc(box.center(), r, c.card);
        pen_.ring(box.center(), r, c.line2, k_);
        pen_.icon(box.center(), r * 1.15F, c.ink2, pictures::icon::visibility_off);
    }
    void paint(board::Card const& card)
    {
        auto const* one = model::find<model::Case>(doc_, card.id);
        if (!one) return;
        auto const& c = pen_.color();
        auto const box = view_.to_screen(card.box);
        bool const full = card.form == board::Form::full;
        auto const round = (full ? radius : compact_radius) * k_;
        for (int behind = std::min(card.merged, 2); behind > 0; --behind) {
            auto const by = static_cast<float>(behind) * 4 * k_;
            Rect const under{box.min + Vec2{by, by}, box.max + Vec2{by, by}};
            pen_.fill(under, round, c.card);
            pen_.outline(under, round, c.line2, 1.2F * k_);
        }
        bool const down = model::find<model::FaceDown>(doc_, card.id) != nullptr;
        pen_.fill(box, round, down ? c.sunken : c.card);
        pen_.outline(box, round, c.line2, 1.2F * k_);
        if (down) return paint_back(box);
        auto const title = title_of(plain_, *one, card.form);
        if (!full) {
            auto const high = static_cast<float>(title.broken.lines.size()) * title_compact.line *
                              title.shrink * k_;
            paint_number({box.min.x + compact_chip_x * k_, box.center().y}, card.number);
            paint_title(title, card.form,
                        {box.min.x + compact_text_x * k_, box.center().y - high / 2});
        } else {
            auto const left = box.min.x + board::card_padding_x * k_,
                       right = box.max.x - board::card_padding_x * k_;
            auto const middle = box.min.y + (board::card_padding_y + board::card_head / 2) * k_;
            paint_number({left + chip_radius * k_, middle}, card.number);
            auto const x = left + (2 * chip_radius + 10) * k_;
            auto const end = right - (card.merged > 0 ? 56 * k_ : 0);
            auto const type = sized(domain_type);
            if (!one->domain.empty())
                pen_.text_on({x, baseline(middle, domain_type.px * k_)}, type, c.ink2,
                             fitting(type, one->domain, end - x));
            paint_title(
                title, card.form,
                {left, box.min.y +
                           (board::card_padding_y + board::card_head + board::card_head_gap) * k_});
        }
        if (card.merged > 0) paint_merged(box, card, full);
    }
    // "+ 2": the number of merged cases.
    void paint_merged(Rect const& box, board::Card const& card, bool full)
    {
        auto const text = "+\u00A0" + std::to_string(card.merged);
        auto const type = sized(number_type);
        auto const wide = pen_.width(type, text) + 22 * k_, high = 30 * k_;
        auto const right = box.max.x - (full ? board::card_padding_x - 4 : 14.0F) * k_;
        auto const middle =
            full ? box.min.y + (board::card_padding_y + board::card_head / 2) * k_ : box.max.y;
        Rect const pill{{right - wide, middle - high / 2}, {right, middle + high / 2}};
        pen_.fill(pill, high / 2, pen_.color().sunken);
        if (!full) pen_.outline(pill, high / 2, pen_.color().line2, 1.5F * k_);
        pen_.text_on({pill.min.x + 11 * k_, baseline(middle, number_type.px * k_)}, type,
                     pen_.color().ink2, text);
    }
    void paint(board::Frame const& frame)
    {
        auto const& c = pen_.color();
        auto const box = view_.to_screen(frame.box);
        pen_.fill(box, 24 * k_, c.panel);
        pen_.outline(box, 24 * k_, c.line2, 1.5F * k_);
        auto const middle = box.min.y + (board::frame_head / 2 + 2) * k_;
        auto const count = std::to_string(frame.cards);
        auto const wide = pen_.width(sized(count_type), count) + 26 * k_, high = 36 * k_;
        auto const right = box.max.x - board::frame_padding * k_;
        Rect const pill{{right - wide, middle - high / 2}, {right, middle + high / 2}};
        pen_.fill(pill, high / 2, c.sunken);
        pen_.text_on({pill.min.x + 13 * k_, baseline(middle, count_type.px * k_)},
                     sized(count_type), c.ink2, count);
        auto const left = box.min.x + board::frame_padding * k_;
        auto const tag = paint_tag({left, middle}, frame.number);
        auto const title = model::get<model::Group>(doc_, frame.id).title;
        auto const x = left + tag + 10 * k_;
        auto const type = sized(frame_type);
        pen_.text_on({x, baseline(middle, frame_type.px * k_)}, type,
                     title.empty() ? c.ink3 : c.ink,
                     fitting(type, title.empty() ? pen_.words.text("group.untitled") : title,
                             pill.min.x - 8 * k_ - x));
    }
    float paint_tag(Vec2 at, int number)
    {
        constexpr float half = 15, tip = 10, pad = 10;
        auto const text = std::to_string(number);
        auto const wide = pen_.width(sized(number_type), text) + (2 * pad + tip - 2) * k_;
        std::vector<Vec2> shape{at + Vec2{0, -half * k_}, at + Vec2{wide - tip * k_, -half * k_},
                                at + Vec2{wide, 0}, at + Vec2{wide - tip * k_, half * k_},
                                at + Vec2{0, half * k_}};
        pen_.polygon(shape, pen_.color().sunken);
        shape.push_back(shape.front());
        pen_.path(shape, pen_.color().edge, 1.5F * k_);
        pen_.text_on({at.x + pad * k_, baseline(at.y, number_type.px * k_)}, sized(number_type),
                     pen_.color().ink2, text);
        return wide;
    }

    [[nodiscard]] std::vector<Vec2> on_screen(board::Line const& line) const
    {
        std::vector<Vec2> out;
        for (auto const& p : line) out.push_back(view_.to_screen(p));
        return out;
    }
    void paint_link(board::LinkShape const& shape)
    {
        auto way = on_screen(shape.line);
        if (way.size() < 2) return;
        auto const to = way.back(), before = way[way.size() - 2];
        auto const length = std::hypot(to.x - before.x, to.y - before.y);
        if (length < 1) return;
        way.pop_back();
        if (way.size() > 1) pen_.path(way, pen_.color().ink2, link_width * k_);
        pen_.arrow(before, to, pen_.color().ink2, link_width * k_,
                   std::min(arrow_head * k_, length));
    }
    void paint_label(board::LinkShape const& shape, std::string const& text)
    {
        if (shape.line.size() < 2 || text.empty()) return;
        auto const box = view_.to_screen(shape.label);
        auto const round = std::min(box.height() / 2, 14 * k_);
        pen_.fill(box, round, pen_.color().panel);
        pen_.outline(box, round, pen_.color().line2, 1.5F * k_);
        lines(text, label_type, box.min + Vec2{12, 5} * k_, pen_.color().ink);
    }
    void paint_stroke(board::Line const& line)
    {
        auto const points = on_screen(line);
        auto const width = board::stroke_width * k_;
        if (points.empty()) return;
        if (points.size() > 1) pen_.path(points, pen_.color().ink2, width);
        for (auto const& end : {points.front(), points.back()})
            pen_.disc(end, width / 2, pen_.color().ink2);
    }
    void lines(std::string const& text, Type const& type, Vec2 at, board::Color color)
    {
        auto y = at.y + pictures::baseline_in(sized(type), pen_.unit);
        for (auto const& l : pictures::broken(plain_, type, text, text_wide).lines) {
            pen_.text_on({at.x, y}, sized(type), color,
                         std::string_view(text).substr(l.begin, l.end - l.begin));
            y += type.line * k_;
        }
    }

    Pen& pen_;
    pictures::Measure const& plain_;
    model::Document const& doc_;
    board::Scene scene_;
    board::Marks marks_;
    board::View view_;
    float k_ = 1; // pixels per board unit
};

} // namespace

void draw_board(Pen& pen, pictures::Measure const& plain, model::Document const& doc,
                board::Raised const& raised, Rect const& box)
{
    BoardPainter(pen, plain, doc, raised, box).paint();
}

} // namespace exchange
