#include "shell/window/gl.h"

#include <type_traits>

namespace shell {

bool Gl::load()
{
    bool all = true;
    auto const find = [&](auto& call, char const* name) {
        call = reinterpret_cast<std::remove_reference_t<decltype(call)>>(glfwGetProcAddress(name));
        all = all && call != nullptr;
    };
    find(active_texture, "glActiveTexture");
    find(attach_shader, "glAttachShader");
    find(bind_attrib_location, "glBindAttribLocation");
    find(bind_buffer, "glBindBuffer");
    find(bind_framebuffer, "glBindFramebuffer");
    find(bind_vertex_array, "glBindVertexArray");
    find(blend_func_separate, "glBlendFuncSeparate");
    find(blit_framebuffer, "glBlitFramebuffer");
    find(buffer_data, "glBufferData");
    find(check_framebuffer_status, "glCheckFramebufferStatus");
    find(compile_shader, "glCompileShader");
    find(create_program, "glCreateProgram");
    find(create_shader, "glCreateShader");
    find(delete_buffers, "glDeleteBuffers");
    find(delete_framebuffers, "glDeleteFramebuffers");
    find(delete_program, "glDeleteProgram");
    find(delete_shader, "glDeleteShader");
    find(delete_vertex_arrays, "glDeleteVertexArrays");
    find(enable_vertex_attrib_array, "glEnableVertexAttribArray");
    find(framebuffer_texture_2d, "glFramebufferTexture2D");
    find(gen_buffers, "glGenBuffers");
    find(gen_framebuffers, "glGenFramebuffers");
    find(gen_vertex_arrays, "glGenVertexArrays");
    find(get_program_iv, "glGetProgramiv");
    find(get_uniform_location, "glGetUniformLocation");
    find(link_program, "glLinkProgram");
    find(shader_source, "glShaderSource");
    find(uniform_1i, "glUniform1i");
    find(uniform_2f, "glUniform2f");
    find(use_program, "glUseProgram");
    find(vertex_attrib_pointer, "glVertexAttribPointer");
    return all;
}

} // namespace shell
