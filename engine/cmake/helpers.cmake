# Programs beside armex that it runs when asked to: each stands on a library that armex itself
# would pay for at every start. Without its library a helper is left out, and armex says so.
set(helpers "")

# armex_helper(NAME MODULES MODULE... FOLDERS FOLDER...): the program NAME of the files in the
# folders, on the modules of pkg-config.
function(armex_helper name)
    cmake_parse_arguments(PARSE_ARGV 1 of "" "" "MODULES;FOLDERS")
    string(REPLACE "-" "_" prefix HELPER_${name})
    pkg_check_modules(${prefix} QUIET IMPORTED_TARGET ${of_MODULES})
    if(NOT ${prefix}_FOUND)
        list(JOIN of_MODULES " or " modules)
        message(STATUS "${name} is left out: there is no ${modules}")
        return()
    endif()
    list(TRANSFORM of_FOLDERS APPEND /*.c)
    file(GLOB found CONFIGURE_DEPENDS ${of_FOLDERS})
    add_executable(${name} ${found})
    target_compile_definitions(${name} PRIVATE ARMEX_VERSION="${PROJECT_VERSION}")
    target_link_libraries(${name} PRIVATE libarmex armex::dependencies PkgConfig::${prefix})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
    set(helpers ${helpers} ${name} PARENT_SCOPE)
endfunction()

armex_helper(armex-paint MODULES pangocairo libdeflate FOLDERS report/press chart/paint)
armex_helper(armex-fetch MODULES libcurl FOLDERS cli/fetch)
