# How every C file here is compiled.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set_property(CACHE CMAKE_BUILD_TYPE PROPERTY VALUE Release)
endif()

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")

# No fused multiply-add: a figure must not depend on the processor that computed it.
add_compile_options(-Wall -Wextra -ffp-contract=off)
add_compile_definitions(_GNU_SOURCE)
add_link_options(-Wl,--as-needed)

if(ARMEX_WERROR)
    add_compile_options(-Werror)
endif()
if(BUILD_SHARED_LIBS)
    # engine/cmake/exports.map hides what is not armex's; its own calls need no detour.
    add_compile_options(-fno-semantic-interposition)
else()
    set(CMAKE_C_VISIBILITY_PRESET hidden)
endif()
if(ARMEX_SANITIZE)
    add_compile_options(-fsanitize=${ARMEX_SANITIZE} -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${ARMEX_SANITIZE})
endif()
if(ARMEX_COVERAGE)
    add_compile_options(--coverage -fprofile-update=atomic) # counters survive threads
    add_link_options(--coverage)
endif()
