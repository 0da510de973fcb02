# SPDX-License-Identifier: Apache-2.0

# find_package(LibIDN2): GNU libidn2, as the imported target LibIDN2::LibIDN2.
find_path(LibIDN2_INCLUDE_DIR idn2.h)
find_library(LibIDN2_LIBRARY idn2)
mark_as_advanced(LibIDN2_INCLUDE_DIR LibIDN2_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibIDN2 REQUIRED_VARS LibIDN2_LIBRARY LibIDN2_INCLUDE_DIR)

if(LibIDN2_FOUND AND NOT TARGET LibIDN2::LibIDN2)
  add_library(LibIDN2::LibIDN2 UNKNOWN IMPORTED)
  set_target_properties(LibIDN2::LibIDN2 PROPERTIES IMPORTED_LOCATION "${LibIDN2_LIBRARY}"
                                                    INTERFACE_INCLUDE_DIRECTORIES "${LibIDN2_INCLUDE_DIR}")
endif()
