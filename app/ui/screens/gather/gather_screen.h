#pragma once

#include "ui/panels/board_screen.h"
#include "ui/screens/gather/gather_view.h"

namespace ui {

class GatherScreen : public BoardScreen {
public:
    void begin_frame(Ui& ui) override;
    Asked draw(Ui& ui, Workshop const& workshop) override;
    [[nodiscard]] std::optional<double> next_change(model::Document const& doc,
                                                    std::int64_t now_ms) const override;
    [[nodiscard]] bool takes_imports() const override { return true; }
    [[nodiscard]] bool has_inbox() const override { return true; }
    Asked draw_inbox(Ui& ui, Workshop const& workshop, base::Rect const& area,
                     model::Step step) override;
    void lay(Ui& ui, edit::Propose& proposals, model::Document const& doc,
             std::vector<base::Rect>& taken) override;

protected:
    [[nodiscard]] Canvas& canvas() override { return view_.canvas; }
    [[nodiscard]] Canvas const& canvas() const override { return view_.canvas; }
    [[nodiscard]] CardSheet& sheet() override { return view_.sheet; }

private:
    GatherView view_;
};

} // namespace ui
