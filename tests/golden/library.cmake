# SPDX-License-Identifier: Apache-2.0

# Libraries with golden::events(), a list of events as the emitted headers declare them:
#   eventc_golden        the committed sources of all folders
#   eventc_golden_views  the same schemas with --storage both, but for those that need options of their own

# eventc_golden_list(LIST FOLDER...): writes the C++ file LIST, for the folders named.
function(eventc_golden_list list)
  set(event_includes "")
  set(event_list "")
  foreach(folder IN LISTS ARGN)
    file(GLOB headers CONFIGURE_DEPENDS "${eventc_golden_dir}/${folder}/expected/events/*.hpp")
    foreach(header IN LISTS headers)
      file(STRINGS "${header}" event REGEX "^struct eventc::EventTraits<.*> {$")
      list(FILTER event EXCLUDE REGEX "::(owned|view)::")
      if(event)
        string(REGEX REPLACE "^struct eventc::EventTraits<(.*)> {$" "\\1" event "${event}")
        cmake_path(GET header STEM stem)
        string(APPEND event_includes "#include <events/${stem}.hpp>\n")
        string(APPEND event_list "    golden::event<${event}>(\"${folder}\", \"${stem}\"),\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${header}")
      endif()
    endforeach()
  endforeach()
  configure_file("${eventc_golden_dir}/events.cpp.in" "${list}" @ONLY)
endfunction()

set(eventc_golden_dir "${CMAKE_CURRENT_LIST_DIR}")
file(GLOB schema_folders CONFIGURE_DEPENDS LIST_DIRECTORIES TRUE RELATIVE "${eventc_golden_dir}" "${eventc_golden_dir}/*/schema")
list(TRANSFORM schema_folders REPLACE "/schema$" "")

file(GLOB sources CONFIGURE_DEPENDS "${eventc_golden_dir}/*/expected/events/*.cpp")
list(TRANSFORM schema_folders PREPEND "${eventc_golden_dir}/" OUTPUT_VARIABLE includes)
list(TRANSFORM includes APPEND "/expected")
eventc_golden_list("${CMAKE_CURRENT_BINARY_DIR}/events.cpp" ${schema_folders})
add_library(eventc_golden STATIC EXCLUDE_FROM_ALL ${sources} "${CMAKE_CURRENT_BINARY_DIR}/events.cpp")
target_include_directories(eventc_golden PUBLIC ${includes})
target_link_libraries(eventc_golden PUBLIC eventc::runtime)

set(plain_folders "")
set(plain_schemas "")
foreach(folder IN LISTS schema_folders)
  if(NOT EXISTS "${eventc_golden_dir}/${folder}/options")
    list(APPEND plain_folders "${folder}")
    list(APPEND plain_schemas "${eventc_golden_dir}/${folder}/schema/*.json")
  endif()
endforeach()
eventc_golden_list("${CMAKE_CURRENT_BINARY_DIR}/views/events.cpp" ${plain_folders})
eventc_generate(TARGET eventc_golden_views SCHEMAS ${plain_schemas} STORAGE both NO_ROUTES)
target_sources(eventc_golden_views PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/views/events.cpp")

foreach(library IN ITEMS eventc_golden eventc_golden_views)
  target_include_directories(${library} PUBLIC "${eventc_golden_dir}" "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${library} PUBLIC eventc::pcre2)
  eventc_own_warnings(${library})
  set_target_properties(${library} PROPERTIES EXCLUDE_FROM_ALL ON UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
endforeach()
