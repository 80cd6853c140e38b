#include "exchange/results/records_json.h"

#include "analysis/common/single_answers.h"
#include "exchange/recognise/json_shape.h"
#include "exchange/results/json.h"
#include "journal/codec.h"
#include "model/follow.h"

#include <optional>
#include <set>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;
using base::Errc;
using base::fail;
using base::Result;

constexpr std::size_t at_once = 1000; // records per entry, as the length of a line is limited

template <class R>
constexpr bool of_one_person =
    std::is_same_v<R, model::Ballot> || std::is_same_v<R, model::Estimate> ||
    std::is_same_v<R, model::ByRoom>;

// The changes that make this document from an empty session.
model::Changes from_nothing(model::Document const& doc, PeoplesAnswers answers)
{
    model::Document const empty;
    model::Changes out;
    analysis::SingleAnswers const single(doc);
    model::for_each_record_type([&]<class R>() {
        if (std::is_same_v<R, model::Redaction>) return;
        if (of_one_person<R> && answers == PeoplesAnswers::left_out) return;
        for (auto const& [key, record] : model::table<R>(doc)) {
            if constexpr (std::is_same_v<R, model::Ballot> || std::is_same_v<R, model::Estimate>)
                if (!single.told(key)) continue;
            out.push_back(model::edit<R>(empty, key, record));
        }
    });
    return out;
}

// The index of the first record that has the key of an earlier one.
std::optional<std::size_t> doubled(Json const& records)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto const& one = records[i];
        if (!one.is_object()) continue;
        auto const name = one.find("record");
        if (name == one.end() || !name->is_string()) continue;
        if (!seen.insert(name->dump() + one.value("key", Json{}).dump()).second) return i;
    }
    return std::nullopt;
}

} // namespace

Json records_json(model::Document const& doc, PeoplesAnswers answers)
{
    auto changes = from_nothing(doc, answers);
    Json out = Json::array();
    for (std::size_t at = 0; at < changes.size(); at += at_once) {
        journal::Entry entry;
        entry.n = 1;
        auto const first = changes.begin() + static_cast<std::ptrdiff_t>(at);
        auto const count = std::min(at_once, changes.size() - at);
        entry.changes.assign(first, first + static_cast<std::ptrdiff_t>(count));
        auto const text = journal::encode(entry); // cannot fail: it was read from such a text
        if (!text) continue;
        auto written = Json::parse(*text);
        for (auto& one : written["changes"]) out.push_back(std::move(one));
    }
    return out;
}

Result<model::Changes> read_records(std::string_view text)
{
    if (auto ok = check_json_shape(text); !ok) return fail(ok.error());
    auto const json = Json::parse(text, nullptr, false);
    auto const unread = [] { return fail(Errc::invalid, "export.unread"); };
    if (!json.is_object() || json.value("format", "") != export_format ||
        json.value("version", 0) != export_version || !json.contains("records") ||
        !json["records"].is_array())
        return unread();
    auto const& records = json["records"];
    if (auto const at = doubled(records)) {
        auto const name = records[*at].value("record", std::string{});
        return fail(Errc::invalid, "export.doubled",
                    "records[" + std::to_string(*at + 1) + "], " + name);
    }
    model::Changes out;
    for (std::size_t at = 0; at < records.size(); at += at_once) {
        Json some = Json::array();
        for (auto i = at; i < std::min(at + at_once, records.size()); ++i)
            some.push_back(records[i]);
        auto entry = journal::decode_entry(Json{{"n", 1}, {"changes", std::move(some)}}.dump());
        if (!entry) return fail(entry.error());
        for (auto& one : entry->changes) out.push_back(std::move(one));
    }
    model::Document made;
    if (auto ok = model::follow(made, out); !ok) return fail(ok.error());
    return out;
}

} // namespace exchange
