#include "exchange/answers/named_cases.h"

#include "base/text.h"
#include "exchange/recognise/clean.h"
#include "model/exists.h"

#include <algorithm>

namespace exchange {
namespace {

constexpr std::size_t longest_title = 1000; // bytes; longer than any question of a form

std::string plain_title(std::string_view title)
{
    return one_line(base::sanitized(without_invisible(title.substr(0, longest_title))));
}

} // namespace

NamedCases::NamedCases(model::Document const& doc, std::string source, MintCase const& mint)
    : source_(std::move(source))
    , mint_(mint)
{
    for (auto const& [id, one] : model::table<model::Case>(doc))
        titles_.emplace(base::fold(plain_title(one.title)), model::merged_into(doc, id));
    for (auto const& [id, one] : model::table<model::Case>(doc))
        if (!one.short_title.empty())
            titles_.emplace(base::fold(plain_title(one.short_title)), model::merged_into(doc, id));
}

bool NamedCases::has(std::string_view title) const
{
    return titles_.contains(base::fold(plain_title(title)));
}

model::CaseId NamedCases::get(std::string_view title)
{
    auto const shown = plain_title(title);
    auto const folded = base::fold(shown);
    if (auto const it = named_.find(folded); it != named_.end()) return it->second;
    auto const there = titles_.find(folded);
    model::CaseId id;
    if (there != titles_.end()) {
        id = there->second;
    } else {
        edit::NewCase one;
        one.id = id = mint_();
        one.text.title = shown.empty() ? "?" : shown;
        one.text.source = base::sanitized(source_.empty() ? shown : source_ + ": " + shown);
        one.text.origin = model::Origin::imported;
        fresh_.push_back(std::move(one));
    }
    named_.emplace(folded, id);
    if (std::ranges::find(all_, id) == all_.end()) {
        all_.push_back(id);
        shown_.push_back(shown);
    }
    return id;
}

void NamedCases::put_into(AnswersPlan& plan) const
{
    plan.cases = shown_;
    for (auto id : all_)
        plan.known.push_back(std::ranges::find(fresh_, id, &edit::NewCase::id) == fresh_.end());
}

} // namespace exchange
