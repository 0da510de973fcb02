# SPDX-License-Identifier: Apache-2.0

# eventc_generate(TARGET t SCHEMAS schema...
#                 [BUNDLE name] [NAMESPACE ns] [IMPORT_DIRS dir...] [OUT_DIR dir] [STORAGE owned|view|both]
#                 [NO_ROUTES] [TEMPLATES dir] [OPTIONS option...])
#
# Makes the static library t of the C++ that eventc emits for the schemas. Who links it sees the emitted headers and
# eventc::runtime, and links libpcre2-8 or libidn2 if a schema has a pattern or a format that needs it:
#
#   eventc_generate(TARGET my_events SCHEMAS schemas/*.schema.json)
#   target_link_libraries(handler PRIVATE my_events)       # #include <events/order_created.hpp>
#
# SCHEMAS      files, and patterns with "*" or "?": a new file that matches joins the next build. A pattern may match nothing,
#              all together must not. Their order does not matter. ${EVENTC_CATALOG} is the folder of the catalog's.
# BUNDLE       the type that names all events of the call, in a header of the same name; "Bundle" by default.
# NAMESPACE    the C++ namespace of the emitted code, and its folder; "events" by default ("a::b" is the folder a/b).
# IMPORT_DIRS  where eventc looks for schemas that others refer to by $ref; URI=DIR is where those lie whose URI begins with
#              URI. No code is emitted for them on their own account.
# OUT_DIR      the include folder to write to; generated/t in the current binary folder by default.
# STORAGE      how types hold strings and lists whose schema does not say it: "owned" (std::string, std::vector; the default),
#              "view" (parts of the payload and of an arena), or "both": views that have owned twins.
# NO_ROUTES    types, parsers and validators only: no bundle; with BUNDLE, one that lists the types and routes nothing.
# TEMPLATES    templates to use in place of eventc's own.
# OPTIONS      further options of `eventc generate`, as they are ("--strict --dialect 07 --format-assertion").
#
# Relative paths are relative to the current source folder. The names of the emitted files follow from those of the schemas
# (eventc_file_stem, below): NAMESPACE/stem.hpp, stem.schema.hpp and stem.cpp for each, and the bundle's .hpp and .cpp.
# eventc leaves a file alone when its content stays the same, so that editing one schema recompiles what depends on it. A file
# that an earlier configuration emitted and this one does not is removed.
#
# What all emitted sources include is precompiled from eight schemas on, unless CMAKE_DISABLE_PRECOMPILE_HEADERS says otherwise or
# a compiler cache (ccache, sccache) runs the compiler: that would not keep what such a header went into.

cmake_policy(VERSION 3.25) # of the functions below, whatever their caller asks for

set(EVENTC_EXECUTABLE "" CACHE FILEPATH "The eventc to run, where the one of this build or package cannot run on this host")

function(eventc_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg "NO_ROUTES" "TARGET;BUNDLE;NAMESPACE;OUT_DIR;STORAGE;TEMPLATES"
                        "SCHEMAS;IMPORT_DIRS;OPTIONS")
  _eventc_check_arguments()
  _eventc_defaults()

  # 1. What goes in and what comes out, known without running eventc.
  _eventc_schemas()
  _eventc_outputs()
  set(state "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${arg_TARGET}.eventc")
  _eventc_remove_stale_outputs()

  # 2. How eventc is called. The call is written down, because a call that changes is a reason to run again: that is how a
  #    schema that leaves, or an option, is noticed.
  _eventc_command()
  string(REPLACE ";" "\n" call "${command};${schemas}")
  file(CONFIGURE OUTPUT "${state}/call" CONTENT "@call@\n" @ONLY)

  # 3. The run. Its output is a stamp: the emitted files are by-products, because one that does not change keeps its time.
  set(forget "")
  if(CMAKE_GENERATOR MATCHES "Makefiles")
    # CMake adds a depfile to what it read from earlier ones, and would run eventc for ever once one of those files is gone.
    set(cache "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${arg_TARGET}_generate.dir/compiler_depend.internal")
    set(forget COMMAND "${CMAKE_COMMAND}" -E rm -f "${cache}")
  endif()
  add_custom_command(
    OUTPUT "${state}/stamp"
    BYPRODUCTS ${headers} ${sources}
    COMMAND ${command} --depfile "${state}/depfile" --depfile-target "${state}/stamp" ${schemas}
    COMMAND "${CMAKE_COMMAND}" -E touch "${state}/stamp"
    ${forget}
    DEPENDS ${schemas} "${eventc}" "${state}/call"
    DEPFILE "${state}/depfile"
    COMMENT "Generating C++ from the schemas of ${arg_TARGET}"
    VERBATIM)
  # A target of its own, because make must have run eventc before it looks at what is to be compiled.
  add_custom_target(${arg_TARGET}_generate DEPENDS "${state}/stamp")

  # 4. The library.
  add_library(${arg_TARGET} STATIC ${sources} ${headers})
  add_dependencies(${arg_TARGET} ${arg_TARGET}_generate)
  target_compile_features(${arg_TARGET} PUBLIC cxx_std_20)
  target_include_directories(${arg_TARGET} PUBLIC "$<BUILD_INTERFACE:${arg_OUT_DIR}>")
  target_link_libraries(${arg_TARGET} PUBLIC eventc::runtime 
                        PRIVATE $<TARGET_NAME_IF_EXISTS:eventc::pcre2> $<TARGET_NAME_IF_EXISTS:eventc::idn>)
  _eventc_precompile_headers()

  # 5. What eventc_add_checker() asks of it, here or where the library was exported to.
  if(has_bundle)
    set_target_properties(${arg_TARGET} PROPERTIES EVENTC_BUNDLE "${arg_NAMESPACE}::${arg_BUNDLE}"
                                                   EVENTC_BUNDLE_HEADER "${bundle_header}")
    set_property(TARGET ${arg_TARGET} APPEND PROPERTY EXPORT_PROPERTIES EVENTC_BUNDLE EVENTC_BUNDLE_HEADER)
    set_property(GLOBAL APPEND PROPERTY EVENTC_BUNDLE_TARGETS ${arg_TARGET})
  endif()
endfunction()

# eventc_file_stem(result name): how a schema's or a bundle's name becomes the name of emitted files, by the same rule as in
# eventc. In this order: ".schema.json" or ".json" is cut off the end; every byte but letters and digits becomes "_"; "_" goes
# before the last of several capitals that a small letter follows, and between a small letter or digit and a capital;
# everything becomes small; runs of "_" become one, and none is left at the ends. Nothing left becomes "schema".
#   order-created.schema.json -> order_created      apiGatewayV2.json -> api_gateway_v2      HTTPRequest -> http_request
function(eventc_file_stem result name)
  string(REGEX REPLACE "(\\.schema)?\\.json$" "" stem "${name}")
  string(REGEX REPLACE "[^A-Za-z0-9]" "_" stem "${stem}")
  string(REGEX REPLACE "([A-Z])([A-Z][a-z])" "\\1_\\2" stem "${stem}")
  string(REGEX REPLACE "([a-z0-9])([A-Z])" "\\1_\\2" stem "${stem}")
  string(TOLOWER "${stem}" stem)
  string(REGEX REPLACE "_+" "_" stem "${stem}")
  string(REGEX REPLACE "^_|_$" "" stem "${stem}")
  if(stem STREQUAL "")
    set(stem "schema")
  endif()
  set(${result} "${stem}" PARENT_SCOPE)
endfunction()

# The phases of eventc_generate. They read its variables and give back those that they propagate.

function(_eventc_check_arguments)
  if(NOT arg_TARGET)
    message(FATAL_ERROR "eventc_generate: TARGET is missing: the name of the library to make")
  endif()
  set(who "eventc_generate(TARGET ${arg_TARGET})")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${who}: unknown argument: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "${who}: no value for: ${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  if(NOT arg_SCHEMAS)
    message(FATAL_ERROR "${who}: SCHEMAS is missing: the schema files to compile")
  endif()
  if(DEFINED arg_STORAGE AND NOT arg_STORAGE MATCHES "^(owned|view|both)$")
    message(FATAL_ERROR "${who}: unknown STORAGE \"${arg_STORAGE}\": it is owned, view or both")
  endif()
  set(identifier "[A-Za-z_][A-Za-z0-9_]*")
  if(DEFINED arg_NAMESPACE AND NOT arg_NAMESPACE MATCHES "^${identifier}(::${identifier})*$")
    message(FATAL_ERROR "${who}: NAMESPACE \"${arg_NAMESPACE}\" is not the name of a C++ namespace")
  endif()
  if(DEFINED arg_BUNDLE AND NOT arg_BUNDLE MATCHES "^${identifier}$")
    message(FATAL_ERROR "${who}: BUNDLE \"${arg_BUNDLE}\" is not the name of a C++ type")
  endif()
  if(NOT EVENTC_EXECUTABLE AND NOT TARGET eventc::eventc)
    message(FATAL_ERROR "${who}: there is no eventc to run: set EVENTC_EXECUTABLE to one that runs on this host")
  endif()
  return(PROPAGATE who)
endfunction()

function(_eventc_defaults)
  set(has_bundle ON)
  if(NOT DEFINED arg_BUNDLE)
    set(arg_BUNDLE "Bundle")
    if(arg_NO_ROUTES)
      set(has_bundle OFF)
    endif()
  endif()
  if(NOT DEFINED arg_NAMESPACE)
    set(arg_NAMESPACE "events")
  endif()
  if(NOT DEFINED arg_OUT_DIR)
    set(arg_OUT_DIR "${CMAKE_CURRENT_BINARY_DIR}/generated/${arg_TARGET}")
  endif()
  cmake_path(ABSOLUTE_PATH arg_OUT_DIR NORMALIZE)
  if(EVENTC_EXECUTABLE)
    set(eventc "${EVENTC_EXECUTABLE}")
  else()
    set(eventc eventc::eventc)
  endif()
  return(PROPAGATE has_bundle arg_BUNDLE arg_NAMESPACE arg_OUT_DIR eventc)
endfunction()

# schemas: absolute paths, each once, sorted.
function(_eventc_schemas)
  set(schemas "")
  foreach(item IN LISTS arg_SCHEMAS)
    cmake_path(ABSOLUTE_PATH item NORMALIZE)
    if(item MATCHES "[*?]")
      file(GLOB matches CONFIGURE_DEPENDS "${item}")
      list(APPEND schemas ${matches})
    elseif(EXISTS "${item}" AND NOT IS_DIRECTORY "${item}")
      list(APPEND schemas "${item}")
    else()
      message(FATAL_ERROR "${who}: there is no schema ${item}")
    endif()
  endforeach()
  if(NOT schemas)
    message(FATAL_ERROR "${who}: no file matches ${arg_SCHEMAS}")
  endif()
  list(REMOVE_DUPLICATES schemas)
  list(SORT schemas)
  return(PROPAGATE schemas)
endfunction()

# headers, sources: the files that eventc emits. bundle_header: how the bundle's is included; empty where there is none.
function(_eventc_outputs)
  string(REPLACE "::" "/" folder "${arg_NAMESPACE}")
  string(PREPEND folder "${arg_OUT_DIR}/")
  set(headers "")
  set(sources "")
  set(bundle_header "")
  foreach(schema IN LISTS schemas)
    cmake_path(GET schema FILENAME name)
    eventc_file_stem(stem "${name}")
    if(DEFINED owner_of_${stem})
      message(FATAL_ERROR "${who}: two schemas give ${stem}.hpp: ${owner_of_${stem}} and ${schema}")
    endif()
    set(owner_of_${stem} "${schema}")
    list(APPEND headers "${folder}/${stem}.hpp" "${folder}/${stem}.schema.hpp")
    list(APPEND sources "${folder}/${stem}.cpp")
  endforeach()
  if(has_bundle)
    eventc_file_stem(stem "${arg_BUNDLE}")
    if(DEFINED owner_of_${stem})
      message(FATAL_ERROR "${who}: the bundle and a schema give ${stem}.hpp: ${owner_of_${stem}}")
    endif()
    list(APPEND headers "${folder}/${stem}.hpp")
    list(APPEND sources "${folder}/${stem}.cpp")
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${arg_OUT_DIR}" OUTPUT_VARIABLE below)
    set(bundle_header "${below}/${stem}.hpp")
  endif()
  return(PROPAGATE headers sources bundle_header)
endfunction()

function(_eventc_remove_stale_outputs)
  set(outputs ${headers} ${sources})
  if(EXISTS "${state}/outputs")
    file(STRINGS "${state}/outputs" stale)
    list(REMOVE_ITEM stale ${outputs})
    if(stale)
      file(REMOVE ${stale})
    endif()
  endif()
  string(REPLACE ";" "\n" outputs "${outputs}")
  file(WRITE "${state}/outputs" "${outputs}\n")
endfunction()

# A third of the time that an emitted source takes goes into <eventc/emitted/emitted.hpp>; to precompile it takes as long as to
# compile four of them with it.
function(_eventc_precompile_headers)
  list(LENGTH schemas count)
  if(count GREATER_EQUAL 8 AND NOT CMAKE_CXX_COMPILER_LAUNCHER AND NOT CMAKE_CXX_COMPILER MATCHES "ccache")
    target_precompile_headers(${arg_TARGET} PRIVATE <eventc/emitted/emitted.hpp>)
  endif()
endfunction()

# command: the command line of eventc, up to the depfile and the schemas.
function(_eventc_command)
  set(command "${eventc}" generate -o "${arg_OUT_DIR}" --namespace "${arg_NAMESPACE}")
  if(arg_NO_ROUTES)
    list(APPEND command --no-routes)
  endif()
  if(has_bundle)
    list(APPEND command --bundle "${arg_BUNDLE}")
  endif()
  if(DEFINED arg_STORAGE)
    list(APPEND command --storage "${arg_STORAGE}")
  endif()
  if(DEFINED arg_TEMPLATES)
    cmake_path(ABSOLUTE_PATH arg_TEMPLATES NORMALIZE)
    list(APPEND command --templates "${arg_TEMPLATES}")
  endif()
  foreach(import IN LISTS arg_IMPORT_DIRS)
    set(uri "")
    set(dir "${import}")
    if(import MATCHES "^([A-Za-z][A-Za-z0-9+.-]*:[^=]*=)(.*)$")
      set(uri "${CMAKE_MATCH_1}")
      set(dir "${CMAKE_MATCH_2}")
    endif()
    cmake_path(ABSOLUTE_PATH dir NORMALIZE)
    list(APPEND command -I "${uri}${dir}")
  endforeach()
  list(APPEND command ${arg_OPTIONS})
  return(PROPAGATE command)
endfunction()
