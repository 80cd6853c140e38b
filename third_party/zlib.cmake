# zlib 1.2, Zlib. The page of the phone, compressed once when it is read; the lines of a session in memory.
find_package(ZLIB 1.2 REQUIRED GLOBAL)
