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

// Figures that are computed from a document and kept until what they read changes.
namespace analysis {

// How often figures were computed, by name.
class Computed {
public:
    void note(std::string_view name);
    [[nodiscard]] int times(std::string_view name) const;
    [[nodiscard]] std::map<std::string, int, std::less<>> const& all() const { return times_; }

private:
    std::map<std::string, int, std::less<>> times_;
};

// What figures are computed of, and who counts them.
struct Source {
    model::Document const& document;
    Computed& computed;
};

// Some fields of the records of a table: the others are as in a new record, and may change.
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

// All fields but these.
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

// One of the tables that a figure reads: a record type, or some of its fields.
template <class R>
class Read {
public:
    using Record = R;
    // Puts the table of `doc` into `part`. Whether it is another than the last time.
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
        auto old = before.begin(); // both are in the order of keys
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
    model::Table<R> seen_; // whole, as it was read
};

template <class R, auto... field>
class Read<Fields<R, field...>> : public ReadSome<R, Fields<R, field...>> {
};
template <class R, auto... field>
class Read<Without<R, field...>> : public ReadSome<R, Without<R, field...>> {
};

// The tables that a figure reads: record types, `Fields` or `Without` of them.
template <class... R>
class Reads {
public:
    // Whether one of them is another than the last time.
    bool renew(model::Document const& doc)
    {
        bool other = false;
        std::apply([&](auto&... one) { ((other |= one.renew(doc, part_)), ...); }, tables_);
        return other;
    }
    // A document of these tables alone.
    [[nodiscard]] model::Document const& part() const { return part_; }

private:
    std::tuple<Read<R>...> tables_;
    model::Document part_;
};

// What a computation began from: the tables that it reads, and parameters. For computations that go
// on from frame to frame and begin again when this changes.
template <class Tables, class... Parameters>
class Inputs {
public:
    // Takes in what is there now. Whether that is other tables, or other parameters, than the last
    // time. Tables are compared by identity, parameters by value.
    bool renew(model::Document const& doc, Parameters const&... parameters)
    {
        bool const other = tables_.renew(doc);
        if (!other && parameters_ && *parameters_ == std::tie(parameters...)) return false;
        parameters_.emplace(parameters...);
        return true;
    }
    // A document of these tables alone.
    [[nodiscard]] model::Document const& document() const { return tables_.part(); }
    void forget() { parameters_.reset(); } // what comes next is new

private:
    Tables tables_;
    std::optional<std::tuple<Parameters...>> parameters_; // none: nothing was taken in
};

// A figure, computed when it is asked for and its inputs changed since. What is computed is shown
// its own tables and no others, so that a figure that reads more than it says is wrong at once, and
// not only after the next edit.
template <class Value, class Tables, class... Parameters>
class Derived {
public:
    explicit Derived(std::string_view name) // of static storage; under which it is counted
        : name_(name)
    {
    }
    // `compute(document, parameters...)` where the inputs are new, else what it was. Holds until
    // the next call.
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
    // As it was last asked for; before that, what a new one is.
    [[nodiscard]] Value const& value() const { return value_; }
    // How often it was computed: what rests on it takes this as a parameter.
    [[nodiscard]] std::uint64_t made() const { return made_; }

private:
    std::string_view name_;
    Inputs<Tables, Parameters...> inputs_;
    Value value_{};
    std::uint64_t made_ = 0;
};

} // namespace analysis
