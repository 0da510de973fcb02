// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "eventc/emitted/emitted.hpp"

/// What reading a text under a schema comes to, as one string to compare.
namespace eventc::test {

/// A text of exactly its length on the heap, so that a sanitizer sees a read past its end.
class Exact {
 public:
  explicit Exact(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
    text.copy(bytes_.get(), size_);
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

/// The value as it is written back, or the error in one line. That the report agrees, and that what
/// was written reads as the same value, is expected on the way.
template <const schema::Schema* S, class T>
std::string outcome(std::string_view text, const Options& options = {}) {
  const Exact exact(text);
  const Result<T> result = parse_document<S, T>(exact.view(), {S, "s.json#"}, options);
  const Report found = report(exact.view(), {S, "s.json#"}, options);
  if (!result) {
    const bool representable = result.error().kind != ErrorKind::NotRepresentable;
    EXPECT_EQ(found.ok(), !representable) << text << "\n" << result.error().to_string();
    return result.error().to_string();
  }
  EXPECT_TRUE(found.ok()) << text << "\n" << found.to_string();
  const Result<std::string> json = write_document<S>(*result);
  if (!json) return json.error().to_string();
  const Result<T> again = parse_document<S, T>(*json, {S, "s.json#"}, options);
  EXPECT_TRUE(again && *again == *result) << text << "\n" << *json;
  return *json;
}

/// Every violation, a line each.
template <const schema::Schema* S>
std::string violations(std::string_view text, const Options& options = {}) {
  const Exact exact(text);
  return report(exact.view(), {S, "s.json#"}, options).to_string();
}

}  // namespace eventc::test
