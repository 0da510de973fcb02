// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"

namespace eventc::compiler {

/// Where schemas are looked for that were not given: the folders of "-I DIR" and "-I URI=DIR".
class Imports {
 public:
  Imports(const std::vector<std::string>& folders, Files& files);

  /// Paths at which a schema may lie that is referred to by a relative reference, best first.
  [[nodiscard]] std::vector<std::string> paths_of(std::string_view relative) const;
  /// The same for an absolute URI: its place below a base URI that stands for a folder.
  [[nodiscard]] std::vector<std::string> paths_below_bases(std::string_view uri) const;
  /// The file in an import folder whose root has this URI for its "$id" or "id".
  [[nodiscard]] std::optional<std::string> find_id(const std::string& uri);

 private:
  struct Base {
    std::string uri;
    std::string folder;
  };

  void list();

  Files& files_;
  std::vector<std::string> folders_;
  std::vector<Base> bases_;
  /// Of the files in `folders_`; read when the first is asked for.
  std::optional<std::map<std::string, std::string>> ids_;
};

}  // namespace eventc::compiler
