# Boost 1.74, BSL-1.0. Locale: gettext catalogues with plurals, without needing a system locale.
# Multiprecision (headers only): integers of any size.
if(WIN32) # the parts of Locale that third_party/windows.sh builds
  find_package(Boost 1.74 REQUIRED GLOBAL)
  find_library(BOOST_LOCALE_LIBRARY boost_locale REQUIRED DOC "Boost.Locale")
  add_library(Boost::locale INTERFACE IMPORTED GLOBAL)
  target_link_libraries(Boost::locale INTERFACE Boost::headers "${BOOST_LOCALE_LIBRARY}")
else()
  find_package(Boost 1.74 REQUIRED GLOBAL COMPONENTS locale)
endif()

# Beast and Asio: HTTP on the local network. What of them can be compiled once is (app/room/beast.cpp).
find_package(OpenSSL 3 REQUIRED GLOBAL COMPONENTS SSL)
find_package(Threads REQUIRED GLOBAL)
add_library(third_beast INTERFACE)
target_compile_definitions(third_beast INTERFACE
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED)
target_link_libraries(third_beast INTERFACE Boost::headers OpenSSL::SSL Threads::Threads
  $<$<BOOL:${WIN32}>:ws2_32> $<$<BOOL:${WIN32}>:mswsock>)
