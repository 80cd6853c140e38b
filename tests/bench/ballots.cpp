#include "bench/figures.h"
#include "bench/files.h"
#include "session/judge.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

namespace bench {
namespace {

// Counts the bytes written.
struct CountingDisk : platform::Disk {
    std::int64_t bytes = 0;
    platform::Tried<std::size_t> write(platform::File const& file, std::string_view some) override
    {
        auto const done = Disk::write(file, some);
        if (done) bytes += static_cast<std::int64_t>(*done);
        return done;
    }
    platform::Tried<std::size_t> write_at(platform::File const& file, std::int64_t at,
                                          std::string_view some) override
    {
        auto const done = Disk::write_at(file, at, some);
        if (done) bytes += static_cast<std::int64_t>(*done);
        return done;
    }
};

model::RoundId open_estimates(session::Session& session, int cases)
{
    edit::AddCases add;
    model::Round round;
    round.method = model::Method::estimate;
    for (int i = 0; i < cases; ++i) {
        model::Case text;
        text.title = "Cas";
        round.cases.push_back(session.mint<model::CaseId>());
        add.cases.push_back({round.cases.back(), text, {}});
    }
    sure(session.submit(edit::facilitator, add));
    for (int i = 0; i < 8; ++i) {
        model::Axis axis;
        axis.title = "Axe";
        round.axes.push_back(session.mint<model::AxisId>());
        sure(session.submit(edit::facilitator, edit::SetAxis{round.axes.back(), axis}));
    }
    auto const id = session.mint<model::RoundId>();
    sure(session.submit(edit::facilitator, edit::PrepareRound{id, round}));
    sure(session.submit(edit::facilitator, edit::OpenRound{id, 1}));
    return id;
}

model::Ballot everything(model::Round const& round, int person)
{
    model::Ballot ballot{{}, 1};
    for (auto const axis : round.axes)
        for (auto const on : round.cases) {
            auto const value = static_cast<model::Level>((person * 7 + int(on.value) * 13) % 1001);
            model::Estimate at;
            at.opportunity = value, at.risk = value;
            ballot.estimates.push_back({axis, on, at});
        }
    return ballot;
}

} // namespace

void ballots(int people, int cases)
{
    support::TemporaryFolder const folder;
    auto const path = folder / "bench.cadran";
    support::TickingClock clock;
    support::SeededRandomSource random{9};
    CountingDisk disk;
    journal::FileLog::Options const options{&disk, folder / "keys"};
    sure(journal::FileLog::create(path, 1, options));
    auto opened = sure(session::open_file(path, journal::OpenMode::write, options, clock, random));
    auto& session = opened.session;
    auto const id = open_estimates(session, cases);
    auto const& round = *model::find<model::Round>(session.document(), id);
    std::vector<double> spans, cpu, bytes;
    std::string token;
    auto const cast = [&](int person) {
        auto const ballot = everything(round, person);
        auto const began = now_ms(), began_cpu = cpu_ms();
        auto const written = disk.bytes;
        if (auto ok = session.cast(id, token, ballot); !ok) give_up(ok.error());
        spans.push_back(now_ms() - began);
        cpu.push_back(cpu_ms() - began_cpu);
        bytes.push_back(static_cast<double>(disk.bytes - written));
    };
    auto const say = [&](std::string_view what) {
        double total = 0;
        for (auto const one : bytes) total += one;
        Line("ballots")
            .with("what", what)
            .with("people", std::int64_t{people})
            .with("median_ms", quantile(spans, 0.5))
            .with("p99_ms", quantile(spans, 0.99))
            .with("cpu_ms", quantile(cpu, 0.5))
            .with("median_bytes", quantile(bytes, 0.5))
            .with("mean_bytes", total / static_cast<double>(bytes.size()))
            .with("box_mb",
                  static_cast<double>(std::filesystem::file_size(journal::box_beside(path))) /
                      (1 << 20));
        spans.clear(), cpu.clear(), bytes.clear();
    };
    for (int person = 0; person < people; ++person) {
        token = session.mint_token();
        cast(person);
    }
    say("cast");
    for (int again = 0; again < people; ++again) cast(again);
    say("corrected");
    auto const began = now_ms();
    sure(session.close_round(edit::facilitator, id));
    Line("close").with("people", std::int64_t{people}).with("ms", now_ms() - began);
}

} // namespace bench
