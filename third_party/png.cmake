# libpng 1.6 (libpng-2.0). Pictures of the board, written where there is no screen and in reports.
find_package(PNG 1.6 REQUIRED GLOBAL)
