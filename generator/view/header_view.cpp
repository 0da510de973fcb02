// SPDX-License-Identifier: Apache-2.0
#include "view/header_view.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cpp_literal.hpp"
#include "identifiers.hpp"
#include "view/cpp_types.hpp"
#include "view/docs.hpp"
#include "view/storage_view.hpp"
#include "view/tables.hpp"
#include "view/type_order.hpp"

namespace eventc::compiler {
namespace {

constexpr std::size_t kDocWidth = 96;

/// The types of one storage.
class SpaceViewer {
 public:
  SpaceViewer(const Emission& emission, std::size_t document, TypeSpace space)
      : emission_(emission),
        document_(document),
        space_(std::move(space)),
        types_(emission, document, space_.storage) {}

  [[nodiscard]] const CppTypes& types() const { return types_; }

  View view_space(const TypeOrder& order) const {
    View space{{"name", space_.name},
               {"declared_first", View::array()},
               {"has_declared_first", !order.declared_first.empty()},
               {"types", View::array()}};
    for (const TypeId id : order.declared_first)
      space["declared_first"].push_back(emission_.names.types[id]);
    return space;
  }
  std::vector<TypeView> view_types(const TypeOrder& order) {
    std::vector<TypeView> views;
    for (const TypeId id : order.types) {
      const bool is_shared = space_.is_of_twins && emission_.model.as<EnumType>(id) != nullptr;
      views.push_back(is_shared ? view_shared(id) : view_type(id));
    }
    return views;
  }

 private:
  TypeView view_type(TypeId id) {
    const Type& type = emission_.model.types[id];
    if (const auto* const enumeration = emission_.model.as<EnumType>(id))
      return view_enum(id, type, *enumeration);
    if (const auto* const structure = emission_.model.as<StructType>(id))
      return view_struct(id, type, *structure);
    if (const auto* const wrapper = emission_.model.as<WrapperType>(id))
      return view_wrapper(id, type, *wrapper);
    View view = told(id, type);
    const TypeId target = emission_.model.as<AliasType>(id)->target;
    view["target"] = types_.spelled_out(target);
    return {"alias", view};
  }

  /// An enumeration is of no storage.
  TypeView view_shared(TypeId id) const {
    View view = told(id, emission_.model.types[id]);
    view["docs"] = View::array();
    const std::string& inner = emission_.names.documents[document_].inner;
    view["target"] = "::" + inner + "::" + emission_.names.types[id];
    return {"alias", view};
  }

  /// What every type is told of by: its name, its schema's place and words.
  View told(TypeId id, const Type& type) const {
    View view{{"name", emission_.names.types[id]}, {"location", ""}, {"docs", View::array()}};
    if (!type.node) return view;
    view["location"] = commented_location(emission_.form, *type.node);
    view["docs"] = doc_lines(emission_.form[*type.node].annotations, kDocWidth);
    return view;
  }

  TypeView view_enum(TypeId id, const Type& type, const EnumType& enumeration) const {
    View view = told(id, type);
    view["enumerators"] = View::array();
    const std::vector<std::string>& names = emission_.names.enumerators.at(id);
    for (std::size_t i = 0; i < names.size(); ++i) {
      view["enumerators"].push_back(
          {{"name", names[i]},
           {"value", cpp_comment_text(cpp_string_literal(enumeration.values[i]))}});
    }
    return {"enum", view};
  }

  TypeView view_struct(TypeId id, const Type& type, const StructType& structure) {
    View view = told(id, type);
    view["members"] = View::array();
    for (std::size_t i = 0; i < structure.fields.size(); ++i) {
      const Field& field = structure.fields[i];
      const std::string& name = emission_.names.fields.at(id)[i];
      if (field.kind == Field::Kind::Stored) view["members"].push_back(stored_member(field, name));
      if (field.kind == Field::Kind::Constant)
        view["members"].push_back(constant_member(field, name));
    }
    for (std::size_t i = 0; i < structure.maps.size(); ++i) {
      const MemberMap& map = structure.maps[i];
      const std::string declaration = fmt::format("{} {};", types_.map_of(map.value, false),
                                                  emission_.names.member_maps.at(id)[i]);
      view["members"].push_back({{"docs", map_docs(map)}, {"declaration", declaration}});
    }
    return {"struct", view};
  }

  std::vector<std::string> map_docs(const MemberMap& map) const {
    if (map.by_pattern) {
      const NodePatternProperty& property =
          emission_.form[map.by_pattern->schema].pattern_properties[map.by_pattern->index];
      std::vector<std::string> docs =
          doc_lines(emission_.form[property.schema].annotations, kDocWidth - 2);
      docs.push_back("Members whose names match \"" + cpp_comment_text(property.pattern.source) +
                     "\".");
      return docs;
    }
    return {map.pack.empty() ? "Members that the schema does not declare, as they came."
                             : "Members that the schema does not name."};
  }

  TypeView view_wrapper(TypeId id, const Type& type, const WrapperType& wrapper) {
    View view = told(id, type);
    const std::string declaration =
        fmt::format("{} value{};", types_.name(wrapper.value), types_.initializer(wrapper.value));
    view["members"] = View::array({{{"docs", View::array()}, {"declaration", declaration}}});
    return {"struct", view};
  }

  View stored_member(const Field& field, const std::string& name) {
    std::string declaration =
        fmt::format("{} {}{};", types_.name(field.type), name, types_.initializer(field.type));
    const auto* const scalar = emission_.model.as<Scalar>(field.type);
    const bool is_unsigned = scalar != nullptr && *scalar == Scalar::UInt64;
    const std::string note =
        field.node ? limits_note(emission_.form[follow(emission_.form, *field.node)], is_unsigned)
                   : "";
    if (!note.empty()) declaration += "  // " + note;
    return {{"docs", member_docs(field)}, {"declaration", declaration}};
  }

  View constant_member(const Field& field, const std::string& name) {
    const Json& value = *field.constant;
    std::string declaration;
    if (value.is_string()) {
      declaration = fmt::format("std::string_view {}{}", name,
                                initialized(cpp_string_view(value.get_ref<const std::string&>())));
    } else if (value.is_boolean()) {
      declaration = fmt::format("bool {} = {}", name, value.get<bool>() ? "true" : "false");
    } else {
      types_.include_std("cstdint");
      const bool is_unsigned = value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX;
      const std::string literal = value.dump() == "-9223372036854775808"
                                      ? "INT64_MIN"
                                      : value.dump() + (is_unsigned ? "U" : "");
      declaration =
          fmt::format("{} {} = {}", is_unsigned ? "std::uint64_t" : "std::int64_t", name, literal);
    }
    return {{"docs", member_docs(field)}, {"declaration", "static constexpr " + declaration + ";"}};
  }

  static std::string initialized(const std::string& value) {
    return value.front() == '{' ? value : " = " + value;
  }

  std::vector<std::string> member_docs(const Field& field) const {
    if (field.is_conditional)
      return {"What the schema declares under a condition; it may be anything."};
    if (!field.node) return {};
    Annotations annotations = emission_.form[*field.node].annotations;
    // A member that is described by its type alone is not told of twice.
    annotations.title.clear();
    return doc_lines(annotations, kDocWidth - 2);
  }

  const Emission& emission_;
  std::size_t document_;
  TypeSpace space_;
  CppTypes types_;
};

View sorted_list(const std::set<std::string>& texts) {
  return View(std::vector<std::string>(texts.begin(), texts.end()));
}

class HeaderViewer {
 public:
  HeaderViewer(const Emission& emission, std::size_t document)
      : emission_(emission), document_(document) {}

  HeaderView run() {
    HeaderView result;
    View& header = result.header;
    header = {{"file", cpp_comment_text(emission_.form.names[document_])},
              {"spaces", View::array()},
              {"hoisted", View::array()},
              {"events", View::array()}};
    const TypeOrder& order = emission_.orders[document_];
    for (const TypeSpace& space : type_spaces(emission_, document_)) {
      SpaceViewer viewer(emission_, document_, space);
      result.types.push_back(viewer.view_types(order));
      header["spaces"].push_back(viewer.view_space(order));
      collect_includes(viewer.types(), space.storage);
      if (const auto& root = emission_.model.events[document_].root)
        add_event(*root, space, header);
    }
    header["copies"] = view_copies(emission_, document_, order.types);
    if (!header["copies"].empty()) runtime_includes_.insert("eventc/to_owned.hpp");
    header["std_includes"] = sorted_list(std_includes_);
    header["runtime_includes"] = sorted_list(runtime_includes_);
    header["event_includes"] = sorted_list(event_includes_);
    header["has_event_includes"] = !event_includes_.empty();
    return result;
  }

 private:
  void collect_includes(const CppTypes& types, Storage storage) {
    std_includes_.insert("string_view");
    runtime_includes_.insert("eventc/event.hpp");
    if (storage == Storage::View) runtime_includes_.insert("eventc/view.hpp");
    std_includes_.insert(types.std_includes().begin(), types.std_includes().end());
    event_includes_.insert(types.event_includes().begin(), types.event_includes().end());
    for (const std::string& name : types.runtime_includes())
      runtime_includes_.insert("eventc/" + name + ".hpp");
  }

  /// The plain name of the root is hoisted.
  void add_event(TypeId root, const TypeSpace& space, View& header) {
    std_includes_.insert("string");
    const DocumentNames& names = emission_.names.documents[document_];
    const std::string& name = emission_.names.types[root];
    if (!space.is_of_twins) {
      header["hoisted"].push_back(
          {{"outer", names.outer},
           {"relative", names.inner.substr(names.outer.size() + 2) + "::" + name}});
    }
    header["events"].push_back({{"name", name},
                                {"schema", cpp_string_literal(emission_.form.names[document_])},
                                {"full_name", event_name(emission_, document_, space)},
                                {"parameters", parse_parameters(space.storage)}});
  }

  const Emission& emission_;
  std::size_t document_;
  std::set<std::string> std_includes_;
  std::set<std::string> runtime_includes_;
  std::set<std::string> event_includes_;
};

}  // namespace

HeaderView view_header(const Emission& emission, std::size_t document) {
  return HeaderViewer(emission, document).run();
}

}  // namespace eventc::compiler
