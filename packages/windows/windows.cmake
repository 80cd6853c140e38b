# What is in the programs for Windows beside their code: icon, manifest, version; and cadran.com.
set(made "${CMAKE_CURRENT_BINARY_DIR}")
set(mark "${PROJECT_SOURCE_DIR}/assets/icons/cadran.svg")
configure_file(windows/cadran.manifest "${made}/cadran.manifest" @ONLY)
configure_file(windows/cadran.rc.in "${made}/cadran.rc" @ONLY)

find_program(RSVG rsvg-convert REQUIRED)
find_program(ICOTOOL icotool REQUIRED)
set(pictures "")
foreach(size 16 20 24 32 40 48 64 256)
  add_custom_command(OUTPUT "${made}/${size}.png" DEPENDS "${mark}"
    COMMAND "${RSVG}" -w ${size} -h ${size} -o "${made}/${size}.png" "${mark}" VERBATIM)
  list(APPEND pictures "${made}/${size}.png")
endforeach()
# The largest stands in the file as it is, as Explorer expects.
add_custom_command(OUTPUT "${made}/cadran.ico" DEPENDS ${pictures}
  COMMAND "${ICOTOOL}" -c -o "${made}/cadran.ico" "${made}/16.png" "${made}/20.png" "${made}/24.png" "${made}/32.png"
    "${made}/40.png" "${made}/48.png" "${made}/64.png" -r "${made}/256.png" VERBATIM)

add_library(windows_resources OBJECT "${made}/cadran.rc")
set_source_files_properties("${made}/cadran.rc" PROPERTIES
  OBJECT_DEPENDS "${made}/cadran.ico;${made}/cadran.manifest")
add_executable(cadran_com windows/cadran_com.cpp $<TARGET_OBJECTS:windows_resources>)
set_target_properties(cadran_com PROPERTIES OUTPUT_NAME cadran SUFFIX .com)
target_link_libraries(cadran_com PRIVATE cadran_warnings)
set_target_properties(cadran PROPERTIES WIN32_EXECUTABLE ON) # no console of its own: see cadran_com.cpp
target_sources(cadran PRIVATE $<TARGET_OBJECTS:windows_resources>)
