# Boost 1.74, BSL-1.0. Locale: gettext catalogues with plurals, without needing a system locale.
# Multiprecision (headers only): integers of any size.
find_package(Boost 1.74 REQUIRED GLOBAL COMPONENTS locale)
