// SPDX-License-Identifier: Apache-2.0
#include "keyword_step.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <limits>

namespace eventc {
namespace {

char* put_before(char* end, std::string_view text) {
  end -= text.size();
  std::memcpy(end, text.data(), text.size());
  return end;
}

// A token of a JSON Pointer, its slash included.

bool is_escaped(char c) { return c == '~' || c == '/'; }

std::size_t token_size(std::string_view name) {
  std::size_t size = 1 + name.size();
  for (const char c : name) size += is_escaped(c) ? 1 : 0;
  return size;
}

char* put_token_before(char* end, std::string_view name, std::size_t size) {
  if (size == 1 + name.size()) {
    end = put_before(end, name);
  } else {
    for (std::size_t i = name.size(); i != 0; --i) {
      const char c = name[i - 1];
      if (is_escaped(c)) {
        end = put_before(end, c == '~' ? "~0" : "~1");
      } else {
        *--end = c;
      }
    }
  }
  *--end = '/';
  return end;
}

/// A number as digits.
class Digits {
 public:
  explicit Digits(std::size_t number)
      : end_(std::to_chars(chars_.data(), chars_.data() + chars_.size(), number).ptr) {}
  [[nodiscard]] std::string_view text() const {
    return {chars_.data(), static_cast<std::size_t>(end_ - chars_.data())};
  }

 private:
  std::array<char, std::numeric_limits<std::size_t>::digits10 + 1> chars_;
  const char* end_;
};

std::size_t index_size(std::size_t index) {
  std::size_t size = 2;  // the slash, and a digit
  for (; index > 9; index /= 10) ++size;
  return size;
}

char* put_index_before(char* end, std::size_t index) {
  end = put_before(end, Digits(index).text());
  *--end = '/';
  return end;
}

}  // namespace

std::size_t KeywordStep::size() const {
  if (keyword.empty()) return 0;
  return 1 + keyword.size() + (name.data() == nullptr ? 0 : token_size(name)) +
         (index == kNoIndex ? 0 : index_size(index));
}

char* KeywordStep::put_before(char* end) const {
  if (keyword.empty()) return end;
  if (index != kNoIndex) end = put_index_before(end, index);
  if (name.data() != nullptr) end = put_token_before(end, name, token_size(name));
  end = eventc::put_before(end, keyword);
  *--end = '/';
  return end;
}

std::string KeywordStep::text() const {
  std::string text(size(), '\0');
  put_before(text.data() + text.size());
  return text;
}

std::size_t InstanceToken::size() const {
  return index == KeywordStep::kNoIndex ? token_size(name) : index_size(index);
}

char* InstanceToken::put_before(char* end) const {
  if (index != KeywordStep::kNoIndex) return put_index_before(end, index);
  return put_token_before(end, name, token_size(name));
}

}  // namespace eventc
