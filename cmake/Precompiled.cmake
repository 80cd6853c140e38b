# Headers of the standard library take most of the compile time of a small file: they are compiled
# once for app/ and once for tests/, and shared by all targets of each.
#
#   precompile_headers(<target> <header>...)   compiles them with this target
#   share_headers(<target> <owner>)            uses those compiled with <owner>
#
# A file must still include what it uses: clang-tidy and editors read compile_commands.json, which
# has no precompiled headers.

function(precompile_headers target)
  target_precompile_headers(${target} PRIVATE ${ARGN})
  pch_for_ccache(${target})
  if(CMAKE_EXPORT_COMPILE_COMMANDS AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
    add_dependencies(${target} compile_commands)
  endif()
endfunction()

function(share_headers target owner)
  target_precompile_headers(${target} REUSE_FROM ${owner})
  pch_for_ccache(${target})
endfunction()

# Makes the compiler report to ccache which precompiled header it read.
function(pch_for_ccache target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  endif()
endfunction()

# clang would try to read the headers that g++ precompiled, and fail.
set(database "${CMAKE_BINARY_DIR}/compile_commands.json")
set(stamp "${CMAKE_BINARY_DIR}/compile_commands.stamp")
add_custom_command(OUTPUT "${stamp}"
  COMMAND "${CMAKE_COMMAND}" "-DDATABASE=${database}" -P "${CMAKE_CURRENT_LIST_DIR}/PlainDatabase.cmake"
  COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
  DEPENDS "${database}" "${CMAKE_CURRENT_LIST_DIR}/PlainDatabase.cmake"
  COMMENT "Commands for tools, without precompiled headers" VERBATIM)
add_custom_target(compile_commands DEPENDS "${stamp}")
