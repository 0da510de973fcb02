// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model.hpp"
#include "names.hpp"
#include "normalize/normal_form.hpp"
#include "plan_parse.hpp"
#include "sharing.hpp"

namespace eventc::compiler {

/// All that a view is made from.
struct Emission {
  const NormalForm& form;
  const Sharing& sharing;
  const Model& model;
  const ParsePlan& plan;
  const Names& names;
};

/// Data for a template: finished strings, lists and flags; no decision is left.
using View = Json;

}  // namespace eventc::compiler
