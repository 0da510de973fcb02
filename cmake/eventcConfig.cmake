# SPDX-License-Identifier: Apache-2.0

# find_package(eventc): eventc::eventc (the compiler), eventc::runtime, eventc::router, eventc::checker, eventc::idn (where
# this eventc was built with it), eventc_generate(), eventc_add_checker() and eventc_add_payload_test(). The same file serves
# the install tree and the build tree; either holds the files it includes beside it.
include("${CMAKE_CURRENT_LIST_DIR}/eventcTargets.cmake")
if(TARGET eventc::checker)
  include(CMakeFindDependencyMacro)
  find_dependency(Threads)
endif()
if(TARGET eventc::idn)
  # Not required: a project that does not link eventc::idn builds without libidn2.
  list(PREPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")
  find_package(LibIDN2 QUIET)
  list(POP_FRONT CMAKE_MODULE_PATH)
endif()
include("${CMAKE_CURRENT_LIST_DIR}/EventcGenerate.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/EventcChecker.cmake")
