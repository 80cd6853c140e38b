# Expat 2.5, MIT. Parses the XML of workbooks while it is unpacked.
find_package(EXPAT 2.4 REQUIRED GLOBAL) # 2.4 refuses entity expansion attacks
if(WIN32)
  target_compile_definitions(EXPAT::EXPAT INTERFACE XML_STATIC)
endif()
