// SPDX-License-Identifier: Apache-2.0
#include "view/bundle_view.hpp"

#include <fmt/format.h>

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
              {"locations", View::array()},
              {"alternatives", View::array()}};
    for (const TypeId event : routes_.events) {
      const DocumentNames& names = emission_.names.documents[emission_.model.types[event].document];
      view["includes"].push_back(names.folder + "/" + names.stem + ".hpp");
      view["events"].push_back({{"enumerator", emission_.names.types[event]},
                                {"type", type_name(event)},
                                {"literal", cpp_string_literal(emission_.names.types[event])}});
    }
    std::sort(view["includes"].begin(), view["includes"].end());
    view["header"] =
        namespace_folder(options_.name_space) + "/" + file_stem(*options_.bundle) + ".hpp";
    view["types"] = joined_types();
    add_locations(view);
    for (std::size_t i = 0; i < routes_.alternatives.size(); ++i)
      view["alternatives"].push_back(view_alternative(i));
    return view;
  }

 private:
  /// Seen from the bundle's namespace.
  std::string type_name(TypeId event) const {
    const std::string& outer =
        emission_.names.documents[emission_.model.types[event].document].outer;
    const std::string& name = emission_.names.types[event];
    return outer == options_.name_space ? name : "::" + outer + "::" + name;
  }

  std::string joined_types() const {
    std::string types;
    for (const TypeId event : routes_.events)
      types += (types.empty() ? "" : ", ") + type_name(event);
    return types;
  }

  std::string place_of(std::size_t location) const {
    std::string place;
    for (; location != 0; location = routes_.locations[location].parent) {
      const RouteLocation& one = routes_.locations[location];
      place = "/" + (one.first_item ? "0" : escape_pointer_token(one.member)) + place;
    }
    return place.empty() ? "the payload" : place;
  }

  void add_locations(View& view) const {
    for (std::size_t i = 0; i < routes_.locations.size(); ++i) {
      const RouteLocation& location = routes_.locations[i];
      std::string fields = fmt::format(".parent = {}", location.parent);
      if (location.first_item) fields += ", .first_item = true";
      if (!location.first_item && i != 0)
        fields += ", .member = " + cpp_string_view(location.member);
      if (location.children_end != location.children_begin) {
        fields += fmt::format(", .children_begin = {}, .children_end = {}", location.children_begin,
                              location.children_end);
      }
      view["locations"].push_back(
          {{"fields", "{" + fields + "}"}, {"place", cpp_comment_text(place_of(i))}});
    }
  }

  View view_alternative(std::size_t index) const {
    const RouteAlternative& alternative = routes_.alternatives[index];
    const auto event = std::find(routes_.events.begin(), routes_.events.end(), alternative.event) -
                       routes_.events.begin();
    const std::string name = alternative_name(index);
    View view{{"name", name},
              {"event", emission_.names.types[alternative.event]},
              {"fields", fmt::format("{{.event = {}, .facts = facts_of_{}{}}}", event, name,
                                     alternative.alone ? ", .alone = true" : "")},
              {"lists", View::array()},
              {"patterns", View::array()},
              {"facts", View::array()}};
    for (const RouteFact& fact : alternative.facts) add_fact(fact, name, view);
    return view;
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
    view["facts"].push_back(
        {{"fields", "{" + fields + "}"}, {"place", cpp_comment_text(place_of(fact.location))}});
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
