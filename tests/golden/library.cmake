# SPDX-License-Identifier: Apache-2.0

# The library eventc_golden: the committed sources of all folders, and golden::events(), their list.
file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*/expected/events/*.cpp")
file(GLOB includes CONFIGURE_DEPENDS LIST_DIRECTORIES TRUE "${CMAKE_CURRENT_LIST_DIR}/*/expected")
file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*/expected/events/*.hpp")

# events.cpp: the list of all events, as the emitted headers declare them.
set(event_includes "")
set(event_list "")
foreach(header IN LISTS headers)
  file(STRINGS "${header}" event REGEX "^struct eventc::EventTraits<.*> {$")
  if(event)
    string(REGEX REPLACE "^struct eventc::EventTraits<(.*)> {$" "\\1" event "${event}")
    string(REGEX REPLACE "^.*/([^/]+)/expected/(.*)/([^/]+)\\.hpp$" "\\1;\\2;\\3" parts "${header}")
    list(GET parts 0 folder)
    list(GET parts 1 path)
    list(GET parts 2 stem)
    string(APPEND event_includes "#include <${path}/${stem}.hpp>\n")
    string(APPEND event_list "    golden::event<${event}>(\"${folder}\", \"${stem}\"),\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${header}")
  endif()
endforeach()
configure_file("${CMAKE_CURRENT_LIST_DIR}/events.cpp.in" "${CMAKE_CURRENT_BINARY_DIR}/events.cpp" @ONLY)

add_library(eventc_golden STATIC ${sources} "${CMAKE_CURRENT_BINARY_DIR}/events.cpp")
target_include_directories(eventc_golden PUBLIC "${CMAKE_CURRENT_LIST_DIR}" ${includes})
target_link_libraries(eventc_golden PUBLIC eventc::runtime eventc::pcre2)
eventc_own_warnings(eventc_golden)
set_target_properties(eventc_golden PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
