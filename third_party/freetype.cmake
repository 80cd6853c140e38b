# FreeType 2.12 (FTL or GPL-2.0). Widths of text and outlines of icons where there is no window: the pictures
# of a report, which are SVG.
find_package(Freetype 2.10 REQUIRED GLOBAL)
