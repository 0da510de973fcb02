# SPDX-License-Identifier: Apache-2.0

# What eventc_generate() says to a call that it can't honour.
cmake_minimum_required(VERSION 3.25)

set(schemas "${SCRATCH}/schemas")
file(REMOVE_RECURSE "${SCRATCH}")
foreach(name IN ITEMS a.json a-b.schema.json a_b.json bundle.json)
  file(WRITE "${schemas}/${name}" "{}")
endforeach()
set(eventc -D EVENTC_EXECUTABLE=/bin/true)

# refuses(message argument...): the call stops the configuration with this message.
function(refuses message)
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}/bad_call" -B "${SCRATCH}/build" ${eventc} -D "CALL=${ARGN}"
            -D "EVENTC_GENERATE=${CMAKE_CURRENT_LIST_DIR}/../../cmake/EventcGenerate.cmake"
    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said)
  string(REGEX REPLACE "[ \n]+" " " said "${said}") # CMake wraps long lines
  string(FIND "${said}" " ${message} " found)
  if(NOT failed OR found EQUAL -1)
    message(SEND_ERROR "expected: ${message}\nfound (exit ${failed}): ${said}")
  endif()
endfunction()

set(a "${schemas}/a.json")
refuses("eventc_generate: TARGET is missing: the name of the library to make" SCHEMAS ${a})
refuses("eventc_generate(TARGET t): SCHEMAS is missing: the schema files to compile" TARGET t)
refuses("eventc_generate(TARGET t): no value for: BUNDLE" TARGET t SCHEMAS ${a} BUNDLE)
refuses("eventc_generate(TARGET t): unknown argument: SCHEMA" TARGET t SCHEMA SCHEMAS ${a})
refuses("eventc_generate(TARGET t): there is no schema ${schemas}/none.json" TARGET t SCHEMAS ${schemas}/none.json)
refuses("eventc_generate(TARGET t): no file matches ${schemas}/*.yaml" TARGET t SCHEMAS ${schemas}/*.yaml)
refuses("eventc_generate(TARGET t): unknown STORAGE \"rented\": it is owned, view or both" TARGET t SCHEMAS ${a} STORAGE rented)
refuses("eventc_generate(TARGET t): NAMESPACE \"my-events\" is not the name of a C++ namespace"
        TARGET t SCHEMAS ${a} NAMESPACE my-events)
refuses("eventc_generate(TARGET t): BUNDLE \"my::Bundle\" is not the name of a C++ type"
        TARGET t SCHEMAS ${a} BUNDLE my::Bundle)
refuses("eventc_generate(TARGET t): two schemas give a_b.hpp: ${schemas}/a-b.schema.json and ${schemas}/a_b.json"
        TARGET t SCHEMAS ${schemas}/a_b.json ${schemas}/a-b.schema.json)
refuses("eventc_generate(TARGET t): the bundle and a schema give bundle.hpp: ${schemas}/bundle.json"
        TARGET t SCHEMAS ${schemas}/bundle.json)

set(eventc -D EVENTC_EXECUTABLE=)
refuses("eventc_generate(TARGET t): there is no eventc to run: set EVENTC_EXECUTABLE to one that runs on this host"
        TARGET t SCHEMAS ${a})
