#pragma once

#include "edit/command.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace exchange {

// Makes ids for new records.
using MintAxis = std::function<model::AxisId()>;

// The command that starts a session with `title` from the template `name` ("huit-axes", "simple")
// in `language` ("fr", "en"), read from `<assets>/templates/<name>.json`. `not_found`
// "template.name" when there is no such file, `corrupt` "template.file" when it is invalid.
base::Result<edit::StartSession> read_template(std::filesystem::path const& assets,
                                               std::string const& name, std::string const& language,
                                               std::string title, MintAxis const& mint);

// One template in one language. The id of a question is derived from its key in
// `<assets>/templates/questions.json`: the same in every session and language.
struct Template {
    std::string name, language;
    std::vector<model::Axis> axes;
    edit::Questions questions;
};

// All templates in all languages.
class Templates {
public:
    Templates() = default; // no templates
    // `corrupt` "template.file" when one cannot be read.
    static base::Result<Templates> load(std::filesystem::path const& assets);

    // The document as shown in `language`:
    //   - template texts that were not edited are translated, field by field;
    //   - an axis without a subject gets that of its template;
    //   - a session without guard-rail questions gets those of its template (see `questions_for`);
    //   - a vote in setup with a default question of an earlier version (`<assets>/templates/
    //     asked.json`) has none, so that the screen shows its own.
    [[nodiscard]] model::Document shown(model::Document const& doc,
                                        std::string const& language) const;

    // The guard-rail questions of the session's template in `language`; none for an unknown
    // template.
    [[nodiscard]] edit::Questions questions_for(model::Document const& doc,
                                                std::string const& language) const;

private:
    std::vector<Template> all_;
    std::map<model::Method, std::vector<std::string>> asked_;
};

} // namespace exchange
