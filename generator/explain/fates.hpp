// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "explain/explanation.hpp"
#include "explain/readings.hpp"
#include "resolve.hpp"
#include "view/emission.hpp"

namespace eventc::compiler {

/// The schemas whose words are in comments of emitted headers.
struct CommentedSchemas {
  explicit CommentedSchemas(const Model& model);

  /// Above a type: "title" where there is no "description".
  std::multimap<NodeId, TypeId> at_types;
  std::set<NodeId> at_members;
};

/// "#/$defs/Line", with its file as seen from another document.
[[nodiscard]] std::string place_name(const Resolved& resolved, const SchemaPlace& place,
                                     std::size_t from);

/// What the fate of a keyword follows from.
struct FateFacts {
  const Resolved& resolved;
  const Emission& emission;
  /// By NodeId.
  const std::vector<SchemaReadings>& readings;
  const CommentedSchemas& commented;
};

/// What became of a member of a schema: of a keyword, or of something else. `nodes` are the
/// schema's, one for each dynamic scope that it is reached with.
[[nodiscard]] std::vector<KeywordFate> fates_of(const FateFacts& facts,
                                                const ResolvedSchema& schema,
                                                const std::vector<NodeId>& nodes,
                                                const std::string& name, const Json& value);

}  // namespace eventc::compiler
