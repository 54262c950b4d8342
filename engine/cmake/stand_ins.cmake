# libexec/armex/stand-ins: what gnuplot is given in place of libraries that an svg does not need.
# One library by the names of all; neither it nor its links need anything, not even libc.
set(stand_ins ${PROJECT_BINARY_DIR}/libexec/armex/stand-ins)
set(stood_in_for libgd.so.3 libpango-1.0.so.0 libpangocairo-1.0.so.0 libcairo.so.2
    libglib-2.0.so.0 libgobject-2.0.so.0)

add_library(stand_in MODULE chart/stand_ins/stand_in.c)
set_target_properties(stand_in PROPERTIES
    PREFIX ""
    LIBRARY_OUTPUT_DIRECTORY ${stand_ins}
    C_VISIBILITY_PRESET default
    COMPILE_OPTIONS "-Wall;-Wextra" # nobody's sanitizer, nobody's counters
    LINK_OPTIONS "-nostdlib")
foreach(name IN LISTS stood_in_for)
    add_custom_command(TARGET stand_in POST_BUILD VERBATIM
        COMMAND ${CMAKE_COMMAND} -E create_symlink stand_in.so ${stand_ins}/${name})
endforeach()
