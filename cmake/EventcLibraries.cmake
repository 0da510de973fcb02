# SPDX-License-Identifier: Apache-2.0

# What some schemas need of the system, where it has it: eventc::libpcre2, which eventc::pcre2 matches patterns with, and
# eventc::libidn2, which eventc::idn checks host names with. Set EVENTC_PCRE2_LIBRARY or EVENTC_IDN2_LIBRARY to OFF to do
# without. Who links them depends on them only if a schema makes use of them: the linker leaves them out of executables
# otherwise.

# eventc_find_library(target variable library header)
function(eventc_find_library target variable library header)
  find_library(${variable}_LIBRARY ${library} DOC "lib${library}, or OFF")
  find_path(${variable}_INCLUDE_DIR ${header} DOC "Where ${header} is")
  mark_as_advanced(${variable}_LIBRARY ${variable}_INCLUDE_DIR)
  if(NOT ${variable}_LIBRARY OR NOT ${variable}_INCLUDE_DIR OR TARGET ${target})
    return()
  endif()
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} INTERFACE "${${variable}_INCLUDE_DIR}")
  set(item "${${variable}_LIBRARY}")
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux") # one item, which CMake neither takes apart nor reorders
    set(item "-Wl,--push-state,--as-needed,${item},--pop-state")
  endif()
  target_link_libraries(${target} INTERFACE "${item}")
endfunction()

eventc_find_library(eventc::libpcre2 EVENTC_PCRE2 pcre2-8 pcre2.h)
eventc_find_library(eventc::libidn2 EVENTC_IDN2 idn2 idn2.h)
