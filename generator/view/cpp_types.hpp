// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "view/emission.hpp"

namespace eventc::compiler {

/// How a type is written in C++: the one place that knows the C++ types of each storage.
class CppTypes {
 public:
  /// As seen from the namespace of `document`'s types. Includes are collected on the way.
  CppTypes(const Emission& emission, std::size_t document, Storage storage)
      : emission_(emission), document_(document), storage_(storage) {}

  /// "std::vector<Line>".
  [[nodiscard]] std::string name(TypeId type);
  /// "eventc::Map<Line>".
  [[nodiscard]] std::string map_of(TypeId value, bool ignore_case);
  /// What gives a member a value from the start where its type does not: " = 0"; often empty.
  [[nodiscard]] std::string initializer(TypeId type);
  /// What a union or container without a name is written as, for an alias of it.
  [[nodiscard]] std::string spelled_out(TypeId type);

  /// Standard headers, runtime headers and other emitted headers that the written types need.
  [[nodiscard]] const std::set<std::string>& std_includes() const { return std_includes_; }
  [[nodiscard]] const std::set<std::string>& runtime_includes() const { return runtime_includes_; }
  [[nodiscard]] const std::set<std::string>& event_includes() const { return event_includes_; }
  void include_std(const std::string& header) { std_includes_.insert(header); }
  void include_runtime(const std::string& header) { runtime_includes_.insert(header); }

 private:
  [[nodiscard]] std::string scalar(Scalar kind);
  [[nodiscard]] bool is_view() const { return storage_ == Storage::View; }
  /// A class of the runtime: `name`, or what it is called as a view; with its header.
  [[nodiscard]] std::string runtime_class(const std::string& header, const std::string& name);
  [[nodiscard]] std::string runtime_class(const std::string& header, const std::string& name,
                                          const std::string& view_header);
  [[nodiscard]] std::vector<std::string> names(const std::vector<TypeId>& types);

  const Emission& emission_;
  std::size_t document_;
  Storage storage_;
  std::set<std::string> std_includes_;
  std::set<std::string> runtime_includes_;
  std::set<std::string> event_includes_;
};

}  // namespace eventc::compiler
