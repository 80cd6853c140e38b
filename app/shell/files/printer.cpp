#include "shell/files/printer.h"

#include "platform/disk.h"
#include "platform/process.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

constexpr std::chrono::milliseconds print_patience{120'000};

constexpr std::array browsers{
    "chromium",      "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
    "brave-browser", "msedge",           "chrome"}; // as they are called on Windows
constexpr std::array offices{"soffice", "libreoffice"};

// A folder that is removed with this object.
class Scratch {
public:
    explicit Scratch(fs::path path)
        : path_(std::move(path))
    {
        (void)platform::remove_tree(path_);
        std::error_code failed;
        fs::create_directories(path_, failed);
    }
    ~Scratch() { (void)platform::remove_tree(path_); }
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    [[nodiscard]] fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

// A percent-encoded file: address.
std::string address_of(fs::path const& path)
{
    auto const text = path.generic_string();
    std::string out = text.starts_with('/') ? "file://" : "file:///"; // file:///C:/…
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_' ||
                           c == ':';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

Result<void> write_page(fs::path const& path, std::string const& bytes)
{
    return platform::write_whole(platform::real_disk(), path, bytes, platform::Clobber::yes,
                                 platform::Readers::owner);
}

Result<std::string> by_browser(std::string const& program, exchange::Printable const& page,
                               fs::path const& folder)
{
    if (auto const written = write_page(folder / "page.html", page.drawn()); !written)
        return fail(written.error());
    std::vector<std::string> arguments{"--headless",
                                       "--disable-gpu",
                                       "--no-first-run",
                                       "--no-default-browser-check",
                                       "--disable-background-networking",
                                       "--disable-component-update",
                                       "--disable-sync",
                                       "--disable-quic",
                                       "--disable-extensions",
                                       "--user-data-dir=" + (folder / "settings").string(),
                                       "--no-pdf-header-footer",
                                       "--print-to-pdf=" + (folder / "page.pdf").string()};
    if (platform::is_superuser())
        arguments.emplace_back("--no-sandbox"); // Chromium refuses to run as root otherwise
    arguments.push_back(address_of(folder / "page.html"));
    if (!platform::ask(program, arguments, print_patience))
        return fail(Errc::io, "report.printer", program);
    return platform::read_whole(folder / "page.pdf");
}

Result<std::string> by_office(std::string const& program, exchange::Printable const& page,
                              fs::path const& folder)
{
    if (auto const written = write_page(folder / "page.html", page.with_images()); !written)
        return fail(written.error());
    if (!platform::ask(program,
                       {"-env:UserInstallation=" + address_of(folder / "settings"), "--headless",
                        "--norestore", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir",
                        folder.string(), (folder / "page.html").string()},
                       print_patience))
        return fail(Errc::io, "report.printer", program);
    return platform::read_whole(folder / "page.pdf");
}

} // namespace

Result<std::string> printed(exchange::Printable const& page, fs::path const& scratch)
{
    Scratch const folder(scratch);
    Result<std::string> out = fail(Errc::not_found, "report.no_printer");
    for (auto const* browser : browsers) {
        if (!platform::find_program(browser)) continue;
        out = by_browser(browser, page, folder.path());
        if (out) return out;
    }
    for (auto const* office : offices) {
        if (!platform::find_program(office)) continue;
        auto made = by_office(office, page, folder.path());
        if (made) return made;
        if (out.error().where == "report.no_printer") out = std::move(made);
    }
    return out;
}

bool can_print()
{
    auto const is_here = [](char const* program) {
        return platform::find_program(program).has_value();
    };
    return std::ranges::any_of(browsers, is_here) || std::ranges::any_of(offices, is_here);
}

} // namespace shell
