# SPDX-License-Identifier: Apache-2.0

# What eventc_add_checker() and eventc_add_payload_test() say to a call that they can't honour.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${SCRATCH}")
set(project "${CMAKE_CURRENT_LIST_DIR}/bad_checker_call")
set(more "")

# refuses(function message argument...): the call stops the configuration with this message.
function(refuses function message)
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${project}" -B "${SCRATCH}/build" -D EVENTC_EXECUTABLE=/bin/true
            -D "EVENTC_CMAKE=${CMAKE_CURRENT_LIST_DIR}/../../cmake" -D "FUNCTION=${function}" -D "CALL=${ARGN}" ${more}
    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said)
  string(REGEX REPLACE "[ \n]+" " " said "${said}") # CMake wraps long lines
  string(FIND "${said}" " ${message} " found)
  if(NOT failed OR found EQUAL -1)
    message(SEND_ERROR "expected: ${message}\nfound (exit ${failed}): ${said}")
  endif()
endfunction()

set(add eventc_add_checker)
refuses(${add} "eventc_add_checker: TARGET is missing: the name of the program to make" BUNDLE orders)
refuses(${add} "eventc_add_checker(TARGET t): BUNDLE is missing: a library that eventc_generate() made" TARGET t)
refuses(${add} "eventc_add_checker(TARGET t): no value for: BUNDLE" TARGET t BUNDLE)
refuses(${add} "eventc_add_checker(TARGET t): unknown argument: NAME;x" TARGET t BUNDLE orders NAME x)
refuses(${add} "eventc_add_checker(TARGET t): there is no bundle none; there are: orders (shop::Bundle), parcels (post::Bundle)"
        TARGET t BUNDLE none)
refuses(${add} "eventc_add_checker(TARGET t): Bundle is the bundle of several libraries; name one of them: orders, parcels"
        TARGET t BUNDLE Bundle)
foreach(library IN ITEMS words other)
  refuses(${add} "eventc_add_checker(TARGET t): ${library} has no bundle: eventc_generate() makes one unless NO_ROUTES is given without BUNDLE"
          TARGET t BUNDLE ${library})
endforeach()

set(test eventc_add_payload_test)
refuses(${test} "eventc_add_payload_test: NAME is missing: the name of the test" BUNDLE orders PAYLOADS order.json)
refuses(${test} "eventc_add_payload_test(NAME n): BUNDLE is missing: a library that eventc_generate() made"
        NAME n PAYLOADS order.json)
refuses(${test} "eventc_add_payload_test(NAME n): PAYLOADS is missing: the files and folders to check" NAME n BUNDLE orders)
refuses(${test} "eventc_add_payload_test(NAME n): there is no payload ${project}/gone.json"
        NAME n BUNDLE orders PAYLOADS order.json gone.json)
refuses(${test} "eventc_add_payload_test(NAME n): no payload matches ${project}/*.jsonl" NAME n BUNDLE orders INVALID *.jsonl)
refuses(${test} "eventc_add_payload_test(NAME n): no value for: AS" NAME n BUNDLE orders AS PAYLOADS order.json)

set(more -D WITHOUT_CHECKER=ON)
refuses(${add} "eventc_add_checker(TARGET t): this eventc was built without its checker (EVENTC_BUILD_CHECKER, which takes CLI11)"
        TARGET t BUNDLE orders)
