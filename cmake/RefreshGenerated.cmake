# SPDX-License-Identifier: Apache-2.0

# cmake -D EVENTC=path -D WORK_DIR=dir [-D CHECK=ON] -P RefreshGenerated.cmake
#
# Brings generated/ up to date with schemas/, or with CHECK fails with the difference: the emitted code, and in routes.txt how
# the events are told apart. The comparison is of whole folders: a file whose schema is gone is stale too.
cmake_minimum_required(VERSION 3.25)

cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH root)
file(GLOB schemas RELATIVE "${root}" "${root}/schemas/*.schema.json")

file(REMOVE_RECURSE "${WORK_DIR}")
file(MAKE_DIRECTORY "${WORK_DIR}")
execute_process(
  COMMAND "${EVENTC}" generate -o "${WORK_DIR}" --bundle Bundle --namespace events --explain-routes ${schemas}
  WORKING_DIRECTORY "${root}" RESULT_VARIABLE failed OUTPUT_FILE "${WORK_DIR}/routes.txt")
if(failed)
  message(FATAL_ERROR "eventc refused the schemas")
endif()

if(NOT CHECK)
  file(REMOVE_RECURSE "${root}/generated/events")
  file(COPY "${WORK_DIR}/" DESTINATION "${root}/generated")
  return()
endif()

execute_process(COMMAND diff --recursive --new-file --unified --exclude=.clang-format generated "${WORK_DIR}"
                WORKING_DIRECTORY "${root}" RESULT_VARIABLE differs)
if(differs)
  message(FATAL_ERROR "generated/ is stale: run ./dev generate")
endif()
