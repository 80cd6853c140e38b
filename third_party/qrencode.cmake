# libqrencode 4.1, LGPL-2.1-or-later. QR codes: the seal of a report.
find_path(QRENCODE_INCLUDE_DIR qrencode.h REQUIRED DOC "Folder of qrencode.h")
find_library(QRENCODE_LIBRARY qrencode REQUIRED DOC "libqrencode")
add_library(third_qrencode INTERFACE)
target_include_directories(third_qrencode SYSTEM INTERFACE "${QRENCODE_INCLUDE_DIR}")
target_link_libraries(third_qrencode INTERFACE "${QRENCODE_LIBRARY}")
