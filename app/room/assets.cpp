#include "room/assets.h"

#include "base/deflate.h"
#include "base/sha256.h"
#include "platform/disk.h"
#include "room/seats.h"

#include <algorithm>
#include <array>

namespace room {
namespace {

namespace fs = std::filesystem;

std::string type_of(fs::path const& name)
{
    using Type = std::pair<std::string_view, char const*>;
    constexpr std::array<Type, 7> known{{{".html", "text/html; charset=utf-8"},
                                         {".js", "text/javascript; charset=utf-8"},
                                         {".css", "text/css; charset=utf-8"},
                                         {".json", "application/json"},
                                         {".svg", "image/svg+xml"},
                                         {".png", "image/png"},
                                         {".ico", "image/x-icon"}}};
    auto const it = std::ranges::find(known, name.extension().string(), &Type::first);
    return it == known.end() ? "application/octet-stream" : it->second;
}

constexpr char const *page_file = "index.html", *style_file = "start.css",
                     *script_file = "start.js";

// Puts a style or a script in place of the tag that refers to its file; false without that tag.
bool put_inside(std::string& page, std::string_view tag, std::string_view begin,
                std::string const& text, std::string_view end)
{
    auto const at = page.find(tag);
    if (at == std::string::npos) return false;
    page.replace(at, tag.size(), std::string(begin) + text + std::string(end));
    return true;
}

// "/XXXXXX", the path in the QR code, serves the page too.
bool is_code_path(std::string_view path)
{
    return path.size() == code_signs + 1 && path.find('.') == std::string_view::npos &&
           std::ranges::all_of(path.substr(1), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
}

} // namespace

base::Result<Assets> Assets::load(fs::path const& folder)
{
    Assets out;
    std::error_code failed;
    for (auto const& entry : fs::directory_iterator(folder, failed)) {
        if (!entry.is_regular_file(failed)) continue;
        auto bytes = platform::read_whole(entry.path());
        if (!bytes) return base::fail(bytes.error());
        auto const name = entry.path().filename();
        out.files_["/" + (name == page_file ? std::string{} : name.string())] = {
            type_of(name), std::move(*bytes), {}, {}, {}};
    }
    out.join_together();
    for (auto& [path, file] : out.files_) {
        file.compressed = base::deflated(file.bytes, base::Wrapper::gzip, base::Effort::thorough);
        constexpr std::size_t enough = 16; // digits of the hash that identify a version
        file.tag = "W/\"" + base::hexadecimal(base::sha256(file.bytes)).substr(0, enough) + '"';
    }
    return out;
}

void Assets::join_together()
{
    auto const page = files_.find("/"), style = files_.find(std::string("/") + style_file),
               script = files_.find(std::string("/") + script_file);
    if (page == files_.end() || style == files_.end() || script == files_.end()) return;
    auto whole = page->second.bytes;
    bool const both = put_inside(whole, "<link rel=\"stylesheet\" href=\"start.css\">", "<style>",
                                 style->second.bytes, "</style>") &&
                      put_inside(whole, "<script type=\"module\" src=\"start.js\"></script>",
                                 "<script type=\"module\">", script->second.bytes, "</script>");
    if (!both) return;
    page->second.bytes = std::move(whole);
    page->second.policy = content_policy(style->second.bytes, script->second.bytes);
    files_.erase(style), files_.erase(script);
}

std::optional<Response> Assets::answer(Request const& request) const
{
    auto it = files_.find(request.path());
    if (it == files_.end() && is_code_path(request.path())) it = files_.find("/");
    if (it == files_.end()) return std::nullopt;
    auto const& file = it->second;
    Response out{200, file.type, {}, {{"Cache-Control", "no-cache"}, {"ETag", file.tag}}};
    out.headers.emplace_back("Vary", "Accept-Encoding");
    if (!file.policy.empty()) out.headers.emplace_back("Content-Security-Policy", file.policy);
    if (request.header("if-none-match").value_or("") == file.tag) {
        out.status = 304;
        return out;
    }
    auto const takes = request.header("accept-encoding").value_or("");
    bool const small = !file.compressed.empty() && file.compressed.size() < file.bytes.size();
    if (small && takes.find("gzip") != std::string_view::npos) {
        out.headers.emplace_back("Content-Encoding", "gzip");
        out.body = file.compressed;
    } else {
        out.body = file.bytes;
    }
    return out;
}

std::size_t Assets::weight() const
{
    std::size_t sum = 0;
    for (auto const& [path, file] : files_) sum += file.compressed.size();
    return sum;
}

} // namespace room
