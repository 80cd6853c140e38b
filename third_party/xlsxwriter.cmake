# libxlsxwriter 1.1, BSD-2-Clause. Writes Excel workbooks for exports.
find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h REQUIRED DOC "Folder of xlsxwriter.h")
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED DOC "libxlsxwriter")
add_library(third_xlsxwriter INTERFACE)
target_include_directories(third_xlsxwriter SYSTEM INTERFACE "${XLSXWRITER_INCLUDE_DIR}")
target_link_libraries(third_xlsxwriter INTERFACE "${XLSXWRITER_LIBRARY}" $<$<BOOL:${WIN32}>:third_minizip>)
