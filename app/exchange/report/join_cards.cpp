#include "exchange/report/join_cards.h"

#include "exchange/report/html.h"
#include "pictures/qr.h"
#include "pictures/svg.h"

namespace exchange {
namespace {

constexpr int cards_of_a_sheet = 8;
constexpr float code_side = 160; // of the picture, which is scaled

constexpr std::string_view card_rules = R"(@page{size:A4;margin:0}
*{box-sizing:border-box}
body{margin:0 auto;width:210mm;color:#14213d;background:#fff;font:400 11pt/1.3 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{position:absolute;left:-99rem}
ul{margin:0;padding:0;list-style:none;display:grid;grid-template-columns:105mm 105mm;grid-auto-rows:74mm}
li{display:grid;grid-template-columns:44mm 1fr;gap:4mm;align-items:center;padding:5mm 6mm;border:0 dashed #8d8770;border-width:0 .3mm .3mm 0;overflow:hidden;break-inside:avoid}
li:nth-child(2n){border-right-width:0}
li:nth-last-child(-n+2){border-bottom-width:0}
svg{display:block;width:44mm;height:44mm}
p{margin:0 0 1.6mm;color:#4c5367;font-size:9.5pt}
p strong{display:block;color:#14213d;font-size:12.5pt;font-weight:600}
.title{color:#14213d;font-weight:600;font-size:10.5pt;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.code strong{font-size:19pt;letter-spacing:.08em}
)";

void write_card(Html& page, i18n::Catalogue const& words, JoinCard const& card,
                std::string const& code)
{
    auto const item = page.in("li");
    page.markup(code);
    auto const text = page.in("div");
    if (!card.title.empty()) page.theirs("p", card.title, {{"class", "title"}});
    auto line = [&](char const* key, std::string const& value, std::string const& looks) {
        auto const one = page.in("p", {{"class", looks}});
        page.text(words.text(key));
        page.theirs("strong", value);
    };
    if (!card.wifi.empty()) line("join.wifi.line", card.wifi, "wifi");
    line("join.aim", card.address, "address");
    line("join.then",
         card.code.size() == 6 ? card.code.substr(0, 3) + " " + card.code.substr(3) : card.code,
         "code");
    page.ours("p", words.text("join.card.promise"));
}

} // namespace

base::Result<std::string> join_cards(i18n::Catalogue const& words, JoinCard const& card)
{
    base::Rect const box{{0, 0}, {code_side, code_side}};
    auto const code = pictures::qr_picture(pictures::in_capitals(card.url), box);
    if (!code) return base::fail(code.error());
    Html page;
    page.markup("<!DOCTYPE html>\n");
    {
        bool const english = words.language() == i18n::Language::english;
        auto const html = page.in("html", {{"lang", english ? "en" : "fr"}});
        auto const& title = words.text("join.cards.title");
        {
            auto const head = page.in("head");
            page.empty("meta", {{"charset", "utf-8"}});
            page.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
            page.empty("meta", {{"name", "viewport"}, {"content", "width=device-width"}});
            page.ours("title", title);
            auto const sheet = page.in("style");
            page.markup(card_rules);
        }
        auto const body = page.in("body");
        auto const main = page.in("main");
        page.ours("h1", title);
        auto const cards = page.in("ul");
        for (int i = 0; i < cards_of_a_sheet; ++i) {
            pictures::SvgPage picture;
            picture.view = box;
            picture.title = card.url;
            picture.prefix = "code" + std::to_string(i);
            write_card(page, words, card, pictures::svg(*code, picture, {}));
        }
    }
    return page.written();
}

} // namespace exchange
