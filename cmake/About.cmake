# Writes OUTPUT, the source of shell::about, when what it says has changed: the version, the commit
# and the table of libraries of third_party/README.md.
#
#   cmake -DROOT=... -DVERSION=... -DOUTPUT=... -P About.cmake
find_program(GIT git)
set(COMMIT "")
if(GIT AND EXISTS "${ROOT}/.git")
  execute_process(COMMAND "${GIT}" -C "${ROOT}" rev-parse --short=10 HEAD
    OUTPUT_VARIABLE COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()

file(STRINGS "${ROOT}/third_party/README.md" rows REGEX "^\\| [^|]+ \\| [^|]+ \\| [^|]+ \\|")
set(COMPONENTS "")
foreach(row IN LISTS rows)
  if(NOT row MATCHES "^\\| library" AND row MATCHES "^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|")
    string(APPEND COMPONENTS "\n            {\"${CMAKE_MATCH_1}\", \"${CMAKE_MATCH_2}\", \"${CMAKE_MATCH_3}\"},")
  endif()
endforeach()
if(COMPONENTS STREQUAL "")
  message(FATAL_ERROR "third_party/README.md names no library")
endif()
configure_file("${ROOT}/app/shell/files/about.cpp.in" "${OUTPUT}" @ONLY)
