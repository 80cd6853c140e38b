# minizip 1.1 (of zlib), Zlib. Reads and writes the ZIP archives of workbooks.
find_path(MINIZIP_INCLUDE_DIR minizip/unzip.h REQUIRED DOC "Folder of minizip/unzip.h")
find_library(MINIZIP_LIBRARY minizip REQUIRED DOC "minizip")
find_package(ZLIB REQUIRED GLOBAL)
add_library(third_minizip INTERFACE)
target_include_directories(third_minizip SYSTEM INTERFACE "${MINIZIP_INCLUDE_DIR}")
target_link_libraries(third_minizip INTERFACE "${MINIZIP_LIBRARY}" ZLIB::ZLIB)
