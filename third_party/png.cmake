# libpng 1.6 (libpng-2.0). Pictures as PNG.
find_package(PNG 1.6 REQUIRED GLOBAL)
