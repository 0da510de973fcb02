# SPDX-License-Identifier: Apache-2.0

# eventc_embed_templates(folder output): writes a C++ source that defines eventc::compiler::built_in_templates() from every
# *.mustache at or below the folder, keyed by its path there without ".mustache".
#
# Templates are embedded when CMake configures, and a template that changes, appears or goes makes it configure again. Bytes
# are written as numbers: a template may hold any text, and no compiler's limit on the length of a literal is met.
function(eventc_embed_templates folder output)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*.mustache")
  list(SORT files)

  set(arrays "")
  set(entries "")
  set(index 0)
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${folder}/${file}")
    file(READ "${folder}/${file}" hex HEX)
    string(REGEX REPLACE "(................................)" "\\1\n    " hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(REGEX REPLACE "\\.mustache$" "" name "${file}")
    # The closing zero is there for an empty template: C++ has no empty array.
    string(APPEND arrays "const unsigned char kTemplate${index}[] = {\n    ${bytes}0x00};\n")
    string(APPEND entries "      {\"${name}\", text(kTemplate${index}, sizeof kTemplate${index} - 1)},\n")
    math(EXPR index "${index} + 1")
  endforeach()

  # Left alone when its content stays the same.
  file(
    CONFIGURE
    OUTPUT "${output}"
    CONTENT
      "// Generated from templates/. Do not edit.
#include \"built_in_templates.hpp\"

#include <cstddef>

namespace eventc::compiler {
namespace {

[[maybe_unused]] std::string text(const unsigned char* bytes, std::size_t size) {
  return std::string(reinterpret_cast<const char*>(bytes), size);
}

@arrays@
}  // namespace

const std::map<std::string, std::string>& built_in_templates() {
  static const std::map<std::string, std::string> templates{
@entries@  };
  return templates;
}

}  // namespace eventc::compiler
"
    @ONLY)
endfunction()
