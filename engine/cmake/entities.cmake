# The table of entities: written during the build from Debian's iso-codes, by a tool of country/.
file(GLOB generator CONFIGURE_DEPENDS country/generate_*.c)
list(REMOVE_ITEM sources ${generator})

if(generator)
    file(GLOB ground CONFIGURE_DEPENDS base/*.c) # what the tool shares with the library
    list(APPEND generator country/kind.c ${ground})
    find_path(ARMEX_ISO_CODES iso_3166-1.json PATH_SUFFIXES share/iso-codes/json REQUIRED)
    find_path(ARMEX_LOCALES fr/LC_MESSAGES/iso_3166-1.mo PATH_SUFFIXES share/locale)
    if(NOT ARMEX_LOCALES) # names in other languages are welcome, not needed
        set(ARMEX_LOCALES ${ARMEX_ISO_CODES}/../../locale)
    endif()
    file(GLOB field_words CONFIGURE_DEPENDS country/*.csv)
    set(table ${PROJECT_BINARY_DIR}/generated/entities_table.c)

    add_executable(generate_entities ${generator})
    target_include_directories(generate_entities PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(generate_entities PRIVATE armex::dependencies)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated)
    add_custom_command(OUTPUT ${table}
        COMMAND generate_entities ${ARMEX_ISO_CODES} ${ARMEX_LOCALES} ${field_words} ${table}
        DEPENDS generate_entities ${field_words}
            ${ARMEX_ISO_CODES}/iso_3166-1.json ${ARMEX_ISO_CODES}/iso_3166-3.json
        COMMENT "Writing the table of entities"
        VERBATIM)
    list(APPEND sources ${table})
endif()
