# A guide written in Markdown as a page that any browser shows and prints.
#
#   cmake -DCMARK=<program> -DSOURCE=<guide.md> -DSTYLE=<page.css> -DLANGUAGE=<fr|en> -DPAGE=<out.html> -P MakePage.cmake
execute_process(COMMAND "${CMARK}" --extension table --to html "${SOURCE}"
  OUTPUT_VARIABLE body COMMAND_ERROR_IS_FATAL ANY)
file(READ "${SOURCE}" text)
string(REGEX MATCH "# ([^\n]+)" first "${text}")
set(title "${CMAKE_MATCH_1}")
file(READ "${STYLE}" style)
# Wide tables scroll by themselves on narrow screens, also by keyboard.
string(REPLACE "<table>" "<div class=\"table\" tabindex=\"0\"><table>" body "${body}")
string(REPLACE "</table>" "</table></div>" body "${body}")
# A guide in two languages: its second title begins the English part.
string(FIND "${body}" "<h1>" second REVERSE)
set(english "")
if(second GREATER 0)
  string(SUBSTRING "${body}" ${second} -1 english)
  string(SUBSTRING "${body}" 0 ${second} body)
  set(english "<section lang=\"en\">\n${english}</section>\n")
endif()
if(LANGUAGE STREQUAL "fr") # no line break before these signs
  foreach(sign ";" ":" "?" "!" "»")
    string(REPLACE " ${sign}" "&nbsp;${sign}" body "${body}")
  endforeach()
  string(REPLACE "« " "«&nbsp;" body "${body}")
endif()
string(APPEND body "${english}")
file(WRITE "${PAGE}" "<!doctype html>
<html lang=\"${LANGUAGE}\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>${title} · Cadran</title>
<style>
${style}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
")
