#pragma once

#include "exchange/answers/answers.h"
#include "exchange/cases/import_text.h"
#include "i18n/catalogue.h"

#include <iosfwd>
#include <string>
#include <vector>

// What was taken of answers from elsewhere, or would be, in words.
namespace exchange {

// "12 bulletins, jugement majoritaire".
std::string answers_head(i18n::Catalogue const& words, AnswersPlan const& plan, Taken taken);
// Where it is read: what can be said otherwise is typed there, or chosen here.
enum class At { command_line, window };
// What else is to be said before the rows: cases, columns, scales, latitude; a line each.
std::vector<std::string> answers_lines(i18n::Catalogue const& words, AnswersPlan const& plan,
                                       At at = At::command_line);
// A row or an answer that is not taken, with its line.
std::string left_line(i18n::Catalogue const& words, base::Error const& left,
                      At at = At::command_line);

// What a person reads of an error of `plan_answers`.
std::string answers_error(i18n::Catalogue const& words, base::Error error,
                          At at = At::command_line);

void print_answers(i18n::Catalogue const& words, AnswersPlan const& plan, Taken taken,
                   std::ostream& out);
// The same as one JSON document.
std::string answers_json(i18n::Catalogue const& words, model::Document const& doc,
                         AnswersPlan const& plan, Taken taken);

} // namespace exchange
