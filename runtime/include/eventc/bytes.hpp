// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace eventc {

/// A sequence of bytes: what a member with `contentEncoding: base64` holds once it is decoded (JSON
/// Schema 2020-12 Validation, section 8.3). A regular value; ordered by unsigned bytes.
template <class Text>
class BasicBytes {
  static constexpr bool kOwns = std::is_same_v<Text, std::string>;

 public:
  using value_type = std::byte;
  using const_iterator = const std::byte*;
  using iterator = const_iterator;

  BasicBytes() = default;
  explicit BasicBytes(std::string bytes) requires kOwns : bytes_(std::move(bytes)) {}
  explicit BasicBytes(std::string_view bytes) : bytes_(bytes) {}
  /// Up to the first NUL.
  explicit BasicBytes(const char* bytes) : bytes_(bytes) {}
  explicit BasicBytes(std::span<const std::byte> bytes)
      : bytes_(reinterpret_cast<const char*>(bytes.data()), bytes.size()) {}

  /// Takes the bytes over without a copy.
  void assign(std::string&& bytes) requires kOwns { bytes_ = std::move(bytes); }

  [[nodiscard]] const std::byte* data() const {
    return reinterpret_cast<const std::byte*>(bytes_.data());
  }
  /// In bytes.
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] const_iterator begin() const { return data(); }
  [[nodiscard]] const_iterator end() const { return data() + size(); }
  [[nodiscard]] std::span<const std::byte> span() const { return {data(), size()}; }
  /// The same bytes as text; nothing says that they are UTF-8.
  [[nodiscard]] std::string_view text() const { return bytes_; }

  bool operator==(const BasicBytes&) const = default;
  auto operator<=>(const BasicBytes&) const = default;

 private:
  Text bytes_;
};

using Bytes = BasicBytes<std::string>;
/// Bytes that are kept elsewhere, as in an Arena.
using BytesView = BasicBytes<std::string_view>;

}  // namespace eventc
