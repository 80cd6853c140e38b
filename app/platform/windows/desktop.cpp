#include "platform/desktop.h"

#include "platform/windows/system.h"

#include <algorithm>

namespace platform {
namespace {

using windows::environment;
using windows::narrow;

bool dark()
{
    DWORD light = 1, size = sizeof light;
    auto const read = ::RegGetValueW(
        HKEY_CURRENT_USER, L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
        L"AppsUseLightTheme", RRF_RT_REG_DWORD, nullptr, &light, &size);
    return read == ERROR_SUCCESS && light == 0;
}

bool less_motion()
{
    if (auto const said = environment(L"CADRAN_REDUCED_MOTION"); !said.empty()) return said != L"0";
    BOOL animated = TRUE;
    return ::SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &animated, 0) != 0 &&
           animated == FALSE;
}

} // namespace

DesktopWishes desktop_wishes() { return {less_motion(), dark()}; }

std::string desktop_language()
{
    for (auto const* variable : {L"LC_ALL", L"LC_MESSAGES", L"LANG"})
        if (auto const said = environment(variable); !said.empty()) return narrow(said);
    wchar_t name[LOCALE_NAME_MAX_LENGTH] = {};
    auto const language = ::GetUserDefaultUILanguage(); // what menus are in, not how dates are
    if (::LCIDToLocaleName(MAKELCID(language, SORT_DEFAULT), name, LOCALE_NAME_MAX_LENGTH, 0) == 0)
        return {};
    auto out = narrow(name);
    std::ranges::replace(out, '-', '_');
    return out;
}

} // namespace platform
