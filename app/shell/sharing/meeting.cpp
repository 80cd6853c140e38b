#include "shell/sharing/meeting.h"

#include "journal/file_log.h"
#include "model/document.h"
#include "platform/disk.h"

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;
using federation::Invitation;
using model::SitePart;

constexpr char const* every_interface = "0.0.0.0";
constexpr char const* this_machine = "127.0.0.1";

Invitation invitation_to(federation::Server const& server, std::string const& session,
                         std::string const& address, SitePart part)
{
    auto const& secrets = server.secrets();
    bool const reads = part == SitePart::reader;
    return {session,
            {server.url(address),
             reads ? federation::server_reader : federation::server_user,
             reads ? secrets.reader_password : secrets.password,
             secrets.certificate.certificate,
             federation::certificate_name,
             {}},
            part};
}

} // namespace

fs::path invitation_beside(fs::path const& file, SitePart part)
{
    auto path = file;
    return path += "." + std::string(base::name_of(part)) + ".invitation";
}

Result<Meeting> host_session(fs::path const& file, std::string const& session,
                             fs::path const& folder, federation::Hosting const& at,
                             std::string const& shown)
{
    auto program = federation::find_server();
    if (!program) return fail(program.error());
    federation::Server::Means means{*program, folder};
    auto server = federation::Server::start(means, at);
    if (!server) return fail(server.error());
    for (auto part : invited_parts)
        if (auto ok = platform::write_whole(
                platform::real_disk(), invitation_beside(file, part),
                federation::invitation_text(invitation_to(**server, session, shown, part)),
                platform::Clobber::yes, platform::Readers::owner);
            !ok)
            return fail(ok.error());
    auto const own = at.address == every_interface ? std::string(this_machine) : at.address;
    auto invitation = invitation_to(**server, session, own, SitePart::facilitator);
    return Meeting{std::move(invitation), *std::move(server), std::move(means)};
}

Result<void> received(fs::path const& file, Invitation const& invitation)
{
    std::error_code failed;
    if (fs::exists(file, failed)) {
        auto const log = journal::FileLog::open(file, journal::OpenMode::read);
        if (!log) return fail(log.error());
        if (log->log->header().session != invitation.session)
            return fail(Errc::conflict, "shared.other_session", file.filename().string());
        return {};
    }
    auto wire = federation::connect_nats(invitation.server, invitation.session);
    if (!wire) return fail(wire.error());
    return federation::receive_session(**wire, file);
}

std::string letter_of(int number)
{
    constexpr int letters = 26;
    std::string out;
    for (int left = number; left > 0; left = (left - 1) / letters)
        out.insert(out.begin(), static_cast<char>('A' + (left - 1) % letters));
    return out;
}

std::string letter_of(model::Document const& doc, model::SiteId id)
{
    return letter_of(model::get<model::Site>(doc, id).number);
}

} // namespace shell
