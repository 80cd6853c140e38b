#pragma once

#include "base/names.h"
#include "edit/command.h"

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Templates: what a session starts from. A file is JSON (app/docs/format.md, "Templates"): the
// texts and planned durations of the steps, axes, guard-rail questions, votes in setup, settings;
// no cases, no names, no ballots.
namespace exchange {

// Makes ids for new records.
using MintAxis = std::function<model::AxisId()>;

// The templates of the program, the first one advised.
constexpr std::array<std::string_view, 5> shipped_templates{
    "huit-axes", "simple", "budget-participatif", "retrospective", "priorisation"};
[[nodiscard]] bool is_shipped(std::string_view name);

// The planned duration of each step in minutes, 0..600; 0: none.
using Minutes = std::array<int, base::count_of<model::Step>>;

// One template in one language.
struct Template {
    std::string name, language, title;
    std::string item = {}, items = {}; // see model::Profile
    std::vector<std::pair<model::Step, model::Prompt>> prompts = {};
    Minutes minutes = {};
    std::vector<model::Axis> axes = {};
    edit::Questions questions = {};
    std::vector<model::Round> votes = {}; // without cases
    model::Gathering gathering = {};
    model::Convention convention = {};
};

// Reads a template's file, in `language` if it has its texts in several, else in its own. `name` is
// the name of the file, for errors, whose detail is "name, place": `corrupt` "template.syntax" with
// the line, `invalid` "template.format", "template.missing", "template.unknown" (a field),
// "template.value"; `too_new` "template.newer". The id of a question is derived from its key in
// `<assets>/templates/questions.json`, else from its text: the same in every session and language.
base::Result<Template> parse_template(std::filesystem::path const& assets, std::string_view text,
                                      std::string const& name, std::string const& language);

// The text of a template's file made from a session: votes that were prepared or held, as prepared;
// neither repeated nor imported ones. `invalid` "template.title" when it is empty or longer than
// 120 bytes.
base::Result<std::string> write_template(std::filesystem::path const& assets,
                                         model::Document const& doc, Minutes const& minutes,
                                         std::string const& title);

// The commands that start a session, all for its first entry.
struct Beginning {
    edit::StartSession start;
    std::vector<edit::Command> then; // texts of the steps, settings, votes in setup
};
Beginning start_from(Template const& from, std::string title, MintAxis const& mint);

// A shipped template in `language`. `not_found` "template.name" when there is no such one; the
// errors of parse_template when its file is damaged.
base::Result<Template> read_shipped(std::filesystem::path const& assets, std::string const& name,
                                    std::string const& language);

// The first command that starts a session with `title` from a shipped template. Errors as
// read_shipped.
base::Result<edit::StartSession> read_template(std::filesystem::path const& assets,
                                               std::string const& name, std::string const& language,
                                               std::string title, MintAxis const& mint);

// The shipped templates in all languages.
class Templates {
public:
    Templates() = default; // no templates
    // Errors as parse_template.
    static base::Result<Templates> load(std::filesystem::path const& assets);

    // The document as shown in `language`:
    //   - template texts that were not edited are translated, field by field;
    //   - cases have the word of their template; in another language than the session's, the usual
    //     word where it has no translation;
    //   - an axis without a subject gets that of its template;
    //   - a step without texts, and a session without guard-rail questions, get those of their
    //     template (see `questions_for`);
    //   - a vote in setup with a default question of an earlier version (`<assets>/templates/
    //     asked.json`) has none, so that the screen shows its own.
    [[nodiscard]] model::Document shown(model::Document const& doc,
                                        std::string const& language) const;

    // The guard-rail questions of the session's template in `language`; none for an unknown
    // template.
    [[nodiscard]] edit::Questions questions_for(model::Document const& doc,
                                                std::string const& language) const;

private:
    [[nodiscard]] Template const* find(std::string const& name, std::string const& language) const;
    // The template in `language` with the name of `one`.
    [[nodiscard]] Template const& in(Template const& one, std::string const& language) const;
    void word_items(model::Document const& doc, std::string const& language,
                    model::Changes& out) const;
    void word_prompts(model::Document const& doc, std::string const& language,
                      model::Changes& out) const;
    void word_axes(model::Document const& doc, std::string const& language,
                   model::Changes& out) const;
    void word_questions(model::Document const& doc, std::string const& language,
                        model::Changes& out) const;
    void word_rounds(model::Document const& doc, std::string const& language,
                     model::Changes& out) const;

    std::vector<Template> all_;
    std::map<model::Method, std::vector<std::string>> asked_;
};

} // namespace exchange
