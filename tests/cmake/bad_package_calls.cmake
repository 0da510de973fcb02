# SPDX-License-Identifier: Apache-2.0

# What eventc_package_lambda() says to a call that it can't honour.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${SCRATCH}")

# refuses(message argument...): the call stops the configuration with this message.
function(refuses message)
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}/bad_package_call" -B "${SCRATCH}/build"
            -D "EVENTC_CMAKE=${CMAKE_CURRENT_LIST_DIR}/../../cmake" -D "CALL=${ARGN}"
    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said)
  string(REGEX REPLACE "[ \n]+" " " said "${said}") # CMake wraps long lines
  string(FIND "${said}" " ${message} " found)
  if(NOT failed OR found EQUAL -1)
    message(SEND_ERROR "expected: ${message}\nfound (exit ${failed}): ${said}")
  endif()
endfunction()

refuses("eventc_package_lambda: TARGET is missing: the program to package" NAME orders)
refuses("eventc_package_lambda(TARGET program): no value for: NAME" TARGET program NAME)
refuses("eventc_package_lambda(TARGET program): unknown argument: ZIP;x" TARGET program ZIP x)
refuses("eventc_package_lambda(TARGET none): there is no such target" TARGET none)
refuses("eventc_package_lambda(TARGET library): it is no program" TARGET library)
