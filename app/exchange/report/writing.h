#pragma once

#include "exchange/report/facts.h"
#include "exchange/report/html.h"
#include "exchange/report/report.h"
#include "wording/summary.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// A report while it is written, and its sections.
namespace exchange {

class Writing {
public:
    Writing(ReportMeans const& with, ReportedSession const& of, ReportOptions const& as_asked,
            Facts const& known)
        : session(of)
        , doc(of.doc)
        , words(with.words)
        , options(as_asked)
        , facts(known)
        , means_(with)
    {
    }

    Html page;
    ReportedSession const& session;
    model::Document const& doc;
    i18n::Catalogue const& words;
    ReportOptions const& options;
    Facts const& facts;

    [[nodiscard]] bool shows(ReportPart part) const { return options.parts.contains(part); }
    [[nodiscard]] std::string const& word(std::string_view key) const
    {
        return words.text("report." + std::string(key));
    }
    [[nodiscard]] wording::Situation situation() const
    {
        return {doc, facts.ranking, facts.reference()};
    }
    [[nodiscard]] model::Case text_of(model::CaseId id) const
    {
        return model::get<model::Case>(doc, id);
    }
    // Whether a case is included: false for aside cases when those are excluded.
    [[nodiscard]] bool tells_of(model::CaseId id) const;

    // A section with its heading and an entry in the contents; `name` is the suffix of its message
    // keys and its id.
    void section(std::string_view name, std::function<void()> const& write);
    // A paragraph of the program's text; nothing when empty. Line ends separate paragraphs.
    void paragraph(std::string_view text, std::string_view looks = {});
    void list(std::vector<std::string> const& sentences);

    // A table with its caption. `rows` writes the rows, each in a <tr>.
    struct Column {
        std::string head;
        enum class Of { words, numbers } of = Of::words;
    };
    void table(std::string const& caption, std::vector<Column> const& columns,
               std::function<void()> const& rows);
    // Cells of a row: the program's text, user text, numbers, and the row's header.
    void cell(std::string_view text) { page.ours("td", text); }
    void cell_said(std::string_view text) { page.theirs("td", text); }
    void cell_number(std::string_view text) { page.ours("td", text, {{"class", "n"}}); }
    void cell_names_row(std::string_view text);

    // A picture with title, text alternative and legend. `narrow` is shown on phones instead.
    struct Picture {
        std::string title, description, legend;
        std::function<pictures::List(pictures::Means const&, base::Rect const&, pictures::Names)>
            draw;              // with a matrix box
        std::size_t names = 0; // number of labels that would be shown
        float height = 330;    // in pixels of the page, down to the scale
    };
    void matrix(Picture const& picture);
    // A small square picture.
    void square(pictures::List const& list, float side, std::string const& title,
                std::string_view looks);
    void icon(unsigned code); // beside a word with the same meaning

    [[nodiscard]] std::vector<std::string> const& contents() const { return contents_; }
    // Continues the picture numbers of `before`; for parts written separately.
    void goes_on_from(Writing const& before) { pictures_ = before.pictures_; }

private:
    void drawn(pictures::List const& list, base::Rect const& view, std::string const& title,
               std::string const& description, std::string_view looks);

    ReportMeans const& means_;
    std::vector<std::string> contents_; // names of the sections
    int pictures_ = 0;
};

// The first page: summary, figures, overall matrix, decisions.
void write_opening(Writing& w);
void write_asked(Writing& w);                          // the questions
void write_people(Writing& w);                         // the participants, as numbers
void write_rules(Writing& w);                          // rules and methods
void write_votes(Writing& w);                          // each vote with its result
void write_rooms(Writing& w, Facts::Vote const& vote); // of it, where rooms are compared
void write_order(Writing& w);                          // the order and its stability
void write_axes(Writing& w); // each matrix with a table, clouds and disagreements
void write_decisions(Writing& w);
void write_cases(Writing& w);
void write_ballots(Writing& w);
void write_log(Writing& w);   // when the events are given
void write_notes(Writing& w); // explanation of terms
void write_seal(Writing& w);
void write_small_seal(Writing& w); // short form, in two lines
// The contents of the one-page report, below its heading.
void write_single_page(Writing& w);

std::string data_address(std::string_view type, std::string_view bytes);

// A decision with its icon.
void write_verdict(Writing& w, model::Verdict verdict);

std::string style_of(Writing const& w, board::Palette const& palette);

} // namespace exchange
