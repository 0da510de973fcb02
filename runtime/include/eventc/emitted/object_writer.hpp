// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "eventc/emitted/codec_optional.hpp"
#include "eventc/emitted/object_reader.hpp"
#include "eventc/nullable.hpp"

namespace eventc {

/// Whether a member's value stands for "not there", and is left out where the schema lets it be.
template <class T>
[[nodiscard]] bool is_absent(const T&, bool) {
  return false;
}
template <class T>
[[nodiscard]] bool is_absent(const std::optional<T>& value, bool required) {
  return !value && !required;
}
template <class T>
[[nodiscard]] bool is_absent(const Nullable<T>& value, bool) {
  return value.is_absent();
}

/// Whether a T is written as the string that it holds.
template <const schema::Schema* S, class T>
inline constexpr bool kIsString = kIsText<T> && !kReadsContent<S, T>;
template <const schema::Schema* S, class T>
inline constexpr bool kIsOptionalString = false;
template <const schema::Schema* S, class T>
inline constexpr bool kIsOptionalString<S, std::optional<T>> = kIsString<without_null<S>(), T>;

/// Writes an object, each member by its place in the schema's order.
///     ObjectWriter<&schema::line> object(out);
///     object.write<kSku>(line.sku);
///     object.end();
template <const schema::Schema*... S>
class ObjectWriter {
 public:
  static constexpr const MemberTable<S...>& kMembers = kMembersOf<S...>;

  explicit ObjectWriter(Writer& out) : out_(out) {}

  /// An optional that is empty is left out, or null where the schema requires the member.
  template <std::size_t K, const schema::Schema* As = kMembersOf<S...>[K].schema, class T>
  void write(const T& value) {
    if (is_absent(value, kMembers[K].required)) return;
    constexpr const KeyText& kKey = kKeysOf<S...>[K];
    if constexpr (kKey.size != 0) {
      const char separator = std::exchange(separator_, ',');
      if constexpr (kIsString<As, T>) return out_.write_text(separator, kKey, value);
      if constexpr (kIsOptionalString<As, T> && !kMembers[K].required)
        return out_.write_text(separator, kKey, *value);
      out_.write_key(separator, kKey);
    } else {
      begin_member(kMembers[K].name);
    }
    write_value<As>(out_, value);
  }
  /// Members that the schema does not declare, each as `As` has it.
  template <const schema::Schema* As, class Map>
  void write_unknown(const Map& members) {
    for (const auto& [name, value] : members) {
      begin_member(name);
      write_value<As>(out_, value);
    }
  }
  void end() {
    if (separator_ == '{') out_.punctuate('{');
    out_.punctuate('}');
  }

 private:
  void begin_member(std::string_view name) {
    out_.punctuate(std::exchange(separator_, ','));
    out_.write_string(name);
    out_.punctuate(':');
  }

  Writer& out_;
  char separator_ = '{';  ///< What stands in front of the next member.
};

}  // namespace eventc
