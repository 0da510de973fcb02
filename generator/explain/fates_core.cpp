// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "dialect.hpp"
#include "explain/fate_rules.hpp"
#include "identifiers.hpp"
#include "uri.hpp"

// Keywords that check nothing: what schemas are called and mean, and words for their readers.

namespace eventc::compiler {
namespace {

constexpr std::string_view kForReaders = "for readers of the schema";

const Resource& resource_of(const FateInput& in) {
  return in.facts.resolved.resources[in.schema.resource];
}

bool is_root_of_resource(const FateInput& in) { return resource_of(in).root == in.schema.place; }

bool is_given_root(const FateInput& in) {
  const std::vector<NodeId>& roots = in.facts.emission.form.roots;
  return std::find(roots.begin(), roots.end(), in.node.id) != roots.end();
}

bool is_commented(const FateInput& in) {
  return in.facts.commented.at_types.contains(in.node.id) ||
         in.facts.commented.at_members.contains(in.node.id);
}

}  // namespace

Fates fate_of_dialect(const FateInput& in) {
  if (!is_root_of_resource(in))
    return {{Fate::NoEffect, "only a schema with an identifier has a dialect of its own"}};
  return {{Fate::Dialect, std::string(name_of(in.schema.dialect.draft))}};
}

Fates fate_of_vocabulary(const FateInput&) {
  return {{Fate::Dialect, "of the schemas that this one describes"}};
}

Fates fate_of_id(const FateInput& in) {
  const auto& id = in.value.get_ref<const std::string&>();
  const bool is_resource = is_root_of_resource(in) && !split_fragment(id).resource.empty();
  return {{Fate::Name, is_resource ? resource_of(in).uri : id}};
}

Fates fate_of_anchor(const FateInput& in) {
  return {{Fate::Name, "#" + in.value.get<std::string>()}};
}

Fates fate_of_recursive_anchor(const FateInput& in) {
  if (in.value == false) return {{Fate::NoEffect, "false is what holds without it"}};
  if (!is_root_of_resource(in))
    return {{Fate::NoEffect, "only the root of a schema with an identifier can be one"}};
  return {{Fate::Name, "\"$recursiveRef\" finds it"}};
}

Fates fate_of_definitions(const FateInput& in) {
  return {
      {Fate::Name, fmt::format("{} schema{}", in.value.size(), in.value.size() == 1 ? "" : "s")}};
}

Fates fate_of_title(const FateInput& in) {
  const Emission& emission = in.facts.emission;
  const std::string name = pascal_case(in.value.get_ref<const std::string&>());
  const auto [begin, end] = in.facts.commented.at_types.equal_range(in.node.id);
  const bool is_name = std::any_of(
      begin, end, [&](const auto& told) { return emission.names.types[told.second] == name; });
  if (is_name) return {{Fate::Annotation, "the name of the type"}};
  const bool is_comment = in.node.annotations.description.empty() && begin != end;
  return {{Fate::Annotation, is_comment ? "a comment" : std::string(kForReaders)}};
}

Fates fate_of_comment(const FateInput& in) {
  if (in.keyword == "deprecated" && in.value == false)
    return {{Fate::NoEffect, "false is what holds without it"}};
  return {{Fate::Annotation, is_commented(in) ? "a comment" : std::string(kForReaders)}};
}

Fates fate_of_words(const FateInput&) { return {{Fate::Annotation, std::string(kForReaders)}}; }

Fates fate_of_extension(const FateInput& in) {
  constexpr std::array<std::string_view, 3> kRouting{"route", "priority", "discriminator"};
  std::vector<std::string_view> of_type;
  std::vector<std::string_view> of_routes;
  std::vector<std::string_view> idle;
  for (const auto& [key, value] : in.value.get_ref<const Json::object_t&>()) {
    const bool is_of_routes = std::find(kRouting.begin(), kRouting.end(), key) != kRouting.end();
    const bool is_of_roots = is_of_routes || key == "namespace" || key == "storage";
    const bool is_idle = (is_of_roots && !is_given_root(in)) || in.reading.by == ReadBy::Nothing;
    (is_idle ? idle : is_of_routes ? of_routes : of_type).push_back(key);
  }
  Fates fates;
  if (!of_type.empty())
    fates.push_back({Fate::InType, fmt::format("{}", fmt::join(of_type, ", "))});
  if (!of_routes.empty())
    fates.push_back({Fate::Selects, fmt::format("events, by {}", fmt::join(of_routes, ", "))});
  if (!idle.empty())
    fates.push_back({Fate::NoEffect, fmt::format("{}: not here", fmt::join(idle, ", "))});
  if (fates.empty()) fates.push_back({Fate::NoEffect, "it is empty"});
  return fates;
}

}  // namespace eventc::compiler
