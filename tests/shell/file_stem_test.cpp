#include "shell/machine/file_stem.h"

#include <doctest/doctest.h>

TEST_CASE("a title becomes a file name that every system accepts")
{
    CHECK(shell::file_stem("Été à l’Œuvre : 2026") == "ete-a-l-oeuvre-2026");
    CHECK(shell::file_stem("…") == "session");
    CHECK(shell::file_stem("Con") == "session-con");
    CHECK(shell::file_stem("COM1.") == "session-com1");
    CHECK(shell::file_stem("Com12") == "com12");
    CHECK(shell::file_stem("Contrat") == "contrat");
}
