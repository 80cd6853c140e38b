# cmake -DROOT=<checkout> -DMADE=<build>/packages -DFOLDER=<scratch> -P CheckPackages.cmake
# What a desktop reads of the package is well formed, in both languages, and a session file is
# recognised by its name and by its contents. What this machine has no tool for is skipped.
set(id fr.cadran.Cadran)
set(linux "${ROOT}/packages/linux")

function(skipped why)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E echo "[skipped] ${why}")
endfunction()

function(passes)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT code EQUAL 0)
    list(JOIN ARGN " " command)
    message(SEND_ERROR "${command}\n${said}")
  endif()
endfunction()

find_program(DESKTOP desktop-file-validate)
if(DESKTOP)
  passes("${DESKTOP}" "${linux}/${id}.desktop")
else()
  skipped("no desktop-file-validate")
endif()
find_program(APPSTREAM appstreamcli)
if(APPSTREAM)
  passes("${APPSTREAM}" validate --no-net "${MADE}/${id}.metainfo.xml")
else()
  skipped("no appstreamcli")
endif()

# A double click passes the file; the type and the identifier are the same in the three files.
foreach(part "desktop=\nExec=cadran %f\n" "desktop=\nIcon=${id}\n" "desktop=MimeType=application/vnd.cadran.session;"
    "metainfo.xml=<launchable type=\"desktop-id\">${id}.desktop</launchable>"
    "metainfo.xml=<mediatype>application/vnd.cadran.session</mediatype>"
    "mime.xml=<mime-type type=\"application/vnd.cadran.session\">")
  string(REGEX MATCH "^([a-z.]+)=(.*)$" whole "${part}")
  set(text "${CMAKE_MATCH_2}")
  file(READ "${linux}/${id}.${CMAKE_MATCH_1}" contents)
  string(FIND "${contents}" "${text}" at)
  if(at EQUAL -1)
    message(SEND_ERROR "${id}.${CMAKE_MATCH_1} lacks ${text}")
  endif()
endforeach()

find_program(MIME update-mime-database)
find_program(GIO gio)
if(MIME AND GIO AND EXISTS /usr/share/mime/packages/freedesktop.org.xml)
  file(REMOVE_RECURSE "${FOLDER}")
  file(MAKE_DIRECTORY "${FOLDER}/mime/packages")
  file(COPY_FILE "${linux}/${id}.mime.xml" "${FOLDER}/mime/packages/${id}.xml")
  file(COPY_FILE /usr/share/mime/packages/freedesktop.org.xml "${FOLDER}/mime/packages/freedesktop.org.xml")
  passes("${MIME}" "${FOLDER}/mime")
  foreach(name "séance d’été.cadran" "sans-nom")
    file(COPY_FILE "${ROOT}/sessions/exemple.cadran" "${FOLDER}/${name}")
    execute_process(OUTPUT_VARIABLE said
      COMMAND "${CMAKE_COMMAND}" -E env "XDG_DATA_HOME=${FOLDER}" "XDG_DATA_DIRS=${FOLDER}" LC_ALL=C.UTF-8
        "${GIO}" info -a standard::content-type "${FOLDER}/${name}")
    if(NOT said MATCHES "application/vnd\\.cadran\\.session")
      message(SEND_ERROR "${name} is taken for another file:\n${said}")
    endif()
  endforeach()
else()
  skipped("no gio or update-mime-database")
endif()

# Manual pages: no mistake of their language, and every command in both.
find_program(MAN man)
foreach(page cadran.1 cadran.fr.1)
  file(READ "${linux}/${page}" text)
  file(READ "${ROOT}/app/shell/cli/arguments.cpp" source)
  string(REGEX MATCHALL "command\\(Command::[a-z_]+, \"[a-z]+\"" commands "${source}")
  if(NOT commands)
    message(SEND_ERROR "app/shell/cli/arguments.cpp names no command")
  endif()
  foreach(command IN LISTS commands)
    string(REGEX REPLACE ".*\"([a-z]+)\"" "\\1" command "${command}")
    if(NOT text MATCHES "[^a-z]${command}[^a-z]")
      message(SEND_ERROR "${page} does not name the command ${command}")
    endif()
  endforeach()
  if(MAN)
    execute_process(ERROR_VARIABLE said OUTPUT_QUIET
      COMMAND "${CMAKE_COMMAND}" -E env LC_ALL=C.UTF-8 MANROFFSEQ= MANWIDTH=80
        "${MAN}" --warnings -E UTF-8 -l -Tutf8 -Z "${linux}/${page}")
    if(said)
      message(SEND_ERROR "${page}:\n${said}")
    endif()
  endif()
endforeach()
