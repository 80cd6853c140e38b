# cmake -DDATABASE=<compile_commands.json> -P PlainDatabase.cmake
# Removes the precompiled headers from its commands.
file(READ "${DATABASE}" text)
string(REGEX REPLACE " -Winvalid-pch( -include [^ ]*/cmake_pch\\.hxx)?" "" plain "${text}")
if(NOT plain STREQUAL text)
  file(WRITE "${DATABASE}" "${plain}")
endif()
