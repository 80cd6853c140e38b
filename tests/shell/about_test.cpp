#include "shell/files/about.h"
#include "support/folders.h"
#include "terminal.h"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

// Version, manual pages and desktop files of the program.
using terminal::bytes_of;
using terminal::Terminal;

namespace {

// The commands under the help's heading.
std::set<std::string> commands_in(std::string const& help)
{
    std::set<std::string> out;
    std::istringstream in(help.substr(help.find("Commands:")));
    static std::regex const line("^  ([a-z]+) .*");
    std::smatch found;
    for (std::string text; std::getline(in, text);)
        if (std::regex_match(text, found, line)) out.insert(found[1]);
    return out;
}

} // namespace

TEST_CASE("--version prints the version and the commit of the build")
{
    Terminal t;
    auto const build = shell::about();
    for (auto const* language : {"fr", "en"}) {
        auto const said = t.run("--version", language);
        CHECK(said.code == 0);
        CHECK(said.err.empty());
        CHECK(said.out.starts_with("Cadran " + build.version));
        CHECK(std::count(said.out.begin(), said.out.end(), '\n') == 1);
        if (!build.commit.empty()) CHECK(said.out.find(build.commit) != std::string::npos);
    }
    CHECK(bytes_of(support::sources_dir() / "CMakeLists.txt")
              .find("project(cadran VERSION " + build.version + " ") != std::string::npos);
}

TEST_CASE("every library is listed with version and licence")
{
    auto const components = shell::about().components;
    auto const named = [&](std::string_view name) {
        return std::any_of(components.begin(), components.end(),
                           [&](auto const& one) { return one.name == name; });
    };
    for (auto const* name : {"Dear ImGui", "GLFW", "ICU", "immer", "cereal", "Inter"})
        CHECK(named(name));
    CHECK_FALSE(named("library"));
    for (auto const& one : components) {
        CAPTURE(one.name);
        CHECK_FALSE(one.name.empty());
        CHECK_FALSE(one.version.empty());
        CHECK_FALSE(one.licence.empty());
    }
    // Each third_party/*.cmake file belongs to a row of the table.
    auto const table = bytes_of(support::sources_dir() / "third_party/README.md");
    std::size_t rows = 0;
    for (std::size_t at = table.find("\n| "); at != std::string::npos;
         at = table.find("\n| ", at + 1))
        if (table.substr(at + 1, table.find('\n', at + 1) - at).find("| – |") == std::string::npos)
            ++rows;                       // what has no licence is an interface of the system
    CHECK(components.size() == rows - 1); // the first row has the column names
}

TEST_CASE("both manual pages name every command, and no other")
{
    Terminal t;
    auto const commands = commands_in(t.run("--help", "en").out);
    REQUIRE(commands.size() > 10);
    for (auto const* page : {"cadran.1", "cadran.fr.1"}) {
        CAPTURE(page);
        auto const text = bytes_of(support::sources_dir() / "packages/linux" / page);
        std::set<std::string> named;
        static std::regex const entry("\\.TP\n\\.B ([a-z]+)\n");
        for (std::sregex_iterator it(text.begin(), text.end(), entry), end; it != end; ++it)
            named.insert((*it)[1]);
        CHECK(named == commands);
    }
}

TEST_CASE("installed files agree on the program's identity, icon and file type")
{
    auto const folder = support::sources_dir() / "packages/linux";
    auto const desktop = bytes_of(folder / "fr.cadran.Cadran.desktop");
    auto const info = bytes_of(folder / "fr.cadran.Cadran.metainfo.xml");
    auto const mime = bytes_of(folder / "fr.cadran.Cadran.mime.xml");
    CHECK(info.find("<id>fr.cadran.Cadran</id>") != std::string::npos);
    CHECK(info.find("fr.cadran.Cadran.desktop") != std::string::npos);
    CHECK(desktop.find("Icon=fr.cadran.Cadran\n") != std::string::npos);
    CHECK(desktop.find("Exec=cadran %f\n") != std::string::npos); // opens a double-clicked file
    for (auto const* text : {&desktop, &info, &mime})
        CHECK(text->find("application/vnd.cadran.session") != std::string::npos);
    // The type of a session file is recognised by its first line, whatever its name.
    auto const session = bytes_of(support::sources_dir() / "sessions/exemple.cadran");
    auto const first = session.find(R"("format": "cadran")");
    CHECK(first <= 128);
    CHECK(mime.find(R"(offset="0:128" value="&quot;format&quot;: &quot;cadran&quot;")") !=
          std::string::npos);
}
