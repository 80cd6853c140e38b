#pragma once

#include "model/enums.h"
#include "model/ids.h"

#include <string>
#include <vector>

// The records of a session shared by several machines (see records.h for their form). A session on
// one machine has none.
namespace model {

// One machine of a shared session, with the people before it. A machine that is started again is a
// new site with the number of the former one. Its id is the author of the ids that it makes.
struct Site {
    using Key = SiteId;
    static constexpr char const* name = "site";
    int number = 0; // from 1, shown as a letter
    std::string label;
    SitePart part = SitePart::room;
    SiteState state = SiteState::here;
    friend bool operator==(Site const&, Site const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("number", r.number), f("label", r.label), f("part", r.part), f("state", r.state);
    }
};

// The site that holds the step and the timer.
struct Lead {
    using Key = Only;
    static constexpr char const* name = "lead";
    SiteId site;
    friend bool operator==(Lead const&, Lead const&) = default;
    static void fields(auto& r, auto&& f) { f("site", r.site); }
    static void refs(Key, Lead const& r, auto&& f) { f(r.site); }
};

// The collection of the ballots of a round from all sites, for its close.
struct Collection {
    using Key = RoundId;
    static constexpr char const* name = "collection";
    SiteId by;                    // the site that counts
    std::string key;              // its public key for this collection, hexadecimal
    std::vector<SiteId> expected; // the sites with a ballot box
    std::vector<SiteId> missing;  // of these, the ones that were counted without
    CollectionState state = CollectionState::asked;
    friend bool operator==(Collection const&, Collection const&) = default;
    static void fields(auto& r, auto&& f)
    {
        f("by", r.by), f("key", r.key), f("expected", r.expected), f("missing", r.missing);
        f("state", r.state);
    }
    static void refs(Key key, Collection const& r, auto&& f)
    {
        f(key), f(r.by);
        for (auto id : r.expected) f(id);
    }
};

} // namespace model
