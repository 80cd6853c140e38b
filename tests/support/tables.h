#pragma once

#include "model/document.h"

#include <utility>

// What a test writes into a document by no command.
namespace support {

// Calls f(record) with the record at `key`, or with one that says nothing yet, and keeps the
// result.
template <class R, class F>
void edit(model::Document& doc, typename R::Key const& key, F&& f)
{
    auto record = model::get<R>(doc, key);
    f(record);
    model::writable<R>(doc).set(key, std::move(record));
}

// The same with each of them: f(key, record).
template <class R, class F>
void edit_all(model::Document& doc, F&& f)
{
    auto const before = model::table<R>(doc);
    for (auto const& [key, unused] : before) edit<R>(doc, key, [&](R& record) { f(key, record); });
}

} // namespace support
