#pragma once

#include "base/result.h"
#include "i18n/catalogue.h"

#include <string>

// Cards to print, by which phones join a room.
namespace exchange {

struct JoinCard {
    std::string title;   // of the workshop; may be empty
    std::string url;     // with the code in its path, for the QR code
    std::string address; // as people type it: "192.168.1.20:8080"
    std::string code;    // six signs
    std::string wifi;    // the name of the network; may be empty
};

// One self-contained page of HTML that prints as one A4 sheet of eight equal cards with lines to
// cut along. `invalid` "qr.too_long" for a url that no QR code holds.
base::Result<std::string> join_cards(i18n::Catalogue const& words, JoinCard const& card);

} // namespace exchange
