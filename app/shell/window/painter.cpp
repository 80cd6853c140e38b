#include "shell/window/painter.h"

#include "shell/window/gl.h"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace shell {
namespace {

using ui::PixelBox;
using ui::Plan;

// The size of the viewport, a power of two, so that multiples of 1/64 pixel are exact everywhere: a
// redrawn shape gives the same pixels.
constexpr int viewport = 8192;

constexpr char const* vertex_source = R"(#version 330 core
in vec2 position;
in vec2 texture_at;
in vec4 color;
out vec2 at;
out vec4 ink;
uniform vec2 moved;
void main()
{
    at = texture_at;
    ink = color;
    gl_Position = vec4((position + moved) / 4096.0 - 1.0, 0.0, 1.0);
}
)";
constexpr char const* plain_source = R"(#version 330 core
in vec4 ink;
out vec4 result;
void main() { result = ink; }
)";
constexpr char const* textured_source = R"(#version 330 core
uniform sampler2D letters;
in vec2 at;
in vec4 ink;
out vec4 result;
void main() { result = ink * texture(letters, at); }
)";
// For large pictures. Mesa's software renderer has a faster path for programs like the one above,
// which leaves out tiles of 64×64 pixels that one rectangle covers; it does not take this one.
constexpr char const* picture_source = R"(#version 330 core
uniform sampler2D letters;
in vec2 at;
in vec4 ink;
out vec4 result;
void main() { result = ink * textureLod(letters, at, 0.0); }
)";

constexpr std::array paper{0.980F, 0.965F, 0.933F, 1.0F}; // background

// Rows from the top down, as in the plan.
struct Target {
    GLuint texture = 0, frame = 0;
    int width = 0, height = 0;
};

struct Program {
    GLuint id = 0;
    GLint moved = -1;
};

// A place in the bound buffer, as OpenGL takes it.
void* buffer_offset(std::size_t bytes)
{
    return reinterpret_cast<void*>(bytes); // NOLINT(performance-no-int-to-ptr)
}

} // namespace

struct Painter::Device {
    Gl gl;
    Program plain, textured, pictured;
    GLuint picture = 0;                         // the texture that `pictured` draws
    GLuint points = 0, corners = 0, arrays = 0; // vertex and index buffers, vertex array
    Target board, window;
    std::array<Target, 4> halves; // of the window, each half as large as the one before
    std::array<Target, 2> small;  // used in turn
    std::size_t turn = 0;
    std::vector<ImDrawVert> used;        // the vertices of a plan
    std::vector<std::uint32_t> indices;  // indices into `used`
    std::vector<std::uint32_t> place_of; // index in `used` plus one; 0: not used

    ~Device()
    {
        if (!gl.delete_buffers) return;
        for (auto* target : {&board, &window}) free(*target);
        for (auto& target : small) free(target);
        for (auto& target : halves) free(target);
        for (auto* program : {&plain, &textured, &pictured})
            if (program->id) gl.delete_program(program->id);
        for (auto* buffer : {&points, &corners})
            if (*buffer) gl.delete_buffers(1, buffer);
        if (arrays) gl.delete_vertex_arrays(1, &arrays);
    }

    void free(Target& target) const
    {
        if (target.frame) gl.delete_framebuffers(1, &target.frame);
        if (target.texture) glDeleteTextures(1, &target.texture);
        target = {};
    }

    bool start()
    {
        if (!gl.load()) return false;
        plain = linked(plain_source);
        textured = linked(textured_source);
        pictured = linked(picture_source);
        if (!plain.id || !textured.id || !pictured.id) return false;
        for (auto const* program : {&textured, &pictured}) {
            gl.use_program(program->id);
            gl.uniform_1i(gl.get_uniform_location(program->id, "letters"), 0);
        }
        gl.gen_vertex_arrays(1, &arrays);
        gl.bind_vertex_array(arrays);
        gl.gen_buffers(1, &points);
        gl.gen_buffers(1, &corners);
        gl.bind_buffer(GL_ARRAY_BUFFER, points);
        gl.bind_buffer(GL_ELEMENT_ARRAY_BUFFER, corners);
        constexpr auto stride = static_cast<GLsizei>(sizeof(ImDrawVert));
        gl.vertex_attrib_pointer(0, 2, GL_FLOAT, GL_FALSE, stride,
                                 buffer_offset(offsetof(ImDrawVert, pos)));
        gl.vertex_attrib_pointer(1, 2, GL_FLOAT, GL_FALSE, stride,
                                 buffer_offset(offsetof(ImDrawVert, uv)));
        gl.vertex_attrib_pointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                                 buffer_offset(offsetof(ImDrawVert, col)));
        for (GLuint i = 0; i < 3; ++i) gl.enable_vertex_attrib_array(i);
        gl.bind_vertex_array(0);
        return true;
    }

    [[nodiscard]] Program linked(char const* fragment_source) const
    {
        auto const id = gl.create_program();
        for (auto const& [kind, source] :
             {std::pair<GLenum, char const*>{GL_VERTEX_SHADER, vertex_source},
              std::pair<GLenum, char const*>{GL_FRAGMENT_SHADER, fragment_source}}) {
            auto const shader = gl.create_shader(kind);
            gl.shader_source(shader, 1, &source, nullptr);
            gl.compile_shader(shader);
            gl.attach_shader(id, shader);
            gl.delete_shader(shader); // deleted with the program
        }
        gl.bind_attrib_location(id, 0, "position");
        gl.bind_attrib_location(id, 1, "texture_at");
        gl.bind_attrib_location(id, 2, "color");
        gl.link_program(id);
        GLint good = GL_FALSE;
        gl.get_program_iv(id, GL_LINK_STATUS, &good);
        if (!good) {
            gl.delete_program(id);
            return {};
        }
        return {id, gl.get_uniform_location(id, "moved")};
    }

    // Returns true when it was created anew and is empty.
    bool size(Target& target, int width, int height) const
    {
        if (target.width == width && target.height == height) return false;
        free(target);
        target.width = width;
        target.height = height;
        if (width <= 0 || height <= 0) return true;
        glGenTextures(1, &target.texture);
        glBindTexture(GL_TEXTURE_2D, target.texture);
        // X11's order of colours: software renderers then copy rows unchanged.
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_BGRA,
                     GL_UNSIGNED_INT_8_8_8_8_REV, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        gl.gen_framebuffers(1, &target.frame);
        gl.bind_framebuffer(GL_FRAMEBUFFER, target.frame);
        gl.framebuffer_texture_2d(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                                  target.texture, 0);
        return true;
    }

    void shrink(Target const& from, Target const& to) const
    {
        gl.bind_framebuffer(GL_READ_FRAMEBUFFER, from.frame);
        gl.bind_framebuffer(GL_DRAW_FRAMEBUFFER, to.frame);
        gl.blit_framebuffer(0, 0, from.width, from.height, 0, 0, to.width, to.height,
                            GL_COLOR_BUFFER_BIT, GL_LINEAR);
    }

    void upload(ui::Shapes const& shapes, Plan const& plan)
    {
        used.clear();
        indices.clear();
        place_of.assign(shapes.vertices.size(), 0);
        for (auto const index : plan.indices) {
            auto& place = place_of[index];
            if (place == 0) {
                used.push_back(shapes.vertices[index]);
                place = static_cast<std::uint32_t>(used.size());
            }
            indices.push_back(place - 1);
        }
        auto const bytes = [](auto const& of) {
            return static_cast<GLsizeiptr>(of.size() * sizeof(of[0]));
        };
        gl.bind_buffer(GL_ARRAY_BUFFER, points);
        gl.buffer_data(GL_ARRAY_BUFFER, bytes(used), used.data(), GL_STREAM_DRAW);
        gl.bind_buffer(GL_ELEMENT_ARRAY_BUFFER, corners);
        gl.buffer_data(GL_ELEMENT_ARRAY_BUFFER, bytes(indices), indices.data(), GL_STREAM_DRAW);
    }

    static void cut(PixelBox const& box) { glScissor(box.x0, box.y0, box.width(), box.height()); }

    void draw(Plan const& plan, std::vector<Plan::Patch> const& patches, Target const& target) const
    {
        gl.bind_framebuffer(GL_FRAMEBUFFER, target.frame);
        for (auto const& patch : patches) {
            if (patch.bare) {
                cut(patch.at);
                glClearColor(paper[0], paper[1], paper[2], paper[3]);
                glClear(GL_COLOR_BUFFER_BIT);
            }
            for (auto s = patch.first_step; s < patch.end_step; ++s) {
                auto const& step = plan.steps[s];
                cut(step.clip);
                if (step.kind == Plan::Kind::board)
                    copy(plan, step, target);
                else
                    draw(step, patch);
            }
        }
    }

    void draw(Plan::Step const& step, Plan::Patch const& patch) const
    {
        bool const large = picture != 0 && static_cast<GLuint>(step.texture) == picture;
        auto const& program = step.kind != Plan::Kind::textured ? plain
                              : large                           ? pictured
                                                                : textured;
        if (step.kind == Plan::Kind::opaque)
            glDisable(GL_BLEND);
        else
            glEnable(GL_BLEND);
        gl.use_program(program.id);
        gl.uniform_2f(program.moved, static_cast<float>(patch.dx), static_cast<float>(patch.dy));
        if (step.kind == Plan::Kind::textured)
            glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(step.texture));
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(step.count), GL_UNSIGNED_INT,
                       buffer_offset(step.first * sizeof(std::uint32_t)));
    }

    void copy(Plan const& plan, Plan::Step const& step, Target const& target) const
    {
        gl.bind_framebuffer(GL_READ_FRAMEBUFFER, board.frame);
        glDisable(GL_SCISSOR_TEST);
        for (auto i = step.first; i < step.first + step.count; ++i) {
            auto const& [from, dx, dy] = plan.copies[i];
            auto const to = from.moved(dx, dy);
            gl.blit_framebuffer(from.x0, from.y0, from.x1, from.y1, to.x0, to.y0, to.x1, to.y1,
                                GL_COLOR_BUFFER_BIT, GL_NEAREST);
        }
        glEnable(GL_SCISSOR_TEST);
        gl.bind_framebuffer(GL_FRAMEBUFFER, target.frame);
    }
};

Painter::Painter(std::unique_ptr<Device> device)
    : device_(std::move(device))
{
}
Painter::~Painter() = default;

base::Result<std::unique_ptr<Painter>> Painter::make()
{
    auto device = std::make_unique<Device>();
    if (!device->start()) return base::fail(base::Errc::io, "screen.opengl", "3.3");
    return std::unique_ptr<Painter>(new Painter(std::move(device)));
}

void Painter::forget() { repaint_.forget(); }
void Painter::set_picture(unsigned texture) { device_->picture = texture; }

std::span<PixelBox const> Painter::paint(ImDrawData const& data, ui::Moving const* moving)
{
    auto const& plan = repaint_.next(data, moving);
    if (plan.damage.empty() && plan.board.empty()) return {};

    auto& device = *device_;
    auto const& window = repaint_.shapes().window;
    device.size(device.window, window.width(), window.height());
    device.size(device.board, plan.board_width, plan.board_height);
    device.gl.bind_vertex_array(device.arrays);
    device.upload(repaint_.shapes(), plan);
    glViewport(0, 0, viewport, viewport);
    glEnable(GL_SCISSOR_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    device.gl.active_texture(GL_TEXTURE0);
    device.gl.blend_func_separate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE,
                                  GL_ONE_MINUS_SRC_ALPHA);
    device.draw(plan, plan.board, device.board);
    device.draw(plan, plan.window, device.window);
    device.gl.bind_vertex_array(0);
    device.gl.bind_framebuffer(GL_FRAMEBUFFER, 0);
    return plan.damage;
}

void Painter::copy_out(PixelBox const& part, int height) const
{
    auto const& gl = device_->gl;
    gl.bind_framebuffer(GL_READ_FRAMEBUFFER, device_->window.frame);
    gl.bind_framebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST);
    gl.blit_framebuffer(part.x0, part.y0, part.x1, part.y1, part.x0, height - part.y0, part.x1,
                        height - part.y1, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    gl.bind_framebuffer(GL_FRAMEBUFFER, 0);
}

// Halved as often as possible, which averages all pixels, then scaled.
unsigned Painter::smaller(int width, int height)
{
    auto& device = *device_;
    if (width <= 0 || height <= 0 || device.window.frame == 0) return 0;
    glDisable(GL_SCISSOR_TEST);
    Target const* from = &device.window;
    for (auto& half : device.halves) {
        if (from->width < 2 * width || from->height < 2 * height) break;
        device.size(half, from->width / 2, from->height / 2);
        device.shrink(*from, half);
        from = &half;
    }
    device.turn = 1 - device.turn;
    auto& out = device.small.at(device.turn);
    device.size(out, width, height);
    glBindTexture(GL_TEXTURE_2D, out.texture);
    for (auto filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(filter), GL_LINEAR);
    for (auto wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(wrap), GL_CLAMP_TO_EDGE);
    device.shrink(*from, out);
    device.gl.bind_framebuffer(GL_FRAMEBUFFER, 0);
    return out.texture;
}

Picture Painter::picture() const
{
    auto const& window = device_->window;
    Picture picture;
    picture.width = window.width;
    picture.height = window.height;
    picture.rgba.resize(static_cast<std::size_t>(window.width) *
                        static_cast<std::size_t>(window.height) * 4);
    device_->gl.bind_framebuffer(GL_READ_FRAMEBUFFER, window.frame);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, window.width, window.height, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
    device_->gl.bind_framebuffer(GL_FRAMEBUFFER, 0);
    return picture;
}

} // namespace shell
