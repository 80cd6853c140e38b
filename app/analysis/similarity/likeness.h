#pragma once

#include "analysis/similarity/lexicon.h"
#include "model/change.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace analysis {

// The likeness of the texts of cases, computed on this machine from word counts.
//
// Title, short title, need and description are compared. Each text becomes a vector over word
// families (words.h), where a family that occurs n times weighs (1 + ln n) · idf and
// idf = ln(1 + N / cases of this session that contain it), so that frequent words count little
// (tf-idf, Salton and Buckley 1988). Each vector is normalised to length 1, so that a long
// description does not outweigh a short title, and a case is their weighted sum:
//     v = 1 · title + 0.5 · short title + 0.35 · need + 0.35 · description.
// Two cases are compared by the soft cosine (Sidorov, Gelbukh, Gómez-Adorno and Pinto 2014)
//     cos(v, w) = v·S·w / √(v·S·v · w·S·w),
// where S is 1 for the same family and, for two of similar spelling, Dice's coefficient squared
// (lexicon.h). The value shown is the fourth root of cos, in per cent: it keeps the order of pairs,
// and gives about 85 and more for another wording of the same idea, about 75 for related ideas and
// less than 70 for unrelated ones (60 real cases of French local authorities and 32 rewordings,
// tests/analysis/duplicates_test.cpp). It is not a probability.
//
// Limits: the meaning is not known. Synonyms without common letters ("agent conversationnel",
// "chatbot") are not found, homonyms count as equal, "avec" and "sans" are both ignored. The result
// is a suggestion only.
class Likeness {
public:
    // Reads everything of `doc` again.
    void learn(model::Document const& doc);
    // Reads again what the changes touch.
    void learn(model::Changes const& changes);
    // The same, and processes all of it at once.
    void learn_all(model::Document const& doc);
    // Processes at most `words` words of `doc` from the queue. True when the queue is empty.
    bool read(model::Document const& doc, std::size_t words);

    // The visible case of `doc` most similar to a text being typed, if at least `worth_a_look`.
    // Face-down and aside cases are skipped; for a merged case, the one that represents it. Its
    // cost depends on the cases that share a word. Word weights may lag by a tenth of the cases.
    [[nodiscard]] std::optional<model::CaseId> nearest(model::Document const& doc,
                                                       std::string_view text) const;
    static constexpr double worth_a_look = 0.7;
    // The same for the `most` nearest cases, each with its similarity in thousandths, in descending
    // order and without repetition.
    [[nodiscard]] std::vector<std::pair<model::CaseId, int>>
    alike(model::Document const& doc, std::string_view text, std::size_t most) const;

    // 0..1; 0 for an unknown case.
    [[nodiscard]] double similarity(model::CaseId a, model::CaseId b) const;

    // Words of `a` whose stem occurs in the texts of `b`, but not in both titles; the rarest first,
    // at most `most`.
    [[nodiscard]] std::vector<std::string>
    shared_beyond_titles(model::Case const& a, model::Case const& b, std::size_t most) const;

    // Changes whenever a similarity may have changed.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

    // --- for comparing all pairs (duplicates.h)

    using Slot = std::uint32_t; // a case, 0..slots()
    struct Weight {
        TermId term = 0;
        float weight = 0;
    };
    using Vector = std::vector<Weight>; // by term

    // A word that more cases contain is not used to find candidate pairs; it still counts in the
    // similarity.
    static constexpr std::size_t held_by_most = 5000;

    // Whether a term finds candidates for a text: not one of too many cases, and not one that tells
    // nothing alone (words.h): "Lot 2" and "Phase 2" are not alike. These still count in the
    // similarity. Of a text without any other word they do find, but only the `same_words`.
    enum class Told { words, signs_only };
    [[nodiscard]] Told told(Vector const& vector) const;
    [[nodiscard]] bool finds(TermId term, Told told) const
    {
        return holding_[term].size() <= held_by_most &&
               (told == Told::signs_only || lexicon_.tells(term));
    }
    static constexpr int same_words = 1000; // thousandths

    [[nodiscard]] std::vector<Slot> const& holding(TermId term) const { return holding_[term]; }
    [[nodiscard]] std::size_t slots() const { return bags_.size(); }
    [[nodiscard]] std::size_t terms() const { return holding_.size(); }
    [[nodiscard]] model::CaseId case_at(Slot slot) const { return bags_[slot].id; } // or none
    [[nodiscard]] int number_at(Slot slot) const { return bags_[slot].number; }
    // v / √(v·S·v)
    [[nodiscard]] Vector vector_of(Slot slot) const;
    // v·S
    [[nodiscard]] Vector softened(Vector const& vector) const;

private:
    static constexpr std::size_t fields = 4;
    using Times = std::array<std::uint16_t, fields>; // occurrences in each field
    using Counts = std::vector<std::pair<TermId, Times>>;
    struct Bag {
        model::CaseId id; // none: removed
        int number = 0;
        Counts counts; // by term
        Vector vector; // as of the last weighting
    };

    void forget(Slot slot);
    std::size_t take_in(model::CaseId id, model::Case const* text);
    void weigh_all_if_needed();
    [[nodiscard]] double idf(std::size_t holders) const;
    [[nodiscard]] Vector asked(std::string_view text) const;

    Lexicon lexicon_;
    std::vector<Bag> bags_;
    std::unordered_map<std::uint64_t, Slot> slot_of_;
    std::vector<std::vector<Slot>> holding_; // by term: cases that contain it
    std::size_t known_ = 0;                  // number of bags with a case
    std::vector<model::CaseId> to_read_;
    std::size_t next_to_read_ = 0;
    std::vector<Slot> to_weigh_;
    std::size_t next_to_weigh_ = 0;
    std::size_t weighed_for_ = 0; // known_ at the last weighting
    std::uint64_t revision_ = 1;
};

// Converts the soft cosine to the displayed similarity, 0..1.
double similarity_of(double cosine);

} // namespace analysis
