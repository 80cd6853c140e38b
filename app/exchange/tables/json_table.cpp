#include "exchange/tables/json_table.h"

#include "base/text.h"
#include "exchange/recognise/json_shape.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;
using base::Errc;
using base::fail;

constexpr std::size_t json_bytes_max = 64UL * 1024 * 1024;
constexpr std::size_t objects_max = 200'000;
constexpr std::size_t keys_max = 256;

std::string text_of(Json const& value)
{
    if (value.is_string()) return base::sanitized(value.get_ref<std::string const&>());
    if (value.is_boolean() || value.is_number()) return value.dump();
    if (!value.is_array()) return {};
    std::string joined; // of texts, or of objects with a name
    for (auto const& one : value) {
        auto const* said = &one;
        if (one.is_object())
            if (auto const name = one.find("name"); name != one.end()) said = &*name;
        if (said->is_string())
            joined += (joined.empty() ? "" : ", ") + said->get_ref<std::string const&>();
    }
    return base::sanitized(joined);
}

bool holds_objects(Json const& list)
{
    return list.is_array() && !list.empty() &&
           std::ranges::all_of(list, [](Json const& one) { return one.is_object(); });
}

// The main list of objects of a document: at the top, else under a name that tools use, else the
// longest one.
Json const* rows_in(Json const& json, int levels = 4)
{
    if (holds_objects(json)) return &json;
    if (!json.is_object()) return nullptr;
    for (auto const* name : {"cards", "cases", "issues", "value", "items", "tasks", "nodes"})
        if (auto const it = json.find(name); it != json.end() && holds_objects(*it)) return &*it;
    Json const* longest = nullptr;
    auto const longer = [&](Json const* list) {
        if (list && (!longest || list->size() > longest->size())) longest = list;
    };
    for (auto const& member : json)
        if (holds_objects(member)) longer(&member);
    for (auto const& member : json)
        if (!longest && levels > 0 && member.is_object()) longer(rows_in(member, levels - 1));
    return longest;
}

// JSON Lines: one object per line; discarded when a line is not an object.
Json objects_by_line(std::string_view text)
{
    Json all = Json::array();
    while (!text.empty()) {
        auto const end = text.find('\n');
        auto const line = base::trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty()) continue;
        auto one = Json::parse(line, nullptr, false);
        if (!one.is_object() || all.size() > objects_max) return Json(Json::value_t::discarded);
        all.push_back(std::move(one));
    }
    return all;
}

// Whether it is the output of `show --json`.
bool is_own(Json const& json)
{
    return json.is_object() && json.contains("cases") && json.contains("axes");
}

// Whether a member is a field of a case in this program's output.
bool is_said(std::string_view name)
{
    constexpr std::array<std::string_view, 11> fields{
        "title",         "short_title", "need",   "description", "domain", "proposer",
        "personal_data", "ai_act",      "source", "cost",        "notes"};
    return std::ranges::find(fields, name) != fields.end();
}

class Maker {
public:
    Maker(Json const& json, Json const& rows)
        : rows_(rows)
    {
        own_ = is_own(json);
        auto const lists = json.is_object() ? json.find("lists") : json.end();
        if (lists == json.end() || !lists->is_array()) return;
        for (auto const& list : *lists)
            if (list.is_object() && list.contains("id") && list.contains("name"))
                lists_.emplace(text_of(list["id"]), text_of(list["name"]));
    }

    base::Result<Table> table()
    {
        Table table;
        table.encoding = "JSON";
        table.separator = '\0';
        table.header_line = 1;
        std::size_t place = 0;
        for (auto const& object : rows_) {
            ++place;
            auto const closed = object.find("closed");
            if (!lists_.empty() && closed != object.end() && *closed == true) {
                table.left_out.push_back(
                    {Errc::invalid, "import.archived",
                     base::truncated(text_of(object.value("name", Json{})), 60), place});
                continue;
            }
            if (own_) note_merge(object, place);
            table.rows.push_back({cells_of(object), place});
            if (crowded_) return fail(Errc::invalid, "import.too_large", {}, place);
        }
        for (auto& row : table.rows) row.cells.resize(names_.size());
        for (auto const& [from, into] : merges_)
            if (auto const it = lines_.find(into); it != lines_.end())
                table.merged.emplace(from, it->second);
        table.header = std::move(names_);
        return table;
    }

private:
    void note_merge(Json const& object, std::size_t line)
    {
        if (auto const id = object.find("id"); id != object.end()) lines_.emplace(id->dump(), line);
        if (auto const into = object.find("merged_into"); into != object.end())
            merges_.emplace(line, into->dump());
    }

    std::vector<std::string> cells_of(Json const& object)
    {
        std::vector<std::string> cells;
        auto const put = [&](std::string const& name, std::string text) {
            auto const [at, fresh] = places_.emplace(name, names_.size());
            if (fresh) {
                if (names_.size() >= keys_max) {
                    places_.erase(at);
                    return;
                }
                names_.push_back(name);
            }
            if (cells.size() <= at->second) cells.resize(at->second + 1);
            constexpr std::size_t longest = 1024UL * 1024;
            crowded_ = crowded_ || text.size() > longest;
            cells[at->second] = std::move(text);
        };
        for (auto const& [name, value] : object.items()) {
            // numbers and placements belong to that session only
            if (own_ && !is_said(name)) continue;
            // An API address beside the human one.
            if (name == "url" && (object.contains("html_url") || object.contains("web_url")))
                continue;
            if (name == "idList" && !lists_.empty()) {
                auto const it = lists_.find(text_of(value));
                put("list", it == lists_.end() ? std::string{} : it->second);
            } else if (value.is_object()) {
                // Tickets have their fields in a member of their own.
                auto const path = name == "fields" || name == "attributes" ? "" : name + "/";
                for (auto const& [inner, said] : value.items())
                    if (said.is_object() && said.contains("name"))
                        put(path + inner + "/name", text_of(said["name"]));
                    else if (!said.is_object())
                        put(path + inner, text_of(said));
            } else {
                put(name, text_of(value));
            }
        }
        return cells;
    }

    Json const& rows_;
    bool own_ = false;                         // output of this program
    std::map<std::string, std::size_t> lines_; // lines of this program's cases, by id
    // by line of a merged case: the id it was merged into
    std::map<std::size_t, std::string> merges_;
    bool crowded_ = false;                     // a text above the limit
    std::map<std::string, std::string> lists_; // of a Trello board: names by id
    std::map<std::string, std::size_t> places_;
    std::vector<std::string> names_;
};

} // namespace

base::Result<Table> read_json_table(std::string_view bytes)
{
    if (bytes.size() > json_bytes_max) return fail(Errc::invalid, "import.too_large");
    auto const text = decode(bytes).text;
    if (auto ok = check_json_shape(text); !ok) return fail(ok.error());
    auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) json = objects_by_line(text);
    bool const own = is_own(json);
    if (own && !holds_objects(json["cases"])) return fail(Errc::invalid, "import.empty");
    if (json.is_discarded()) return fail(Errc::invalid, "import.json");
    auto const* rows = rows_in(json);
    if (!rows) return fail(Errc::invalid, "import.kind.json");
    if (rows->size() > objects_max) return fail(Errc::invalid, "import.too_large");
    return Maker(json, *rows).table();
}

} // namespace exchange
