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

// The tables that a figure reads.
template <class... R>
struct Reads {
    static model::Document part(model::Document const& doc) { return model::part<R...>(doc); }
    static bool same(model::Document const& a, model::Document const& b)
    {
        return model::same<R...>(a, b);
    }
};

// What a computation began from: the tables that it reads, and parameters. For computations that go
// on from frame to frame and begin again when this changes.
template <class Tables, class... Parameters>
class Inputs {
public:
    // Takes in what is there now. Whether that is other tables, or other parameters, than the last
    // time.
    bool renew(model::Document const& doc, Parameters const&... parameters)
    {
        if (parameters_ && Tables::same(document_, doc) && *parameters_ == std::tie(parameters...))
            return false;
        document_ = Tables::part(doc);
        parameters_.emplace(parameters...);
        return true;
    }
    // A document of these tables alone.
    [[nodiscard]] model::Document const& document() const { return document_; }
    void forget() { parameters_.reset(); } // what comes next is new

private:
    model::Document document_;
    std::optional<std::tuple<Parameters...>> parameters_; // none: nothing was taken in
};

// A figure, computed when it is asked for and its inputs changed since. Tables are compared by
// identity, parameters by value. What is computed is shown its own tables and no others, so that a
// figure that reads more than it says is wrong at once, and not only after the next edit.
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
