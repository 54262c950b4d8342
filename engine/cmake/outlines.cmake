# The outlines of states: a table of C written during the build from datasets/outlines.
set(outlines ${PROJECT_SOURCE_DIR}/datasets/outlines/outlines.csv)
set(outlines_table ${PROJECT_BINARY_DIR}/generated/outlines_table.c)
add_custom_command(OUTPUT ${outlines_table}
    COMMAND ${CMAKE_COMMAND} -D CSV=${outlines} -D TABLE=${outlines_table}
        -P ${CMAKE_CURRENT_LIST_DIR}/write_outlines.cmake
    DEPENDS ${outlines} ${CMAKE_CURRENT_LIST_DIR}/write_outlines.cmake
    COMMENT "Writing the table of outlines"
    VERBATIM)
list(APPEND sources ${outlines_table})
