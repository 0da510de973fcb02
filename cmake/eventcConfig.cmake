# SPDX-License-Identifier: Apache-2.0

# find_package(eventc): eventc::eventc (the compiler), eventc::runtime, eventc::router and eventc_generate(). The same file
# serves the install tree and the build tree; either holds the two files it includes beside it.
include("${CMAKE_CURRENT_LIST_DIR}/eventcTargets.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/EventcGenerate.cmake")
