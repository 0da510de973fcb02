# SPDX-License-Identifier: Apache-2.0

# eventc_own_warnings(target): the warnings this project's own code is held to. They are private to the target and off by
# default, so that no user's build fails on a warning that his compiler knows and ours does not.
function(eventc_own_warnings target)
  if(EVENTC_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Werror
      # GCC bugs 105651 and 105329: false alarms wherever a literal and a std::string are joined.
      $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>)
  endif()
endfunction()
