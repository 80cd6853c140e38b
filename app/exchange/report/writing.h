#pragma once

#include "exchange/report/facts.h"
#include "exchange/report/html.h"
#include "exchange/report/report.h"
#include "wording/summary.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// A report being written, and the parts it is made of.
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
    // Whether a case is told of: not one set aside where those are left out.
    [[nodiscard]] bool tells_of(model::CaseId id) const;

    // A section under its heading, which the contents lead to: `name` is the end of the keys of its
    // words and its id.
    void section(std::string_view name, std::function<void()> const& write);
    // A paragraph of ours; nothing of an empty one. With a line end in it, several.
    void paragraph(std::string_view text, std::string_view looks = {});
    void list(std::vector<std::string> const& sentences);

    // A table with its caption. Rows are written by `rows`, each in a <tr>.
    struct Column {
        std::string head;
        enum class Of { words, numbers } of = Of::words;
    };
    void table(std::string const& caption, std::vector<Column> const& columns,
               std::function<void()> const& rows);
    // Cells of a row: of ours, of people, numbers, and the one that names the row.
    void cell(std::string_view text) { page.ours("td", text); }
    void cell_said(std::string_view text) { page.theirs("td", text); }
    void cell_number(std::string_view text) { page.ours("td", text, {{"class", "n"}}); }
    void cell_names_row(std::string_view text);

    // A picture with what it is called, what it shows in words, and its legend under it. `narrow`
    // takes its place on a telephone.
    struct Picture {
        std::string title, description, legend;
        std::function<pictures::List(pictures::Means const&, base::Rect const&, pictures::Names)>
            draw;              // with a matrix box
        std::size_t names = 0; // how many there would be
        float height = 330;    // in pixels of a page, down to the scale
    };
    void matrix(Picture const& picture);
    // A small square picture by itself.
    void square(pictures::List const& list, float side, std::string const& title,
                std::string_view looks);
    void icon(unsigned code); // beside a word that says the same

    [[nodiscard]] std::vector<std::string> const& contents() const { return contents_; }
    // A part that is written apart and comes into the same page: its pictures count on.
    void goes_on_from(Writing const& before) { pictures_ = before.pictures_; }

private:
    void drawn(pictures::List const& list, base::Rect const& view, std::string const& title,
               std::string const& description, std::string_view looks);

    ReportMeans const& means_;
    std::vector<std::string> contents_; // names of the sections
    int pictures_ = 0;
};

// The first page: what happened in a few sentences and figures, the matrix over all axes, what was
// decided.
void write_opening(Writing& w);
void write_asked(Writing& w);  // what was asked
void write_people(Writing& w); // who took part, in counts
void write_rules(Writing& w);  // how it was decided, and by what rules
void write_votes(Writing& w);  // each vote with its result
void write_order(Writing& w);  // the order with its solidity
void write_axes(Writing& w);   // each matrix beside its table, clouds and disagreements
void write_decisions(Writing& w);
void write_cases(Writing& w);
void write_ballots(Writing& w);
void write_log(Writing& w);   // of a session whose story is told
void write_notes(Writing& w); // words explained
void write_seal(Writing& w);
void write_small_seal(Writing& w); // its code, in two lines
// What stands on the single page, under its head.
void write_single_page(Writing& w);

// Bytes within a page; and as an address of what is there itself.
std::string base64(std::string_view bytes);
std::string data_address(std::string_view type, std::string_view bytes);

// A verdict with its sign.
void write_verdict(Writing& w, model::Verdict verdict);

std::string style_of(Writing const& w, board::Palette const& palette);

} // namespace exchange
