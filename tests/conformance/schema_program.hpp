// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "settings.hpp"
#include "verdicts/court.hpp"
#include "verdicts/emit.hpp"

namespace conformance {

/// Many schemas made into one program, which is then asked.
class SchemaProgram {
 public:
  /// `name` is that of its folder below the work folder, and of its namespace in "suite".
  SchemaProgram(const Settings& settings, const std::string& name);

  /// Has eventc compile a schema, in a namespace of its own. Gives the id by which the program
  /// knows it. Names differ, also where only letters and digits count.
  std::string add(const std::string& name, const std::string& schema,
                  const std::vector<std::string>& options);
  /// Compiles and links what was added. Throws std::runtime_error where that can't be linked.
  void build();
  /// Why there is no code that could judge: eventc or the C++ compiler refuses it. Null where there
  /// is.
  [[nodiscard]] const std::string* refusal(const std::string& id) const;
  /// Requires build().
  [[nodiscard]] verdicts::Reply ask(const std::string& id, std::string_view payload);

 private:
  const Settings& settings_;
  std::string folder_;
  std::string name_space_;
  std::vector<verdicts::Unit> units_;
  std::map<std::string, std::string> refusals_;
  std::unique_ptr<verdicts::Court> court_;
};

}  // namespace conformance
