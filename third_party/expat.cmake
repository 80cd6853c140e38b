# Expat 2.5, MIT. The XML of workbooks, piece by piece as it is unpacked.
find_package(EXPAT 2.4 REQUIRED GLOBAL) # 2.4: entities that grow without end are refused
