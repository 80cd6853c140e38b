#pragma once

#include "base/result.h"
#include "model/personal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Stores personal texts so that they can be erased: the chained text of an entry holds, in place of
// each text, the SHA-256 of a salt and the text, `{"sha256":"<64 digits>"}`; salts and texts are
// stored beside it in the same line, in the order of the commitments:    "said":[["<32
// digits>","Marie Dupont"],["<32 digits>","Accueil"]]  An erased text is replaced by
// `["(effacé)"]`, one of model::erased_words. The chain stays valid, and without the salt names
// cannot be tried.
namespace journal {

// One personal text.
struct Said {
    std::string salt; // 128 random bits as 32 hexadecimal digits; empty: erased
    std::string text; // when erased, the replacement
    model::Personal kind = model::Personal::none;
    [[nodiscard]] bool erased() const { return salt.empty(); }
};

// From the system's random source; nothing on failure.
std::optional<std::string> new_salt();

// The 64 digits of SHA-256(salt ‖ text): the 32 digits of the salt, then the text in UTF-8.
std::string commitment(std::string_view salt, std::string_view text);

// The texts to erase: all of these kinds, and all that contain one of these words.
struct ToErase {
    bool proposers = false, names = false, free_text = false;
    std::vector<std::string> words; // not empty; compared without case and accents

    [[nodiscard]] bool covers(Said const& said) const;
    [[nodiscard]] bool nothing() const
    {
        return !proposers && !names && !free_text && words.empty();
    }
};

} // namespace journal
