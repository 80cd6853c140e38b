#include "ui/paint/clipboard.h"

#include "exchange/recognise/encoding.h"
#include "exchange/tables/html_table.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

void copy_out(Ui& ui, std::vector<Copied> forms)
{
    if (ui.clipboard.give) {
        ui.clipboard.give(std::move(forms));
        return;
    }
    auto const text = std::ranges::find(forms, "text/plain", &Copied::type);
    if (text != forms.end()) ImGui::SetClipboardText(text->bytes.c_str());
}

std::optional<Wish> pasted(Ui const& ui)
{
    if (ui.clipboard.take)
        if (auto const html = ui.clipboard.take("text/html")) {
            auto page = exchange::decode(*html).text;
            // A fragment of HTML has no marker of its type.
            if (auto const rows = exchange::rows_of_html(page); rows && exchange::is_table(*rows))
                return PreviewText{"<html>" + std::move(page)};
        }
    if (auto const* text = ImGui::GetClipboardText(); text && *text) return PreviewText{text};
    return std::nullopt;
}

} // namespace ui
