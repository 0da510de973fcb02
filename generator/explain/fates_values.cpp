// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "explain/fate_rules.hpp"
#include "formats.hpp"

// Keywords of values without parts.

namespace eventc::compiler {
namespace {

/// Whether what the keyword says is compared with a literal, and a zero is nothing to say.
bool is_zero(const FateInput& in) { return in.value.is_number() && in.value == 0; }

bool makes_bytes(const FateInput& in) {
  const auto* const scalar = in.type<Scalar>();
  return scalar != nullptr && *scalar == Scalar::Bytes;
}

bool makes_enum(const FateInput& in) {
  if (in.type<EnumType>() == nullptr) return false;
  const auto& told = in.facts.emission.model.types[in.reading.type].node;
  return told == in.node.id;
}

Fates fate_of_fixed_value(const FateInput& in) {
  if (const auto idle = find_idle(in, kAnyType)) return {*idle};
  if (in.is_in_alternatives()) return {};
  if (in.reading.by == ReadBy::Null) return fate_in_type(in, kNull);
  const auto* const scalar = in.type<Scalar>();
  const bool is_scalar = scalar != nullptr && *scalar != Scalar::Json;
  const bool is_inline =
      in.reading.by == ReadBy::Content ||
      (in.reading.by == ReadBy::Codec && (is_scalar || in.type<EnumType>() != nullptr));
  return {{is_inline ? Fate::Inline : Fate::Span}};
}

}  // namespace

Fates fate_of_type(const FateInput& in) {
  if (in.reading.by == ReadBy::Nothing || in.reading.by == ReadBy::Forbidden)
    return {*find_idle(in, kAnyType)};
  if (in.node.types == kAnyType) return {{Fate::NoEffect, "it allows all types"}};
  if (in.reading.by == ReadBy::Content) return {{Fate::Inline}};
  const auto* const choice = in.type<UnionType>();
  Fates fates = fate_in_type(in, kAnyType);
  if (choice != nullptr && choice->is_list_of_types()) {
    fates.front().why = fmt::format("std::variant of {}", choice->alternatives.size());
    fates.push_back({Fate::Selects, "by the value's type"});
  }
  return fates;
}

Fates fate_of_enum(const FateInput& in) {
  if (makes_enum(in)) {
    return fate_in_type(
        in, kString,
        in.node.extension.open ? "an enumeration that keeps other values" : "an enumeration");
  }
  if (in.node.extension.open) return {{Fate::NoEffect, "\"x-eventc\" has it open"}};
  return fate_of_fixed_value(in);
}

Fates fate_of_const(const FateInput& in) {
  if (in.reading.by == ReadBy::Constant)
    return {{Fate::InType, "a constant"}, {Fate::Span, "the member's text is compared"}};
  const auto* const scalar = in.type<Scalar>();
  if (scalar != nullptr && *scalar == Scalar::Null) return fate_in_type(in, kNull);
  if (makes_enum(in) && in.node.enumeration.empty())
    return fate_in_type(in, kString, "an enumeration of one value");
  return fate_of_fixed_value(in);
}

Fates fate_of_number(const FateInput& in) { return fate_of_check(in, kNumber); }

Fates fate_of_exclusive_limit(const FateInput& in) {
  if (!in.value.is_boolean()) return fate_of_number(in);
  if (in.value == false) return {{Fate::NoEffect, "false is what holds without it"}};
  const bool is_lower = in.keyword == "exclusiveMinimum";
  const bool has_limit =
      is_lower ? in.node.exclusive_minimum.has_value() : in.node.exclusive_maximum.has_value();
  if (has_limit) return fate_of_number(in);
  return {{Fate::NoEffect, fmt::format("there is no \"{}\"", is_lower ? "minimum" : "maximum")}};
}

Fates fate_of_text(const FateInput& in) {
  if (in.keyword == "minLength" && is_zero(in)) return {{Fate::NoEffect, "0 is no limit"}};
  Fates fates = fate_of_check(in, kString);
  const bool is_by_library = in.keyword == "pattern" && in.node.pattern && in.node.pattern->pcre2;
  if (is_by_library && fates.front().fate != Fate::NoEffect) fates.front().why = "by PCRE2";
  return fates;
}

Fates fate_of_format(const FateInput& in) {
  if (in.node.format_check != nullptr) return fate_of_check(in, kString);
  const auto& format = in.value.get_ref<const std::string&>();
  const bool is_known = find_format(in.schema.dialect.draft, format) != nullptr;
  const std::string_view hint =
      is_known ? "--format-assertion has it checked" : "no specification says how to check it";
  const bool is_comment = in.facts.commented.at_types.contains(in.node.id) ||
                          in.facts.commented.at_members.contains(in.node.id);
  return {{Fate::Annotation, fmt::format("{}{}", is_comment ? "a comment; " : "", hint)}};
}

Fates fate_of_encoding(const FateInput& in) {
  if (!in.node.is_base64) return {{Fate::Annotation, "only base64 is decoded"}};
  if (const auto idle = find_idle(in, kString)) return {*idle};
  if (in.reading.by == ReadBy::Content) return {{Fate::InType, "decoded as it is read"}};
  if (makes_bytes(in)) return fate_in_type(in, kString, "decoded as it is read");
  if (in.node.asserts_content) return {{Fate::Span}};
  return {{Fate::Annotation, "what the text is read as does not need it"}};
}

Fates fate_of_media_type(const FateInput& in) {
  if (!in.node.is_json) return {{Fate::Annotation, "only JSON is read"}};
  if (const auto idle = find_idle(in, kString)) return {*idle};
  if (in.reading.by == ReadBy::Content) return {{Fate::InType, "the JSON inside is the value"}};
  if (in.node.asserts_content) return {{Fate::Span}};
  return {{Fate::Annotation, "without \"contentSchema\", the text is the value"}};
}

Fates fate_of_content_schema(const FateInput& in) {
  if (!in.node.content_schema)
    return {{Fate::NoEffect, "\"contentMediaType\" is not application/json"}};
  if (const auto idle = find_idle(in, kString)) return {*idle};
  if (in.reading.by == ReadBy::Content) return {{Fate::InType, "the JSON inside is the value"}};
  if (in.node.asserts_content) return {{Fate::Span}};
  return {{Fate::Annotation, "the text is not read as JSON here"}};
}

}  // namespace eventc::compiler
