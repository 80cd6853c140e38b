#pragma once

#include "base/result.h"
#include "model/personal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What people said, kept so that it can be erased: the chained text of an entry holds the SHA-256
// of a salt and the text, in the place of the text, `{"sha256":"<64 digits>"}`; salt and text stand
// beside it in the same line, in the order of the commitments:
//
//   "said":[["<32 digits>","Marie Dupont"],["<32 digits>","Accueil"]]
//
// A text that was erased leaves `["(effacé)"]`, one of model::erased_words. The chain holds all the
// same, and without the salt nobody can try which name it was.
namespace journal {

// One text of people's.
struct Said {
    std::string salt; // 128 random bits as 32 hexadecimal digits; empty: erased
    std::string text; // erased: what stands in its place
    model::Personal kind = model::Personal::none;
    [[nodiscard]] bool erased() const { return salt.empty(); }
};

// From the system's source of random bits; nothing when that fails.
std::optional<std::string> new_salt();

// The 64 digits of SHA-256(salt ‖ text): of the 32 digits of the salt, then the text, in UTF-8.
std::string commitment(std::string_view salt, std::string_view text);

// What is to go: texts of these kinds, and any that says one of these words, whatever its kind.
struct ToErase {
    bool proposers = false, names = false, free_text = false;
    std::vector<std::string> words; // case and accents ignored; none of them empty

    [[nodiscard]] bool covers(Said const& said) const;
    [[nodiscard]] bool nothing() const
    {
        return !proposers && !names && !free_text && words.empty();
    }
};

} // namespace journal
