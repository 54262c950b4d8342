# What libarmex stands on, as the target armex::dependencies.
#
# The build reads this file, and so does armexConfig.cmake on behalf of projects that link a
# static libarmex. Archives are preferred, for each shared library is paid at every start of
# the program; ARMEX_SHARED_DEPS=ON asks for shared ones, as distributions want.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

if(NOT TARGET armex::dependencies)
    add_library(armex::dependencies INTERFACE IMPORTED GLOBAL)
endif()

# armex_depends_on(MODULE LIBRARIES name... [ARCHIVES name...])
# MODULE is pkg-config's name; ARCHIVES are what its archive needs and its shared form brings.
function(armex_depends_on module)
    cmake_parse_arguments(PARSE_ARGV 1 needs "" "" "LIBRARIES;ARCHIVES")
    pkg_check_modules(ARMEX_${module} REQUIRED QUIET ${module})
    target_include_directories(armex::dependencies INTERFACE ${ARMEX_${module}_INCLUDE_DIRS})
    set(kind ARCHIVE)
    if(ARMEX_SHARED_DEPS)
        set(kind SHARED)
        set(needs_ARCHIVES "")
    endif()
    foreach(name IN LISTS needs_LIBRARIES needs_ARCHIVES)
        set(names ${name})
        if(NOT ARMEX_SHARED_DEPS)
            list(PREPEND names lib${name}.a)
        endif()
        find_library(ARMEX_${kind}_${name} NAMES ${names}
            HINTS ${ARMEX_${module}_LIBRARY_DIRS} REQUIRED)
        mark_as_advanced(ARMEX_${kind}_${name})
        target_link_libraries(armex::dependencies INTERFACE ${ARMEX_${kind}_${name}})
    endforeach()
endfunction()

# In link order: an archive stands before those it needs.
armex_depends_on(hdf5 LIBRARIES hdf5_hl hdf5 ARCHIVES sz aec)
armex_depends_on(gsl LIBRARIES gsl gslcblas)
armex_depends_on(jansson LIBRARIES jansson)
armex_depends_on(libfyaml LIBRARIES fyaml)
armex_depends_on(libutf8proc LIBRARIES utf8proc)
armex_depends_on(nettle LIBRARIES nettle)
armex_depends_on(freetype2 LIBRARIES freetype ARCHIVES png16 brotlidec brotlicommon)
armex_depends_on(expat LIBRARIES expat)
armex_depends_on(minizip LIBRARIES minizip)
armex_depends_on(libzstd LIBRARIES zstd)
armex_depends_on(zlib LIBRARIES z)
target_link_libraries(armex::dependencies INTERFACE Threads::Threads ${CMAKE_DL_LIBS} m)
