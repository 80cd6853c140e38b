#include "shell/cli/opened.h"
#include "shell/files/signature.h"

#include <ostream>

// `cadran sign`: a session's seal, signed with a key of the person's.
namespace shell {

int sign_session(Console const& console, std::filesystem::path const& file,
                 std::filesystem::path const& key)
{
    auto opened = open_session(console, file, journal::OpenMode::read);
    if (!opened) return say_error(console, opened.error(), file);
    if ((*opened)->code != 0) return (*opened)->code; // what does not hold is not signed
    auto const& log = (*opened)->session->log();
    exchange::Seal const seal{(*opened)->id, log.size(), log.hash(log.size())};
    auto const signature = sign(file, seal, key);
    if (!signature) return say_error(console, signature.error(), key);
    console.out << console.words.text("cli.sign.done", exchange::short_code(seal),
                                      signature->string())
                << '\n';
    return 0;
}

} // namespace shell
