// SPDX-License-Identifier: Apache-2.0
#include "view/cpp_types.hpp"

#include <fmt/format.h>

namespace eventc::compiler {

std::string CppTypes::scalar(Scalar kind) {
  switch (kind) {
    case Scalar::Null:
      std_includes_.insert("variant");
      return "std::monostate";
    case Scalar::Boolean:
      return "bool";
    case Scalar::Int64:
      std_includes_.insert("cstdint");
      return "std::int64_t";
    case Scalar::UInt64:
      std_includes_.insert("cstdint");
      return "std::uint64_t";
    case Scalar::Double:
      return "double";
    case Scalar::String:
      std_includes_.insert(is_view() ? "string_view" : "string");
      return is_view() ? "std::string_view" : "std::string";
    case Scalar::Bytes:
      return runtime_class("bytes", "Bytes");
    case Scalar::Json:
      return runtime_class("json", "Json");
  }
  return {};
}

std::string CppTypes::runtime_class(const std::string& header, const std::string& name,
                                    const std::string& view_header) {
  runtime_includes_.insert(is_view() ? view_header : header);
  return "eventc::" + name + (is_view() ? "View" : "");
}

std::string CppTypes::runtime_class(const std::string& header, const std::string& name) {
  return runtime_class(header, name, header);
}

std::string CppTypes::map_of(TypeId value, bool ignore_case) {
  const std::string map = runtime_class("map", ignore_case ? "HeaderMap" : "Map", "map_view");
  return fmt::format("{}<{}>", map, name(value));
}

std::vector<std::string> CppTypes::names(const std::vector<TypeId>& types) {
  std::vector<std::string> names;
  for (const TypeId type : types) names.push_back(name(type));
  return names;
}

std::string CppTypes::name(TypeId id) {
  const Type& type = emission_.model.types[id];
  if (!type.is_named()) return spelled_out(id);
  const std::string& own = emission_.names.types[id];
  const auto* const enumeration = emission_.model.as<EnumType>(id);
  std::string named = own;
  if (type.document != document_) {
    const DocumentNames& other = emission_.names.documents[type.document];
    event_includes_.insert(other.folder + "/" + other.stem + ".hpp");
    const std::string space =
        enumeration != nullptr ? other.inner : type_space(emission_, type.document, storage_);
    named = "::" + space + "::" + own;
  }
  if (enumeration == nullptr || !enumeration->open) return named;
  return fmt::format("{}<{}>", runtime_class("open_enum", "OpenEnum"), named);
}

std::string CppTypes::spelled_out(TypeId id) {
  struct Visitor {
    CppTypes& types;
    TypeId id;

    std::string operator()(Scalar kind) const { return types.scalar(kind); }
    std::string operator()(const ListType& type) const {
      if (types.is_view()) {
        types.runtime_includes_.insert("list_view");
        return "eventc::ListView<" + types.name(type.item) + ">";
      }
      types.std_includes_.insert("vector");
      return "std::vector<" + types.name(type.item) + ">";
    }
    std::string operator()(const TupleType& type) const {
      types.std_includes_.insert("tuple");
      std::vector<std::string> items = types.names(type.items);
      if (type.rest) {
        const std::string rest = types.runtime_class("rest", "Rest");
        items.push_back(fmt::format("{}<{}>", rest, types.name(*type.rest)));
      }
      return fmt::format("std::tuple<{}>", fmt::join(items, ", "));
    }
    std::string operator()(const MapType& type) const {
      if (type.key) {
        const std::string map = types.runtime_class("enum_map", "EnumMap", "enum_map_view");
        return fmt::format("{}<{}, {}>", map, types.name(*type.key), types.name(type.value));
      }
      return types.map_of(type.value, type.ignore_case);
    }
    std::string operator()(const OptionalType& type) const {
      types.std_includes_.insert("optional");
      return "std::optional<" + types.name(type.value) + ">";
    }
    std::string operator()(const NullableType& type) const {
      types.runtime_includes_.insert("nullable");
      return "eventc::Nullable<" + types.name(type.value) + ">";
    }
    std::string operator()(const BoxType& type) const {
      const std::string box = types.runtime_class("box", "Box", "box_view");
      return fmt::format("{}<{}>", box, types.name(type.value));
    }
    std::string operator()(const UnionType& type) const {
      types.std_includes_.insert("variant");
      std::vector<TypeId> alternatives;
      for (const Alternative& alternative : type.alternatives)
        alternatives.push_back(alternative.type);
      return fmt::format("std::variant<{}>", fmt::join(types.names(alternatives), ", "));
    }
    std::string operator()(const AliasType& type) const { return types.name(type.target); }
    std::string operator()(const EnumType&) const { return types.name(id); }
    std::string operator()(const WrapperType&) const { return types.name(id); }
    std::string operator()(const StructType&) const { return types.name(id); }
  };
  return std::visit(Visitor{*this, id}, emission_.model.types[id].definition);
}

std::string CppTypes::initializer(TypeId id) {
  const Definition& definition = emission_.model.types[id].definition;
  if (const auto* const scalar = std::get_if<Scalar>(&definition)) {
    if (*scalar == Scalar::Boolean) return " = false";
    const bool is_number =
        *scalar == Scalar::Int64 || *scalar == Scalar::UInt64 || *scalar == Scalar::Double;
    return is_number ? " = 0" : "";
  }
  const auto* const enumeration = std::get_if<EnumType>(&definition);
  if (enumeration == nullptr || enumeration->open) return "";
  return fmt::format(" = {}::{}", name(id), emission_.names.enumerators.at(id).front());
}

}  // namespace eventc::compiler
