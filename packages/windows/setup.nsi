; The setup for one person, without an administrator. Made by packages/windows/pack:
;   makensis -DVERSION=... -DSTAGE=FOLDER -DFILES=LIST.nsh -DREMOVES=LIST.nsh -DICON=FILE -DOUTPUT=FILE setup.nsi
; /S installs without a question, /D=FOLDER elsewhere (the last argument, without quotes).
; Removing it removes the files that it brought, one by one, and no folder with anything else in it.
Target amd64-unicode
SetCompressor /SOLID lzma
!include MUI2.nsh
!include FileFunc.nsh

Name "Cadran"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Cadran"
InstallDirRegKey HKCU "Software\Cadran" "Folder"
BrandingText "Cadran ${VERSION}"

!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Cadran"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\cadran.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "English"

LangString SESSION ${LANG_FRENCH} "Séance Cadran"
LangString SESSION ${LANG_ENGLISH} "Cadran session"
LangString BUSY ${LANG_FRENCH} "Cadran est ouvert : fermez-le, puis recommencez."
LangString BUSY ${LANG_ENGLISH} "Cadran is open: close it, then try again."

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_FRENCH} "ProductName" "Cadran"
VIAddVersionKey /LANG=${LANG_FRENCH} "FileDescription" "Cadran"
VIAddVersionKey /LANG=${LANG_FRENCH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_FRENCH} "LegalCopyright" "EUPL-1.2"

; A running program cannot be replaced: nothing is changed then.
!macro RefuseWhileOpen
    IfFileExists "$INSTDIR\cadran.exe" 0 +6
    ClearErrors
    FileOpen $0 "$INSTDIR\cadran.exe" a
    IfErrors 0 +3
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(BUSY)" /SD IDOK
    Abort
    FileClose $0
!macroend

Section
    !insertmacro RefuseWhileOpen
    !include "${FILES}"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Cadran.lnk" "$INSTDIR\cadran.exe"
    WriteRegStr HKCU "Software\Cadran" "Folder" "$INSTDIR"
    WriteRegStr HKCU "Software\Classes\Cadran.Session" "" "$(SESSION)"
    WriteRegStr HKCU "Software\Classes\Cadran.Session\DefaultIcon" "" "$INSTDIR\cadran.exe,0"
    WriteRegStr HKCU "Software\Classes\Cadran.Session\shell\open\command" "" '"$INSTDIR\cadran.exe" "%1"'
    WriteRegStr HKCU "Software\Classes\.cadran" "" "Cadran.Session"
    WriteRegStr HKCU "Software\Classes\.cadran\OpenWithProgids" "Cadran.Session" ""
    WriteRegStr HKCU "${REMOVAL}" "DisplayName" "Cadran"
    WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\cadran.exe"
    WriteRegStr HKCU "${REMOVAL}" "Publisher" "Cadran"
    WriteRegStr HKCU "${REMOVAL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
    WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" $0
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section Uninstall
    !insertmacro RefuseWhileOpen
    !include "${REMOVES}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR" ; only when it is empty
    Delete "$SMPROGRAMS\Cadran.lnk"
    DeleteRegKey HKCU "Software\Classes\Cadran.Session"
    DeleteRegValue HKCU "Software\Classes\.cadran\OpenWithProgids" "Cadran.Session"
    ReadRegStr $0 HKCU "Software\Classes\.cadran" ""
    StrCmp $0 "Cadran.Session" 0 +2
    DeleteRegValue HKCU "Software\Classes\.cadran" ""
    DeleteRegKey /ifempty HKCU "Software\Classes\.cadran\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "Software\Classes\.cadran"
    DeleteRegKey HKCU "${REMOVAL}"
    DeleteRegKey HKCU "Software\Cadran"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
