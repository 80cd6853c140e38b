cmake_minimum_required(VERSION 3.25)
# cmake -DPROGRAM=<clang-format> -DROOT=<source> -P CheckFormat.cmake: fails on the first file that
# clang-format would change.
file(GLOB_RECURSE files "${ROOT}/app/*.h" "${ROOT}/app/*.cpp" "${ROOT}/tests/*.h" "${ROOT}/tests/*.cpp")
execute_process(COMMAND "${PROGRAM}" --dry-run --Werror ${files} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "run clang-format -i on the files above")
endif()
