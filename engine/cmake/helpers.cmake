# Programs beside armex that it runs when asked to: each stands on a library that armex itself
# would pay for at every start. Without its library a helper is left out, and armex says so.
set(helpers "")

# armex_helper(NAME MODULE FOLDER): the program NAME of the files in FOLDER, on MODULE.
function(armex_helper name module folder)
    pkg_check_modules(HELPER_${module} QUIET IMPORTED_TARGET ${module})
    if(NOT HELPER_${module}_FOUND)
        message(STATUS "${name} is left out: there is no ${module}")
        return()
    endif()
    file(GLOB found CONFIGURE_DEPENDS ${folder}/*.c)
    add_executable(${name} ${found})
    target_compile_definitions(${name} PRIVATE ARMEX_VERSION="${PROJECT_VERSION}")
    target_link_libraries(${name} PRIVATE libarmex armex::dependencies PkgConfig::HELPER_${module})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
    set(helpers ${helpers} ${name} PARENT_SCOPE)
endfunction()

armex_helper(armex-pdf pangocairo report/press)
armex_helper(armex-fetch libcurl cli/fetch)
