#include "federation/nats/nats_wire.h"

#ifdef CADRAN_HAS_NATS

#include "platform/connect_limit.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstring>
#include <nats/nats.h>

namespace federation {
namespace {

using base::Errc;
using base::Error;
using base::fail;
using base::Result;

constexpr std::int64_t wait_ms = 2000;             // for an answer
constexpr std::int64_t read_ms = 100;              // for the next line
constexpr std::chrono::milliseconds overdue{2000}; // a line that the stream has
constexpr std::int64_t hear_ms = 200;              // for the next message
constexpr std::int64_t ping_ms = 5000;             // a dead link is noticed after two of these
constexpr std::int64_t bytes_most = 1LL << 30;
constexpr int live_pending_bytes = 64 << 20;

template <class T, void (*destroy)(T*)>
struct Destroyed {
    void operator()(T* one) const { destroy(one); }
};
using Options = std::unique_ptr<natsOptions, Destroyed<natsOptions, natsOptions_Destroy>>;
using Connection =
    std::unique_ptr<natsConnection, Destroyed<natsConnection, natsConnection_Destroy>>;
using JetStream = std::unique_ptr<jsCtx, Destroyed<jsCtx, jsCtx_Destroy>>;
using Subscription =
    std::unique_ptr<natsSubscription, Destroyed<natsSubscription, natsSubscription_Destroy>>;
using Message = std::unique_ptr<natsMsg, Destroyed<natsMsg, natsMsg_Destroy>>;

Error link_error(natsStatus status)
{
    switch (status) {
    case NATS_CONNECTION_AUTH_FAILED:
    case NATS_NOT_PERMITTED: return {Errc::denied, "shared.credentials", {}, 0};
    case NATS_SSL_ERROR:
    case NATS_SECURE_CONNECTION_REQUIRED:
    case NATS_SECURE_CONNECTION_WANTED: return {Errc::denied, "shared.certificate", {}, 0};
    default: return {Errc::io, "shared.link", {}, 0};
    }
}

// Whether the server says that it has no room for more.
bool has_no_room(jsErrCode code)
{
    return code == JSInsufficientResourcesErr || code == JSStorageResourcesExceededErr ||
           code == JSStreamStoreFailedErr || code == JSAccountResourcesExceededErr;
}

// Several URLs are separated by commas; the first that answers is taken.
std::vector<std::string> urls_of(std::string const& said)
{
    std::vector<std::string> urls;
    for (std::size_t at = 0; at <= said.size();) {
        auto const end = std::min(said.find(',', at), said.size());
        urls.push_back(said.substr(at, end - at));
        at = end + 1;
    }
    return urls;
}

std::vector<std::uint16_t> ports_of(std::vector<std::string> const& urls)
{
    constexpr std::uint16_t usual = 4222;
    std::vector<std::uint16_t> out;
    for (auto const& url : urls) {
        std::uint16_t port = usual;
        auto const colon = url.rfind(':');
        auto const* end = url.data() + url.size();
        if (colon != std::string::npos) std::from_chars(url.data() + colon + 1, end, port);
        out.push_back(port);
    }
    return out;
}

natsStatus set_urls(natsOptions* options, std::vector<std::string> const& urls)
{
    std::vector<char const*> texts;
    for (auto const& url : urls) texts.push_back(url.c_str());
    return natsOptions_SetServers(options, texts.data(), static_cast<int>(texts.size()));
}

std::string bytes_of_message(natsMsg* message)
{
    return {natsMsg_GetData(message), static_cast<std::size_t>(natsMsg_GetDataLength(message))};
}

class NatsWire : public Wire {
public:
    NatsWire(Connection connection, JetStream jetstream, std::string const& session, int replicas)
        : connection_(std::move(connection))
        , js_(std::move(jetstream))
        , replicas_(replicas)
        , stream_(stream_of(session))
        , lines_("cadran." + session + ".line")
        , live_("cadran." + session + ".live")
    {
    }
    ~NatsWire() override
    {
        reading_.reset();
        hearing_.reset();
    }

    // Makes the stream if it is missing, and starts to listen.
    Result<void> begin()
    {
        if (auto ok = check_server(); !ok) return ok;
        natsSubscription* sub = nullptr;
        if (auto s = natsConnection_SubscribeSync(&sub, connection_.get(), live_.c_str());
            s != NATS_OK)
            return fail(link_error(s));
        hearing_.reset(sub);
        natsSubscription_SetPendingLimits(sub, -1, live_pending_bytes);
        return {};
    }

    Appended append(std::string const& line, std::uint64_t after) override
    {
        if (static_cast<std::int64_t>(line.size()) >=
            natsConnection_GetMaxPayload(connection_.get()))
            return Refused{{Errc::invalid, "shared.too_large", std::to_string(line.size()), 0}};
        natsMsg* made = nullptr;
        if (natsMsg_Create(&made, lines_.c_str(), nullptr, line.data(),
                           static_cast<int>(line.size())) != NATS_OK)
            return Unknown{};
        Message const message(made);
        // By hand: the library leaves out an expected sequence of 0.
        if (natsMsgHeader_Set(made, "Nats-Expected-Last-Sequence", std::to_string(after).c_str()) !=
            NATS_OK)
            return Unknown{};
        jsPubOptions options;
        jsPubOptions_Init(&options);
        options.MaxWait = wait_ms;
        options.ExpectStream = stream_.c_str();
        jsPubAck* ack = nullptr;
        jsErrCode code{};
        auto const s = js_PublishMsg(&ack, js_.get(), made, &options, &code);
        std::uint64_t const number = ack ? ack->Sequence : 0;
        bool const twice = ack && ack->Duplicate;
        jsPubAck_Destroy(ack);
        if (s == NATS_OK && !twice) return Stored{number};
        if (code == JSStreamWrongLastSequenceErr) return Overtaken{};
        if (has_no_room(code)) return Hindered{{Errc::io, "shared.full", std::to_string(code), 0}};
        char const* said = nullptr;
        if (natsConnection_GetLastError(connection_.get(), &said) == NATS_NOT_PERMITTED)
            return Hindered{{Errc::denied, "shared.credentials", {}, 0}};
        return Unknown{};
    }

    Result<std::uint64_t> last() override
    {
        jsStreamInfo* info = nullptr;
        jsErrCode code{};
        jsOptions options;
        jsOptions_Init(&options);
        options.Wait = wait_ms;
        auto const s = js_GetStreamInfo(&info, js_.get(), stream_.c_str(), &options, &code);
        if (s != NATS_OK) return fail(link_error(s));
        auto const last = info->State.LastSeq;
        jsStreamInfo_Destroy(info);
        told_last_ = last;
        return last;
    }

    // What the server sends by itself; where that does not come, each line is asked for by its
    // number. Of several servers, one keeps the place of this reading, without the others: when it
    // ends nothing is sent any more, and what it does not have yet it does not send. By its number
    // the server that leads the stream gives a line.
    Result<std::vector<std::string>> read(std::uint64_t from, std::size_t most) override
    {
        if (!reading_ || next_ != from)
            if (auto ok = read_from(from); !ok)
                return broken() ? fail(ok.error()) : ask_for_lines(most);
        auto out = lines_sent(most);
        if (!out || !out->empty() || told_last_ < next_) {
            behind_since_.reset();
            return out;
        }
        auto const now = std::chrono::steady_clock::now();
        if (!behind_since_) behind_since_ = now;
        if (now - *behind_since_ < overdue) return out;
        reading_.reset();
        return ask_for_lines(most);
    }

    bool say(std::string const& bytes) override
    {
        return natsConnection_Publish(connection_.get(), live_.c_str(), bytes.data(),
                                      static_cast<int>(bytes.size())) == NATS_OK;
    }

    std::string hear() override
    {
        natsMsg* got = nullptr;
        auto const s = natsSubscription_NextMsg(&got, hearing_.get(), hear_ms);
        if (s != NATS_OK) {
            if (s != NATS_TIMEOUT) nats_Sleep(hear_ms); // closed: the reader notices
            return {};
        }
        Message const message(got);
        return bytes_of_message(got);
    }

    [[nodiscard]] bool broken() const override
    {
        return natsConnection_IsClosed(connection_.get());
    }

private:
    // Servers before 2.10 confirm before they write to the disk, and cannot be told otherwise. They
    // do not say their version here; the description of a stream has had a compression since 2.10.
    Result<void> check_server()
    {
        if (auto ok = make_stream(); !ok) return ok;
        natsMsg* got = nullptr;
        auto const subject = "$JS.API.STREAM.INFO." + stream_;
        auto const s =
            natsConnection_Request(&got, connection_.get(), subject.c_str(), "", 0, wait_ms);
        if (s != NATS_OK) return fail(link_error(s));
        Message const message(got);
        if (bytes_of_message(got).find("\"compression\":") == std::string::npos)
            return fail(Errc::invalid, "shared.old_server");
        return {};
    }

    Result<void> make_stream()
    {
        jsErrCode code{};
        jsStreamInfo* info = nullptr;
        auto s = js_GetStreamInfo(&info, js_.get(), stream_.c_str(), nullptr, &code);
        auto const kept = info ? info->Config->Replicas : 0;
        jsStreamInfo_Destroy(info);
        if (s == NATS_OK && kept < replicas_)
            return fail(Errc::invalid, "shared.replicas", std::to_string(kept));
        if (s == NATS_OK) return {};
        if (code != JSStreamNotFoundErr) return fail(link_error(s));
        jsStreamConfig config;
        jsStreamConfig_Init(&config);
        char const* subject = lines_.c_str();
        config.Name = stream_.c_str();
        config.Subjects = &subject;
        config.SubjectsLen = 1;
        config.Storage = js_FileStorage;
        config.Discard = js_DiscardNew;
        config.MaxBytes = bytes_most;
        config.DenyDelete = config.DenyPurge = true;
        config.Replicas = replicas_;
        info = nullptr;
        s = js_AddStream(&info, js_.get(), &config, nullptr, &code);
        jsStreamInfo_Destroy(info);
        if (s == NATS_OK || code == JSStreamNameExistErr) return {}; // made by another meanwhile
        if (has_no_room(code)) return fail(Errc::io, "shared.full", std::to_string(code));
        return fail(Errc::io, "shared.stream", std::to_string(code));
    }

    // The next lines that the server has sent.
    Result<std::vector<std::string>> lines_sent(std::size_t most)
    {
        std::vector<std::string> out;
        while (out.size() < most) {
            natsMsg* got = nullptr;
            auto const s =
                natsSubscription_NextMsg(&got, reading_.get(), out.empty() ? read_ms : 1);
            if (s == NATS_TIMEOUT) break;
            if (s != NATS_OK) {
                reading_.reset();
                if (broken()) return fail(link_error(s));
                break;
            }
            Message const message(got);
            jsMsgMetaData* meta = nullptr;
            if (natsMsg_GetMetaData(&meta, got) != NATS_OK) continue; // not of the stream
            auto const number = meta->Sequence.Stream;
            jsMsgMetaData_Destroy(meta);
            if (number != next_) { // some were dropped on the way
                reading_.reset();
                break;
            }
            ++next_;
            out.push_back(bytes_of_message(got));
        }
        return out;
    }

    // The next lines, each by its number, for about a second.
    Result<std::vector<std::string>> ask_for_lines(std::size_t most)
    {
        behind_since_.reset();
        std::vector<std::string> out;
        auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(1);
        while (out.size() < most && next_ <= told_last_ &&
               std::chrono::steady_clock::now() < until) {
            natsMsg* got = nullptr;
            jsErrCode code{};
            jsOptions options;
            jsOptions_Init(&options);
            options.Wait = wait_ms;
            auto const s = js_GetMsg(&got, js_.get(), stream_.c_str(), next_, &options, &code);
            Message const message(got);
            if (s != NATS_OK && out.empty() && code != JSNoMessageFoundErr)
                return fail(link_error(s));
            if (s != NATS_OK) break;
            ++next_;
            out.push_back(bytes_of_message(got));
        }
        return out;
    }

    Result<void> read_from(std::uint64_t from)
    {
        reading_.reset();
        behind_since_.reset();
        next_ = from;
        jsSubOptions options;
        jsSubOptions_Init(&options);
        options.Stream = stream_.c_str();
        options.Config.DeliverPolicy = js_DeliverByStartSequence;
        options.Config.OptStartSeq = from;
        options.Config.AckPolicy = js_AckNone;
        options.Config.MaxDeliver = 1;
        options.Config.FlowControl = true;
        options.Config.Heartbeat = ping_ms * 1'000'000;
        natsSubscription* sub = nullptr;
        jsErrCode code{};
        auto const s = js_SubscribeSync(&sub, js_.get(), lines_.c_str(), nullptr, &options, &code);
        if (s != NATS_OK) return fail(link_error(s));
        reading_.reset(sub);
        return {};
    }

    Connection connection_;
    JetStream js_;
    int replicas_;
    std::string stream_, lines_, live_;
    Subscription reading_, hearing_;
    std::uint64_t next_ = 0;                  // number of the next line to read
    std::atomic<std::uint64_t> told_last_{0}; // of the stream, lately
    std::optional<std::chrono::steady_clock::time_point>
        behind_since_; // lines are there, none came
};

} // namespace

bool can_share() { return true; }

Result<std::shared_ptr<Wire>> connect_nats(ServerAddress const& server, std::string const& session)
{
    natsOptions* made = nullptr;
    if (auto s = natsOptions_Create(&made); s != NATS_OK) return fail(link_error(s));
    Options const options(made);
    auto const urls = urls_of(server.url);
    auto s = set_urls(made, urls);
    auto const set = [&](natsStatus next) {
        if (s == NATS_OK) s = next;
    };
    set(natsOptions_SetAllowReconnect(made, false)); // a new connection each time: nothing lingers
    set(natsOptions_SetTimeout(made, wait_ms));
    set(natsOptions_SetPingInterval(made, ping_ms));
    set(natsOptions_SetMaxPingsOut(made, 2));
    set(natsOptions_SetNoEcho(made, true));
    set(natsOptions_SetIgnoreDiscoveredServers(made, true));
    set(natsOptions_SetWriteDeadline(made, wait_ms));
    if (!server.user.empty())
        set(natsOptions_SetUserInfo(made, server.user.c_str(), server.password.c_str()));
    if (!server.credentials.empty())
        set(natsOptions_SetUserCredentialsFromFiles(made, server.credentials.string().c_str(),
                                                    nullptr));
    if (!server.authority.empty()) {
        set(natsOptions_SetSecure(made, true));
        set(natsOptions_SetCATrustedCertificates(made, server.authority.c_str()));
        if (!server.name.empty()) set(natsOptions_SetExpectedHostname(made, server.name.c_str()));
    }
    if (s != NATS_OK) return fail(link_error(s));
    natsConnection* connected = nullptr;
    {
        // libnats 3.4 waits without end, and takes memory, for a server that does not answer
        // CONNECT. Its own limit, which holds otherwise, is one `wait_ms` a URL.
        std::chrono::milliseconds const most(3 * wait_ms * static_cast<std::int64_t>(urls.size()));
        platform::ConnectLimit const limit(ports_of(urls), most);
        s = natsConnection_Connect(&connected, made);
    }
    Connection connection(connected);
    if (s != NATS_OK) return fail(link_error(s));
    jsCtx* js = nullptr;
    jsOptions js_options;
    jsOptions_Init(&js_options);
    js_options.Wait = wait_ms;
    s = natsConnection_JetStream(&js, connection.get(), &js_options);
    JetStream jetstream(js);
    if (s != NATS_OK) return fail(link_error(s));
    auto wire = std::make_shared<NatsWire>(std::move(connection), std::move(jetstream), session,
                                           server.replicas);
    if (auto ok = wire->begin(); !ok) return fail(ok.error());
    return wire;
}

} // namespace federation

#else

namespace federation {

bool can_share() { return false; }

base::Result<std::shared_ptr<Wire>> connect_nats(ServerAddress const&, std::string const&)
{
    return base::fail(base::Errc::not_found, "shared.no_client");
}

} // namespace federation

#endif
