#include "ui/redraw/batches.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

// Merging of draw steps: few steps, and the order of overlapping shapes is kept.
namespace {

ui::Shapes scattered(unsigned seed, int count)
{
    std::mt19937 random(seed);
    auto const up_to = [&](int most) { return static_cast<int>(random() % (unsigned(most) + 1)); };
    ui::Shapes shapes;
    shapes.window = {0, 0, 640, 480};
    shapes.clips = {{0, 0, 640, 480}, {100, 50, 400, 300}};
    shapes.textures = {ImTextureID(1), ImTextureID(2)};
    for (int i = 0; i < count; ++i) {
        ui::Shape shape;
        auto const side = random() % 10 == 0 ? 300 : 40;
        int const x = up_to(600), y = up_to(440);
        shape.box = {x, y, std::min(640, x + 1 + up_to(side)), std::min(480, y + 1 + up_to(side))};
        shape.ink = static_cast<ui::Ink>(random() % 3);
        shape.first = static_cast<std::uint32_t>(shapes.indices.size());
        shape.count = random() % 2 == 0 ? 6 : 3;
        if (random() % 20 == 0) shape.texture = 1;
        if (random() % 20 == 0) {
            shape.clip = 1;
            shape.cut = true;
            shape.box = common(shape.box, shapes.clips[1]);
            if (shape.box.empty()) continue;
        }
        for (int k = 0; k < shape.count; ++k)
            shapes.indices.push_back(static_cast<std::uint32_t>(shapes.all.size()));
        shapes.all.push_back(shape);
    }
    return shapes;
}

} // namespace

TEST_CASE("overlapping shapes keep their drawing order and look")
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        auto const shapes = scattered(seed, 300);
        ui::Plan plan;
        ui::Batches batches(shapes, plan);
        batches.begin(shapes.window, {shapes.window});
        for (auto const& shape : shapes.all) batches.add(shape);
        batches.flush();

        std::map<std::uint32_t, std::uint32_t> place; // position of each shape in the output
        for (auto const& step : plan.steps)
            for (auto i = step.first; i < step.first + step.count; ++i) {
                auto const which = plan.indices[i];
                auto const& shape = shapes.all[which];
                CHECK(static_cast<int>(step.kind) >= static_cast<int>(shape.ink));
                CHECK(step.texture == shapes.textures[shape.texture]);
                CHECK(step.clip == (shape.cut ? shapes.clips[1] : shapes.window));
                place.try_emplace(which, i);
            }
        CHECK(place.size() == shapes.all.size());
        CHECK(plan.indices.size() == shapes.indices.size());
        int wrong = 0;
        for (std::uint32_t over = 0; over < shapes.all.size(); ++over)
            for (std::uint32_t under = 0; under < over; ++under)
                if (!common(shapes.all[under].box, shapes.all[over].box).empty() &&
                    place[under] > place[over])
                    ++wrong;
        CHECK(wrong == 0);
    }
}

TEST_CASE("any number of cards side by side is drawn in two steps")
{
    ui::Shapes shapes;
    shapes.window = {0, 0, 1920, 1080};
    shapes.clips = {shapes.window};
    shapes.textures = {ImTextureID(1)};
    auto const add = [&](ui::PixelBox const& box, ui::Ink ink) {
        ui::Shape shape;
        shape.box = box;
        shape.ink = ink;
        shape.first = static_cast<std::uint32_t>(shapes.indices.size());
        shape.count = 6;
        shapes.indices.insert(shapes.indices.end(), 6, 0);
        shapes.all.push_back(shape);
    };
    for (int y = 0; y < 1000; y += 100)
        for (int x = 0; x < 1800; x += 150) {
            add({x, y, x + 140, y + 10}, ui::Ink::textured);          // the upper border
            add({x, y + 10, x + 140, y + 90}, ui::Ink::opaque);       // the interior
            add({x + 10, y + 20, x + 90, y + 40}, ui::Ink::textured); // letters
            add({x + 10, y + 50, x + 90, y + 54}, ui::Ink::opaque);   // a bar over the letters
        }
    ui::Plan plan;
    ui::Batches batches(shapes, plan);
    batches.begin(shapes.window, {shapes.window});
    for (auto const& shape : shapes.all) batches.add(shape);
    batches.flush();
    CHECK(plan.steps.size() == 2);
}
