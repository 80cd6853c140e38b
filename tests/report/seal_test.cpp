#include "exchange/report/seal.h"
#include "html_reader.h"
#include "made.h"

#include <doctest/doctest.h>

// The seal of a report.
namespace {

exchange::Seal const seal{"0123456789abcdef", 12, made::hash_of('a')};

} // namespace

TEST_CASE("a seal has eight digits to read, and all digits in its QR code")
{
    exchange::Seal one = seal;
    one.hash.replace(0, 8, "7c1e42b9");
    CHECK(exchange::short_code(one) == "7C1E-42B9");
    CHECK(exchange::code_text(one).starts_with("CADRAN:12:7C1E42B9AAAA"));
}

TEST_CASE("a report contains its seal for people and for programs")
{
    auto const bytes = made::page(made::sample());
    html::Page const page(bytes);
    CHECK(page.says("AAAA-AAAA"));
    CHECK(page.says(made::hash_of('a')));
    auto const read = exchange::read_seal(bytes);
    REQUIRE(read);
    CHECK(read->seal == seal);
    CHECK(read->whole);
}

TEST_CASE("a report with any changed byte is recognised")
{
    auto const bytes = made::page({});
    for (std::size_t at = 0; at < bytes.size(); at += 97) {
        auto other = bytes;
        other[at] = other[at] == 'x' ? 'y' : 'x';
        auto const read = exchange::read_seal(other);
        CHECK((!read || !read->whole));
    }
    auto longer = bytes + " ";
    CHECK(!exchange::read_seal(longer)->whole);
}

TEST_CASE("a file that is no report has no seal")
{
    for (auto const* bytes : {"", "<html></html>", "<meta name=\"cadran-seal\" content=\"",
                              "<meta name=\"cadran-seal\" content=\"a b c\">"})
        CHECK(exchange::read_seal(bytes).error().where == "report.no_seal");
    auto twice = made::page({});
    twice += "<meta name=\"cadran-seal\" content=\"x 1 " + made::hash_of('b') + "\">";
    CHECK(exchange::read_seal(twice).error().where == "report.no_seal");
}
