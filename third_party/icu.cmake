# ICU 72, Unicode-3.0. Accents, French order, grapheme and line breaking, encodings of imported files.
find_package(ICU 67 REQUIRED GLOBAL COMPONENTS uc i18n)
