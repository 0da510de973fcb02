// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <forward_list>
#include <string>
#include <string_view>

#include "eventc/emitted/reader.hpp"
#include "eventc/schema.hpp"

namespace eventc {

/// What a value shows at a glance: its type, and of an object the members. Schemas that certainly
/// refuse it need not be tried.
class Outline {
 public:
  explicit Outline(schema::Types type) : type_(type) {}
  /// Members view the names that it holds, which stay where they are when it moves.
  Outline(Outline&&) = default;
  Outline& operator=(Outline&&) = default;

  /// Of an object, each member in turn; the name and the value stand in its text.
  void add(StringToken name, std::string_view value);

  /// Whether the type, a member that is missing, or a constant or enumeration of a member that is
  /// there rules it out. False says nothing.
  [[nodiscard]] bool rules_out(const schema::Schema& schema) const;

 private:
  struct Member {
    std::string_view name;
    std::string_view value;
  };
  /// Of objects with more than these, no member is known.
  static constexpr std::size_t kMost = 64;

  [[nodiscard]] bool rules_out(const schema::Schema& schema, int& looks) const;
  [[nodiscard]] bool rules_out_members(const schema::Schema& schema) const;
  [[nodiscard]] const Member* find(std::string_view name) const;

  schema::Types type_;
  std::array<Member, kMost> members_;
  std::size_t size_ = 0;
  bool is_complete_ = true;
  std::forward_list<std::string> unescaped_;
};

}  // namespace eventc
