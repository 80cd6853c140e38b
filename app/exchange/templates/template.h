#pragma once

#include "edit/command.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace exchange {

// Gives identities to the things being created.
using MintAxis = std::function<model::AxisId()>;

// The command that starts a session titled `title` from the template `name` ("huit-axes", "simple")
// in `language` ("fr", "en"), read from `<assets>/templates/<name>.json`. `not_found`
// "template.name" for a name that has no file, `corrupt` "template.file" for one that does not say
// what a template says.
base::Result<edit::StartSession> read_template(std::filesystem::path const& assets,
                                               std::string const& name, std::string const& language,
                                               std::string title, MintAxis const& mint);

// What one template says in one language, in its order. The identity of a question is derived from
// its key in `<assets>/templates/questions.json`: the same in every session and every language.
struct Template {
    std::string name, language;
    std::vector<model::Axis> axes;
    edit::Questions questions;
};

// Every template in every language.
class Templates {
public:
    Templates() = default; // none: nothing is known of any template
    // `corrupt` "template.file" when one cannot be read.
    static base::Result<Templates> load(std::filesystem::path const& assets);

    // What the session says, as a screen in `language` shows it:
    //   - what a template worded and nobody rewrote, field by field, is in that language;
    //   - an axis that nobody said the subject of has the subject of the template's;
    //   - a session without guard-rail questions has those of its template (see `questions_for`);
    //   - a vote that is still being prepared has no question where an earlier version of the
    //     program wrote its own (`<assets>/templates/asked.json`): the screen has one.
    [[nodiscard]] model::Document shown(model::Document const& doc,
                                        std::string const& language) const;

    // The guard-rail questions of the template that the session was started from, worded in
    // `language`; none for a session started from no known template.
    [[nodiscard]] edit::Questions questions_for(model::Document const& doc,
                                                std::string const& language) const;

private:
    std::vector<Template> all_;
    std::map<model::Method, std::vector<std::string>> asked_;
};

} // namespace exchange
