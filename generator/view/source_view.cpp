// SPDX-License-Identifier: Apache-2.0
#include "view/source_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "cpp_literal.hpp"
#include "identifiers.hpp"
#include "view/storage_view.hpp"
#include "view/type_order.hpp"

namespace eventc::compiler {
namespace {

/// Whether what a wrapper holds stands in a string, as JSON of its own.
bool wraps_content(const Emission& emission, TypeId id) {
  const auto* const wrapper = emission.model.as<WrapperType>(id);
  return wrapper != nullptr &&
         std::any_of(wrapper->pack.begin(), wrapper->pack.end(),
                     [&](NodeId node) { return emission.form[node].content_schema.has_value(); });
}

class SourceViewer {
 public:
  SourceViewer(const Emission& emission, const Tables& tables, std::size_t document)
      : emission_(emission), tables_(tables), document_(document) {}

  SourceView run() {
    SourceView result;
    const DocumentNames& names = emission_.names.documents[document_];
    const std::vector<TypeId>& types = emission_.orders[document_].types;
    result.source = {{"file", cpp_comment_text(emission_.form.names[document_])},
                     {"folder", names.folder},
                     {"stem", names.stem},
                     {"spaces", View::array()},
                     {"copies", view_copies(emission_, document_, types)},
                     {"events", View::array()},
                     {"has_events", emission_.model.events[document_].root.has_value()}};
    for (const TypeSpace& space : type_spaces(emission_, document_)) {
      std::vector<TypeView> codecs = view_codecs(types, space);
      if (!codecs.empty()) {
        result.source["spaces"].push_back({{"name", space.name}, {"codecs", View::array()}});
        result.codecs.push_back(std::move(codecs));
      }
      if (emission_.model.events[document_].root)
        result.source["events"].push_back(view_event(space));
    }
    return result;
  }

 private:
  View view_event(const TypeSpace& space) const {
    const DocumentNames& names = emission_.names.documents[document_];
    const NodeId node = emission_.form.roots[document_];
    const std::string type = event_name(emission_, document_, space);
    const std::string schema = names.inner + "::schema::" + emission_.names.schemas[node];
    return {{"type", type},
            {"parameters", parse_parameters(space.storage)},
            {"arena", space.storage == Storage::View ? ", &arena" : ""},
            {"report", space.storage == Storage::View
                           ? fmt::format("report_by_reading<&{}, {}>", schema, type)
                           : "report"},
            {"schema", schema},
            {"root", names.inner + "::schema::root"}};
  }

  std::vector<TypeView> view_codecs(const std::vector<TypeId>& types,
                                    const TypeSpace& space) const {
    std::vector<TypeView> codecs;
    for (const TypeId id : types) {
      if (const auto* const type = emission_.model.as<StructType>(id))
        codecs.push_back(view_struct(id, *type, space));
      if (const auto* const type = emission_.model.as<WrapperType>(id))
        codecs.push_back(view_wrapper(id, *type));
    }
    return codecs;
  }

  TypeView view_struct(TypeId id, const StructType& type, const TypeSpace& space) const {
    const std::string& name = emission_.names.types[id];
    std::string schemas;  // for the writer
    std::string applied;  // for the reader, to which it matters what has been decided
    for (const NodeId node : type.pack) {
      const std::string schema = "&" + tables_.name(ReadingSchema(node));
      const bool is_decided = contains(type.decided, node);
      const std::string separator = schemas.empty() ? "" : ", ";
      schemas += separator + schema;
      applied += separator + (is_decided ? "eventc::decided(" + schema + ")" : schema);
    }
    if (const auto kept = emission_.plan.kept.find(id); kept != emission_.plan.kept.end()) {
      const std::string schema = "&" + tables_.name(kept->second);
      schemas += ", " + schema;
      applied += ", eventc::kept(" + schema + ")";
    }
    View view{{"name", name},
              {"location", commented_location(emission_.form, *emission_.model.types[id].node)},
              {"writer", "eventc::ObjectWriter<" + schemas + ">"},
              {"has_members", !type.fields.empty()},
              // Those of the plain type serve its twin, too.
              {"declares_members", !type.fields.empty() && !space.is_of_twins},
              {"member_enum", emission_.names.member_enums.at(id)},
              {"constants", View::array()},
              {"members", View::array()},
              {"others_lines", View::array()},
              {"maps", View::array()},
              {"writes", View::array()}};
    for (std::size_t i = 0; i < type.fields.size(); ++i) add_member(id, type.fields[i], i, view);
    add_maps(id, type, view);
    const auto is_stored = [](const Field& field) { return field.kind == Field::Kind::Stored; };
    const bool stores =
        !type.maps.empty() || std::any_of(type.fields.begin(), type.fields.end(), is_stored);
    const bool is_item = stores && emission_.list_items.contains(id);
    view["reader"] = is_item ? fmt::format("eventc::ItemReader<{}, {}>", name, applied)
                             : fmt::format("eventc::ObjectReader<{}>", applied);
    view["item"] = is_item ? ", out" : "";
    view["out"] = stores ? " out" : "";
    view["value"] = stores ? " value" : "";
    return {"struct_codec", view};
  }

  void add_member(TypeId id, const Field& field, std::size_t index, View& view) const {
    const std::string& member = emission_.names.fields.at(id)[index];
    const std::string constant =
        emission_.names.member_enums.at(id) + "::" + emission_.names.field_constants.at(id)[index];
    std::string arguments = constant;
    if (const auto schema = emission_.plan.fields.find({id, index});
        schema != emission_.plan.fields.end()) {
      arguments += ", &" + tables_.name(schema->second);
    }
    view["constants"].push_back(emission_.names.field_constants.at(id)[index]);
    const bool stored = field.kind == Field::Kind::Stored;
    view["members"].push_back(
        {{"constant", constant},
         {"statement", stored ? fmt::format("object.read<{}>(out.{});", arguments, member)
                              : fmt::format("object.check<{}>();", arguments)}});
    if (field.kind == Field::Kind::Forbidden) return;
    const std::string value =
        stored ? "value." + member : emission_.names.types[id] + "::" + member;
    view["writes"].push_back(
        fmt::format("object.write<{}>({});", stored ? arguments : constant, value));
  }

  /// What becomes of members that are not declared.
  void add_maps(TypeId id, const StructType& type, View& view) const {
    View& lines = view["others_lines"];
    std::string otherwise = "object.skip();";
    for (std::size_t i = 0; i < type.maps.size(); ++i) {
      const MemberMap& map = type.maps[i];
      const std::string& name = emission_.names.member_maps.at(id)[i];
      const std::string schema = tables_.name(emission_.plan.maps.at({id, i}));
      view["maps"].push_back({{"name", name}, {"schema", schema}});
      const std::string statement = fmt::format("object.read_unknown<&{}>(to_{});", schema, name);
      if (!map.by_pattern) {
        otherwise = statement;
        continue;
      }
      lines.push_back(fmt::format(
          "{}if (object.matches({}.pattern_properties[{}])) {{", lines.empty() ? "" : "} else ",
          tables_.name(ReadingSchema(map.by_pattern->schema)), map.by_pattern->index));
      lines.push_back("  " + statement);
    }
    if (lines.empty()) return lines.push_back(otherwise);
    lines.push_back("} else {");
    lines.push_back("  " + otherwise);
    lines.push_back("}");
  }

  TypeView view_wrapper(TypeId id, const WrapperType&) const {
    return {"wrapper_codec",
            {{"name", emission_.names.types[id]},
             {"location", commented_location(emission_.form, *emission_.model.types[id].node)},
             {"schema", tables_.name(emission_.plan.values.at(id))}}};
  }

  const Emission& emission_;
  const Tables& tables_;
  std::size_t document_;
};

bool needs_pcre2(const View& tables) {
  return std::any_of(tables.begin(), tables.end(), [](const View& table) {
    const View& patterns = table["patterns"];
    return std::any_of(patterns.begin(), patterns.end(),
                       [](const View& pattern) { return pattern["needs_pcre2"].get<bool>(); });
  });
}

}  // namespace

View view_schema(const Emission& emission, AllTables& all, std::size_t document) {
  const Tables& tables = all.of(document);
  const DocumentNames& names = emission.names.documents[document];
  View view{{"file", cpp_comment_text(emission.form.names[document])},
            {"folder", names.folder},
            {"stem", names.stem},
            {"inner", names.inner},
            {"forwards", tables.forwards()},
            {"has_forwards", !tables.forwards().empty()},
            {"tables", tables.tables()},
            {"wrappers_of_content", View::array()},
            {"identifiers", View::array()},
            {"has_identifiers", false},
            {"root", View::array()},
            {"runtime_includes", View::array()},
            {"includes", View::array()},
            {"has_includes", !tables.depends_on().empty()},
            {"spaces", View::array()}};
  for (const std::string& header : tables.runtime_includes())
    view["runtime_includes"].push_back(header);
  if (needs_pcre2(tables.tables())) view["runtime_includes"].push_back("eventc/pcre2_pattern.hpp");
  std::set<std::string> includes;  // sorted, as clang-format has them
  for (const std::size_t other : tables.depends_on()) {
    includes.insert(emission.names.documents[other].folder + "/" +
                    emission.names.documents[other].stem + ".schema.hpp");
  }
  view["includes"] = View(std::vector<std::string>(includes.begin(), includes.end()));
  const std::vector<TypeId>& types = emission.orders[document].types;
  for (const TypeSpace& space : type_spaces(emission, document)) {
    View codecs = View::array();
    for (const TypeId id : types) {
      if (is_class(emission.model, id)) codecs.push_back(emission.names.types[id]);
      if (wraps_content(emission, id))
        view["wrappers_of_content"].push_back(space.name + "::" + emission.names.types[id]);
    }
    if (!codecs.empty()) view["spaces"].push_back({{"name", space.name}, {"codecs", codecs}});
  }
  if (!emission.model.events[document].root) return view;
  view["identifiers"] = tables.identifiers();
  view["has_identifiers"] = !view["identifiers"].empty();
  view["root"].push_back({{"schema", emission.names.schemas[emission.form.roots[document]]},
                          {"location", cpp_string_literal(emission.form.names[document] + "#")},
                          {"identifiers", view["has_identifiers"] == true ? ", identifiers" : ""}});
  return view;
}

SourceView view_source(const Emission& emission, AllTables& tables, std::size_t document) {
  return SourceViewer(emission, tables.of(document), document).run();
}

}  // namespace eventc::compiler
