# nlohmann/json 3.11.2, MIT. What the command line prints with --json; never the session file.
FetchContent_Declare(nlohmann_json
  GIT_REPOSITORY https://github.com/nlohmann/json.git
  GIT_TAG v3.11.2
  SYSTEM
  FIND_PACKAGE_ARGS 3.11 GLOBAL)
FetchContent_MakeAvailable(nlohmann_json)
add_library(third_json INTERFACE)
target_link_libraries(third_json INTERFACE nlohmann_json::nlohmann_json)
