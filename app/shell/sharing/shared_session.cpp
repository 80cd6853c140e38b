#include "shell/sharing/shared_session.h"

#include "platform/disk.h"

#include <chrono>

namespace shell {

using base::fail;
using base::Result;

std::int64_t monotonic_ms()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

SharedSession::SharedSession(federation::OpenedShared opened)
    : opened_(std::move(opened))
    , session_(opened_.session.get())
{
}

SharedSession::~SharedSession() = default;

Result<std::unique_ptr<SharedSession>> SharedSession::open(std::filesystem::path const& file,
                                                           As const& as,
                                                           journal::FileLog::Options const& options,
                                                           base::Clock& clock,
                                                           base::RandomSource& random)
{
    auto opened = federation::open_shared(file, options, clock, random);
    if (!opened) return fail(opened.error());
    std::unique_ptr<SharedSession> out(new SharedSession(*std::move(opened)));
    out->site_file_ = federation::site_file_beside(file);
    out->first_ = !was_shared(file);
    auto kept = federation::read_site_file(file);
    if (!as.label.empty()) kept.label = as.label;
    if (as.part) kept.part = *as.part;
    out->label_ = kept.label;
    out->part_ = kept.part;
    out->machine_ = std::make_unique<federation::Machine>(
        out->opened_, federation::Self{kept.label, kept.part, kept.sites});
    kept.sites.insert(out->machine_->replica().site());
    out->sites_ = kept.sites;
    if (auto ok = federation::write_site_file(file, kept); !ok) return fail(ok.error());
    return out;
}

void SharedSession::forget_first()
{
    if (first_ && machine_->replica().pending() == 0)
        (void)platform::real_disk().remove(site_file_);
}

void SharedSession::link(Meeting meeting, std::function<void()> wake)
{
    link_.reset();
    machine_->replica().cut();
    meeting_ = std::move(meeting);
    link_ = std::make_unique<federation::Link>(
        [server = meeting_.invitation.server, session = meeting_.invitation.session] {
            return federation::connect_nats(server, session);
        },
        std::move(wake));
}

void SharedSession::hurry()
{
    if (link_) link_->hurry();
}

std::int64_t SharedSession::next_attempt_ms() const { return link_ ? link_->next_attempt_ms() : 0; }

Result<SharedSession::News> SharedSession::pump()
{
    News news;
    auto& replica = machine_->replica();
    if (link_) {
        for (auto const& event : link_->take()) {
            if (auto const* cut = std::get_if<federation::Cut>(&event); cut && cut->why != why_cut_)
                news.errors.push_back(why_cut_ = cut->why);
            if (std::get_if<federation::Linked>(&event)) why_cut_ = {};
            link_->add(machine_->handle(event, monotonic_ms()));
        }
        link_->add(machine_->tick(monotonic_ms()));
    }
    if (auto trouble = machine_->take_trouble()) news.errors.push_back(*std::move(trouble));
    if (auto const& stopped = replica.stopped(); stopped && !std::exchange(told_stopped_, true))
        news.errors.push_back(*stopped);
    if (auto const& notices = session_->notices(); notices != told_) { // ballots set aside
        told_ = notices;
        news.errors.insert(news.errors.end(), notices.begin(), notices.end());
    }
    news.returned = was_alone_;
    for (auto& outcome : replica.take_outcomes())
        if (outcome.kind != federation::Outcome::Kind::as_is || was_alone_)
            news.outcomes.push_back(std::move(outcome));
    if (!replica.is_linked()) was_alone_ = true;
    if (replica.in_step() && replica.pending() == 0) was_alone_ = false;
    if (auto const& hindered = replica.hindered(); hindered != told_hindered_) {
        told_hindered_ = hindered;
        if (hindered) news.errors.push_back(*hindered);
    }
    if (!meeting_.server) return news;
    using Seems = federation::Server::Seems;
    bool const stores = !told_hindered_ || told_hindered_->where != "shared.not_stored";
    auto const kept = meeting_.server->keep_running(meeting_.means,
                                                    stores ? Seems::well : Seems::to_store_nothing);
    if (!kept && std::exchange(told_server_, kept.error()) != kept.error())
        news.errors.push_back(kept.error());
    return news;
}

} // namespace shell
