#pragma once

#include "ui/app/host.h"

#include <memory>

namespace bench {

// A host with one session, already open.
class OneSession : public ui::Host {
public:
    explicit OneSession(std::unique_ptr<session::Session> session)
        : session_(std::move(session))
    {
    }
    std::int64_t now_ms() override { return 1'790'000'000'000; }
    base::Result<ui::OpenedSession> open(std::filesystem::path const& path,
                                         ui::Access access) override
    {
        return ui::OpenedSession{std::move(session_), nullptr, path, access, edit::facilitator, {}};
    }
    base::Result<ui::OpenedSession> create(ui::NewSession const&, std::string const&) override
    {
        return base::fail(base::Errc::denied, "bench");
    }
    void closed(std::filesystem::path const&) override {}
    base::Result<void> save_copy(session::Session const&, std::filesystem::path const&) override
    {
        return {};
    }
    base::Result<std::string> read_file(std::filesystem::path const&) override
    {
        return std::string{};
    }
    void read_session(std::filesystem::path const& path, std::optional<std::uint64_t> /*entry*/,
                      ui::SessionRead done) override
    {
        done(base::fail(base::Errc::not_found, "file.none", path.string()));
    }
    void list_sessions(ui::Shelved shelved) override { shelved({{}, {}, true}); }
    base::Result<void> label(ui::Recent const& /*session*/, std::string const& /*place*/,
                             std::vector<std::string> const& /*tags*/) override
    {
        return {};
    }
    base::Result<std::filesystem::path> move_to_folder(std::filesystem::path const& path,
                                                       std::string const& /*folder*/) override
    {
        return path;
    }
    base::Result<void> name_folder(std::string const& /*from*/, std::string const& /*to*/) override
    {
        return {};
    }
    void forget(std::filesystem::path const&) override {}
    void keep(ui::Settings const&) override {}
    base::Result<std::filesystem::path> duplicate(std::filesystem::path const& path) override
    {
        return path;
    }
    base::Result<std::filesystem::path> archive(std::filesystem::path const& path) override
    {
        return path;
    }
    base::Result<void> trash(std::filesystem::path const&) override { return {}; }
    void list_folder(std::filesystem::path const& path, Listed listed) override
    {
        listed(ui::Folder{path, {}});
    }
    std::vector<ui::FolderPlace> places() override { return {}; }
    void chose_in(std::filesystem::path const&) override {}
    void receive_shared(std::filesystem::path const&, Received) override {}
    void write_export(ui::ExportJob, ExportTold) override {}
    void draw_picture(ui::ExportJob, exchange::Image const&, Drawn) override {}
    ui::Motion system_motion() override { return ui::Motion::full; }

private:
    std::unique_ptr<session::Session> session_;
};

} // namespace bench
