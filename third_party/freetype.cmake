# FreeType 2.12 (FTL or GPL-2.0). Widths of text and outlines of letters and icons where there is no window, and
# what pixels a shape covers: pictures as SVG and PNG.
find_package(Freetype 2.10 REQUIRED GLOBAL)
