# The toolchain for Windows programs made on Debian: g++-mingw-w64-x86-64-posix, everything static.
# Its libraries are made by third_party/windows.sh.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(machine x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${machine}-gcc-posix)
set(CMAKE_CXX_COMPILER ${machine}-g++-posix)
set(CMAKE_RC_COMPILER ${machine}-windres)
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)

# Windows 10 of 2017 (1709), the oldest with what is called here.
set(CMAKE_C_FLAGS_INIT "-D_WIN32_WINNT=0x0A00 -DWINVER=0x0A00 -DNTDDI_VERSION=0x0A000004")
set(CMAKE_CXX_FLAGS_INIT "-D_WIN32_WINNT=0x0A00 -DWINVER=0x0A00 -DNTDDI_VERSION=0x0A000004")

if(NOT CADRAN_WINDOWS_LIBRARIES)
  set(CADRAN_WINDOWS_LIBRARIES "$ENV{XDG_CACHE_HOME}")
  if(NOT CADRAN_WINDOWS_LIBRARIES)
    set(CADRAN_WINDOWS_LIBRARIES "$ENV{HOME}/.cache")
  endif()
  string(APPEND CADRAN_WINDOWS_LIBRARIES "/cadran/windows/libraries")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES CADRAN_WINDOWS_LIBRARIES)
set(CMAKE_FIND_ROOT_PATH "${CADRAN_WINDOWS_LIBRARIES}" "/usr/${machine}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Found elsewhere than on Debian's own machines: a folder of headers, and what is no code.
set(cereal_DIR "${CADRAN_WINDOWS_LIBRARIES}/lib/multiarch/cmake/cereal" CACHE PATH "")
set(CADRAN_INTER_DIR /usr/share/fonts/opentype/inter CACHE PATH "")
set(CADRAN_ICONS_DIR /usr/share/fonts/truetype/material-design-icons-iconfont CACHE PATH "")
set(CADRAN_SYMBOLA_DIR /usr/share/fonts/truetype/ancient-scripts CACHE PATH "")
set(CADRAN_DROID_DIR /usr/share/fonts/truetype/droid CACHE PATH "")
