# SPDX-License-Identifier: Apache-2.0

# The package that find_package(eventc) finds: installed, or in the top of this build tree.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_targets eventc_runtime eventc_router)
if(EVENTC_BUILD_COMPILER)
  list(APPEND package_targets eventc)
endif()
if(EVENTC_BUILD_CHECKER)
  list(APPEND package_targets eventc_checker)
endif()
if(TARGET eventc_idn)
  list(APPEND package_targets eventc_idn)
endif()
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/eventc")
set(version_file "${PROJECT_BINARY_DIR}/eventcConfigVersion.cmake")
write_basic_package_version_file("${version_file}" COMPATIBILITY SameMinorVersion)

install(TARGETS ${package_targets} EXPORT eventcTargets INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY runtime/include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(FILES docs/eventc.1 docs/eventc-checker.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(DIRECTORY templates/ DESTINATION "${CMAKE_INSTALL_DATADIR}/eventc/templates"
        FILES_MATCHING PATTERN *.mustache)
install(EXPORT eventcTargets NAMESPACE eventc:: DESTINATION "${package_dir}")
set(package_files eventcConfig.cmake EventcGenerate.cmake EventcChecker.cmake FindLibIDN2.cmake
    checker_main.cpp.in)
list(TRANSFORM package_files PREPEND "${PROJECT_SOURCE_DIR}/cmake/" OUTPUT_VARIABLE package_sources)
install(FILES ${package_sources} "${version_file}" DESTINATION "${package_dir}")

export(EXPORT eventcTargets NAMESPACE eventc:: FILE "${PROJECT_BINARY_DIR}/eventcTargets.cmake")
foreach(file IN LISTS package_files)
  configure_file("cmake/${file}" "${PROJECT_BINARY_DIR}/${file}" COPYONLY)
endforeach()
if(TARGET eventc_events)
  install(TARGETS eventc_events)
endif()
