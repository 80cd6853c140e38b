# OpenSSL 3, Apache-2.0. SHA-256 of each line of a session file, AES of the ballots; only its crypto half is linked.
find_package(OpenSSL 3 REQUIRED GLOBAL COMPONENTS Crypto)
