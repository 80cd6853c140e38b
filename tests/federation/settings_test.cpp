#include "federation/proxy.h"
#include "federation/server.h"
#include "support/folders.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

TEST_CASE("the server starts in a folder whatever its name")
{
    namespace fs = std::filesystem;
    auto const program = fs::path(support::binary()).parent_path() / "nats-server";
    if (!fs::exists(program)) CADRAN_SKIP("no nats-server beside the program");
    support::TemporaryFolder const folder;
    for (auto const* name : {"Élodie, l’été", R"(dit "salle")", R"(C:\Users\new)"}) {
        INFO(std::string(name));
        auto const server = federation::Server::start({program, folder / name},
                                                      {"127.0.0.1", support::free_port()});
        CHECK(server);
        CHECK(fs::exists(folder / name / "server.pid"));
    }
}
