#include "shell/files/export_files.h"
#include "shell/machine/paths.h"
#include "support/folders.h"
#include "support/naming.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

// Writing exports to a disk with errors.
namespace {

namespace fs = std::filesystem;
using exchange::Format;
using exchange::Shows;

// Fails to put the n-th file in place.
class Refusing : public platform::Disk {
public:
    explicit Refusing(int at)
        : at_(at)
    {
    }
    platform::Tried<void> rename(fs::path const& from, fs::path const& to) override
    {
        if (++asked_ == at_) return tl::unexpected(platform::Refused{platform::Refusal::full});
        return Disk::rename(from, to);
    }
    platform::Tried<void> rename_new(fs::path const& from, fs::path const& to) override
    {
        if (++asked_ == at_) return tl::unexpected(platform::Refused{platform::Refusal::full});
        return Disk::rename_new(from, to);
    }

private:
    int at_, asked_ = 0;
};

struct Export {
    support::TemporaryFolder folder;
    ui::ExportJob job;
    std::vector<ui::ExportState> told;

    Export()
    {
        job.document = support::sample_session();
        job.language = "fr";
        job.seal.hash = "abc";
        job.folder = folder / "Comité" / "2026";
        job.order.wanted = {{"workbook", Format::csv},
                            {"workbook", Format::xlsx},
                            {"session", Format::json},
                            {"pictures", Format::svg}};
        job.order.images = {{Shows::board}, {Shows::matrix, 1}};
    }
    ui::ExportState const& write(platform::Disk& disk = platform::real_disk())
    {
        told.clear();
        shell::write_export(disk, job, {support::assets_dir(), folder / "scratch", {}},
                            [&](ui::ExportState const& state) { told.push_back(state); });
        return told.back();
    }
    [[nodiscard]] std::size_t files() const
    {
        std::error_code failed;
        std::size_t count = 0;
        for ([[maybe_unused]] auto const& one : fs::directory_iterator(job.folder, failed)) ++count;
        return count;
    }
};

} // namespace

TEST_CASE("all files are written and counted, and no other file")
{
    Export e;
    auto const& end = e.write();
    CHECK_FALSE(end.failed);
    CHECK(end.written == 5);
    CHECK(end.all == 5);
    CHECK(e.told.size() == 5);
    CHECK(e.files() == 5);
    CHECK(fs::is_empty(e.folder / "scratch"));
    for (auto const& one : fs::directory_iterator(e.job.folder)) CHECK(one.file_size() > 200);
}

TEST_CASE("an existing file is not replaced without consent")
{
    Export e;
    e.write();
    auto const name =
        e.job.folder /
        exchange::files_of(*i18n::Catalogue::load(support::assets_dir(), i18n::Language::french),
                           e.job.document, e.job.order)
            .front()
            .file;
    auto const before = support::bytes_of(name);
    e.job.order.included.descriptions = false;
    auto const asked = e.write();
    CHECK(asked.there.size() == 5);
    CHECK(asked.written == 0);
    CHECK(e.files() == 5);
    e.job.over = ui::OverFiles::beside;
    CHECK(e.write().written == 5);
    CHECK(e.files() == 10);
    CHECK(support::bytes_of(name) == before);
    e.job.over = ui::OverFiles::replaces;
    CHECK(e.write().written == 5);
    CHECK(e.files() == 10);
}

TEST_CASE("an error of the disk ends the export, with the number of files written")
{
    for (int at = 1; at <= 5; ++at) {
        CAPTURE(at);
        Export e;
        Refusing disk(at);
        auto const& end = e.write(disk);
        REQUIRE(end.failed);
        CHECK(end.ended());
        CHECK(end.written == static_cast<std::size_t>(at - 1));
        CHECK(e.files() == end.written); // no temporary file is left
    }
    Export e;
    std::ofstream(e.folder / "Comité") << "un fichier";
    auto const& end = e.write();
    REQUIRE(end.failed);
    CHECK(end.failed->where == "folder.create");
    CHECK(end.written == 0);
}

TEST_CASE("a report is made only if the file matches the screen")
{
    Export e;
    auto const file = e.folder / "a.cadran";
    fs::copy_file(support::sources_dir() / "sessions" / "exemple.cadran", file);
    auto const log = journal::FileLog::open(file, journal::OpenMode::read, {});
    REQUIRE(log);
    e.job.session = file;
    e.job.seal = {{}, log->log->size(), log->log->hash(log->log->size())};
    e.job.order.wanted = {
        {"report", Format::html}, {"one_page", Format::html}, {"workbook", Format::ods}};
    e.job.order.included.log = true;
    e.job.order.organisation = "Département de l’Armance";
    auto const& end = e.write();
    CHECK_FALSE(end.failed);
    CHECK(end.written == 3);
    std::uint64_t bytes = 0;
    std::string page;
    for (auto const& one : fs::directory_iterator(e.job.folder)) {
        bytes += one.file_size();
        if (one.path().string().ends_with("Compte rendu.html"))
            page = support::bytes_of(one.path());
    }
    CHECK(end.bytes == bytes);
    CHECK(page.find("Département de l’Armance") != std::string::npos);
    CHECK(page.find("Le journal des décisions") != std::string::npos);
    auto const sealed = exchange::read_seal(page);
    REQUIRE(sealed);
    CHECK(sealed->whole);
    CHECK(sealed->seal.session == log->log->header().session);
    CHECK(sealed->seal.hash == e.job.seal.hash);
    // The session's file changed or disappeared: no seal is made that cannot be checked.
    e.job.over = ui::OverFiles::replaces;
    e.job.seal.hash = "abc";
    auto const moved = e.write();
    REQUIRE(moved.failed);
    CHECK(moved.failed->where == "export.moved_on");
    CHECK(moved.written == 0);
    e.job.session = e.folder / "none.cadran";
    CHECK(e.write().failed.has_value());
}

TEST_CASE("a picture for the clipboard is a PNG, or why there is none")
{
    Export e;
    auto const png = shell::draw_picture(e.job, {Shows::matrix, 2}, support::assets_dir());
    REQUIRE(png);
    CHECK(png->starts_with("\x89PNG"));
    auto const none = shell::draw_picture(e.job, {Shows::matrix, 99}, support::assets_dir());
    REQUIRE_FALSE(none);
    CHECK(none.error().where == "picture.none");
}
