// SPDX-License-Identifier: Apache-2.0
#include "view/bundle_view.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cpp_literal.hpp"
#include "identifiers.hpp"
#include "view/cpp_values.hpp"
#include "view/pattern_view.hpp"

namespace eventc::compiler {
namespace {

class BundleViewer {
 public:
  BundleViewer(const Emission& emission, const RoutePlan& routes, const NameOptions& options)
      : emission_(emission), routes_(routes), options_(options) {}

  View run() {
    View view{{"namespace", options_.name_space},
              {"name", *options_.bundle},
              {"includes", View::array()},
              {"events", View::array()},
              {"has_events", !routes_.events.empty()},
              {"has_alternatives", !routes_.alternatives.empty()},
              {"has_keys", !routes_.keys.empty()},
              {"locations", View::array()},
              {"alternatives", View::array()},
              {"keys", View::array()}};
    for (const TypeId event : routes_.events) {
      view["events"].push_back({{"enumerator", emission_.names.types[event]},
                                {"literal", cpp_string_literal(emission_.names.types[event])}});
    }
    const std::vector<TypeId> roots = root_types();
    for (const TypeId root : roots) {
      const DocumentNames& names = emission_.names.documents[emission_.model.types[root].document];
      view["includes"].push_back(names.folder + "/" + names.stem + ".hpp");
    }
    std::sort(view["includes"].begin(), view["includes"].end());
    view["header"] =
        namespace_folder(options_.name_space) + "/" + file_stem(*options_.bundle) + ".hpp";
    view["event_types"] = type_list(routes_.events, "  using Events = eventc::EventList<");
    view["root_types"] = type_list(roots, "  using Types = eventc::EventList<");
    add_locations(view);
    for (std::size_t i = 0; i < routes_.alternatives.size(); ++i)
      view["alternatives"].push_back(view_alternative(i));
    for (const RouteKey& key : routes_.keys) view["keys"].push_back(view_key(key));
    return view;
  }

 private:
  /// Seen from the bundle's namespace.
  std::string type_name(TypeId event) const {
    const std::string& outer =
        emission_.names.documents[emission_.model.types[event].document].outer;
    const std::string& name = emission_.names.types[event];
    const bool is_seen = outer == options_.name_space && !is_bundle_member(name);
    return is_seen ? name : "::" + outer + "::" + name;
  }

  /// By name, as events are.
  std::vector<TypeId> root_types() const {
    std::vector<TypeId> roots;
    for (const Event& event : emission_.model.events) {
      if (event.root) roots.push_back(*event.root);
    }
    std::sort(roots.begin(), roots.end(),
              [this](TypeId left, TypeId right) { return type_name(left) < type_name(right); });
    return roots;
  }

  /// On one line where that has room behind `before`; otherwise filled lines, as the formatter has
  /// them.
  std::string type_list(const std::vector<TypeId>& types, std::string_view before) const {
    constexpr std::size_t kWidth = 100;
    constexpr std::string_view kEnd = ">;";
    std::string text;
    std::size_t column = before.size();
    for (std::size_t i = 0; i < types.size(); ++i) {
      const bool is_last = i + 1 == types.size();
      const std::string name = type_name(types[i]) + (is_last ? "" : ",");
      const std::size_t needed = (i == 0 ? 0 : 1) + name.size() + (is_last ? kEnd.size() : 0);
      if (i != 0 && column + needed > kWidth) {
        text += "\n" + std::string(before.size(), ' ');
        column = before.size() + needed - 1;
      } else {
        if (i != 0) text += ' ';
        column += needed;
      }
      text += name;
    }
    return text;
  }

  void add_locations(View& view) const {
    for (std::size_t i = 0; i < routes_.locations.size(); ++i) {
      const RouteLocation& location = routes_.locations[i];
      std::vector<std::string> fields;
      if (i != 0) fields.push_back(fmt::format(".parent = {}", location.parent));
      if (location.first_item) {
        fields.emplace_back(".first_item = true");
      } else if (i != 0) {
        fields.push_back(".member = " + cpp_string_view(location.member));
      }
      if (location.inner) fields.emplace_back(".inner = true");
      if (is_keyed(i)) fields.emplace_back(".keyed = true");
      if (location.tests_begin != location.tests_end) {
        fields.push_back(fmt::format(".tests_begin = {}, .tests_end = {}", location.tests_begin,
                                     location.tests_end));
      }
      view["locations"].push_back(
          {{"fields", fmt::format("{{{}}}", fmt::join(fields, ", "))}, {"place", comment_on(i)}});
    }
  }

  bool is_keyed(std::size_t location) const {
    const auto first =
        std::partition_point(routes_.keys.begin(), routes_.keys.end(),
                             [location](const RouteKey& key) { return key.location < location; });
    return first != routes_.keys.end() && first->location == location;
  }

  std::string comment_on(std::size_t location) const {
    return cpp_comment_text(place_of(routes_, location));
  }

  View view_alternative(std::size_t index) const {
    const RouteAlternative& alternative = routes_.alternatives[index];
    const auto event = std::find(routes_.events.begin(), routes_.events.end(), alternative.event) -
                       routes_.events.begin();
    const std::string name = alternative_name(index);
    std::string fields =
        fmt::format(".event = {}, .rank = {}, .facts = facts_of_{}", event, alternative.rank, name);
    View waits = View::array();
    if (!alternative.waits_for.empty()) {
      fields += ", .waits_for = waits_of_" + name;
      View places = View::array();
      for (const std::size_t location : alternative.waits_for)
        places.push_back({{"location", std::to_string(location)}, {"place", comment_on(location)}});
      waits.push_back({{"name", name}, {"places", std::move(places)}});
    }
    View view{{"name", name},
              {"event", emission_.names.types[alternative.event]},
              {"fields", "{" + fields + "}"},
              {"lists", View::array()},
              {"patterns", View::array()},
              {"facts", View::array()},
              {"waits", std::move(waits)}};
    for (const RouteFact& fact : alternative.facts) add_fact(fact, name, view);
    return view;
  }

  View view_key(const RouteKey& key) const {
    return {
        {"fields", fmt::format("{{.location = {}, .value = {}, .alternative = {}}}", key.location,
                               value_expression(key.value, key.value.dump()), key.alternative)},
        {"place", comment_on(key.location)},
        {"event", emission_.names.types[routes_.alternatives[key.alternative].event]}};
  }

  void add_fact(const RouteFact& fact, const std::string& name, View& view) const {
    const std::string suffix = fmt::format("{}_at_{}", name, fact.location);
    std::string fields = fmt::format(".location = {}", fact.location);
    if (fact.types != kAnyType) fields += ", .types = " + types_expression(fact.types);
    if (!fact.values.empty()) {
      View list{{"name", "values_of_" + suffix}, {"values", View::array()}};
      for (const Json& value : fact.values)
        list["values"].push_back(value_expression(value, value.dump()));
      view["lists"].push_back(std::move(list));
      fields += ", .values = values_of_" + suffix;
    }
    if (fact.pattern) {
      view["patterns"].push_back(view_pattern(*fact.pattern, suffix));
      fields += ", .pattern = &pattern_of_" + suffix;
    }
    view["facts"].push_back({{"fields", "{" + fields + "}"}, {"place", comment_on(fact.location)}});
  }

  /// The event's, with a number where it has several.
  std::string alternative_name(std::size_t index) const {
    const TypeId event = routes_.alternatives[index].event;
    const auto same = [event](const RouteAlternative& one) { return one.event == event; };
    const auto begin = routes_.alternatives.begin();
    const auto before = std::count_if(begin, begin + static_cast<std::ptrdiff_t>(index), same);
    const std::string name = snake_case(emission_.names.types[event]);
    return before == 0 ? name : fmt::format("{}_{}", name, before + 1);
  }

  const Emission& emission_;
  const RoutePlan& routes_;
  const NameOptions& options_;
};

}  // namespace

View view_bundle(const Emission& emission, const RoutePlan& routes, const NameOptions& options) {
  return BundleViewer(emission, routes, options).run();
}

}  // namespace eventc::compiler
