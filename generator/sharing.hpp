// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "normalize/normal_form.hpp"

namespace eventc::compiler {

/// Which document's output holds what is emitted for a schema.
class Sharing {
 public:
  explicit Sharing(const NormalForm& form);

  /// The given document whose output has the schema, as seen from the output of `from`: the one
  /// that it stands in, or `from`, which then has a copy of its own. A copy is made of what stands
  /// in a file that was not given, and of what stands in one that leads back to `from`: outputs
  /// include one another in no circle, however long.
  [[nodiscard]] std::size_t owner(NodeId node, std::size_t from) const;

  /// All schemas that the root and the definitions of a given document lead to, those before others
  /// that refer to them where no circle prevents it.
  [[nodiscard]] const std::vector<NodeId>& reached_by(std::size_t document) const {
    return order_[document];
  }

 private:
  void reach(NodeId node, std::size_t document);

  const NormalForm& form_;
  std::vector<std::set<NodeId>> reached_;
  std::vector<std::vector<NodeId>> order_;
  /// depends_[a][b]: what stands in b is needed for a, or for what a needs.
  std::vector<std::vector<bool>> depends_;
};

}  // namespace eventc::compiler
