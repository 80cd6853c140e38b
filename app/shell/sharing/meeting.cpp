#include "shell/sharing/meeting.h"

#include "journal/file_log.h"
#include "model/rooms.h"
#include "platform/disk.h"
#include "session/outbox_path.h"
#include "session/reading.h"
#include "shell/machine/file_stem.h"

#include <algorithm>
#include <fstream>

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

// Whether the session file has that id in its first line.
bool is_of_session(fs::path const& file, std::string const& id)
{
    constexpr std::size_t header_most = 4096;
    std::ifstream in(file, std::ios::binary);
    std::string line(header_most, '\0');
    in.read(line.data(), static_cast<std::streamsize>(line.size()));
    line.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return line.substr(0, line.find('\n')).find('"' + id + '"') != std::string::npos;
}

} // namespace

fs::path invitation_beside(fs::path const& file, SitePart part)
{
    auto path = file;
    return path += "." + std::string(base::name_of(part)) + ".invitation";
}

Result<Meeting> host_session(std::string const& session, fs::path const& folder,
                             federation::Hosting const& at, std::string const& shown)
{
    auto program = federation::find_server();
    if (!program) return fail(program.error());
    federation::Server::Means means{*program, folder};
    auto server = federation::Server::start(means, at);
    if (!server) return fail(server.error());
    auto const own = at.address == every_interface ? std::string(this_machine) : at.address;
    auto invitation = invitation_to(**server, session, own, SitePart::facilitator);
    return Meeting{std::move(invitation), *std::move(server), std::move(means), shown};
}

bool hosted_before(fs::path const& file, std::string const& session, fs::path const& folder)
{
    if (was_shared(file)) return false;
    auto const stream = federation::stream_of(session);
    std::error_code failed;
    for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed))
        if (it->path().filename() == stream) return true;
    return false;
}

Result<void> write_invitations(fs::path const& file, Meeting const& meeting)
{
    if (!meeting.server) return {};
    auto const bytes = platform::read_whole(file);
    if (!bytes) return fail(bytes.error());
    auto const lines = static_cast<std::uint64_t>(std::ranges::count(*bytes, '\n'));
    std::error_code failed;
    std::vector<fs::path> made;
    for (auto part : invited_parts) {
        auto const path = invitation_beside(file, part);
        if (!fs::exists(path, failed)) made.push_back(path);
        auto invitation =
            invitation_to(*meeting.server, meeting.invitation.session, meeting.shown, part);
        invitation.lines = lines;
        auto const text = federation::invitation_text(invitation);
        auto const ok = platform::write_whole(platform::real_disk(), path, text,
                                              platform::Clobber::yes, platform::Readers::owner);
        if (ok) continue;
        for (auto const& one : made) fs::remove(one, failed);
        return fail(ok.error());
    }
    return {};
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
    return federation::receive_session(**wire, file, invitation.lines);
}

bool was_shared(fs::path const& session_file)
{
    std::error_code failed;
    return fs::exists(federation::site_file_beside(session_file), failed) ||
           fs::exists(session::outbox_beside(session_file), failed);
}

Result<fs::path> file_of_invitation(fs::path const& invitation, std::vector<fs::path> const& known,
                                    fs::path const& folder)
{
    if (!federation::can_share()) return fail(Errc::not_found, "shared.no_client");
    auto const said = federation::read_invitation(invitation);
    if (!said) return fail(said.error());
    for (auto const& file : known)
        if (was_shared(file) && is_of_session(file, said->session)) return file;
    std::error_code failed;
    fs::create_directories(folder, failed);
    auto const taken = [&](fs::path const& file) { return fs::exists(file, failed); };
    auto part = folder / ("." + said->session + ".part");
    fs::remove(part, failed);
    if (auto ok = received(part, *said); !ok) return fail(ok.error());
    auto read = journal::FileLog::open(part, journal::OpenMode::read);
    if (!read) return fail(read.error());
    auto const title = model::get<model::Profile>(session::read(*read->log).state.document).title;
    read->log.reset();
    auto file = folder / (file_stem(title) + ".cadran");
    for (int n = 2; taken(file); ++n)
        file = folder / (file_stem(title) + "-" + std::to_string(n) + ".cadran");
    fs::rename(part, file, failed);
    if (failed) return fail(Errc::io, "file.move", file.filename().string());
    return file;
}

std::string letter_of(int number) { return model::letter_of(number); }

std::string letter_of(model::Document const& doc, model::SiteId id)
{
    return letter_of(model::get<model::Site>(doc, id).number);
}

} // namespace shell
