#pragma once

// OpenGL 3.3: the system header declares 1.1; later functions are loaded from the current context.
#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>

namespace shell {

struct Gl {
    PFNGLACTIVETEXTUREPROC active_texture = nullptr;
    PFNGLATTACHSHADERPROC attach_shader = nullptr;
    PFNGLBINDATTRIBLOCATIONPROC bind_attrib_location = nullptr;
    PFNGLBINDBUFFERPROC bind_buffer = nullptr;
    PFNGLBINDFRAMEBUFFERPROC bind_framebuffer = nullptr;
    PFNGLBINDVERTEXARRAYPROC bind_vertex_array = nullptr;
    PFNGLBLENDFUNCSEPARATEPROC blend_func_separate = nullptr;
    PFNGLBLITFRAMEBUFFERPROC blit_framebuffer = nullptr;
    PFNGLBUFFERDATAPROC buffer_data = nullptr;
    PFNGLCHECKFRAMEBUFFERSTATUSPROC check_framebuffer_status = nullptr;
    PFNGLCOMPILESHADERPROC compile_shader = nullptr;
    PFNGLCREATEPROGRAMPROC create_program = nullptr;
    PFNGLCREATESHADERPROC create_shader = nullptr;
    PFNGLDELETEBUFFERSPROC delete_buffers = nullptr;
    PFNGLDELETEFRAMEBUFFERSPROC delete_framebuffers = nullptr;
    PFNGLDELETEPROGRAMPROC delete_program = nullptr;
    PFNGLDELETESHADERPROC delete_shader = nullptr;
    PFNGLDELETEVERTEXARRAYSPROC delete_vertex_arrays = nullptr;
    PFNGLENABLEVERTEXATTRIBARRAYPROC enable_vertex_attrib_array = nullptr;
    PFNGLFRAMEBUFFERTEXTURE2DPROC framebuffer_texture_2d = nullptr;
    PFNGLGENBUFFERSPROC gen_buffers = nullptr;
    PFNGLGENFRAMEBUFFERSPROC gen_framebuffers = nullptr;
    PFNGLGENVERTEXARRAYSPROC gen_vertex_arrays = nullptr;
    PFNGLGETPROGRAMIVPROC get_program_iv = nullptr;
    PFNGLGETUNIFORMLOCATIONPROC get_uniform_location = nullptr;
    PFNGLLINKPROGRAMPROC link_program = nullptr;
    PFNGLSHADERSOURCEPROC shader_source = nullptr;
    PFNGLUNIFORM1IPROC uniform_1i = nullptr;
    PFNGLUNIFORM2FPROC uniform_2f = nullptr;
    PFNGLUSEPROGRAMPROC use_program = nullptr;
    PFNGLVERTEXATTRIBPOINTERPROC vertex_attrib_pointer = nullptr;

    // False when a function is missing.
    [[nodiscard]] bool load();
};

} // namespace shell
