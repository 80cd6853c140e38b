# One folder of app/ = one static library and one level. A folder may be a room of a larger one
# (`ui/kit`), with a level of its own; its library is then `app_ui_kit`.
#
#   app_restrict(<regex> ONLY <place>...)
#     Includes whose path matches <regex> from its start are allowed in these places alone: a module,
#     or a folder of one (module/folder).
#   app_module(<name> LEVEL <n> [USES <module>...] [LINKS <target>...] [LINKS_PRIVATE <target>...]
#              [ALONE <file>...] [FAST])
#     USES is transitive: the includes allowed to a used module are allowed to this one. LINKS is for
#     libraries used in the module's headers, LINKS_PRIVATE for those used in its .cpp files only.
#     ALONE: files that are never part of a batch, since a library that they include defines macros.
#     FAST: it computes or draws: -O2 in a release. All others wait for people, disks or networks and
#     are compiled for size: less compile time, a program a fifth smaller.
#   app_rooms(<name> <module>...)
#     One name for all rooms of a folder and the modules that they use.
#
# Both rules stop the build, not only a test: linking a higher level stops the configuration;
# including one, or a restricted header, stops the compilation of the module.

set(APP_ROOT "${CMAKE_CURRENT_SOURCE_DIR}")
set(APP_CHECK_INCLUDES "${CMAKE_CURRENT_LIST_DIR}/CheckIncludes.cmake")
define_property(TARGET PROPERTY APP_LEVEL BRIEF_DOCS "Level of a folder of app/")
define_property(TARGET PROPERTY APP_REACH BRIEF_DOCS "Folders of app/ that this one may include")

set_property(GLOBAL PROPERTY APP_RULES "")

function(app_restrict regex)
  cmake_parse_arguments(R "" "" "ONLY" ${ARGN})
  list(JOIN R_ONLY "," only)
  get_property(rules GLOBAL PROPERTY APP_RULES)
  string(APPEND rules "%${regex}@${only}")
  set_property(GLOBAL PROPERTY APP_RULES "${rules}")
endfunction()

# The library of a folder.
function(app_target name result)
  string(REPLACE "/" "_" target "app_${name}")
  set(${result} "${target}" PARENT_SCOPE)
endfunction()

function(app_module name)
  cmake_parse_arguments(M "FAST" "LEVEL" "USES;LINKS;LINKS_PRIVATE;ALONE" ${ARGN})
  set(folder "${APP_ROOT}/${name}")
  app_target(${name} target)
  file(GLOB_RECURSE checked CONFIGURE_DEPENDS "${folder}/*.cpp" "${folder}/*.h")
  set(sources ${checked}) # without those of another system
  if(WIN32)
    list(FILTER sources EXCLUDE REGEX "^${folder}/posix/")
  else()
    list(FILTER sources EXCLUDE REGEX "^${folder}/windows/")
  endif()
  if(NOT sources MATCHES "\\.cpp(;|$)") # a folder of headers is still a library
    set(empty "${CMAKE_CURRENT_BINARY_DIR}/${target}_headers_only.cpp")
    file(CONFIGURE OUTPUT "${empty}" CONTENT "// ${name} has no source file of its own.\n")
    list(APPEND sources "${empty}")
  endif()

  add_library(${target} STATIC ${sources})
  target_include_directories(${target} PUBLIC "${APP_ROOT}")
  target_link_libraries(${target} PUBLIC ${M_LINKS} PRIVATE ${M_LINKS_PRIVATE} cadran_warnings)
  # precompiled headers can be shared only among files compiled alike
  set(owner app_base)
  if(NOT M_FAST)
    target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:-Os>)
    set(owner app_platform)
  endif()
  if(NOT target STREQUAL owner)
    share_headers(${target} ${owner})
  endif()
  compile_in_batches(${target} 40) # all: no folder has more
  list(TRANSFORM M_ALONE PREPEND "${folder}/")
  set_source_files_properties(${M_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

  set(reach ${name})
  foreach(used IN LISTS M_USES)
    app_target(${used} used_target)
    if(NOT TARGET ${used_target})
      message(FATAL_ERROR "layering: ${name} uses ${used}, which is not declared above it")
    endif()
    get_target_property(level ${used_target} APP_LEVEL)
    if(NOT level LESS M_LEVEL)
      message(FATAL_ERROR
        "layering: ${name} (level ${M_LEVEL}) may not use ${used} (level ${level})")
    endif()
    target_link_libraries(${target} PUBLIC ${used_target})
    get_target_property(more ${used_target} APP_REACH)
    list(APPEND reach ${more})
  endforeach()
  list(REMOVE_DUPLICATES reach)
  set_target_properties(${target} PROPERTIES APP_LEVEL ${M_LEVEL} APP_REACH "${reach}")

  get_property(rules GLOBAL PROPERTY APP_RULES)
  list(JOIN reach "," reach_argument)
  set(check "${CMAKE_COMMAND}" "-DMODULE=${name}" "-DDIR=${folder}" "-DREACH=${reach_argument}"
    "-DRULES=${rules}" -P "${APP_CHECK_INCLUDES}")
  set(stamp "${CMAKE_CURRENT_BINARY_DIR}/layering_${target}.stamp")
  add_custom_command(OUTPUT "${stamp}"
    COMMAND ${check}
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS ${checked} "${APP_CHECK_INCLUDES}"
    COMMENT "Levels: app/${name}" VERBATIM)
  add_custom_target(layering_${target} DEPENDS "${stamp}")
  add_dependencies(${target} layering_${target})
  add_test(NAME layering.${name} COMMAND ${check})
  set_tests_properties(layering.${name} PROPERTIES LABELS unit)
endfunction()

function(app_rooms name)
  set(level 0)
  set(reach "")
  add_library(app_${name} INTERFACE)
  foreach(room IN LISTS ARGN)
    app_target(${room} target)
    target_link_libraries(app_${name} INTERFACE ${target})
    get_target_property(room_level ${target} APP_LEVEL)
    if(room_level GREATER level)
      set(level ${room_level})
    endif()
    get_target_property(more ${target} APP_REACH)
    list(APPEND reach ${more})
  endforeach()
  list(REMOVE_DUPLICATES reach)
  set_target_properties(app_${name} PROPERTIES APP_LEVEL ${level} APP_REACH "${reach}")
endfunction()
