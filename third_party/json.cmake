# nlohmann/json 3.11.2, MIT. Output of the command line with --json; not used for the session file.
third_url(https://github.com/nlohmann/json/archive/refs/tags/v3.11.2.tar.gz url)
FetchContent_Declare(nlohmann_json
  URL ${url}
  URL_HASH SHA256=d69f9deb6a75e2580465c6c4c5111b89c4dc2fa94e3a85fcd2ffcd9a143d9273
  FIND_PACKAGE_ARGS 3.11 GLOBAL)
FetchContent_MakeAvailable(nlohmann_json)
third_quiet(nlohmann_json)
add_library(third_json INTERFACE)
target_link_libraries(third_json INTERFACE nlohmann_json::nlohmann_json)
