#pragma once

#include "model/document.h"

#include <utility>

// Writes records into a document without a command.
namespace support {

// Calls f(record) with the record at `key`, or with a default record, and stores the result.
template <class R, class F>
void edit(model::Document& doc, typename R::Key const& key, F&& f)
{
    auto record = model::get<R>(doc, key);
    f(record);
    model::writable<R>(doc).set(key, std::move(record));
}

// Calls f(key, record) for every record.
template <class R, class F>
void edit_all(model::Document& doc, F&& f)
{
    auto const before = model::table<R>(doc);
    for (auto const& row : before)
        edit<R>(doc, row.first, [&](R& record) { f(row.first, record); });
}

} // namespace support
