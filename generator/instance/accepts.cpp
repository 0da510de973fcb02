// SPDX-License-Identifier: Apache-2.0
#include "instance/accepts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

#include "instance/base64_text.hpp"
#include "pattern/automaton.hpp"
#include "pattern/code_points.hpp"

namespace eventc::compiler {
namespace {

class Judge {
 public:
  explicit Judge(const NormalForm& form) : form_(form) {}

  [[nodiscard]] bool accepts(const std::vector<NodeId>& pack, const Json& value) const {
    return std::all_of(pack.begin(), pack.end(),
                       [&](NodeId id) { return accepts(form_[id], value); });
  }

  /// It asked about a pattern that can't be tried here.
  [[nodiscard]] bool is_undecided() const { return is_undecided_; }

 private:
  [[nodiscard]] bool fits(const Pattern& pattern, const std::string& text) const {
    const std::optional<bool> match = matches(pattern, text);
    is_undecided_ = is_undecided_ || !match;
    return match.value_or(false);
  }

  [[nodiscard]] bool accepts_under(NodeId id, const Json& value) const {
    return accepts(flatten(form_, id), value);
  }

  [[nodiscard]] bool accepts(const Node& node, const Json& value) const {
    return node.types.has(type_of_value(value)) && is_allowed_value(node, value) &&
           is_allowed_number(node, value) && is_allowed_string(node, value) &&
           is_allowed_array(node, value) && is_allowed_object(node, value) &&
           has_branches(node, value);
  }

  static bool is_allowed_value(const Node& node, const Json& value) {
    const auto& listed = node.enumeration;
    return (!node.constant || *node.constant == value) &&
           (listed.empty() || std::find(listed.begin(), listed.end(), value) != listed.end());
  }

  static bool is_allowed_number(const Node& node, const Json& value) {
    if (!value.is_number()) return true;
    const double given = value.get<double>();
    if (node.minimum && given < nearest_double(*node.minimum)) return false;
    if (node.exclusive_minimum && given <= nearest_double(*node.exclusive_minimum)) return false;
    if (node.maximum && given > nearest_double(*node.maximum)) return false;
    if (node.exclusive_maximum && given >= nearest_double(*node.exclusive_maximum)) return false;
    return !node.multiple_of || std::remainder(given, nearest_double(*node.multiple_of)) == 0;
  }

  [[nodiscard]] bool is_allowed_string(const Node& node, const Json& value) const {
    if (!value.is_string()) return true;
    const auto& text = value.get_ref<const std::string&>();
    const std::size_t length = count_code_points(text);
    if (length < node.min_length || (node.max_length && length > *node.max_length)) return false;
    if (node.pattern && !fits(*node.pattern, text)) return false;
    if (!node.is_base64 && !node.content_schema) return true;
    const std::optional<std::string> content = node.is_base64 ? from_base64(text) : text;
    if (!content) return false;
    if (!node.content_schema) return true;
    const Json inner = Json::parse(*content, nullptr, false);
    return !inner.is_discarded() && accepts_under(*node.content_schema, inner);
  }

  [[nodiscard]] bool is_allowed_array(const Node& node, const Json& value) const {
    if (!value.is_array()) return true;
    if (value.size() < node.min_items || (node.max_items && value.size() > *node.max_items))
      return false;
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i < node.prefix_items.size()) {
        if (!accepts_under(node.prefix_items[i], value[i])) return false;
      } else if (node.items && !accepts_under(*node.items, value[i])) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool is_allowed_object(const Node& node, const Json& value) const {
    if (!value.is_object()) return true;
    if (value.size() < node.min_properties) return false;
    if (node.max_properties && value.size() > *node.max_properties) return false;
    const bool has_required =
        std::all_of(node.required.begin(), node.required.end(),
                    [&](const std::string& name) { return value.contains(name); });
    return has_required &&
           std::all_of(value.items().begin(), value.items().end(), [&](const auto& member) {
             return is_allowed_member(node, member.key(), member.value());
           });
  }

  [[nodiscard]] bool is_allowed_member(const Node& node, const std::string& name,
                                       const Json& value) const {
    bool is_described = false;
    for (const NodeProperty& property : node.properties) {
      if (property.name != name) continue;
      is_described = true;
      if (!accepts_under(property.schema, value)) return false;
    }
    for (const NodePatternProperty& property : node.pattern_properties) {
      if (!fits(property.pattern, name)) continue;
      is_described = true;
      if (!accepts_under(property.schema, value)) return false;
    }
    return is_described || !node.additional_properties ||
           accepts_under(*node.additional_properties, value);
  }

  [[nodiscard]] bool has_branches(const Node& node, const Json& value) const {
    const auto holds = [&](NodeId branch) { return accepts_under(branch, value); };
    if (!node.any_of.empty() && std::none_of(node.any_of.begin(), node.any_of.end(), holds))
      return false;
    return node.one_of.empty() || std::count_if(node.one_of.begin(), node.one_of.end(), holds) == 1;
  }

  const NormalForm& form_;
  mutable bool is_undecided_ = false;
};

}  // namespace

double nearest_double(const std::string& literal) { return std::strtod(literal.c_str(), nullptr); }

bool accepts(const NormalForm& form, const std::vector<NodeId>& pack, const Json& value) {
  const Judge judge(form);
  return judge.accepts(pack, value) && !judge.is_undecided();
}

}  // namespace eventc::compiler
