// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model.hpp"
#include "names.hpp"
#include "normalize/normal_form.hpp"
#include "plan_parse.hpp"
#include "plan_storage.hpp"
#include "sharing.hpp"
#include "view/type_order.hpp"

namespace eventc::compiler {

/// All that a view is made from.
struct Emission {
  const NormalForm& form;
  const Sharing& sharing;
  const Model& model;
  const ParsePlan& plan;
  const std::vector<DocumentStorage>& storage;
  const Names& names;
  const std::vector<TypeOrder>& orders;  ///< of each document
  const std::set<TypeId>& list_items;    ///< find_list_items()
};

/// Where types of one storage live that a document has.
struct TypeSpace {
  Storage storage = Storage::Owned;
  bool is_of_twins = false;
  std::string name;  ///< the namespace: "events::kinesis_event", "events::kinesis_event::owned"
};

/// That of the plain names first, then that of twins, if there are any.
[[nodiscard]] std::vector<TypeSpace> type_spaces(const Emission& emission, std::size_t document);
/// That of a storage which the document has.
[[nodiscard]] std::string type_space(const Emission& emission, std::size_t document,
                                     Storage storage);

/// Data for a template: finished strings, lists and flags; no decision is left.
using View = Json;

}  // namespace eventc::compiler
