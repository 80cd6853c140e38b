#include "journal/erase.h"

#include "journal/chain.h"

#include <algorithm>

namespace journal {
namespace {

using base::fail;
using base::Result;

void add_line(Redacted& out, std::string_view chained, std::string_view said)
{
    out.hash = link(out.hash, chained);
    out.bytes += to_line(out.hash, chained, said) + '\n';
}

// The texts stored beside, without those to erase.
std::string thinned(std::vector<Said> const& beside, ToErase const& what, std::string_view word,
                    model::ErasedTexts& erased)
{
    std::vector<std::vector<std::string>> out;
    out.reserve(beside.size());
    for (auto const& one : beside) {
        if (one.erased()) {
            out.push_back({one.text});
        } else if (what.covers(one)) {
            out.push_back({std::string(word)});
            erased.note(one.kind);
        } else {
            out.push_back({one.salt, one.text});
        }
    }
    return out.empty() ? std::string{} : encode_said(out);
}

Result<PersonalTexts> texts_of(FileLog const& log, std::uint64_t n)
{
    auto const line = log.line(n);
    auto const parts = parts_of(line);
    auto texts = personal_texts(parts.json, parts.said);
    if (!texts) return fail(texts.error().code, texts.error().where, texts.error().detail, n + 1);
    return texts;
}

// Whether a text to erase is in the chained text itself.
Result<bool> is_chained(FileLog const& log, ToErase const& what)
{
    for (std::uint64_t n = 1; n <= log.size(); ++n) {
        auto const texts = texts_of(log, n);
        if (!texts) return fail(texts.error());
        if (std::ranges::any_of(texts->within, [&](Said const& one) { return what.covers(one); }))
            return true;
    }
    return false;
}

} // namespace

Result<model::ErasedTexts> erased_in(FileLog const& log)
{
    model::ErasedTexts out;
    for (std::uint64_t n = 1; n <= log.size(); ++n) {
        auto const texts = texts_of(log, n);
        if (!texts) return fail(texts.error());
        for (auto const& one : texts->beside)
            if (one.erased()) out.note(one.kind);
    }
    return out;
}

Result<Redacted> without(FileLog const& log, ToErase const& what, std::string_view word)
{
    auto const chained = is_chained(log, what);
    if (!chained) return fail(chained.error());
    Redacted out;
    out.chained_anew = *chained;
    auto header = log.header();
    if (*chained) header.version = format_version;
    out.version = header.version;
    auto const first = log.line(0);
    add_line(out, *chained ? encode(header) : std::string(parts_of(first).json), {});
    for (std::uint64_t n = 1; n <= log.size(); ++n) {
        auto const line = log.line(n);
        auto const parts = parts_of(line);
        Written lines{std::string(parts.json), std::string(parts.said)};
        if (*chained) {
            auto const entry = log.entry(n);
            if (!entry) return fail(entry.error());
            auto anew = encode_committed(*entry);
            if (!anew) return fail(anew.error());
            lines = *std::move(anew);
        }
        auto const texts = personal_texts(lines.chained, lines.said);
        if (!texts)
            return fail(texts.error().code, texts.error().where, texts.error().detail, n + 1);
        add_line(out, lines.chained, thinned(texts->beside, what, word, out.erased));
    }
    return out;
}

Result<void> add(Redacted& lines, Entry const& entry)
{
    auto written = encode_committed(entry);
    if (!written) return fail(written.error());
    add_line(lines, written->chained, written->said);
    return {};
}

} // namespace journal
