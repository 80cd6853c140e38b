# Inter 4.0, OFL-1.1: all texts of the interface, readable at a distance of five metres.
# Material Design icons 6.7.0, Apache-2.0: every icon.
# Symbola 2.60 of Debian, free for any use: emoji and symbols that Inter lacks.
# Droid Sans Fallback 6.0.1, Apache-2.0: Chinese and Japanese.
# They are copied into the build folder, not into the repository.
find_path(CADRAN_INTER_DIR Inter-Regular.otf
  PATHS /usr/share/fonts/opentype/inter
  DOC "Folder of the Inter font files (.otf)")
if(NOT CADRAN_INTER_DIR)
  third_url(https://github.com/rsms/inter/releases/download/v4.0/Inter-4.0.zip url)
  FetchContent_Declare(inter
    URL ${url}
    URL_HASH SHA256=ff970a5d4561a04f102a7cb781adbd6ac4e9b6c460914c7a101f15acb7f7d1a4)
  FetchContent_MakeAvailable(inter)
  set(CADRAN_INTER_DIR "${inter_SOURCE_DIR}/extras/otf")
endif()
find_path(CADRAN_ICONS_DIR MaterialIcons-Regular.ttf
  PATHS /usr/share/fonts/truetype/material-design-icons-iconfont
  DOC "Folder of MaterialIcons-Regular.ttf")
if(NOT CADRAN_ICONS_DIR)
  FetchContent_Declare(material_icons
    GIT_REPOSITORY https://github.com/jossef/material-design-icons-iconfont.git
    GIT_TAG v6.7.0)
  FetchContent_MakeAvailable(material_icons)
  set(CADRAN_ICONS_DIR "${material_icons_SOURCE_DIR}/dist/fonts")
endif()
find_path(CADRAN_SYMBOLA_DIR Symbola_hint.ttf
  PATHS /usr/share/fonts/truetype/ancient-scripts
  DOC "Folder of Symbola_hint.ttf")
if(NOT CADRAN_SYMBOLA_DIR) # upstream's archive is gone; Debian and others package the font
  message(FATAL_ERROR "Symbola_hint.ttf was not found: install Symbola (fonts-symbola) or set CADRAN_SYMBOLA_DIR")
endif()
find_path(CADRAN_DROID_DIR DroidSansFallbackFull.ttf
  PATHS /usr/share/fonts/truetype/droid
  DOC "Folder of DroidSansFallbackFull.ttf")
if(NOT CADRAN_DROID_DIR)
  message(FATAL_ERROR "DroidSansFallbackFull.ttf was not found: install it (fonts-droid-fallback) or set CADRAN_DROID_DIR")
endif()
set(CADRAN_FONT_FILES
  "${CADRAN_INTER_DIR}/Inter-Regular.otf"
  "${CADRAN_INTER_DIR}/Inter-Medium.otf"
  "${CADRAN_INTER_DIR}/Inter-SemiBold.otf"
  "${CADRAN_INTER_DIR}/InterDisplay-SemiBold.otf"
  "${CADRAN_ICONS_DIR}/MaterialIcons-Regular.ttf"
  "${CADRAN_SYMBOLA_DIR}/Symbola_hint.ttf"
  "${CADRAN_DROID_DIR}/DroidSansFallbackFull.ttf")
set_property(GLOBAL PROPERTY CADRAN_FONT_FILES "${CADRAN_FONT_FILES}")
