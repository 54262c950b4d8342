# build/share: what the program finds beside itself, and what is installed as it is.
set(share ${PROJECT_BINARY_DIR}/share)

# armex_make_share(NAME FOLDER FILES... COMMAND ...): NAME is made anew in share/FOLDER when
# FILES or their list change. What was there goes first: nothing outlives its source.
function(armex_make_share name folder)
    cmake_parse_arguments(PARSE_ARGV 2 make "" "" "FILES;COMMAND")
    set(list ${PROJECT_BINARY_DIR}/generated/${name}.list)
    set(stamp ${PROJECT_BINARY_DIR}/generated/${name}.stamp)
    file(CONFIGURE OUTPUT ${list} CONTENT "${make_FILES}\n" @ONLY)
    add_custom_command(OUTPUT ${stamp}
        COMMAND ${CMAKE_COMMAND} -E rm -rf ${share}/${folder}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${share}/${folder}
        COMMAND ${make_COMMAND}
        COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
        DEPENDS ${list} ${make_FILES}
        COMMENT "Making share/${folder}"
        VERBATIM)
    add_custom_target(${name} ALL DEPENDS ${stamp})
endfunction()

file(GLOB_RECURSE plot_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/plots/*)
if(plot_files)
    armex_make_share(plots armex/plots FILES ${plot_files} COMMAND ${CMAKE_COMMAND} -E
        copy_directory ${PROJECT_SOURCE_DIR}/plots ${share}/armex/plots)
endif()

file(GLOB_RECURSE spec_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/report/specs/*)
if(spec_files)
    armex_make_share(reports armex/reports FILES ${spec_files} COMMAND ${CMAKE_COMMAND} -E
        copy_directory ${CMAKE_CURRENT_SOURCE_DIR}/report/specs ${share}/armex/reports)
endif()

file(GLOB_RECURSE unit_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/report/units/*)
if(unit_files)
    armex_make_share(units armex/units FILES ${unit_files} COMMAND ${CMAKE_COMMAND} -E
        copy_directory ${CMAKE_CURRENT_SOURCE_DIR}/report/units ${share}/armex/units)
endif()

if(NOT TARGET armex OR NOT ARMEX_RUN_PROGRAM)
    return()
endif()

file(GLOB packages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/datasets/*/datapackage.json)
file(GLOB_RECURSE dataset_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/datasets/*)
if(packages)
    armex_make_share(data armex/datasets FILES ${dataset_files} armex COMMAND
        armex -s ${share}/armex/datasets ingest ${packages})
endif()

# One page a command; a command is a file cli/command_NAME.c.
file(GLOB commands CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cli/command_*.c)
list(TRANSFORM commands REPLACE ".*/command_(.*)\\.c$" "\\1")
armex_make_share(manuals man/man1 FILES armex COMMAND ${CMAKE_COMMAND}
    -D PROGRAM=$<TARGET_FILE:armex> -D SHARE=${share} -D "COMMANDS=${commands}"
    -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/manuals.cmake)
