#include "support/ui/room.h"

// The timer of the workshop.
using support::Room;

namespace {

constexpr std::int64_t minute_ms = 60'000;

struct Timed : Room {
    Timed()
        : Room("fr")
    {
        driver.click("home.new.axes");
        driver.settle();
    }
    void wait(std::int64_t ms)
    {
        host.clock.t += ms;
        driver.frame(3);
    }
    void choose(std::string const& id)
    {
        driver.click("top.timer");
        driver.frame(2);
        driver.click(id);
        driver.frame(2);
    }
    [[nodiscard]] model::Timer timer() { return model::get<model::Timer>(doc()); }
    [[nodiscard]] std::string pill() { return driver.label("top.timer"); }
    [[nodiscard]] std::int64_t minutes()
    {
        return (timer().end_ms - timer().start_ms + minute_ms / 2) / minute_ms;
    }
};

} // namespace

TEST_CASE("a duration is typed in minutes, or in minutes and seconds")
{
    struct Written {
        char const* text;
        std::int64_t ms;
    };
    for (auto const& one :
         {Written{"12", 720'000}, Written{" 3 ", 180'000}, Written{"1:30", 90'000},
          Written{"0:05", 5'000}, Written{"2,5", 150'000}, Written{"2.25", 135'000},
          Written{"600", 36'000'000}}) {
        CAPTURE(one.text);
        CHECK(ui::duration_of(one.text) == one.ms);
    }
    for (auto const* wrong : {"", "0", "0:00", "601", "1:60", "1:5", "douze", "-3", "1:", "9999"}) {
        CAPTURE(wrong);
        CHECK_FALSE(ui::duration_of(wrong));
    }
}

TEST_CASE("the menu starts the timer, T pauses and continues it, P adds two minutes")
{
    Timed t;
    CHECK(t.pill() == "Minuteur");
    t.choose("timer.5");
    CHECK(t.pill() == "05:00");
    t.wait(2 * minute_ms);
    CHECK(t.pill() == "03:00");
    t.driver.key(ImGuiKey_T);
    t.wait(10 * minute_ms);
    CHECK(t.pill() == "03:00");
    t.driver.key(ImGuiKey_P);
    CHECK(t.pill() == "05:00");
    t.driver.key(ImGuiKey_T);
    t.wait(minute_ms);
    CHECK(t.pill() == "04:00");
    t.driver.key(ImGuiKey_P);
    t.driver.frame(2);
    CHECK(t.pill() == "06:00");
    t.driver.click("top.timer.turn");
    t.wait(minute_ms);
    CHECK(t.pill() == "06:00");
    CHECK(t.driver.label("top.timer.turn") == "Reprendre");
    t.choose("timer.stop");
    CHECK(t.pill() == "Minuteur");
}

TEST_CASE("T starts ten minutes without a timer; in a field it is a letter")
{
    Timed t;
    t.driver.key(ImGuiKey_N);
    t.driver.settle();
    t.driver.type("t");
    t.driver.key(ImGuiKey_T);
    CHECK(t.timer().end_ms == 0);
    t.driver.key(ImGuiKey_Escape);
    t.driver.settle();
    t.driver.key(ImGuiKey_T);
    t.driver.frame(2);
    CHECK(t.minutes() == 10);
    t.driver.click("step.decide");
    t.driver.settle();
    t.driver.key(ImGuiKey_T); // there, T means « plus Tard »
    CHECK(t.timer().paused_left_ms == 0);
}

TEST_CASE("a valid duration starts from its field, an invalid one does not")
{
    Timed t;
    t.choose("timer.custom");
    t.driver.settle();
    t.driver.type("rien");
    CHECK_FALSE(t.driver.enabled("timer.start"));
    t.driver.key(ImGuiKey_Enter);
    CHECK(t.timer().end_ms == 0);
    for (int i = 0; i < 4; ++i) t.driver.key(ImGuiKey_Backspace);
    t.driver.type("7");
    t.driver.key(ImGuiKey_Enter);
    t.driver.frame(2);
    CHECK(t.minutes() == 7);
    CHECK_FALSE(t.driver.shows("timer.start"));
}

TEST_CASE("the end is shown, and a sound plays once if switched on")
{
    Timed t;
    t.choose("timer.5");
    t.wait(6 * minute_ms);
    CHECK(t.pill() == "Temps écoulé");
    CHECK(t.host.chimes == 0); // off by default
    t.choose("timer.chime");
    CHECK(t.host.kept_settings.chime == ui::Chime::on);
    CHECK(t.host.chimes == 1); // plays the sound once
    t.choose("timer.5");
    t.wait(4 * minute_ms + 30'000);
    CHECK(t.host.chimes == 1);
    t.wait(minute_ms);
    CHECK(t.host.chimes == 2);
    t.wait(minute_ms);
    CHECK(t.host.chimes == 2);
    t.wait(20 * minute_ms);
    CHECK(t.pill() == "Minuteur"); // an old alarm is not restored
}

TEST_CASE("a timer that ended before it was shown makes no sound")
{
    Timed t;
    t.choose("timer.chime");
    auto const before = t.host.chimes;
    t.choose("timer.5");
    t.host.remember();
    t.app.grant(ui::GoHome{});
    t.driver.frame(2);
    t.wait(6 * minute_ms);
    t.app.open("atelier.cadran", ui::Access::edit);
    t.driver.frame(3);
    CHECK(t.pill() == "Temps écoulé");
    CHECK(t.host.chimes == before);
}

TEST_CASE("without a sound player the menu says so")
{
    support::MemoryHost host;
    host.player = false;
    Timed with;
    with.driver.click("top.timer");
    with.driver.frame(2);
    CHECK(with.driver.enabled("timer.chime"));
    with.driver.key(ImGuiKey_Escape);

    ui::App app(host, {&with.french, &with.english, &with.day, &with.night},
                {"fr", ui::Appearance::day, 100});
    support::UiDriver driver([&](ui::Ui& ui) { app.draw(ui); });
    driver.click("home.new.axes");
    driver.settle();
    driver.click("top.timer");
    driver.frame(2);
    CHECK_FALSE(driver.enabled("timer.chime"));
    CHECK(driver.label("timer.chime").find("aucun lecteur") != std::string::npos);
}
