# FreeType 2.12 (FTL or GPL-2.0). Text widths, outlines of glyphs and icons, and rasterised shapes without a window:
# pictures as SVG and PNG.
find_package(Freetype 2.10 REQUIRED GLOBAL)
if(WIN32) # static
  find_package(ZLIB REQUIRED GLOBAL)
  set_property(TARGET Freetype::Freetype APPEND PROPERTY INTERFACE_LINK_LIBRARIES ZLIB::ZLIB)
endif()
