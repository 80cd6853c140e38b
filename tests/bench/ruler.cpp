// Measures the board from outside, as a person before it would: real input by XTEST, and the
// pictures that come to the screen counted by DAMAGE. The board is not asked.
//
//   ruler [--cards N] [--seconds S] [--hz H] PROGRAM [PROGRAM…]
//
// Each PROGRAM is a board_window; of several (before and after a change), each scene of the one is
// followed by the same of the other, so that a machine with other work treats them alike: compare
// only figures of one run. One JSON object a line. Needs an X server with both extensions and a
// screen of 1920×1080, on DISPLAY.
//
// fps: pictures a second, parts within 1.5 ms being one. latency_ms: from an input to the next
// picture. cpu_ms_per_input: of the whole process, its drawing threads included.
#include "bench/figures.h"
#include "bench/program.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <X11/keysym.h>
#include <array>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numbers>
#include <poll.h>
#include <string_view>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;
using bench::now_ms;

enum class Scene { pan_fitted, zoom, pan, drag, type, still };

struct Asked {
    int cards = 5000;
    double seconds = 5;
    double hz = 60;
    std::vector<std::string> programs;
};

constexpr std::string_view name_of(Scene scene)
{
    switch (scene) {
    case Scene::pan_fitted: return "pan_fitted";
    case Scene::zoom: return "zoom";
    case Scene::pan: return "pan_100";
    case Scene::drag: return "drag_100";
    case Scene::type: return "type_100";
    case Scene::still: break;
    }
    return "still";
}

// Sends input and observes pictures.
class Desk {
public:
    Desk()
        : display_(XOpenDisplay(nullptr))
    {
        int error = 0;
        if (!display_ || !XDamageQueryExtension(display_, &damage_event_, &error)) {
            std::fputs("ruler: no display, or no DAMAGE\n", stderr);
            std::exit(1);
        }
        XSetErrorHandler([](Display*, XErrorEvent*) { return 0; }); // windows come and go
    }
    ~Desk() { XCloseDisplay(display_); }
    Desk(Desk const&) = delete;
    Desk& operator=(Desk const&) = delete;

    void watch_windows()
    {
        Window root = 0, parent = 0, *windows = nullptr;
        unsigned count = 0;
        XQueryTree(display_, DefaultRootWindow(display_), &root, &parent, &windows, &count);
        for (unsigned i = 0; i < count; ++i) {
            XWindowAttributes seen;
            if (XGetWindowAttributes(display_, windows[i], &seen) && seen.map_state == IsViewable)
                XDamageCreate(display_, windows[i], XDamageReportRawRectangles);
        }
        if (windows) XFree(windows);
        XSync(display_, False);
    }
    void move(int x, int y) { XTestFakeMotionEvent(display_, -1, x, y, 0); }
    void button(unsigned which, bool down) { XTestFakeButtonEvent(display_, which, down, 0); }
    void click(unsigned which) { button(which, true), button(which, false); }
    void key(KeySym which, bool down)
    {
        XTestFakeKeyEvent(display_, XKeysymToKeycode(display_, which), down, 0);
    }
    void press(KeySym which) { key(which, true), key(which, false); }
    void send() { XFlush(display_); }

    // Whether the window was drawn since the last call.
    bool drawn()
    {
        bool any = false;
        while (XPending(display_) > 0) {
            XEvent event;
            XNextEvent(display_, &event);
            any = any || event.type == damage_event_ + XDamageNotify;
        }
        return any;
    }
    void wait(double ms)
    {
        if (ms <= 0) return;
        pollfd heard{ConnectionNumber(display_), POLLIN, 0};
        timespec const time{static_cast<time_t>(ms / 1000),
                            static_cast<long>(std::fmod(ms, 1000) * 1e6)};
        ppoll(&heard, 1, &time, nullptr);
    }

private:
    Display* display_;
    int damage_event_ = 0;
};

constexpr int middle_x = 960, middle_y = 540;

void prepare(Desk& desk, bench::Program const& board, Scene scene)
{
    kill(board.pid(), scene == Scene::pan_fitted || scene == Scene::zoom ? SIGUSR2 : SIGUSR1);
    std::this_thread::sleep_for(1s);
    desk.move(scene == Scene::type ? 1200 : middle_x, middle_y);
    desk.send();
    std::this_thread::sleep_for(200ms);
    if (scene == Scene::zoom) desk.key(XK_Control_L, true);
    if (scene == Scene::drag) desk.button(1, true);
    if (scene == Scene::type) // a double click: a new card, or the title of one
        for (int i = 0; i < 2; ++i) {
            desk.click(1);
            desk.send();
            std::this_thread::sleep_for(60ms);
        }
    desk.send();
    std::this_thread::sleep_for(1s);
}

// The input number `n`, `seconds` after the first.
void act(Desk& desk, Scene scene, int n, double seconds)
{
    using std::numbers::pi;
    switch (scene) {
    case Scene::pan_fitted:
    case Scene::pan: {
        constexpr std::array<unsigned, 4> ways{5, 7, 4, 6}; // of the wheel
        desk.click(ways[static_cast<std::size_t>(n / 8) % ways.size()]);
        break;
    }
    case Scene::zoom: desk.click(n / 20 % 2 == 0 ? 4 : 5); break;
    case Scene::drag:
        desk.move(middle_x + static_cast<int>(150 * std::sin(pi * seconds)),
                  middle_y + static_cast<int>(100 * std::sin(1.6 * pi * seconds)));
        break;
    case Scene::type: {
        constexpr std::string_view text = "un commentaire ajoute pendant l atelier ";
        auto const c = text[static_cast<std::size_t>(n) % text.size()];
        desk.press(c == ' ' ? XK_space : static_cast<KeySym>(c));
        break;
    }
    case Scene::still: break;
    }
    desk.send();
}

void finish(Desk& desk, Scene scene)
{
    if (scene == Scene::zoom) desk.key(XK_Control_L, false);
    if (scene == Scene::drag) desk.button(1, false);
    if (scene == Scene::type) desk.press(XK_Escape);
    desk.send();
    std::this_thread::sleep_for(500ms);
}

void measure(Desk& desk, std::string const& program, Scene scene, Asked const& asked)
{
    auto const began = bench::unix_ms();
    bench::Program const board({program, "--cards", std::to_string(asked.cards)}, STDERR_FILENO);
    auto const first = bench::first_picture(board);
    if (!first) return;
    std::this_thread::sleep_for(1500ms);
    desk.watch_windows();
    prepare(desk, board, scene);
    desk.drawn();

    double const hz = scene == Scene::type ? std::min(asked.hz, 20.0) : asked.hz;
    auto const cpu_before = bench::cpu_of(board.pid());
    auto const start = now_ms(), end = start + asked.seconds * 1000;
    double next = start, waiting_since = -1, last = 0;
    int inputs = 0, pictures = 0;
    std::vector<double> latencies;
    for (double now = start; now < end; now = now_ms()) {
        if (scene != Scene::still && now >= next) {
            act(desk, scene, inputs++, (now - start) / 1000);
            if (waiting_since < 0) waiting_since = now_ms();
            next = std::max(next + 1000 / hz, now);
        }
        if (desk.drawn()) {
            constexpr double apart_ms = 1.5;
            auto const seen = now_ms();
            if (seen - last > apart_ms) {
                ++pictures;
                if (waiting_since >= 0) latencies.push_back(seen - waiting_since);
                waiting_since = -1;
            }
            last = seen;
        }
        desk.wait(std::min((scene == Scene::still ? end : next) - now_ms(), 100.0));
    }
    auto const cpu = bench::cpu_of(board.pid()) - cpu_before;
    auto const wall = now_ms() - start;
    finish(desk, scene);
    bench::Line line(name_of(scene));
    line.with("program", program)
        .with("cards", std::int64_t{asked.cards})
        .with("to_first_picture_ms", *first - began)
        .with("inputs", std::int64_t{inputs})
        .with("fps", pictures / wall * 1000)
        .with("latency_ms", bench::quantile(latencies, 0.5))
        .with("latency_p95_ms", bench::quantile(latencies, 0.95))
        .with("cpu_percent", cpu / wall * 100);
    if (inputs > 0) line.with("cpu_ms_per_input", cpu / inputs);
}

} // namespace

int main(int argc, char** argv)
{
    Asked asked;
    for (int i = 1; i < argc; ++i) {
        std::string const word = argv[i];
        bool const valued = word == "--cards" || word == "--seconds" || word == "--hz";
        if (!valued)
            asked.programs.push_back(word);
        else if (i + 1 < argc) {
            auto const value = std::atof(argv[++i]);
            if (word == "--cards") asked.cards = static_cast<int>(value);
            if (word == "--seconds") asked.seconds = value;
            if (word == "--hz") asked.hz = value;
        }
    }
    if (asked.programs.empty() || asked.cards <= 0 || asked.seconds <= 0 || asked.hz <= 0) {
        std::fputs("ruler [--cards N] [--seconds S] [--hz H] PROGRAM [PROGRAM…]\n", stderr);
        return 2;
    }
    Desk desk;
    for (auto const scene :
         {Scene::pan_fitted, Scene::zoom, Scene::pan, Scene::drag, Scene::type, Scene::still})
        for (auto const& program : asked.programs) measure(desk, program, scene, asked);
    return 0;
}
