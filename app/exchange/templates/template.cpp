#include "exchange/templates/template.h"

#include "base/names.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

namespace exchange {
namespace {

using Json = nlohmann::json;

constexpr std::array<char const*, 2> languages{"fr", "en"};

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
        return base::fail(base::Errc::corrupt, "template.format", "asked.json");
    }
    return out;
}

// The texts of an axis in a template, title first.
constexpr std::array axis_texts{&model::Axis::title, &model::Axis::short_title,
                                &model::Axis::opportunity, &model::Axis::risk};
constexpr std::array axis_words{&model::Axis::opportunity_low, &model::Axis::opportunity_high,
                                &model::Axis::risk_low,        &model::Axis::risk_high,
                                &model::Axis::launch,          &model::Axis::safeguards,
                                &model::Axis::comfort,         &model::Axis::aside,
                                &model::Axis::severity,        &model::Axis::likelihood};

// The text with ordinary spaces: earlier versions wrote French signs after one.
std::string with_plain_spaces(std::string text)
{
    for (std::string_view const narrow : {"\u00A0", "\u202F"})
        for (auto at = text.find(narrow); at != std::string::npos; at = text.find(narrow, at))
            text.replace(at, narrow.size(), " ");
    return text;
}

bool same_words(std::string const& one, std::string const& other)
{
    return one == other || with_plain_spaces(one) == with_plain_spaces(other);
}

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
            if (same_words(axis.*field, origin.worded->*field)) axis.*field = origin.wanted->*field;
    };
    each(axis_texts);
    each(axis_words);
    if (axis.subject == model::Subject::unsaid) axis.subject = origin.worded->subject;
}

model::Prompt const* prompt_of(Template const& one, model::Step step)
{
    auto const found =
        std::ranges::find(one.prompts, step, [](auto const& of) { return of.first; });
    return found == one.prompts.end() ? nullptr : &found->second;
}

} // namespace

bool is_shipped(std::string_view name)
{
    return std::ranges::find(shipped_templates, name) != shipped_templates.end();
}

base::Result<Template> read_shipped(std::filesystem::path const& assets, std::string const& name,
                                    std::string const& language)
{
    if (!is_shipped(name)) return base::fail(base::Errc::not_found, "template.name", name);
    std::ifstream in(assets / "templates" / (name + ".json"), std::ios::binary);
    if (!in) return base::fail(base::Errc::not_found, "template.name", name);
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    return parse_template(assets, text, name, language);
}

Beginning start_from(Template const& from, std::string title, MintAxis const& mint)
{
    Beginning out;
    out.start.profile = {std::move(title), from.language, from.name, from.item, from.items};
    for (auto const& axis : from.axes) out.start.axes.emplace_back(mint(), axis);
    out.start.questions = from.questions;
    for (auto const& [step, prompt] : from.prompts)
        out.then.emplace_back(edit::SetPrompt{step, prompt});
    if (from.gathering != model::Gathering{})
        out.then.emplace_back(edit::SetGathering{from.gathering});
    if (from.convention != model::Convention{})
        out.then.emplace_back(edit::SetConvention{from.convention});
    for (auto const& round : from.votes)
        out.then.emplace_back(edit::PrepareRound{model::RoundId{mint().value}, round});
    return out;
}

base::Result<edit::StartSession> read_template(std::filesystem::path const& assets,
                                               std::string const& name, std::string const& language,
                                               std::string title, MintAxis const& mint)
{
    auto const read = read_shipped(assets, name, language);
    if (!read) return base::fail(read.error());
    return start_from(*read, std::move(title), mint).start;
}

base::Result<Templates> Templates::load(std::filesystem::path const& assets)
{
    Templates out;
    for (auto const name : shipped_templates)
        for (auto const* language : languages) {
            auto one = read_shipped(assets, std::string(name), language);
            if (!one) return base::fail(one.error());
            out.all_.push_back(std::move(*one));
        }
    auto asked = read_asked(assets);
    if (!asked) return base::fail(asked.error());
    out.asked_ = std::move(*asked);
    return out;
}

Template const* Templates::find(std::string const& name, std::string const& language) const
{
    auto const found = std::ranges::find_if(
        all_, [&](Template const& one) { return one.name == name && one.language == language; });
    return found == all_.end() ? nullptr : &*found;
}

Template const& Templates::in(Template const& one, std::string const& language) const
{
    auto const* found = find(one.name, language);
    return found ? *found : one;
}

void Templates::word_items(model::Document const& doc, std::string const& language,
                           model::Changes& out) const
{
    auto profile = model::get<model::Profile>(doc);
    if (profile.title.empty()) return; // not a session yet
    auto const said = std::pair(profile.item, profile.items);
    auto const take = [&](Template const& one) {
        profile.item = one.item;
        profile.items = one.items;
    };
    if (profile.item.empty()) {
        if (auto const* own = find(profile.from_template, language)) take(*own);
    } else {
        auto const known = std::ranges::find_if(all_, [&](Template const& one) {
            return one.language == profile.language && std::pair(one.item, one.items) == said;
        });
        if (known != all_.end())
            take(in(*known, language));
        else if (profile.language != language)
            profile.item.clear(), profile.items.clear();
    }
    if (std::pair(profile.item, profile.items) != said)
        model::put<model::Profile>(out, doc, {}, std::move(profile));
}

void Templates::word_prompts(model::Document const& doc, std::string const& language,
                             model::Changes& out) const
{
    auto const* own = find(model::get<model::Profile>(doc).from_template, language);
    constexpr std::array texts{&model::Prompt::question, &model::Prompt::instruction};
    for (std::size_t n = 0; n < base::count_of<model::Step>; ++n) {
        auto const step = static_cast<model::Step>(n);
        auto prompt = model::get<model::Prompt>(doc, step);
        for (auto field : texts) {
            auto const* usual = own ? prompt_of(*own, step) : nullptr;
            if ((prompt.*field).empty()) {
                if (usual) prompt.*field = usual->*field;
                continue;
            }
            for (auto const& one : all_) { // of any template, as texts are copied with a session
                auto const* worded = prompt_of(one, step);
                if (!worded || worded->*field != prompt.*field) continue;
                prompt.*field = prompt_of(in(one, language), step)->*field;
                break;
            }
        }
        if (prompt != model::get<model::Prompt>(doc, step))
            model::put<model::Prompt>(out, doc, step, std::move(prompt));
    }
}

void Templates::word_axes(model::Document const& doc, std::string const& language,
                          model::Changes& out) const
{
    auto const origin_of = [&](model::Axis const& axis) {
        Origin best;
        for (auto const& one : all_)
            for (std::size_t i = 0; i < one.axes.size(); ++i) {
                auto const& worded = one.axes[i];
                auto const alike = std::ranges::count_if(
                    axis_texts, [&](auto field) { return same_words(axis.*field, worded.*field); });
                if (alike > best.alike) best = {&worded, &in(one, language).axes.at(i), alike};
            }
        return best;
    };
    for (auto const& [id, said] : model::table<model::Axis>(doc)) {
        auto const origin = origin_of(said);
        if (!origin.worded) continue;
        auto axis = said;
        translate(axis, origin);
        model::put<model::Axis>(out, doc, id, std::move(axis));
    }
}

void Templates::word_questions(model::Document const& doc, std::string const& language,
                               model::Changes& out) const
{
    for (auto const& [id, said] : model::table<model::Question>(doc))
        for (auto const& one : all_) {
            auto const text = [](auto const& asked) { return asked.second.text; };
            auto const at =
                std::ranges::find(one.questions, said.text, text) - one.questions.begin();
            if (at == static_cast<std::ptrdiff_t>(one.questions.size())) continue;
            auto question = said;
            question.text =
                in(one, language).questions.at(static_cast<std::size_t>(at)).second.text;
            model::put<model::Question>(out, doc, id, std::move(question));
            break;
        }
    if (model::table<model::Question>(doc).empty())
        for (auto const& [id, question] : questions_for(doc, language))
            model::put<model::Question>(out, doc, id, question);
}

void Templates::word_rounds(model::Document const& doc, std::string const& language,
                            model::Changes& out) const
{
    // The question of a template's vote, in `language`.
    auto const wanted = [&](std::string const& question) -> std::optional<std::string> {
        for (auto const& one : all_)
            for (std::size_t i = 0; i < one.votes.size(); ++i)
                if (!question.empty() && same_words(one.votes[i].question, question))
                    return in(one, language).votes.at(i).question;
        return std::nullopt;
    };
    for (auto const& [id, said] : model::table<model::Round>(doc)) {
        bool const prepared =
            model::get<model::RoundStatus>(doc, id).state == model::RoundState::setup;
        if (!prepared) continue; // as the room read it
        auto round = said;
        auto const old = asked_.find(said.method);
        if (auto question = wanted(said.question))
            round.question = *std::move(question);
        else if (old != asked_.end() &&
                 std::ranges::find(old->second, said.question) != old->second.end())
            round.question.clear();
        else
            continue;
        model::put<model::Round>(out, doc, id, std::move(round));
    }
}

model::Document Templates::shown(model::Document const& doc, std::string const& language) const
{
    model::Changes changes;
    word_items(doc, language, changes);
    word_prompts(doc, language, changes);
    word_axes(doc, language, changes);
    word_questions(doc, language, changes);
    word_rounds(doc, language, changes);
    auto out = doc;
    // Cannot fail: the changes were planned on this document.
    if (auto const done = model::apply(out, changes); !done) return doc;
    return out;
}

edit::Questions Templates::questions_for(model::Document const& doc,
                                         std::string const& language) const
{
    auto const* own = find(model::get<model::Profile>(doc).from_template, language);
    return own ? own->questions : edit::Questions{};
}

} // namespace exchange
