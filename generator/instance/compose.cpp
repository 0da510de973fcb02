// SPDX-License-Identifier: Apache-2.0
#include "instance/compose.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "instance/accepts.hpp"
#include "instance/base64_text.hpp"
#include "pattern/automaton.hpp"

namespace eventc::compiler {
namespace {

/// Schemas may require themselves; such a value has no end.
constexpr std::size_t kDeepest = 24;
/// What a schema may ask for: arrays are not made longer, nor objects larger.
constexpr std::uint64_t kMostItems = 256;
/// Tries in all: unions below unions multiply.
constexpr std::size_t kMostTries = 2000;

std::vector<Path> below(const std::vector<Path>& wanted, const PathStep& step) {
  std::vector<Path> inner;
  for (const Path& path : wanted) {
    if (!path.empty() && path.front() == step) inner.emplace_back(path.begin() + 1, path.end());
  }
  return inner;
}

class Composer {
 public:
  explicit Composer(const NormalForm& form) : form_(form) {}

  std::optional<Json> run(const Pack& pack, const std::vector<Path>& wanted) {
    if (depth_ == kDeepest || ++tries_ > kMostTries) return std::nullopt;
    ++depth_;
    std::optional<Json> value;
    for (const Pack& possible : possible_packs(form_, pack).value_or(std::vector<Pack>{pack})) {
      value = under_one(possible, wanted);
      if (value && !accepts(form_, pack, *value)) value.reset();
      if (value) break;
    }
    --depth_;
    return value;
  }

 private:
  /// Branches are chosen.
  std::optional<Json> under_one(const Pack& pack, const std::vector<Path>& wanted) {
    for (const Json& value : listed_values(pack)) {
      if (accepts(form_, pack, value)) return value;
    }
    const TypeSet types = types_of(form_, pack);
    const bool goes_in =
        std::any_of(wanted.begin(), wanted.end(), [](const Path& path) { return !path.empty(); });
    if (goes_in && types.has(kObject)) return object(pack, wanted);
    if (goes_in && types.has(kArray)) return array(pack, wanted);
    if (types.has(kString)) return string(pack);
    if (types.has(kNumber)) return number(pack);
    if (types.has(kBoolean)) return Json(false);
    if (types.has(kObject)) return object(pack, wanted);
    if (types.has(kArray)) return array(pack, wanted);
    if (types.has(kNull)) return Json(nullptr);
    return std::nullopt;
  }

  [[nodiscard]] std::vector<Json> listed_values(const Pack& pack) const {
    std::vector<Json> values;
    for (const NodeId id : pack) {
      if (form_[id].constant) values.push_back(*form_[id].constant);
      values.insert(values.end(), form_[id].enumeration.begin(), form_[id].enumeration.end());
    }
    return values;
  }

  // ---- Scalars

  std::optional<Json> string(const Pack& pack) {
    std::vector<Pattern> patterns;
    std::uint64_t min = 0;
    std::optional<std::uint64_t> max;
    std::optional<Pack> content;
    bool is_base64 = false;
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      if (node.pattern) patterns.push_back(*node.pattern);
      min = std::max(min, node.min_length);
      if (node.max_length) max = std::min(max.value_or(*node.max_length), *node.max_length);
      is_base64 = is_base64 || node.is_base64;
      if (node.content_schema) content = flatten(form_, *node.content_schema);
    }
    if (content) return with_content(*content, is_base64);
    if (is_base64) min = (std::max<std::uint64_t>(min, 1) + 3) / 4 * 4;  // whole quanta, of "a"
    for (const std::uint64_t least : {std::max<std::uint64_t>(min, 1), min}) {
      std::vector<Pattern> all = patterns;
      all.push_back(length_pattern(least, max));
      const CommonText text = find_common_text(all);
      if (text.verdict == CommonText::Verdict::Found) return Json(text.text);
    }
    return std::nullopt;
  }

  std::optional<Json> with_content(const Pack& content, bool is_base64) {
    const std::optional<Json> inner = run(content, {});
    if (!inner) return std::nullopt;
    return Json(is_base64 ? to_base64(inner->dump()) : inner->dump());
  }

  /// Next to the limits, and next to zero.
  std::optional<Json> number(const Pack& pack) const {
    std::vector<double> starts{0, 1};
    double step = 1;
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      for (const auto& limit :
           {node.minimum, node.exclusive_minimum, node.maximum, node.exclusive_maximum}) {
        const double start = limit ? nearest_double(*limit) : 0;
        if (std::isfinite(start)) starts.push_back(start);
      }
      if (node.multiple_of) step = std::max(step, nearest_double(*node.multiple_of));
    }
    for (const double start : starts) {
      for (const double near :
           {start, std::ceil(start / step) * step, std::floor(start / step) * step,
            (std::floor(start / step) + 1) * step, (std::ceil(start / step) - 1) * step,
            start + 0.5, start - 0.5}) {
        const Json value = as_json(near);
        if (accepts(form_, pack, value)) return value;
      }
    }
    return std::nullopt;
  }

  static Json as_json(double value) {
    constexpr double kExact = 9007199254740992;  // 2^53
    if (std::trunc(value) == value && std::abs(value) <= kExact)
      return Json(static_cast<std::int64_t>(value));
    return Json(value);
  }

  // ---- Containers

  std::optional<Json> array(const Pack& pack, const std::vector<Path>& wanted) {
    const PathStep first{.first_item = true};
    const std::vector<Path> in_first = below(wanted, first);
    std::uint64_t size = in_first.empty() ? 0 : 1;
    for (const NodeId id : pack) size = std::max(size, form_[id].min_items);
    if (size > kMostItems) return std::nullopt;
    Json items = Json::array();
    for (std::uint64_t i = 0; i < size; ++i) {
      const auto item = run(pack_of_item(pack, i), i == 0 ? in_first : std::vector<Path>{});
      if (!item) return std::nullopt;
      items.push_back(*item);
    }
    return items;
  }

  [[nodiscard]] Pack pack_of_item(const Pack& pack, std::uint64_t index) const {
    std::vector<NodeId> schemas;
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      if (index < node.prefix_items.size()) {
        schemas.push_back(node.prefix_items[index]);
      } else if (node.items) {
        schemas.push_back(*node.items);
      }
    }
    return flatten(form_, schemas);
  }

  std::optional<Json> object(const Pack& pack, const std::vector<Path>& wanted) {
    Json members = Json::object();
    std::uint64_t least = 0;
    for (const NodeId id : pack) {
      least = std::max(least, form_[id].min_properties);
      for (const std::string& name : form_[id].required) {
        if (!add_member(pack, name, wanted, members)) return std::nullopt;
      }
    }
    for (const Path& path : wanted) {
      if (path.empty() || path.front().first_item) continue;
      add_member(pack, path.front().member, wanted, members);
    }
    if (least > kMostItems) return std::nullopt;
    fill(pack, least, members);
    return members;
  }

  /// Until there are enough: what is declared, then anything.
  void fill(const Pack& pack, std::uint64_t least, Json& members) {
    for (const NodeId id : pack) {
      for (const NodeProperty& property : form_[id].properties) {
        if (members.size() < least) add_member(pack, property.name, {}, members);
      }
    }
    for (std::uint64_t i = 0; members.size() < least && i < least; ++i)
      add_member(pack, "member" + std::to_string(i + 1), {}, members);
  }

  bool add_member(const Pack& pack, const std::string& name, const std::vector<Path>& wanted,
                  Json& members) {
    if (members.contains(name)) return true;
    const auto value =
        run(pack_of_member(pack, name), below(wanted, {.first_item = false, .member = name}));
    if (value) members[name] = *value;
    return value.has_value();
  }

  [[nodiscard]] Pack pack_of_member(const Pack& pack, const std::string& name) const {
    std::vector<NodeId> schemas;
    for (const NodeId id : pack) {
      const Node& node = form_[id];
      const std::size_t before = schemas.size();
      for (const NodeProperty& property : node.properties) {
        if (property.name == name) schemas.push_back(property.schema);
      }
      for (const NodePatternProperty& property : node.pattern_properties) {
        if (matches(property.pattern, name).value_or(false)) schemas.push_back(property.schema);
      }
      if (schemas.size() == before && node.additional_properties)
        schemas.push_back(*node.additional_properties);
    }
    return flatten(form_, schemas);
  }

  const NormalForm& form_;
  std::size_t depth_ = 0;
  std::size_t tries_ = 0;
};

}  // namespace

std::optional<Json> compose(const NormalForm& form, const Pack& pack,
                            const std::vector<Path>& wanted) {
  return Composer(form).run(pack, wanted);
}

}  // namespace eventc::compiler
