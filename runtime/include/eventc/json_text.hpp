// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "eventc/emitted/writer.hpp"

namespace eventc {

/// A JSON text (RFC 8259) that no emitted type stands for, written from front to back without white
/// space: envelopes of services, problem documents, log lines.
///
///     JsonText text;
///     text.open_object().key("status").number(404);
///     text.key("errors").open_array().close_array().close_object();
///     return std::move(text).finish();
///
/// It puts the commas; that what is opened is closed, and that members have keys, is its user's
/// matter.
class JsonText {
 public:
  JsonText() : out_(text_) {}
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  JsonText& open_object() { return open('{'); }
  JsonText& close_object() { return close('}'); }
  JsonText& open_array() { return open('['); }
  JsonText& close_array() { return close(']'); }

  JsonText& key(std::string_view name) {
    string(name);
    out_.punctuate(':');
    is_first_ = true;
    return *this;
  }
  /// What is not UTF-8 in it becomes U+FFFD, a byte at a time.
  JsonText& string(std::string_view text);
  template <std::integral T>
  requires(!std::same_as<T, bool>) JsonText& number(T value) {
    separate();
    if constexpr (std::is_signed_v<T>) {
      out_.write_integer(static_cast<std::int64_t>(value));
    } else {
      out_.write_integer(static_cast<std::uint64_t>(value));
    }
    return *this;
  }
  /// The shortest text that reads back as the same; null where JSON has no such number.
  JsonText& number(double value);
  JsonText& boolean(bool value) {
    separate();
    out_.write_boolean(value);
    return *this;
  }
  /// RFC 4648, section 4.
  JsonText& base64(std::string_view bytes) {
    separate();
    out_.write_base64(bytes);
    return *this;
  }
  /// JSON text, as it is.
  JsonText& raw(std::string_view json) {
    separate();
    out_.write_raw(json);
    return *this;
  }

  [[nodiscard]] std::string finish() && {
    out_.finish();
    return std::move(text_);
  }

 private:
  void separate() {
    if (!is_first_) out_.punctuate(',');
    is_first_ = false;
  }
  JsonText& open(char c) {
    separate();
    out_.punctuate(c);
    is_first_ = true;
    return *this;
  }
  JsonText& close(char c) {
    out_.punctuate(c);
    is_first_ = false;
    return *this;
  }

  std::string text_;
  Writer out_;
  bool is_first_ = true;  ///< No comma goes before what comes next.
};

}  // namespace eventc
