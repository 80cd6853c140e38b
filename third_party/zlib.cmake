# zlib 1.2, Zlib. The page of the phone, compressed once when it is read.
find_package(ZLIB 1.2 REQUIRED GLOBAL)
