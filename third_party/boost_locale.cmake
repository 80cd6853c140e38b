# Boost.Locale 1.74, BSL-1.0. gettext catalogues with plurals, without needing a system locale.
find_package(Boost 1.74 REQUIRED GLOBAL COMPONENTS locale)
