# SPDX-License-Identifier: Apache-2.0

# eventc::libpcre2, where the system has it: the library that eventc::pcre2 matches patterns with. Set EVENTC_PCRE2_LIBRARY to
# OFF to do without. Who links it depends on it only if it has such a pattern: the linker leaves the library out of
# executables that do not use it.
find_library(EVENTC_PCRE2_LIBRARY pcre2-8 DOC "libpcre2-8, or OFF")
find_path(EVENTC_PCRE2_INCLUDE_DIR pcre2.h DOC "Where pcre2.h is")
mark_as_advanced(EVENTC_PCRE2_LIBRARY EVENTC_PCRE2_INCLUDE_DIR)

if(EVENTC_PCRE2_LIBRARY AND EVENTC_PCRE2_INCLUDE_DIR AND NOT TARGET eventc::libpcre2)
  add_library(eventc::libpcre2 INTERFACE IMPORTED GLOBAL)
  target_include_directories(eventc::libpcre2 INTERFACE "${EVENTC_PCRE2_INCLUDE_DIR}")
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    # One item, which CMake neither takes apart nor reorders.
    target_link_libraries(eventc::libpcre2 INTERFACE "-Wl,--push-state,--as-needed,${EVENTC_PCRE2_LIBRARY},--pop-state")
  else()
    target_link_libraries(eventc::libpcre2 INTERFACE "${EVENTC_PCRE2_LIBRARY}")
  endif()
endif()
