# ICU 72, Unicode-3.0. Accents, French order, grapheme and line breaking, encodings of imported files.
if(WIN32) # static, and its data is a library
  find_package(ICU 67 REQUIRED GLOBAL COMPONENTS uc i18n data)
  target_link_libraries(ICU::uc INTERFACE ICU::data)
  target_link_libraries(ICU::i18n INTERFACE ICU::uc)
else()
  find_package(ICU 67 REQUIRED GLOBAL COMPONENTS uc i18n)
endif()
