# SPDX-License-Identifier: Apache-2.0

# eventc_add_checker(TARGET t BUNDLE b)
#
# Makes the program t, which checks and classifies payloads by the events of a bundle (eventc-checker(1)): it runs the code that
# the bundle's users run.
#
#   eventc_generate(TARGET my_events SCHEMAS schemas/*.schema.json)
#   eventc_add_checker(TARGET my-events BUNDLE my_events)       # my-events check payloads/
#
# TARGET       the program; its name is what the program calls itself, or OUTPUT_NAME where that is set.
# BUNDLE       the library that eventc_generate() made, or the name of its bundle where no other has that name. A bundle without
#              routes (NO_ROUTES with BUNDLE) will do: `check` needs --as then.
#
# eventc_add_payload_test(NAME n BUNDLE b [AS type] PAYLOADS payload... [INVALID payload...])
#
# Adds tests to CTest: n, that each document of PAYLOADS is valid, and n.invalid, that each one of INVALID is not. Their output
# is the checker's report.
#
#   eventc_add_payload_test(NAME payloads BUNDLE my_events PAYLOADS payloads/valid INVALID payloads/invalid)
#
# AS           check as this type: its name, or its schema's file name without ".schema.json". Otherwise each document as the
#              event that it is recognised as.
# PAYLOADS     files, patterns with "*" or "?", and folders, which stand for all *.json, *.jsonl and *.ndjson below them.
# INVALID      the same for payloads that must be refused; "INVALID PAYLOADS payload..." is understood as well. Either list may
#              be left out, not both.
#
# The checker of a bundle is built once: by eventc_add_checker() where that was called before, as the program <library>_checker
# otherwise. Relative paths are relative to the current source folder.

cmake_policy(VERSION 3.25) # of the functions below, whatever their caller asks for

function(eventc_add_checker)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;BUNDLE" "")
  if("${arg_TARGET}" STREQUAL "")
    message(FATAL_ERROR "eventc_add_checker: TARGET is missing: the name of the program to make")
  endif()
  set(who "eventc_add_checker(TARGET ${arg_TARGET})")
  _eventc_check_checker_arguments()
  _eventc_find_bundle()

  set(main "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${arg_TARGET}.eventc/main.cpp")
  get_target_property(bundle_type ${library} EVENTC_BUNDLE)
  get_target_property(bundle_header ${library} EVENTC_BUNDLE_HEADER)
  configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/checker_main.cpp.in" "${main}" @ONLY)
  add_executable(${arg_TARGET} "${main}")
  target_compile_definitions(${arg_TARGET} PRIVATE "EVENTC_PROGRAM=\"$<TARGET_FILE_BASE_NAME:${arg_TARGET}>\"")
  target_link_libraries(${arg_TARGET} PRIVATE ${library} eventc::checker)
  set_property(GLOBAL PROPERTY EVENTC_CHECKER_OF_${library} ${arg_TARGET})
endfunction()

function(eventc_add_payload_test)
  set(arguments ${ARGV})
  string(REGEX REPLACE "(^|;)INVALID;PAYLOADS(;|$)" "\\1INVALID\\2" arguments "${arguments}")
  cmake_parse_arguments(arg "" "NAME;BUNDLE;AS" "PAYLOADS;INVALID" ${arguments})
  if("${arg_NAME}" STREQUAL "")
    message(FATAL_ERROR "eventc_add_payload_test: NAME is missing: the name of the test")
  endif()
  set(who "eventc_add_payload_test(NAME ${arg_NAME})")
  _eventc_check_checker_arguments()
  if(NOT arg_PAYLOADS AND NOT arg_INVALID)
    message(FATAL_ERROR "${who}: PAYLOADS is missing: the files and folders to check")
  endif()
  _eventc_find_bundle()

  get_property(checker GLOBAL PROPERTY EVENTC_CHECKER_OF_${library})
  if(NOT checker)
    set(checker ${library}_checker)
    eventc_add_checker(TARGET ${checker} BUNDLE ${library})
  endif()
  set(command ${checker} check)
  if(DEFINED arg_AS)
    list(APPEND command --as "${arg_AS}")
  endif()
  if(arg_PAYLOADS)
    _eventc_payloads("${arg_PAYLOADS}")
    add_test(NAME "${arg_NAME}" COMMAND ${command} -- ${payloads})
  endif()
  if(arg_INVALID)
    _eventc_payloads("${arg_INVALID}")
    add_test(NAME "${arg_NAME}.invalid" COMMAND ${command} --expect-invalid -- ${payloads})
  endif()
endfunction()

# What both functions refuse.
function(_eventc_check_checker_arguments)
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${who}: unknown argument: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "${who}: no value for: ${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  if("${arg_BUNDLE}" STREQUAL "")
    message(FATAL_ERROR "${who}: BUNDLE is missing: a library that eventc_generate() made")
  endif()
  if(NOT TARGET eventc::checker)
    message(FATAL_ERROR "${who}: this eventc was built without its checker (EVENTC_BUILD_CHECKER, which takes CLI11)")
  endif()
endfunction()

# library: the target that holds the bundle arg_BUNDLE.
function(_eventc_find_bundle)
  if(TARGET ${arg_BUNDLE})
    get_target_property(library ${arg_BUNDLE} ALIASED_TARGET)
    if(NOT library)
      set(library ${arg_BUNDLE})
    endif()
    get_target_property(bundle ${library} EVENTC_BUNDLE)
    if(NOT bundle)
      message(FATAL_ERROR "${who}: ${arg_BUNDLE} has no bundle: eventc_generate() makes one unless NO_ROUTES is given without "
                          "BUNDLE")
    endif()
    return(PROPAGATE library)
  endif()

  get_property(libraries GLOBAL PROPERTY EVENTC_BUNDLE_TARGETS)
  set(found "")
  set(known "")
  foreach(candidate IN LISTS libraries)
    get_target_property(bundle ${candidate} EVENTC_BUNDLE)
    list(APPEND known "${candidate} (${bundle})")
    string(REGEX REPLACE ".*::" "" name "${bundle}")
    if(arg_BUNDLE STREQUAL name OR arg_BUNDLE STREQUAL bundle)
      list(APPEND found "${candidate}")
    endif()
  endforeach()
  list(LENGTH found count)
  list(JOIN known ", " known)
  if(count EQUAL 1)
    set(library ${found})
    return(PROPAGATE library)
  elseif(count EQUAL 0)
    if(NOT known)
      set(known "none")
    endif()
    message(FATAL_ERROR "${who}: there is no bundle ${arg_BUNDLE}; there are: ${known}")
  endif()
  list(JOIN found ", " found)
  message(FATAL_ERROR "${who}: ${arg_BUNDLE} is the bundle of several libraries; name one of them: ${found}")
endfunction()

# payloads: absolute paths, each once, sorted.
function(_eventc_payloads items)
  set(payloads "")
  foreach(item IN LISTS items)
    cmake_path(ABSOLUTE_PATH item NORMALIZE)
    if(item MATCHES "[*?]")
      file(GLOB matches CONFIGURE_DEPENDS "${item}")
      if(NOT matches)
        message(FATAL_ERROR "${who}: no payload matches ${item}")
      endif()
      list(APPEND payloads ${matches})
    elseif(EXISTS "${item}")
      list(APPEND payloads "${item}")
    else()
      message(FATAL_ERROR "${who}: there is no payload ${item}")
    endif()
  endforeach()
  list(REMOVE_DUPLICATES payloads)
  list(SORT payloads)
  return(PROPAGATE payloads)
endfunction()
