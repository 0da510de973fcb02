# SPDX-License-Identifier: Apache-2.0

# The package that find_package(eventc) finds: installed, or in the top of this build tree.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_targets eventc_runtime eventc_router)
if(EVENTC_BUILD_COMPILER)
  list(APPEND package_targets eventc)
endif()
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/eventc")
set(version_file "${PROJECT_BINARY_DIR}/eventcConfigVersion.cmake")
write_basic_package_version_file("${version_file}" COMPATIBILITY SameMinorVersion)

install(TARGETS ${package_targets} EXPORT eventcTargets INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY runtime/include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(FILES docs/eventc.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(DIRECTORY templates/ DESTINATION "${CMAKE_INSTALL_DATADIR}/eventc/templates"
        FILES_MATCHING PATTERN *.mustache)
install(EXPORT eventcTargets NAMESPACE eventc:: DESTINATION "${package_dir}")
install(FILES cmake/eventcConfig.cmake cmake/EventcGenerate.cmake "${version_file}"
        DESTINATION "${package_dir}")

export(EXPORT eventcTargets NAMESPACE eventc:: FILE "${PROJECT_BINARY_DIR}/eventcTargets.cmake")
configure_file(cmake/eventcConfig.cmake "${PROJECT_BINARY_DIR}/eventcConfig.cmake" COPYONLY)
configure_file(cmake/EventcGenerate.cmake "${PROJECT_BINARY_DIR}/EventcGenerate.cmake" COPYONLY)
