cmake_minimum_required(VERSION 3.25)
# cmake -DPROGRAM=<clang-format> -DROOT=<source> -P CheckFormat.cmake
# Fails when clang-format would change a file of app/ or tests/, and lists these files.
file(GLOB_RECURSE files "${ROOT}/app/*.h" "${ROOT}/app/*.cpp" "${ROOT}/tests/*.h" "${ROOT}/tests/*.cpp")
execute_process(COMMAND "${PROGRAM}" --dry-run ${files} ERROR_VARIABLE said)
string(REGEX MATCHALL "[^\n]*: code should be clang-formatted" lines "${said}")
list(TRANSFORM lines REPLACE ":[0-9]+:[0-9]+: .*" "")
list(REMOVE_DUPLICATES lines)
if(lines)
  list(JOIN lines "\n  " named)
  message(FATAL_ERROR "run clang-format -i on:\n  ${named}\n")
endif()
