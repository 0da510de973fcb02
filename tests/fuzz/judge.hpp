// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

/// Verdicts of others.
namespace golden {

/// What valijson, on a tree of nlohmann's, says of payloads under one schema.
class Judge {
 public:
  /// Throws NotInDraft07 for a schema on which valijson is no judge (draft_07.hpp).
  explicit Judge(const nlohmann::json& schema);
  Judge(Judge&&) noexcept;
  ~Judge();

  /// Whether the payload is valid. None where the two readers stand on different ground:
  /// - it is not JSON, gives a member twice, or has U+0000, at which valijson ends a text;
  /// - a number has more digits than a double keeps, or an exponent;
  /// - a fraction is to be divided, which valijson cuts off;
  /// - a pattern looks at more than ASCII, or at much of it, which std::regex takes from the stack.
  [[nodiscard]] std::optional<bool> is_valid(std::string_view payload) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether an object of the text, which is JSON, gives a member twice.
[[nodiscard]] bool has_member_twice(std::string_view json);

}  // namespace golden
