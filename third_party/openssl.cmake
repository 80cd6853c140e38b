# OpenSSL 3, Apache-2.0. SHA-256 of each line of a session file, AES for the ballots; only libcrypto is linked.
find_package(OpenSSL 3 REQUIRED GLOBAL COMPONENTS Crypto)
if(WIN32)
  target_link_libraries(OpenSSL::Crypto INTERFACE ws2_32 crypt32 bcrypt)
endif()
