#include "platform/network.h"

#include "platform/windows/system.h"

#include <iphlpapi.h>
#include <utility>
#include <ws2tcpip.h>

namespace platform {
namespace {

using windows::narrow;

Interface::Kind kind_of(IP_ADAPTER_ADDRESSES const& adapter, std::string const& name)
{
    if (adapter.IfType == IF_TYPE_SOFTWARE_LOOPBACK) return Interface::Kind::loopback;
    if (adapter.IfType != IF_TYPE_ETHERNET_CSMACD && adapter.IfType != IF_TYPE_IEEE80211)
        return Interface::Kind::virtual_link;
    // A person may have renamed it: its description stays.
    auto const description = narrow(adapter.Description);
    for (auto const* part : {"Virtual", "Hyper-V", "TAP", "WireGuard", "VPN", "Wintun"})
        if (description.find(part) != std::string::npos) return Interface::Kind::virtual_link;
    return interface_kind(name);
}

std::string digits_of(sockaddr_in const& address)
{
    // NOLINTNEXTLINE: the bytes of an address stand in the order of the network
    auto const* const part = reinterpret_cast<unsigned char const*>(&address.sin_addr);
    std::string out;
    for (int i = 0; i < 4; ++i) out += (i > 0 ? "." : "") + std::to_string(part[i]);
    return out;
}

} // namespace

std::vector<Interface> interfaces()
{
    constexpr ULONG flags =
        GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST | GAA_FLAG_SKIP_DNS_SERVER;
    std::vector<char> bytes(16'384);
    auto size = static_cast<ULONG>(bytes.size());
    auto const first = [&] { return reinterpret_cast<IP_ADAPTER_ADDRESSES*>(bytes.data()); };
    auto answer = ::GetAdaptersAddresses(AF_INET, flags, nullptr, first(), &size);
    for (int left = 3; answer == ERROR_BUFFER_OVERFLOW && left > 0; --left) {
        bytes.resize(size);
        answer = ::GetAdaptersAddresses(AF_INET, flags, nullptr, first(), &size);
    }
    if (answer != ERROR_SUCCESS) return {};
    std::vector<Interface> out;
    for (auto const* one = first(); one; one = one->Next) {
        if (one->OperStatus != IfOperStatusUp) continue;
        auto const name = narrow(one->FriendlyName);
        for (auto const* has = one->FirstUnicastAddress; has; has = has->Next) {
            auto const* const address = has->Address.lpSockaddr;
            if (!address || address->sa_family != AF_INET) continue;
            out.push_back({kind_of(*one, name), name,
                           digits_of(*reinterpret_cast<sockaddr_in const*>(address))}); // NOLINT
        }
    }
    return ranked(std::move(out));
}

void give_up_after(std::intptr_t socket, std::chrono::seconds patience)
{
    constexpr int longest_retransmission = 5; // TCP_MAXRT, in seconds
    auto const seconds = static_cast<DWORD>(patience.count());
    (void)::setsockopt(static_cast<SOCKET>(socket), IPPROTO_TCP, longest_retransmission,
                       reinterpret_cast<char const*>(&seconds), sizeof seconds); // NOLINT
}

std::string host_name()
{
    wchar_t name[256] = {};
    DWORD size = 256;
    if (::GetComputerNameExW(ComputerNameDnsHostname, name, &size) == 0) return {};
    auto const whole = narrow({name, size});
    return whole.substr(0, whole.find('.'));
}

} // namespace platform
