#pragma once

#include "model/part.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

// Values computed from a document and cached until the tables they read change.
namespace analysis {

// Counts computations by name, for tests and diagnostics.
class Computed {
public:
    void note(std::string_view name);
    [[nodiscard]] int times(std::string_view name) const;
    [[nodiscard]] std::map<std::string, int, std::less<>> const& all() const { return times_; }

private:
    std::map<std::string, int, std::less<>> times_;
};

// The input of computations: a document and the counter.
struct Source {
    model::Document const& document;
    Computed& computed;
};

// Selected fields of a record type: the others read as default, and changes to them are ignored.
template <class R, auto... field>
struct Fields {
    static R reduced([[maybe_unused]] R const& record)
    {
        R out;
        ((out.*field = record.*field), ...);
        return out;
    }
    static bool alike([[maybe_unused]] R const& a, [[maybe_unused]] R const& b)
    {
        return ((a.*field == b.*field) && ...);
    }
};

// All fields except these.
template <class R, auto... field>
struct Without {
    static R reduced(R const& record)
    {
        auto out = record;
        ((out.*field = R{}.*field), ...);
        return out;
    }
    static bool alike(R const& a, R const& b) { return reduced(a) == reduced(b); }
};

// One input table: a record type, or some of its fields.
template <class R>
class Read {
public:
    using Record = R;
    // Copies the table of `doc` into `part`. Returns whether it changed since the last call.
    bool renew(model::Document const& doc, model::Document& part)
    {
        if (model::table<R>(part).same(model::table<R>(doc))) return false;
        model::writable<R>(part) = model::table<R>(doc);
        return true;
    }
};

template <class R, class Some>
class ReadSome {
public:
    using Record = R;
    bool renew(model::Document const& doc, model::Document& part)
    {
        auto const& now = model::table<R>(doc);
        if (seen_.same(now)) return false;
        auto const before = model::table<R>(part);
        auto& kept = model::writable<R>(part);
        bool changed = false;
        auto old = before.begin(); // both are ordered by key
        auto const gone = [&] {
            kept.erase(old->first);
            changed = true;
            ++old;
        };
        for (auto const& [key, record] : now) {
            while (old != before.end() && old->first < key) gone();
            bool const known = old != before.end() && old->first == key;
            if (!known || !Some::alike(old->second, record)) {
                kept.set(key, Some::reduced(record));
                changed = true;
            }
            if (known) ++old;
        }
        while (old != before.end()) gone();
        seen_ = now;
        return changed;
    }

private:
    model::Table<R> seen_; // the full table, as last read
};

template <class R, auto... field>
class Read<Fields<R, field...>> : public ReadSome<R, Fields<R, field...>> {
};
template <class R, auto... field>
class Read<Without<R, field...>> : public ReadSome<R, Without<R, field...>> {
};

// The input tables of a computation: record types, `Fields` or `Without` of them.
template <class... R>
class Reads {
public:
    // Returns whether one of them changed since the last call.
    bool renew(model::Document const& doc)
    {
        bool other = false;
        std::apply([&](auto&... one) { ((other |= one.renew(doc, part_)), ...); }, tables_);
        return other;
    }
    // A document with only these tables.
    [[nodiscard]] model::Document const& part() const { return part_; }

private:
    std::tuple<Read<R>...> tables_;
    model::Document part_;
};

// The inputs of a computation: tables and parameters. For computations that continue over several
// frames and restart when an input changes.
template <class Tables, class... Parameters>
class Inputs {
public:
    // Takes the present inputs. Returns whether tables (compared by identity) or parameters
    // (compared by value) changed since the last call.
    bool renew(model::Document const& doc, Parameters const&... parameters)
    {
        bool const other = tables_.renew(doc);
        if (!other && parameters_ && *parameters_ == std::tie(parameters...)) return false;
        parameters_.emplace(parameters...);
        return true;
    }
    // A document with only these tables.
    [[nodiscard]] model::Document const& document() const { return tables_.part(); }
    void forget() { parameters_.reset(); } // the next renew() reports a change

private:
    Tables tables_;
    std::optional<std::tuple<Parameters...>> parameters_; // none: never renewed
};

// A cached value, computed on request when its inputs changed. The computation is given a document
// with its declared tables only, so a missing declaration gives a wrong result at once, not only
// after a later edit.
template <class Value, class Tables, class... Parameters>
class Derived {
public:
    explicit Derived(std::string_view name) // a string literal; used to count computations
        : name_(name)
    {
    }
    // Returns `compute(document, parameters...)`, or the cached value when no input changed. Valid
    // until the next call.
    template <class Compute>
    Value& get(Source const& source, Parameters const&... parameters, Compute&& compute)
    {
        if (inputs_.renew(source.document, parameters...)) {
            value_ = compute(inputs_.document(), parameters...);
            ++made_;
            source.computed.note(name_);
        }
        return value_;
    }
    // The last value, without checking inputs; before the first call, a default one.
    [[nodiscard]] Value const& value() const { return value_; }
    // The number of computations; dependent values take it as a parameter.
    [[nodiscard]] std::uint64_t made() const { return made_; }

private:
    std::string_view name_;
    Inputs<Tables, Parameters...> inputs_;
    Value value_{};
    std::uint64_t made_ = 0;
};

} // namespace analysis
