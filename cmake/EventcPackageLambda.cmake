# SPDX-License-Identifier: Apache-2.0

# eventc_package_lambda(TARGET t [NAME n] [CA_CERTIFICATES file|OFF])
#
# Adds the target <t>_package, which makes n.zip (by default t.zip) in the current binary folder: the program t as a function
# for AWS Lambda's runtime provided.al2023.
#
#   add_executable(orders main.cpp)
#   target_link_libraries(orders PRIVATE my_events eventc::router eventc::lambda)
#   eventc_package_lambda(TARGET orders)                     # cmake --build build --target orders_package
#
# The zip holds
#
#   bootstrap    what Lambda starts: it starts the program by the loader of the zip, with the libraries of the zip
#   bin/t        the program, stripped
#   lib/         the loader, libc and every shared library that the program needs, directly or not, and those that libc opens
#                when it resolves names
#   etc/         certificates of authorities, where libcurl is among the libraries. bootstrap names them in SSL_CERT_FILE and
#                CURL_CA_BUNDLE, unless these are set
#
# The libraries go along because a program runs only where libc is at least as new as where it was linked: Amazon Linux 2023
# has glibc 2.34, Debian 12 has 2.36.
#
# CA_CERTIFICATES   the file of certificates in place of the system's; OFF leaves them out.
#
# For programs of the machine that builds them: what they need is looked for among its libraries.

cmake_policy(VERSION 3.25) # of the function below, whatever its caller asks for

function(eventc_package_lambda)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;NAME;CA_CERTIFICATES" "")
  if("${arg_TARGET}" STREQUAL "")
    message(FATAL_ERROR "eventc_package_lambda: TARGET is missing: the program to package")
  endif()
  set(who "eventc_package_lambda(TARGET ${arg_TARGET})")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${who}: unknown argument: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "${who}: no value for: ${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  if(NOT TARGET ${arg_TARGET})
    message(FATAL_ERROR "${who}: there is no such target")
  endif()
  get_target_property(type ${arg_TARGET} TYPE)
  if(NOT type STREQUAL "EXECUTABLE")
    message(FATAL_ERROR "${who}: it is no program")
  endif()
  if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux" OR CMAKE_CROSSCOMPILING)
    message(FATAL_ERROR "${who}: only programs for Linux are packaged, on a machine that runs them")
  endif()
  if("${arg_NAME}" STREQUAL "")
    set(arg_NAME "${arg_TARGET}")
  endif()
  if(NOT DEFINED arg_CA_CERTIFICATES)
    set(arg_CA_CERTIFICATES "/etc/ssl/certs/ca-certificates.crt")
  elseif(arg_CA_CERTIFICATES)
    cmake_path(ABSOLUTE_PATH arg_CA_CERTIFICATES NORMALIZE)
  endif()

  set(zip "${CMAKE_CURRENT_BINARY_DIR}/${arg_NAME}.zip")
  set(script "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/package_lambda.cmake")
  add_custom_command(
    OUTPUT "${zip}"
    COMMAND "${CMAKE_COMMAND}" -D "PROGRAM=$<TARGET_FILE:${arg_TARGET}>" -D "NAME=$<TARGET_FILE_NAME:${arg_TARGET}>"
            -D "ZIP=${zip}" -D "STAGE=${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${arg_TARGET}.lambda"
            -D "STRIP=${CMAKE_STRIP}" -D "CA_CERTIFICATES=${arg_CA_CERTIFICATES}" -P "${script}"
    DEPENDS ${arg_TARGET} "${script}"
    COMMENT "Packaging ${arg_NAME}.zip"
    VERBATIM)
  add_custom_target(${arg_TARGET}_package DEPENDS "${zip}")
endfunction()
