#include "base/names.h"
#include "base/text.h"
#include "exchange/recognise/json_shape.h"
#include "exchange/templates/template.h"
#include "model/voting_method.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <span>
#include <type_traits>
#include <utility>

// The text form of a template: read with the place of the first mistake, and written.
namespace exchange {
namespace {

using OrderedJson = nlohmann::ordered_json;
using base::Errc;
using base::fail;
using base::Result;

constexpr char const* format_name = "cadran-template";
constexpr int format_version = 1;
constexpr std::size_t bytes_most = 1024UL * 1024;
constexpr std::size_t title_most = 120; // characters
constexpr int minutes_most = 600;       // of a step

// Fields of records that belong to one session, not to a template.
constexpr std::array<std::string_view, 3> axis_left_out{"number", "state", "place"};
constexpr std::array<std::string_view, 2> question_left_out{"number", "state"};
constexpr std::array<std::string_view, 7> vote_left_out{
    "number", "cases", "headcount", "revote_of", "facilitator", "axes", "scales"};
constexpr std::array<std::string_view, 1> convention_left_out{"seed"};
constexpr std::span<std::string_view const> nothing_left_out{};

// FNV-1a, below 2^53 and above the ids of sessions: always the same id for a key.
model::QuestionId question_id(std::string_view key)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (auto c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return {model::derived_ids | (hash & (model::derived_ids - 1))};
}

// The first mistake of a file, thrown and caught in this file only.
struct Wrong {
    Errc code;
    char const* where;
    std::string place;
};

// A value of the file and its place, such as "axes[2].title".
class Node {
public:
    Node(OrderedJson const& json, std::string place)
        : json_(&json)
        , place_(std::move(place))
    {
    }
    [[nodiscard]] std::string const& place() const { return place_; }
    [[nodiscard]] OrderedJson const& json() const { return *json_; }
    [[noreturn]] void refuse() const { throw Wrong{Errc::invalid, "template.value", place_}; }

    [[nodiscard]] std::optional<Node> find(std::string const& key) const
    {
        if (!json_->is_object()) refuse();
        auto const it = json_->find(key);
        if (it == json_->end()) return std::nullopt;
        return Node(*it, place_.empty() ? key : place_ + '.' + key);
    }
    [[nodiscard]] Node at(std::string const& key) const
    {
        if (auto found = find(key)) return *found;
        throw Wrong{Errc::invalid, "template.missing", place_.empty() ? key : place_ + '.' + key};
    }
    // Refuses other fields than these.
    void only(auto const& known) const
    {
        if (!json_->is_object()) refuse();
        for (auto const& [key, value] : json_->items())
            if (std::ranges::find(known, std::string_view(key)) == std::ranges::end(known))
                throw Wrong{Errc::invalid, "template.unknown",
                            place_.empty() ? key : place_ + '.' + key};
    }
    // Counted from 1, as a person does.
    [[nodiscard]] std::vector<Node> list() const
    {
        if (!json_->is_array()) refuse();
        std::vector<Node> out;
        for (auto const& one : *json_)
            out.emplace_back(one, place_ + '[' + std::to_string(out.size() + 1) + ']');
        return out;
    }
    // A text, or one text in each language.
    [[nodiscard]] std::string text(std::string const& language) const
    {
        if (json_->is_string()) return json_->get<std::string>();
        auto const said = at(language);
        if (!said.json_->is_string()) said.refuse();
        return said.json_->get<std::string>();
    }
    template <class Number>
    [[nodiscard]] Number number() const
    {
        if (!json_->is_number_integer()) refuse();
        auto const said = json_->get<std::int64_t>();
        if (!std::in_range<Number>(said)) refuse();
        return static_cast<Number>(said);
    }
    template <class E>
    [[nodiscard]] E named() const
    {
        if (!json_->is_string()) refuse();
        auto const value = base::from_name<E>(json_->get<std::string>());
        if (!value) refuse();
        return *value;
    }

private:
    OrderedJson const* json_;
    std::string place_;
};

bool left(std::span<std::string_view const> out, std::string_view name)
{
    return std::ranges::find(out, name) != out.end();
}

template <class T>
void take(Node const& node, std::string const& language, T& into)
{
    if constexpr (std::is_enum_v<T>)
        into = node.named<T>();
    else if constexpr (std::is_integral_v<T>)
        into = node.number<T>();
    else if constexpr (std::is_same_v<T, std::string>)
        into = node.text(language);
    else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
        into.clear();
        for (auto const& one : node.list()) into.push_back(one.text(language));
    } else
        node.refuse();
}

// Fills the fields of a record that the file gives; refuses those that it does not have.
template <class R>
void fill(Node const& node, std::string const& language, R& record,
          std::span<std::string_view const> left_out, std::initializer_list<char const*> besides)
{
    std::set<std::string_view> known(besides.begin(), besides.end());
    R::fields(record, [&](char const* name, auto& member) {
        if (left(left_out, name)) return;
        known.insert(name);
        if (auto const said = node.find(name)) take(*said, language, member);
    });
    node.only(known);
}

// Whether a noun goes with the articles of the texts: it begins with a consonant, in lower case.
// That it is masculine in French cannot be checked.
bool fits_sentences(std::string const& noun)
{
    constexpr std::size_t longest = 30; // graphemes
    if (noun.empty() || base::grapheme_count(noun) > longest) return false;
    constexpr std::string_view consonants = "bcdfgjklmnpqrstvwxz";
    return consonants.find(noun.front()) != std::string_view::npos &&
           noun.find_first_of("[]{}|") == std::string::npos;
}

// Refuses what a session would refuse.
void check(Node const& node, edit::Command const& command)
{
    auto const planned = edit::plan({}, command);
    if (planned) return;
    auto const& where = planned.error().where; // "round.grades": the field where it is one
    auto const field = where.substr(where.find('.') + 1);
    bool const there = node.json().is_object() && node.json().contains(field);
    throw Wrong{Errc::invalid, "template.value", there ? node.place() + '.' + field : node.place()};
}

OrderedJson shared_questions(std::filesystem::path const& assets)
{
    std::ifstream in(assets / "templates" / "questions.json");
    auto const json = OrderedJson::parse(in, nullptr, false);
    auto const none = OrderedJson::array();
    return json.is_object() && json.contains("questions") ? json["questions"] : none;
}

class Reader {
public:
    Reader(std::filesystem::path const& assets, std::string const& name, std::string language)
        : shared_(shared_questions(assets))
    {
        out_.name = name;
        out_.language = std::move(language);
    }

    Template read(OrderedJson const& json)
    {
        Node const root(json, {});
        if (!json.is_object() || json.value("format", OrderedJson()) != format_name)
            throw Wrong{Errc::invalid, "template.format", {}};
        if (root.at("version").number<int>() > format_version)
            throw Wrong{Errc::too_new, "template.newer", {}};
        static constexpr std::array<std::string_view, 12> known{
            "format", "version", "language",  "title", "item",      "items",
            "steps",  "axes",    "questions", "votes", "gathering", "convention"};
        root.only(known);
        if (auto const said = root.find("language")) {
            out_.language = said->text({});
            if (out_.language != "fr" && out_.language != "en") said->refuse();
        }
        auto const title = root.at("title");
        out_.title = title.text(out_.language);
        if (out_.title.empty() || base::grapheme_count(out_.title) > title_most) title.refuse();
        read_items(root);
        if (auto const steps = root.find("steps")) read_steps(*steps);
        for (auto const& one : root.at("axes").list()) read_axis(one);
        if (auto const questions = root.find("questions"))
            for (auto const& one : questions->list()) read_question(one);
        if (auto const votes = root.find("votes"))
            for (auto const& one : votes->list()) read_vote(one);
        if (auto const said = root.find("gathering"))
            fill(*said, out_.language, out_.gathering, nothing_left_out, {});
        if (auto const said = root.find("convention")) {
            fill(*said, out_.language, out_.convention, convention_left_out, {});
            check(*said, edit::SetConvention{out_.convention});
        }
        return std::move(out_);
    }

private:
    // The word for cases: one without the other is refused, and one that sentences cannot hold.
    void read_items(Node const& root)
    {
        auto const one = root.find("item"), many = root.find("items");
        if (!one && !many) return;
        for (auto const& [key, text] :
             {std::pair("item", &out_.item), std::pair("items", &out_.items)}) {
            auto const said = root.at(key);
            *text = said.text(out_.language);
            if (!fits_sentences(*text)) said.refuse();
        }
    }
    void read_steps(Node const& steps)
    {
        steps.only(base::Names<model::Step>::list);
        for (std::size_t n = 0; n < base::count_of<model::Step>; ++n) {
            auto const step = static_cast<model::Step>(n);
            auto const node = steps.find(std::string(base::name_of(step)));
            if (!node) continue;
            model::Prompt prompt;
            fill(*node, out_.language, prompt, nothing_left_out, {"minutes"});
            check(*node, edit::SetPrompt{step, prompt});
            if (auto const said = node->find("minutes")) {
                out_.minutes.at(n) = said->number<int>();
                if (out_.minutes.at(n) < 0 || out_.minutes.at(n) > minutes_most) said->refuse();
            }
            if (prompt != model::Prompt{}) out_.prompts.emplace_back(step, std::move(prompt));
        }
    }
    void read_axis(Node const& node)
    {
        model::Axis axis;
        fill(node, out_.language, axis, axis_left_out, {});
        if (axis.title.empty()) (void)node.at("title"), node.at("title").refuse();
        check(node, edit::SetAxis{{1}, axis});
        axis.order = static_cast<int>(out_.axes.size()) + 1;
        out_.axes.push_back(std::move(axis));
    }
    // A key of the shared list, or a question with its text.
    void read_question(Node const& node)
    {
        model::Question question;
        std::string key;
        auto const take_from = [&](Node const& from) {
            if (auto const said = from.find("key")) key = said->text({});
            fill(from, out_.language, question, question_left_out, {"key"});
        };
        if (node.json().is_string()) {
            auto const found = std::ranges::find_if(shared_, [&](OrderedJson const& one) {
                return one.value("key", OrderedJson()) == node.json();
            });
            if (found == shared_.end()) node.refuse();
            take_from(Node(*found, node.place()));
        } else {
            take_from(node);
        }
        if (question.text.empty()) (void)node.at("text"), node.at("text").refuse();
        auto const id = question_id(key.empty() ? "text " + question.text : key);
        for (auto const& one : out_.questions)
            if (one.first == id) node.refuse(); // twice the same
        check(node, edit::SetQuestion{id, question});
        question.number = static_cast<int>(out_.questions.size()) + 1;
        out_.questions.emplace_back(id, std::move(question));
    }
    void read_vote(Node const& node)
    {
        auto const method = node.at("method");
        auto const said = method.named<model::Method>();
        if (said == model::Method::estimate) method.refuse();
        model::Round round;
        model::set_method(round, said);
        fill(node, out_.language, round, vote_left_out, {});
        if (round.source == model::BallotSource::imported) node.at("source").refuse();
        check(node, edit::PrepareRound{{1}, round});
        out_.votes.push_back(std::move(round));
    }

    OrderedJson shared_;
    Template out_;
};

template <class T>
OrderedJson written(T const& value)
{
    if constexpr (std::is_enum_v<T>)
        return base::name_of(value);
    else if constexpr (std::is_integral_v<T> || std::is_same_v<T, std::string> ||
                       std::is_same_v<T, std::vector<std::string>>)
        return value;
    else
        return nullptr; // left out
}

// The fields that differ from `usual`.
template <class R>
OrderedJson different(R record, R usual, std::span<std::string_view const> left_out)
{
    std::vector<OrderedJson> before;
    R::fields(usual, [&](char const*, auto& member) { before.push_back(written(member)); });
    OrderedJson out = OrderedJson::object();
    std::size_t at = 0;
    R::fields(record, [&](char const* name, auto& member) {
        auto now = written(member);
        if (now != before[at++] && !left(left_out, name)) out[name] = std::move(now);
    });
    return out;
}

std::vector<model::Axis> active_axes(model::Document const& doc)
{
    std::vector<model::Axis> out;
    for (auto const& [id, axis] : model::table<model::Axis>(doc))
        if (axis.state == model::AxisState::active) out.push_back(axis);
    std::ranges::sort(out, {}, &model::Axis::order);
    return out;
}

OrderedJson questions_of(model::Document const& doc, OrderedJson const& shared)
{
    auto const& table = model::table<model::Question>(doc);
    std::vector<std::pair<model::QuestionId, model::Question>> asked;
    for (auto const& [id, question] : table)
        if (question.state == model::QuestionState::active) asked.emplace_back(id, question);
    std::ranges::sort(asked, {}, [](auto const& one) { return one.second.number; });
    OrderedJson out = OrderedJson::array();
    std::set<std::string> texts;
    for (auto const& [id, question] : asked) {
        auto one = OrderedJson::object();
        for (auto const& known : shared)
            if (question_id(known.value("key", "")) == id) one["key"] = known["key"];
        if (!one.contains("key") && !texts.insert(question.text).second) continue;
        one.update(different(question, {}, question_left_out));
        out.push_back(std::move(one));
    }
    return out;
}

OrderedJson votes_of(model::Document const& doc)
{
    std::vector<model::Round> votes;
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (round.method != model::Method::estimate && !round.revote_of &&
            round.source != model::BallotSource::imported)
            votes.push_back(round);
    std::ranges::sort(votes, {}, &model::Round::number);
    OrderedJson out = OrderedJson::array();
    for (auto const& round : votes) {
        model::Round usual;
        model::set_method(usual, round.method);
        auto one = OrderedJson::object();
        one["method"] = base::name_of(round.method);
        one.update(different(round, usual, vote_left_out));
        out.push_back(std::move(one));
    }
    return out;
}

OrderedJson steps_of(model::Document const& doc, Minutes const& minutes)
{
    OrderedJson out = OrderedJson::object();
    for (std::size_t n = 0; n < minutes.size(); ++n) {
        auto const step = static_cast<model::Step>(n);
        auto one = different(model::get<model::Prompt>(doc, step), {}, nothing_left_out);
        if (minutes.at(n) > 0) one["minutes"] = std::min(minutes.at(n), minutes_most);
        if (!one.empty()) out[std::string(base::name_of(step))] = std::move(one);
    }
    return out;
}

} // namespace

Result<Template> parse_template(std::filesystem::path const& assets, std::string_view text,
                                std::string const& name, std::string const& language)
{
    if (text.size() > bytes_most) return fail(Errc::invalid, "template.format", name);
    if (auto ok = check_json_shape(text); !ok) return fail(Errc::invalid, "template.format", name);
    try {
        return Reader(assets, name, language).read(OrderedJson::parse(text));
    } catch (Wrong const& wrong) {
        return fail(wrong.code, wrong.where,
                    wrong.place.empty() ? name : name + ", " + wrong.place);
    } catch (OrderedJson::parse_error const& error) {
        auto const end = std::min(error.byte, text.size());
        auto const lines =
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        return fail(Errc::corrupt, "template.syntax", name, static_cast<std::size_t>(lines) + 1);
    } catch (OrderedJson::exception const&) {
        return fail(Errc::invalid, "template.format", name);
    }
}

Result<std::string> write_template(std::filesystem::path const& assets, model::Document const& doc,
                                   Minutes const& minutes, std::string const& title)
{
    if (title.empty() || base::grapheme_count(title) > title_most)
        return fail(Errc::invalid, "template.title");
    OrderedJson out;
    out["format"] = format_name;
    out["version"] = format_version;
    out["language"] = model::get<model::Profile>(doc).language;
    out["title"] = title;
    auto const profile = model::get<model::Profile>(doc);
    if (!profile.item.empty()) out["item"] = profile.item, out["items"] = profile.items;
    out["steps"] = steps_of(doc, minutes);
    out["axes"] = OrderedJson::array();
    for (auto const& axis : active_axes(doc))
        out["axes"].push_back(different(axis, {}, axis_left_out));
    out["questions"] = questions_of(doc, shared_questions(assets));
    out["votes"] = votes_of(doc);
    if (auto how = different(model::get<model::Gathering>(doc), {}, nothing_left_out); !how.empty())
        out["gathering"] = std::move(how);
    if (auto how = different(model::get<model::Convention>(doc), {}, convention_left_out);
        !how.empty())
        out["convention"] = std::move(how);
    return out.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

} // namespace exchange
