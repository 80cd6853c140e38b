#pragma once

#include "exchange/answers/answers.h"
#include "exchange/cases/import_text.h"
#include "i18n/catalogue.h"

#include <iosfwd>
#include <string>
#include <vector>

// Describes an import of answers, done or planned.
namespace exchange {

// "12 bulletins, jugement majoritaire".
std::string answers_head(i18n::Catalogue const& words, AnswersPlan const& plan, Taken taken);
// The command line mentions options to type; the window does not.
enum class At { command_line, window };
// Further lines before the rows: cases, columns, scales, assumptions.
std::vector<std::string> answers_lines(i18n::Catalogue const& words, AnswersPlan const& plan,
                                       At at = At::command_line);
// A row or an answer that is not imported, with its line number.
std::string left_line(i18n::Catalogue const& words, base::Error const& left,
                      At at = At::command_line);

// The message for an error of `plan_answers`.
std::string answers_error(i18n::Catalogue const& words, base::Error error,
                          At at = At::command_line);

void print_answers(i18n::Catalogue const& words, AnswersPlan const& plan, Taken taken,
                   std::ostream& out);
// The same as a JSON document.
std::string answers_json(i18n::Catalogue const& words, model::Document const& doc,
                         AnswersPlan const& plan, Taken taken);

} // namespace exchange
