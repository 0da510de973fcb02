// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/locate.hpp"
#include "load.hpp"

namespace conformance {

/// A JSON file that also gives the text of its values, character for character: numbers keep their
/// digits.
class SuiteFile {
 public:
  using Json = eventc::compiler::Json;

  /// Throws std::runtime_error where the file can't be read or is not JSON.
  explicit SuiteFile(const std::string& path);

  [[nodiscard]] const Json& root() const { return document_.root; }
  /// By JSON Pointer. Throws std::runtime_error where it leads nowhere.
  [[nodiscard]] std::string text_at(const std::string& pointer);

 private:
  eventc::compiler::Document document_;
  eventc::compiler::Locator locator_;
};

}  // namespace conformance
