# SPDX-License-Identifier: Apache-2.0

# Makes the zip of eventc_package_lambda(), as a script: cmake -D PROGRAM=… -D NAME=… -D ZIP=… -D STAGE=… -D STRIP=…
# -D CA_CERTIFICATES=… -P package_lambda.cmake. STAGE is a folder of its own, which is emptied.
cmake_minimum_required(VERSION 3.25)

# run(what command...): fails with what the command says.
function(run what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status ERROR_VARIABLE said OUTPUT_VARIABLE out)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${NAME}: ${what}: ${said}${out}")
  endif()
endfunction()

# copy_library(file): its contents under the name by which it is asked for, whatever that is a link to.
function(copy_library file)
  cmake_path(GET file FILENAME name)
  file(REAL_PATH "${file}" real)
  configure_file("${real}" "${STAGE}/lib/${name}" COPYONLY)
  file(CHMOD "${STAGE}/lib/${name}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
endfunction()

file(REMOVE_RECURSE "${STAGE}")
file(MAKE_DIRECTORY "${STAGE}/bin" "${STAGE}/lib")

# The program.
configure_file("${PROGRAM}" "${STAGE}/bin/${NAME}" COPYONLY)
if(STRIP)
  run("strip" "${STRIP}" "${STAGE}/bin/${NAME}")
endif()

# The libraries.
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${PROGRAM}" RESOLVED_DEPENDENCIES_VAR libraries UNRESOLVED_DEPENDENCIES_VAR missing)
if(missing)
  message(FATAL_ERROR "${NAME}: these libraries are not found: ${missing}")
endif()
set(loader "")
set(libc "")
set(has_libcurl OFF)
foreach(library IN LISTS libraries)
  copy_library("${library}")
  cmake_path(GET library FILENAME name)
  if(name MATCHES "^ld-")
    set(loader "${name}")
  elseif(name STREQUAL "libc.so.6")
    set(libc "${library}")
  elseif(name MATCHES "^libcurl")
    set(has_libcurl ON)
  endif()
endforeach()
if(NOT loader OR NOT libc)
  message(FATAL_ERROR "${NAME}: it is not linked to glibc dynamically; a static program is a bootstrap by itself")
endif()
cmake_path(GET libc PARENT_PATH libc_folder)
foreach(name IN ITEMS libnss_dns.so.2 libnss_files.so.2 libresolv.so.2) # opened by glibc before 2.34 and by old programs
  if(EXISTS "${libc_folder}/${name}")
    copy_library("${libc_folder}/${name}")
  endif()
endforeach()

# What starts it. No command but the shell's own: little else need be there.
set(certificates "")
if(has_libcurl AND CA_CERTIFICATES)
  if(NOT EXISTS "${CA_CERTIFICATES}")
    message(FATAL_ERROR "${NAME}: there is no ${CA_CERTIFICATES}: install ca-certificates, or give CA_CERTIFICATES a file or OFF")
  endif()
  configure_file("${CA_CERTIFICATES}" "${STAGE}/etc/ca-certificates.crt" COPYONLY)
  string(APPEND certificates ": \"\${SSL_CERT_FILE:=$here/etc/ca-certificates.crt}\"\n"
                             ": \"\${CURL_CA_BUNDLE:=$SSL_CERT_FILE}\"\n"
                             "export SSL_CERT_FILE CURL_CA_BUNDLE\n")
endif()
file(WRITE "${STAGE}/bootstrap"
     "#!/bin/sh\n"
     "case $0 in */*) here=\${0%/*} ;; *) here=. ;; esac\n"
     "${certificates}"
     "exec \"$here/lib/${loader}\" --library-path \"$here/lib\" \"$here/bin/${NAME}\" \"$@\"\n")
file(CHMOD "${STAGE}/bootstrap" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                            WORLD_EXECUTE)

# The zip, with the files' permissions.
file(GLOB entries RELATIVE "${STAGE}" "${STAGE}/*")
file(REMOVE "${ZIP}")
set(pack "${CMAKE_COMMAND}" -E tar cf "${ZIP}" --format=zip -- ${entries})
execute_process(COMMAND ${pack} WORKING_DIRECTORY "${STAGE}" RESULT_VARIABLE status ERROR_VARIABLE said)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${NAME}: the zip cannot be written: ${said}")
endif()
