# SPDX-License-Identifier: Apache-2.0

# eventc_fuzz_plain: the runtime and the events once more, compiled as for a machine that has no vectors. It is a shared library
# that shows one function, so that one program can hold both.
foreach(library IN ITEMS runtime pcre2)
  get_target_property(sources eventc_${library} SOURCES)
  get_target_property(folder eventc_${library} SOURCE_DIR)
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${folder}")
    list(APPEND plain_sources "${source}")
  endforeach()
endforeach()
get_target_property(plain_events eventc_golden_views SOURCES)
list(FILTER plain_events INCLUDE REGEX "\\.cpp$")

add_library(eventc_fuzz_plain_events OBJECT ${plain_events})
set_target_properties(eventc_fuzz_plain_events PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
add_dependencies(eventc_fuzz_plain_events eventc_golden_views_generate)
add_library(eventc_fuzz_plain SHARED readings.cpp plain.cpp ${plain_sources})
target_link_libraries(eventc_fuzz_plain PRIVATE eventc_fuzz_plain_events eventc::libpcre2)
target_link_options(eventc_fuzz_plain PRIVATE "LINKER:--version-script,${CMAKE_CURRENT_SOURCE_DIR}/plain.map")
set_target_properties(eventc_fuzz_plain PROPERTIES LINK_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/plain.map")

foreach(target IN ITEMS eventc_fuzz_plain eventc_fuzz_plain_events)
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_compile_features(${target} PRIVATE cxx_std_20)
  target_compile_definitions(${target} PRIVATE EVENTC_HAS_PCRE2)
  # New coverage is what the program's own code shows: the same inputs would count twice.
  target_compile_options(${target} PRIVATE -U__SSE2__ -U__ARM_NEON -fno-sanitize=fuzzer-no-link,address,undefined)
  target_include_directories(${target} PRIVATE
    "${PROJECT_SOURCE_DIR}/runtime/include" "${PROJECT_SOURCE_DIR}/tests" "${eventc_golden_dir}"
    "$<TARGET_PROPERTY:eventc_golden_views,INTERFACE_INCLUDE_DIRECTORIES>")
endforeach()
