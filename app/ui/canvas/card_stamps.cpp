#include "ui/canvas/card_stamps.h"

#include "ui/kit/skins.h"
#include "ui/kit/ui.h"

#include <imgui.h>

#include <cmath>
#include <cstring>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ui {
namespace {

constexpr std::uint64_t kept_for = 90;    // number of frames out of sight
constexpr std::size_t always_kept = 1000; // however long out of sight

// A part of a draw list, relative to a corner.
struct Stamp {
    std::vector<ImDrawVert> points;
    std::vector<ImDrawIdx> indices; // into `points`

    void put(ImDrawList& list, base::Vec2 at) const
    {
        list.PrimReserve(static_cast<int>(indices.size()), static_cast<int>(points.size()));
        auto const first = list._VtxCurrentIdx;
        auto* to = list._VtxWritePtr;
        std::memcpy(to, points.data(), points.size() * sizeof(ImDrawVert));
        for (std::size_t i = 0; i < points.size(); ++i) to[i].pos.x += at.x, to[i].pos.y += at.y;
        auto* index = list._IdxWritePtr;
        for (std::size_t i = 0; i < indices.size(); ++i)
            index[i] = static_cast<ImDrawIdx>(first + indices[i]);
        list._VtxWritePtr += points.size();
        list._IdxWritePtr += indices.size();
        list._VtxCurrentIdx += static_cast<unsigned>(points.size());
    }
};

// The state of a draw list before something is drawn.
struct Mark {
    int points, indices, commands;
    unsigned first, offset;
    std::uint64_t atlas;

    explicit Mark(ImDrawList const& list)
        : points(list.VtxBuffer.Size)
        , indices(list.IdxBuffer.Size)
        , commands(list.CmdBuffer.Size)
        , first(list._VtxCurrentIdx)
        , offset(list._CmdHeader.VtxOffset)
        , atlas(atlas_state())
    {
    }
    // What was drawn since; nothing when it uses several commands or textures.
    [[nodiscard]] Stamp since(ImDrawList const& list, base::Vec2 corner) const
    {
        Stamp stamp;
        bool const one_piece = list.CmdBuffer.Size == commands &&
                               list._CmdHeader.VtxOffset == offset && atlas_state() == atlas;
        if (!one_piece) return stamp;
        stamp.points.assign(list.VtxBuffer.begin() + points, list.VtxBuffer.end());
        for (auto& point : stamp.points) point.pos.x -= corner.x, point.pos.y -= corner.y;
        stamp.indices.assign(list.IdxBuffer.begin() + indices, list.IdxBuffer.end());
        for (auto& index : stamp.indices) index = static_cast<ImDrawIdx>(index - first);
        return stamp;
    }
};

base::Vec2 corner_of(base::Vec2 at) { return {std::round(at.x), std::round(at.y)}; }

} // namespace

struct CardStamps::Kept {
    struct One {
        int number = 0, merged = 0;
        board::Form form{};
        base::Vec2 size; // screen pixels
        CardLook look;
        Stamp stamp; // empty: could not be made
        Name name;
        std::uint64_t last_frame = 0;
    };
    std::unordered_map<std::uint64_t, One> cards;
    std::uint64_t frame = 0;
    Counts counts;

    // What the appearance of all cards depends on.
    struct Manner {
        board::Palette colors;
        void const* words = nullptr;
        float scale = 0;
        std::uint64_t atlas = 0;
        friend bool operator==(Manner const&, Manner const&) = default;
    };
    Manner manner;
};

CardStamps::CardStamps()
    : kept_(std::make_unique<Kept>())
{
}
CardStamps::~CardStamps() = default;
CardStamps::CardStamps(CardStamps&&) noexcept = default;
CardStamps& CardStamps::operator=(CardStamps&&) noexcept = default;

void CardStamps::forget(model::CaseId id) { kept_->cards.erase(id.value); }
void CardStamps::forget_all() { kept_->cards.clear(); }

CardStamps::Counts CardStamps::counts() const { return kept_->counts; }

void CardStamps::begin_frame(Ui& ui)
{
    auto& kept = *kept_;
    ++kept.frame;
    Kept::Manner now{ui.color(), ui.words, ui.scale, atlas_state()};
    if (now != kept.manner) {
        kept.cards.clear();
        kept.manner = now;
    }
    if (kept.frame % kept_for != 0 || kept.cards.size() < always_kept) return;
    std::erase_if(kept.cards,
                  [&](auto const& row) { return row.second.last_frame + kept_for < kept.frame; });
}

CardStamps::Name const* CardStamps::put(Ui& ui, board::Card const& card, base::Vec2 at,
                                        CardLook const& look)
{
    auto const it = kept_->cards.find(card.id.value);
    if (it == kept_->cards.end()) return nullptr;
    auto& one = it->second;
    bool const same = one.look == look && one.number == card.number && one.merged == card.merged &&
                      one.form == card.form && one.size == card_box(card, {}, look.scale).max;
    if (!same || one.stamp.points.empty() || atlas_state() != kept_->manner.atlas) return nullptr;
    one.last_frame = kept_->frame;
    ++kept_->counts.put;
    one.stamp.put(*ui.list, corner_of(at));
    return &one.name;
}

CardStamps::Name const& CardStamps::paint_anew(Ui& ui, CardTexts& texts, board::Card const& card,
                                               model::Case const& text, base::Vec2 at,
                                               CardLook const& look)
{
    auto& one = kept_->cards[card.id.value];
    one.number = card.number;
    one.merged = card.merged;
    one.form = card.form;
    one.size = card_box(card, {}, look.scale).max;
    one.look = look;
    one.last_frame = kept_->frame;
    one.name.label =
        look.face == CardLook::Face::down ? ui.tr("board.face_down") : std::string(text.title);
    one.name.id.assign("card.").append(std::to_string(card.number));
    ++kept_->counts.painted;
    Mark const mark(*ui.list);
    paint_card(ui, texts, card, text, at, look);
    // While zooming, no frame can be reused.
    one.stamp = look.zoom == Zoom::resting ? mark.since(*ui.list, corner_of(at)) : Stamp{};
    return one.name;
}

} // namespace ui
