#pragma once

#include "base/result.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

// French and English texts from gettext catalogues, independent of the system's locale.
namespace i18n {

enum class Language { french, english };

// What a session is about: the noun of what its people gather, vote on and decide, in lower case.
// Texts are written for a noun that begins with a consonant and, in French, is masculine.
struct Item {
    std::string one, many;
    friend bool operator==(Item const&, Item const&) = default;
};

// Thread-safe.
class Catalogue {
public:
    // Loads all `<assets>/i18n/<fr|en>/*.mo`. `io` "i18n.missing" with the folder when there are
    // none.
    static base::Result<Catalogue> load(std::filesystem::path const& assets, Language language);
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;
    ~Catalogue();

    [[nodiscard]] Language language() const { return language_; }

    // How texts call what the session is about, in place of [case], [cases], [use case] and
    // [use cases], or with a capital [Case]…; both empty: "cas" and "cas d’usage", "case" and "use
    // case". References to texts stay valid.
    void call_items(Item const& item);

    // The text of `key`; the key itself when there is none.
    [[nodiscard]] std::string const& text(std::string_view key) const;
    // The text with {0}, {1}… replaced, and each {1|voter|voters} by the form that agrees with
    // argument 1; a sentence may have several.
    template <class... Args>
    [[nodiscard]] std::string text(std::string_view key, Args const&... args) const
        requires(sizeof...(Args) > 0)
    {
        return filled(text(key), fmt::make_format_args(args...));
    }
    // The form of `key` for `n`; {0} is the formatted number.
    [[nodiscard]] std::string plural(std::string_view key, std::int64_t n) const;

    [[nodiscard]] std::string number(std::int64_t n) const;            // 1 000 or 1,000
    [[nodiscard]] std::string decimal(double value, int digits) const; // 6,8 or 6.8
    [[nodiscard]] std::string percent(double share) const;             // 0.94: 94 % or 94%
    [[nodiscard]] std::string ordinal(int n) const;                    // 1ᵉʳ, 2ᵉ; 1st, 2nd
    [[nodiscard]] std::string date(std::int64_t at_ms) const; // 23 novembre 2026, local time
    [[nodiscard]] std::string time(std::int64_t at_ms) const; // 14 h 30 or 14:30, local time
    // "2026-09" or "2026-09-12" as sept. 2026; other text is returned unchanged.
    [[nodiscard]] std::string month(std::string_view iso) const;

private:
    struct Words;
    Catalogue(Language language, std::unique_ptr<Words> words);
    [[nodiscard]] std::string grouped(std::string_view digits) const;
    [[nodiscard]] std::string filled(std::string const& pattern, fmt::format_args args) const;

    Language language_;
    std::unique_ptr<Words> words_;
};

} // namespace i18n
