#include "federation/machine.h"

#include "session/outbox_path.h"

#include <algorithm>
#include <iterator>

namespace federation {

using base::Errc;
using base::fail;
using base::Result;

namespace {

void add(std::vector<Task>& tasks, Replica::Actions actions)
{
    for (auto& action : actions)
        std::visit([&](auto& one) { tasks.emplace_back(std::move(one)); }, action);
}

} // namespace

Result<OpenedShared> open_shared(std::filesystem::path const& path,
                                 journal::FileLog::Options const& options, base::Clock& clock,
                                 base::RandomSource& random)
{
    auto file = journal::FileLog::open(path, journal::OpenMode::write, options);
    if (!file) return fail(file.error());
    if (!file->log->writable()) return fail(Errc::denied, "shared.read_only", path.string());
    auto& disk = options.disk ? *options.disk : platform::real_disk();
    Outbox outbox(session::outbox_beside(path), disk);
    auto items = outbox.load();
    if (!items) return fail(items.error());
    OpenedShared out;
    out.items.assign(std::move_iterator(items->begin()), std::move_iterator(items->end()));
    out.notices = std::move(file->notices);
    out.id = file->log->header().session;
    auto const next = out.items.empty() ? 1 : out.items.back().id + 1;
    auto log = std::make_unique<SharedLog>(std::move(file->log), std::move(outbox), next);
    out.log = log.get();
    auto reading = session::read(*log);
    if (reading.fault) return fail(*reading.fault);
    out.session = std::make_unique<session::Session>(session::Session::over(
        {std::move(log), std::move(file->box)}, std::move(reading), clock, random));
    return out;
}

Machine::Machine(OpenedShared& opened, Self const& self)
    : session_(*opened.session)
    , replica_(session_, *opened.log, std::move(opened.items), self)
    , collector_(session_, replica_.site(), self.formers)
{
}

std::vector<Task> Machine::handle(Event const& event, std::int64_t now_ms)
{
    std::vector<Task> out;
    if (auto const* linked = std::get_if<Linked>(&event)) {
        if (!replica_.is_linked()) linked_ms_ = now_ms;
        add(out, replica_.linked(linked->last));
    }
    if (std::get_if<Cut>(&event)) replica_.cut();
    if (auto const* came = std::get_if<Came>(&event))
        add(out, replica_.came(came->from, came->lines));
    if (auto const* answered = std::get_if<Answered>(&event))
        add(out, replica_.answered(answered->ticket, answered->answer));
    if (auto const* heard = std::get_if<Heard>(&event)) {
        if (auto const hello = hello_of(heard->bytes))
            presence_.heard(*hello, now_ms);
        else if (auto const delivery = delivery_of(heard->bytes))
            (void)collector_.came(*delivery);
    }
    auto more = tick(now_ms);
    out.insert(out.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
    return out;
}

std::vector<Task> Machine::tick(std::int64_t now_ms)
{
    std::vector<Task> out;
    if (replica_.in_step())
        if (auto ok = collector_.count(who()); !ok) trouble_ = ok.error();
    add(out, replica_.acted());
    if (!replica_.is_linked() || replica_.only_reads()) return out;
    if (now_ms - delivered_ms_ >= repeat_ms) {
        auto const due = collector_.due();
        if (!due.empty()) delivered_ms_ = now_ms;
        for (auto const& one : due) out.emplace_back(Say{delivery_text(one)});
    }
    if (now_ms - said_ms_ >= Presence::every_ms) {
        said_ms_ = now_ms;
        out.emplace_back(Say{hello_text(
            {replica_.site(), session_.settled(), replica_.pending(), phones_, writes_})});
    }
    return out;
}

bool Machine::may_take_lead(std::int64_t now_ms) const
{
    auto const& doc = session_.settled_document();
    auto const* here = model::find<model::Site>(doc, replica_.site());
    auto const holder = model::get<model::Lead>(doc).site;
    return here && here->part == model::SitePart::facilitator && replica_.in_step() &&
           holder != replica_.site() &&
           presence_.silence_ms(holder, now_ms, linked_ms_) >= silence_ms;
}

Result<void> Machine::take_lead(std::int64_t now_ms)
{
    auto const holder = model::get<model::Lead>(session_.settled_document()).site;
    if (holder == replica_.site()) return {};
    if (presence_.silence_ms(holder, now_ms, linked_ms_) < silence_ms)
        return fail(Errc::denied, "lead.present");
    auto const done = session_.submit(who(), edit::PassLead{holder, replica_.site()});
    if (!done) return fail(done.error());
    return {};
}

Result<void> Machine::removable(model::SiteId site, std::int64_t now_ms) const
{
    auto const& doc = session_.settled_document();
    auto const* found = model::find<model::Site>(doc, site);
    if (!found || found->state != model::SiteState::here) return fail(Errc::not_found, "site");
    if (site == replica_.site() || presence_.silence_ms(site, now_ms, linked_ms_) < silence_ms)
        return fail(Errc::denied, "site.present");
    for (auto const& [id, status] : model::table<model::RoundStatus>(doc))
        if (status.state == model::RoundState::open) return fail(Errc::conflict, "site.votes");
    return {};
}

Result<void> Machine::remove_site(model::SiteId site, std::int64_t now_ms)
{
    if (auto may = removable(site, now_ms); !may) return may;
    auto const done = session_.submit(who(), edit::LeaveSite{site});
    if (!done) return fail(done.error());
    return {};
}

bool Machine::may_remove(model::SiteId site, std::int64_t now_ms) const
{
    auto const* here = model::find<model::Site>(session_.settled_document(), replica_.site());
    return here && here->part == model::SitePart::facilitator && replica_.in_step() &&
           removable(site, now_ms);
}

} // namespace federation
