#include "base/sha256.h"

#include <doctest/doctest.h>

TEST_CASE("SHA-256 gives the published values, for one text or two")
{
    auto const of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(base::hexadecimal(base::sha256("abc")) == of_abc);
    CHECK(base::hexadecimal(base::sha256("a", "bc")) == of_abc);
    CHECK(base::hexadecimal(base::sha256({})) ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
