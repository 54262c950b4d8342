# What `cmake --install build` puts where: program, library, headers, package files, share/.
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/armex)
set(generated ${PROJECT_BINARY_DIR}/generated)

install(TARGETS libarmex EXPORT armex)
if(TARGET armex)
    install(TARGETS armex ${helpers})
endif()
install(DIRECTORY ${PROJECT_BINARY_DIR}/share/ DESTINATION ${CMAKE_INSTALL_DATADIR})
install(DIRECTORY ${stand_ins} DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/armex)

# The headers that armex.h leads to, and no others, are public.
install(CODE "set(ENGINE \"${CMAKE_CURRENT_SOURCE_DIR}\")
    set(INCLUDE \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_INCLUDEDIR}\")")
install(SCRIPT cmake/install_headers.cmake)

install(EXPORT armex NAMESPACE armex:: FILE armexTargets.cmake DESTINATION ${package})
configure_package_config_file(cmake/armexConfig.cmake.in ${generated}/armexConfig.cmake
    INSTALL_DESTINATION ${package})
write_basic_package_version_file(${generated}/armexConfigVersion.cmake
    COMPATIBILITY SameMajorVersion)
install(FILES ${generated}/armexConfig.cmake ${generated}/armexConfigVersion.cmake
    cmake/dependencies.cmake DESTINATION ${package})

# A static libarmex asks those who link it for its own dependencies; a shared one does not.
set(private "")
if(BUILD_SHARED_LIBS)
    set(private ".private")
endif()
set(requires "Requires${private}: hdf5 gsl jansson libfyaml libutf8proc nettle freetype2 expat minizip libzstd zlib")
set(libs "-L\${libdir} -larmex")
if(NOT BUILD_SHARED_LIBS)
    string(APPEND libs " -lhdf5_hl -pthread -ldl -lm") # hdf5_hl has no module of its own
endif()
file(RELATIVE_PATH to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/armex.pc.in ${generated}/armex.pc @ONLY)
install(FILES ${generated}/armex.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
