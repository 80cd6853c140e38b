#include "exchange/report/writing.h"

#include <fmt/format.h>

namespace exchange {
namespace {

std::string hex(board::Color c) { return fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b); }

// CSS variables with the colours of the theme.
std::string colours(board::Palette const& p)
{
    std::string out = ":root{color-scheme:light";
    auto add = [&](char const* name, board::Color color) {
        out += std::string(";--") + name + ":" + hex(color);
    };
    add("paper", p.paper), add("line", p.line), add("line2", p.line2), add("ink", p.ink);
    add("ink2", p.ink2), add("accent", p.accent), add("opp", p.opp), add("risk", p.risk);
    add("warn", p.warn), add("sunken", p.sunken);
    return out + "}\n";
}

// Text of at least 16 px on a screen; on paper 9.5 pt, 8 to 8.5 in tables and long lists. Nothing
// is expressed by colour only. On paper each axis is on one page with its table, and decisions and
// cases are in two columns.
constexpr std::string_view rules = R"(*{box-sizing:border-box}
html{background:var(--paper);-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);font:400 1rem/1.5 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word;hyphens:manual}
.sheet{max-width:62rem;margin:0 auto;padding:1.5rem 1rem 3rem;background:#fff}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;padding:.75rem 1rem;background:#fff;outline:3px solid var(--accent);z-index:1}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
main:focus{outline:none}
.head{display:flex;align-items:center;gap:.75rem;flex-wrap:wrap;color:var(--ink2);font-size:.9375rem}
.head img{max-height:3rem;max-width:12rem}
.head strong{color:var(--ink);font-weight:600}
.head p{margin:0}
.head .dated{margin-left:auto}
.mark{width:1.75rem;height:1.75rem;flex:none}
h1,h2,h3,h4{line-height:1.25;font-weight:600;text-wrap:balance}
h1{font-family:"Inter Display",Inter,system-ui,sans-serif;font-size:1.875rem;margin:1.25rem 0 .5rem}
h2{font-size:1.375rem;margin:2.5rem 0 .75rem}
h3{font-size:1.125rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.5rem 0;max-width:46rem}
.lead,.summary{line-height:1.55;max-width:none}
.lead{font-size:1.125rem;font-weight:500}
.warning{border:2px solid var(--risk);border-radius:.625rem;padding:.6rem .8rem;font-weight:600;max-width:none}
.less,.note,figcaption,caption{color:var(--ink2);font-size:.9375rem}
bdi{white-space:pre-line}
ul{margin:.5rem 0;padding-left:1.25rem}
nav ul{columns:16rem;padding:0;list-style:none}
nav a{display:inline-block;padding:.3rem 0}
.figures{list-style:none;padding:0;margin:1rem 0;display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.625rem}
.figures li{border:1px solid var(--line2);border-radius:.625rem;padding:.5rem .8rem .6rem}
.figures b{display:block;font:600 1.625rem/1.25 "Inter Display",Inter,system-ui,sans-serif}
.figures span{color:var(--ink2);font-size:.9375rem;line-height:1.35;display:block}
figure{margin:.75rem 0;forced-color-adjust:none;background:#fff;color:var(--ink)}
figure svg{width:100%;height:auto;display:block}
figure img{width:100%;height:auto}
.picture.small{display:none;max-width:26rem}
.outcomes{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.625rem}
.outcomes>div{border:1.5px solid;border-radius:.625rem;padding:.625rem .8rem}
.outcomes h3{margin:0 0 .35rem;display:flex;align-items:center;gap:.4rem}
.outcomes h3 .count{margin-left:auto}
.outcomes ul{list-style:none;padding:0;margin:0;color:var(--ink);font-size:.9375rem;line-height:1.4}
.outcomes li{display:grid;grid-template-columns:auto 1fr;gap:.45rem;padding:.1rem 0}
.outcomes li b{min-width:1.4em;text-align:right;font-weight:600}
.outcomes p{margin:0;color:var(--ink2);font-size:.9375rem}
.last{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:0 1.5rem}
.last li b{font-weight:600}
.launch{color:var(--opp)}.safeguards{color:var(--warn)}.later{color:var(--ink2)}.aside{color:var(--risk)}
.verdict{display:inline-flex;align-items:center;gap:.3rem;font-weight:600;white-space:nowrap}
.icon{width:1.1em;height:1.1em;fill:currentColor;flex:none}
.wide{position:relative;overflow-x:auto;margin:.75rem 0;background:linear-gradient(90deg,#fff 30%,#fff0) 0 0/2.5rem 100% local no-repeat,linear-gradient(270deg,#fff 30%,#fff0) 100% 0/2.5rem 100% local no-repeat,linear-gradient(90deg,#0003,#0000) 0 0/.75rem 100% scroll no-repeat,linear-gradient(270deg,#0003,#0000) 100% 0/.75rem 100% scroll no-repeat}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.35}
caption{text-align:left;padding:.25rem 0 .4rem}
thead th{text-align:left;vertical-align:bottom;font-weight:600;color:var(--ink2);font-size:.875rem;padding:.3rem .4rem;border-bottom:2px solid var(--ink);white-space:nowrap}
td,tbody th{text-align:left;vertical-align:top;font-weight:400;padding:.3rem .4rem;border-bottom:1px solid var(--line)}
tbody th{min-width:9rem}
td{min-width:2.5rem}
.n{text-align:right;white-space:nowrap}
.d,.d bdi{white-space:nowrap}
.sign{color:var(--warn);font-weight:600}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
dl{margin:.5rem 0;display:grid;grid-template-columns:minmax(8rem,13rem) 1fr;gap:.35rem 1rem}
dt{color:var(--ink2)}
dd{margin:0;min-width:0}
dd ul,dd p,.one>p{margin:.15rem 0}
.one>p{max-width:none}
.one{border-top:1px solid var(--line);padding:.25rem 0 .6rem}
.one h3{margin:.5rem 0 .25rem}
.seal .qr{float:right;width:8.25rem;margin:0 0 1rem 1.5rem}
.single li bdi{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.last li{display:grid;grid-template-columns:auto 1fr;gap:.45rem}
.last ul{list-style:none;padding:0}
.single .seal .qr{float:none;width:5.5rem;margin:.25rem 0 0}
.seal .qr svg{width:100%;height:auto;display:block}
.code{font-weight:600;font-size:1.375rem;letter-spacing:.04em}
.hash{overflow-wrap:anywhere;font-size:.875rem}
.made{border-top:1px solid var(--line2);margin-top:2.5rem;padding-top:.5rem;color:var(--ink2);font-size:.875rem}
@media (min-width:64rem){.sheet{margin:1.5rem auto;padding:2rem 3rem 3rem;border-radius:.25rem}}
@media (max-width:34rem){
.picture.small{display:block}.picture.small~figcaption{max-width:26rem}
.picture:not(.small){display:none}
h1{font-size:1.5rem}
dl{grid-template-columns:1fr;gap:0}
dd{margin:0 0 .6rem}
thead th,td,tbody th{padding:.3rem .2rem;font-size:.8125rem}
tbody th{min-width:6rem;overflow-wrap:anywhere}
td{min-width:1.5rem}
.seal .qr{float:none;margin:0 0 1rem}
.head .dated{margin-left:0;flex-basis:100%}
}
@media print{
html,.sheet{background:#fff}
body{font-size:9.5pt;line-height:1.4}
.sheet{max-width:none;margin:0;padding:0;border-radius:0}
.skip,nav,.made{display:none}
a{color:inherit;text-decoration:none}
h1{font-size:18pt;margin-top:10pt}h2{font-size:13pt;margin:13pt 0 4pt}h3{font-size:11pt;margin:8pt 0 2pt}h4{font-size:10pt}
p{margin:3pt 0}
h1,h2,h3,h4,caption{break-after:avoid}
.lead{font-size:10pt}.summary{font-size:9.5pt;line-height:1.45}
p,li{orphans:3;widows:3}
.less,.note,figcaption,caption,.head,table,.outcomes ul,.outcomes p,.figures span,.hash{font-size:8.5pt}
thead th{font-size:8pt}
table{line-height:1.3}td,tbody th{padding:1.1pt 3pt}
.axes table{font-size:8pt;line-height:1.25}.axes td,.axes tbody th{padding:.6pt 3pt}
.axes h3{margin-top:0}.axes figure,.axes p,.axes h4,.axes ul{margin:3pt 0}.axis{margin-bottom:8pt}
.figures{grid-template-columns:repeat(4,1fr);gap:6pt;margin:8pt 0}
.figures b{font-size:15pt}
.outcomes{grid-template-columns:repeat(4,1fr);gap:6pt}
.outcomes>div{padding:5pt 6pt}
.last{grid-template-columns:1.1fr 1fr .8fr;gap:0 12pt}
.wide{overflow:visible;background:none}
thead{display:table-header-group}
tr,figure,.whole,.axis,.figures,.outcomes>div,.one,li{break-inside:avoid}
dl{gap:2pt 8pt;grid-template-columns:33mm 1fr}
.cases,.decisions{columns:2;column-gap:8mm}
.cases>*,.decisions>*{column-span:all}.cases>.one,.decisions>.one{column-span:none}
.one{padding:1pt 0 3pt}.one h3{margin:2pt 0 1pt;font-size:10pt}
.one>p{margin:1pt 0;font-size:8.5pt;line-height:1.3}.one p.less{overflow-wrap:anywhere;font-size:8pt}
.one dl{grid-template-columns:19mm 1fr;font-size:8.5pt}.one ul{padding-left:3mm;margin:0}
.notes dl{font-size:8.5pt;gap:1pt 8pt}
.picture{display:block}.picture.small{display:none}
.opening{break-after:page}
.opening.single{break-after:auto}
.last,.single .summary{font-size:8.5pt}.single h2{margin:6pt 0 2pt}.single p{margin:2pt 0}
.seal{break-inside:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
)";

} // namespace

std::string style_of(Writing const& w, board::Palette const& palette)
{
    auto const& page = w.word("page");
    auto const& of = w.word("page.of");
    auto const made = w.words.text("report.made", short_code(w.session.seal));
    auto const box = [](std::string_view where, std::string const& content) {
        return fmt::format("@{}{{content:{};font:400 8pt Inter,sans-serif;color:#434e68}}", where,
                           content);
    };
    bool const single = w.options.form == ReportForm::one_page;
    std::string letters;
    for (auto const& one : w.options.letters)
        letters +=
            fmt::format("@font-face{{font-family:{};font-weight:{};src:url({})}}\n",
                        css_string(one.family), one.weight, data_address("font/otf", one.bytes));
    auto out = letters + colours(palette) + std::string(rules) +
               "@page{size:A4;margin:" + (single ? "11mm 15mm 15mm;" : "16mm 15mm 17mm;") +
               box("bottom-left", css_string(made)) +
               box("bottom-right",
                   css_string(page) + " counter(page) " + css_string(of) + " counter(pages)");
    if (!w.options.organisation.empty()) out += box("top-left", css_string(w.options.organisation));
    return out + "}\n@page:first{@top-left{content:none}}\n";
}

} // namespace exchange
