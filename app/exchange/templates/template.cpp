#include "exchange/templates/template.h"

#include "base/names.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace exchange {
namespace {

using Json = nlohmann::json;

constexpr std::array<char const*, 2> languages{"fr", "en"};
constexpr std::array<char const*, 2> names{"huit-axes", "simple"};

// FNV-1a, below 2^53 and above the ids of sessions: always the same id for a key.
model::QuestionId question_id(std::string_view key)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (auto c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return {model::derived_ids | (hash & (model::derived_ids - 1))};
}

template <class E>
E named(Json const& json, char const* field)
{
    auto const value = base::from_name<E>(json.at(field).get<std::string>());
    return value ? *value : throw std::invalid_argument(field);
}

edit::Questions read_questions(Json const& keys, Json const& worded, std::string const& language)
{
    edit::Questions out;
    for (auto const& key : keys) {
        auto const found =
            std::ranges::find_if(worded, [&](Json const& one) { return one.at("key") == key; });
        if (found == worded.end()) throw std::invalid_argument(key.dump());
        model::Question question;
        question.number = static_cast<int>(out.size()) + 1;
        question.text = found->at(language);
        question.subject = named<model::Subject>(*found, "subject");
        question.of = named<model::AskedOf>(*found, "of");
        question.as = named<model::AskedAs>(*found, "as");
        out.emplace_back(question_id(key.get<std::string>()), std::move(question));
    }
    return out;
}

Template read(std::ifstream& in, std::ifstream& questions, std::string const& name,
              std::string const& language)
{
    Template out{name, language, {}, {}};
    auto const json = Json::parse(in);
    auto const& wording = json.at(language);
    auto const low = wording.value("low", language == "fr" ? "faible" : "low");
    auto const high = wording.value("high", language == "fr" ? "fort" : "high");
    for (auto const& said : wording.at("axes")) {
        model::Axis axis;
        axis.order = static_cast<int>(out.axes.size()) + 1;
        axis.title = said.at("title");
        axis.short_title = said.at("short");
        axis.opportunity = said.at("opportunity");
        axis.risk = said.at("risk");
        axis.opportunity_low = axis.risk_low = low;
        axis.opportunity_high = axis.risk_high = high;
        auto const subject = json.at("subjects").at(out.axes.size()).get<std::string>();
        axis.subject = base::from_name<model::Subject>(subject).value_or(model::Subject::unsaid);
        out.axes.push_back(std::move(axis));
    }
    out.questions =
        read_questions(json.at("questions"), Json::parse(questions).at("questions"), language);
    return out;
}

base::Result<Template> read_file(std::filesystem::path const& assets, std::string const& name,
                                 std::string const& language)
{
    auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
    if (name.empty() || !std::ranges::all_of(name, plain))
        return base::fail(base::Errc::not_found, "template.name", name);
    std::ifstream in(assets / "templates" / (name + ".json"));
    if (!in) return base::fail(base::Errc::not_found, "template.name", name);
    std::ifstream questions(assets / "templates" / "questions.json");
    try {
        return read(in, questions, name, language);
    } catch (std::exception const&) {
        return base::fail(base::Errc::corrupt, "template.file", name);
    }
}

// Default questions that earlier versions stored in votes, by method.
base::Result<std::map<model::Method, std::vector<std::string>>>
read_asked(std::filesystem::path const& assets)
{
    std::map<model::Method, std::vector<std::string>> out;
    std::ifstream in(assets / "templates" / "asked.json");
    try {
        auto const json = Json::parse(in);
        for (auto const& [method, questions] : json.items())
            out[base::from_name<model::Method>(method).value()] =
                questions.get<std::vector<std::string>>();
    } catch (std::exception const&) {
        return base::fail(base::Errc::corrupt, "template.file", "asked");
    }
    return out;
}

// The texts of an axis in a template, title first.
constexpr std::array axis_texts{&model::Axis::title, &model::Axis::short_title,
                                &model::Axis::opportunity, &model::Axis::risk};
constexpr std::array scale_ends{&model::Axis::opportunity_low, &model::Axis::opportunity_high,
                                &model::Axis::risk_low, &model::Axis::risk_high};

// The template's axis that `axis` was made from, in the language of its texts, and in the requested
// language.
struct Origin {
    model::Axis const* worded = nullptr;
    model::Axis const* wanted = nullptr;
    std::ptrdiff_t alike = 0; // number of unchanged texts
};

void translate(model::Axis& axis, Origin const& origin)
{
    auto each = [&](auto const& fields) {
        for (auto field : fields)
            if (axis.*field == origin.worded->*field) axis.*field = origin.wanted->*field;
    };
    each(axis_texts);
    each(scale_ends);
    if (axis.subject == model::Subject::unsaid) axis.subject = origin.worded->subject;
}

} // namespace

base::Result<edit::StartSession> read_template(std::filesystem::path const& assets,
                                               std::string const& name, std::string const& language,
                                               std::string title, MintAxis const& mint)
{
    auto const file = read_file(assets, name, language);
    if (!file) return base::fail(file.error());
    edit::StartSession start;
    start.profile = {std::move(title), language, name};
    for (auto const& axis : file->axes) start.axes.emplace_back(mint(), axis);
    start.questions = file->questions;
    return start;
}

base::Result<Templates> Templates::load(std::filesystem::path const& assets)
{
    Templates out;
    for (auto const* name : names)
        for (auto const* language : languages) {
            auto one = read_file(assets, name, language);
            if (!one) return base::fail(one.error());
            out.all_.push_back(std::move(*one));
        }
    auto asked = read_asked(assets);
    if (!asked) return base::fail(asked.error());
    out.asked_ = std::move(*asked);
    return out;
}

model::Document Templates::shown(model::Document const& doc, std::string const& language) const
{
    // The template with the same name in the requested language.
    auto const wanted = [&](Template const& one) -> Template const& {
        auto const found = std::ranges::find_if(all_, [&](Template const& other) {
            return other.name == one.name && other.language == language;
        });
        return found == all_.end() ? one : *found;
    };
    auto const origin_of = [&](model::Axis const& axis) {
        Origin best;
        for (auto const& one : all_)
            for (std::size_t i = 0; i < one.axes.size(); ++i) {
                auto const& worded = one.axes[i];
                auto const alike = std::ranges::count_if(
                    axis_texts, [&](auto field) { return axis.*field == worded.*field; });
                if (alike > best.alike) best = {&worded, &wanted(one).axes.at(i), alike};
            }
        return best;
    };
    model::Changes changes;
    for (auto const& [id, said] : model::table<model::Axis>(doc)) {
        auto const origin = origin_of(said);
        if (!origin.worded) continue;
        auto axis = said;
        translate(axis, origin);
        model::put<model::Axis>(changes, doc, id, std::move(axis));
    }
    for (auto const& [id, said] : model::table<model::Question>(doc))
        for (auto const& one : all_) {
            auto const same = [&](auto const& asked) {
                return asked.first == id && asked.second.text == said.text;
            };
            auto const at = std::ranges::find_if(one.questions, same) - one.questions.begin();
            if (at == static_cast<std::ptrdiff_t>(one.questions.size())) continue;
            auto question = said;
            question.text = wanted(one).questions.at(static_cast<std::size_t>(at)).second.text;
            model::put<model::Question>(changes, doc, id, std::move(question));
            break;
        }
    for (auto const& [id, said] : model::table<model::Round>(doc)) {
        auto const ours = asked_.find(said.method);
        bool const prepared =
            model::get<model::RoundStatus>(doc, id).state == model::RoundState::setup;
        if (!prepared || ours == asked_.end() ||
            std::ranges::find(ours->second, said.question) == ours->second.end())
            continue;
        auto round = said;
        round.question.clear();
        model::put<model::Round>(changes, doc, id, std::move(round));
    }
    if (model::table<model::Question>(doc).empty())
        for (auto const& [id, question] : questions_for(doc, language))
            model::put<model::Question>(changes, doc, id, question);
    auto out = doc;
    // Cannot fail: the changes were planned on this document.
    if (auto const done = model::apply(out, changes); !done) return doc;
    return out;
}

edit::Questions Templates::questions_for(model::Document const& doc,
                                         std::string const& language) const
{
    auto const name = model::get<model::Profile>(doc).from_template;
    for (auto const& one : all_)
        if (one.name == name && one.language == language) return one.questions;
    return {};
}

} // namespace exchange
