# SPDX-License-Identifier: Apache-2.0

# find_package(eventc): eventc::eventc (the compiler), eventc::runtime, eventc::router, eventc::http, eventc::batch,
# eventc::telemetry, eventc::lambda (where there is a libcurl), eventc::checker, eventc::pcre2 (where there is a libpcre2),
# eventc::idn (where there is a libidn2), eventc_generate(), eventc_add_checker(), eventc_add_payload_test(),
# eventc_package_lambda(), and EVENTC_CATALOG, the folder of the catalog's schemas. COMPONENTS are targets that have to be there:
# "find_package(eventc REQUIRED COMPONENTS lambda)" says what eventc::lambda lacks. The same file serves the install tree and
# the build tree; either holds the files it includes beside it.
include("${CMAKE_CURRENT_LIST_DIR}/eventcTargets.cmake")
if(TARGET eventc::checker)
  include(CMakeFindDependencyMacro)
  find_dependency(Threads)
endif()
include("${CMAKE_CURRENT_LIST_DIR}/EventcLibraries.cmake")
if(TARGET eventc::libpcre2)
  include("${CMAKE_CURRENT_LIST_DIR}/eventcPcre2Targets.cmake" OPTIONAL)
endif()
if(TARGET eventc::libidn2)
  include("${CMAKE_CURRENT_LIST_DIR}/eventcIdnTargets.cmake" OPTIONAL)
endif()
if(EXISTS "${CMAKE_CURRENT_LIST_DIR}/eventcLambdaTargets.cmake")
  find_package(CURL 7.68 QUIET)
  if(CURL_FOUND)
    include(CMakeFindDependencyMacro)
    find_dependency(Threads)
    include("${CMAKE_CURRENT_LIST_DIR}/eventcLambdaTargets.cmake")
  endif()
endif()
include("${CMAKE_CURRENT_LIST_DIR}/EventcCatalog.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/EventcGenerate.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/EventcChecker.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/EventcPackageLambda.cmake")

foreach(component IN LISTS eventc_FIND_COMPONENTS)
  if(TARGET eventc::${component})
    set(eventc_${component}_FOUND TRUE)
  elseif(eventc_FIND_REQUIRED_${component})
    set(eventc_FOUND FALSE)
    set(eventc_NOT_FOUND_MESSAGE "there is no eventc::${component}")
    if(component STREQUAL "lambda" AND EXISTS "${CMAKE_CURRENT_LIST_DIR}/eventcLambdaTargets.cmake")
      string(APPEND eventc_NOT_FOUND_MESSAGE ": it needs libcurl 7.68 or newer, with its headers")
    elseif(component STREQUAL "lambda")
      string(APPEND eventc_NOT_FOUND_MESSAGE ": this eventc was built without libcurl 7.68 or newer")
    endif()
    break()
  endif()
endforeach()
