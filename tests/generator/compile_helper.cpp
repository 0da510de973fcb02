// SPDX-License-Identifier: Apache-2.0
#include "generator/compile_helper.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <variant>

#include "base/files.hpp"
#include "check_keywords.hpp"
#include "load.hpp"
#include "normalize/normalize.hpp"
#include "sharing.hpp"

namespace eventc::compiler::testing {
namespace {

constexpr std::array<std::string_view, 8> kScalarNames{"null",   "boolean", "int64", "uint64",
                                                       "double", "string",  "bytes", "json"};

std::string show_all(const Model& model, const std::vector<TypeId>& types) {
  std::vector<std::string> shown;
  for (const TypeId type : types) shown.push_back(show(model, type));
  return fmt::format("{}", fmt::join(shown, ", "));
}

std::string show_name(const Type& type) {
  const std::string document = type.document == 0 ? "" : fmt::format("@{}", type.document);
  return type.name_candidates.front() + document;
}

/// A type by what it is made of.
std::string show_definition(const Model& model, const Definition& definition) {
  struct Visitor {
    const Model& model;

    std::string operator()(Scalar kind) const {
      return std::string(kScalarNames[static_cast<std::size_t>(kind)]);
    }
    std::string operator()(const EnumType& type) const {
      std::vector<std::string> values;
      for (const std::string& value : type.values) values.push_back(Json(value).dump());
      if (type.open) values.emplace_back("...");
      return fmt::format("{}", fmt::join(values, " "));
    }
    std::string operator()(const ListType& type) const {
      return "[" + show(model, type.item) + "]";
    }
    std::string operator()(const TupleType& type) const {
      const std::string rest = type.rest ? ", " + show(model, *type.rest) + "..." : "";
      return "(" + show_all(model, type.items) + rest + ")";
    }
    std::string operator()(const MapType& type) const {
      const std::string key = type.key           ? show(model, *type.key)
                              : type.ignore_case ? "ignore-case"
                                                 : "string";
      return fmt::format("{{{}: {}}}", key, show(model, type.value));
    }
    std::string operator()(const OptionalType& type) const { return show(model, type.value) + "?"; }
    std::string operator()(const NullableType& type) const {
      return "nullable " + show(model, type.value);
    }
    std::string operator()(const BoxType& type) const { return "box " + show(model, type.value); }
    std::string operator()(const UnionType& type) const {
      std::vector<std::string> shown;
      for (const Alternative& one : type.alternatives) shown.push_back(show(model, one.type));
      return fmt::format("{}", fmt::join(shown, " | "));
    }
    std::string operator()(const AliasType& type) const { return show(model, type.target); }
    std::string operator()(const WrapperType& type) const { return show(model, type.value); }
    std::string operator()(const StructType& type) const {
      std::vector<std::string> shown;
      for (const Field& field : type.fields) shown.push_back(show_field(field));
      for (const MemberMap& map : type.maps)
        shown.push_back((map.by_pattern ? map.name + " " : "* ") + show(model, map.value));
      return fmt::format("{}", fmt::join(shown, "; "));
    }
    std::string show_field(const Field& field) const {
      if (field.kind == Field::Kind::Forbidden) return field.json_name + " forbidden";
      if (field.kind == Field::Kind::Constant) {
        return field.json_name + " = " + field.constant->dump();
      }
      return field.json_name + " " + show(model, field.type);
    }
  };
  return std::visit(Visitor{model}, definition);
}

std::string show_named(const Model& model, TypeId id) {
  const Type& type = model.types[id];
  const std::string names = fmt::format("{}", fmt::join(type.name_candidates, " / ")) +
                            (type.document == 0 ? "" : fmt::format("@{}", type.document));
  const std::string body = show_definition(model, type.definition);
  if (model.as<StructType>(id) != nullptr) return fmt::format("struct {}: {}\n", names, body);
  if (model.as<EnumType>(id) != nullptr) return fmt::format("enum {}: {}\n", names, body);
  const bool is_alias = model.as<AliasType>(id) != nullptr;
  return fmt::format("{} {} = {}\n", is_alias ? "alias" : "wrapper", names, body);
}

std::string show_cases(const std::vector<BranchCase>& cases) {
  std::vector<std::string> shown;
  for (const BranchCase& one : cases) {
    std::string what = one.value ? one.value->dump() : one.types.empty() ? "" : show(one.types);
    if (one.absent) what += what.empty() ? "absent" : "|absent";
    shown.push_back(fmt::format("{}->{}", what, one.branch));
  }
  return fmt::format("{}", fmt::join(shown, " "));
}

}  // namespace

Schemas schema(std::string text) { return {.given = {{"a.json", std::move(text)}}}; }

std::string Compiled::printed() const {
  return print(diagnostics, sources, ErrorFormat::Human, false);
}

std::string Compiled::brief() const { return print(diagnostics, sources, ErrorFormat::Gcc, false); }

NodeId Compiled::id(const std::string& pointer, std::size_t document) const {
  return form.by_place.at({document, pointer});
}

const Node& Compiled::node(const std::string& pointer, std::size_t document) const {
  return form[id(pointer, document)];
}

Compiled run_resolve(const Schemas& schemas) {
  Compiled compiled;
  MemoryFiles files;
  std::vector<Document> documents;
  for (const auto& [path, text] : schemas.given) files.files.emplace(path, text);
  for (const auto& [path, text] : schemas.others) files.files.emplace(path, text);
  for (const auto& [path, text] : files.files) compiled.sources.emplace(path, text);
  for (const auto& [path, text] : schemas.given) {
    auto document = load(path, text, compiled.diagnostics);
    if (document) documents.push_back(std::move(*document));
  }
  compiled.resolved = resolve(std::move(documents), {schemas.import_folders, schemas.dialect},
                              files, compiled.diagnostics);
  return compiled;
}

Compiled run_check(const Schemas& schemas) {
  Compiled compiled = run_resolve(schemas);
  check_keywords(compiled.resolved, schemas.strict, compiled.diagnostics);
  return compiled;
}

Compiled run_normalize(const Schemas& schemas) {
  Compiled compiled = run_check(schemas);
  if (compiled.diagnostics.has_errors()) return compiled;
  compiled.form = normalize(compiled.resolved, {schemas.format_assertion}, compiled.diagnostics);
  return compiled;
}

Compiled run_model(const Schemas& schemas) {
  Compiled compiled = run_normalize(schemas);
  if (compiled.diagnostics.has_errors()) return compiled;
  compiled.model = build_model(compiled.form, Sharing(compiled.form), compiled.diagnostics);
  return compiled;
}

std::string show(TypeSet types) {
  if (types == kAnyType) return "any";
  if (types.empty()) return "nothing";
  const std::array<std::pair<TypeSet, std::string_view>, 6> names{{{kNull, "null"},
                                                                   {kBoolean, "boolean"},
                                                                   {kNumber, "number"},
                                                                   {kString, "string"},
                                                                   {kArray, "array"},
                                                                   {kObject, "object"}}};
  std::vector<std::string_view> shown;
  for (const auto& [type, name] : names) {
    if (!types.has(type)) continue;
    const bool is_part = type == kNumber && (types & kNumber) != kNumber;
    shown.push_back(!is_part ? name : types.has(kInteger) ? "integer" : "fraction");
  }
  return fmt::format("{}", fmt::join(shown, "|"));
}

std::string show(const Model& model, TypeId type) {
  if (model.types[type].is_named()) return show_name(model.types[type]);
  return show_definition(model, model.types[type].definition);
}

std::string show(const Compiled& compiled) {
  std::string out;
  for (const Event& event : compiled.model.events) {
    const std::string root = event.root ? show(compiled.model, *event.root) : "library";
    out += fmt::format("{}: {}{}\n", compiled.form.names[event.document], root,
                       event.root && !event.is_routed ? " (not routed)" : "");
  }
  for (TypeId id = 0; id < compiled.model.types.size(); ++id) {
    if (compiled.model.types[id].is_named()) out += show_named(compiled.model, id);
  }
  return out;
}

std::string show(const BranchSelector& selector) {
  std::string out;
  if (!selector.by_property.empty()) {
    out = selector.property + ": " + show_cases(selector.by_property);
  }
  for (const OwnMember& own : selector.by_member) {
    out += fmt::format("{}{}->{}", out.empty() ? "own member " : " ", own.name, own.branch);
  }
  if (!selector.by_type.empty()) out += (out.empty() ? "" : "; ") + show_cases(selector.by_type);
  return out;
}

std::string show(const UnionPlan& plan) {
  std::string out = plan.selector ? show(*plan.selector) : "none";
  if (plan.null_branch) out += fmt::format(" null={}", *plan.null_branch);
  return out;
}

}  // namespace eventc::compiler::testing
