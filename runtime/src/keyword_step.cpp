// SPDX-License-Identifier: Apache-2.0
#include "keyword_step.hpp"

#include <algorithm>
#include <charconv>

namespace eventc {
namespace {

bool is_escaped(char c) { return c == '~' || c == '/'; }

/// A token of a JSON Pointer, its slash included.
char* put_token_before(char* end, std::string_view name) {
  if (std::none_of(name.begin(), name.end(), is_escaped)) {
    end = put_before(end, name);
  } else {
    for (; !name.empty(); name.remove_suffix(1)) {
      const char c = name.back();
      end = is_escaped(c) ? put_before(end, c == '~' ? "~0" : "~1")
                          : put_before(end, name.substr(name.size() - 1));
    }
  }
  return put_before(end, "/");
}

char* put_index_before(char* end, std::size_t index) {
  std::array<char, KeywordStep::kMostOfIndex> digits;
  const char* const last = std::to_chars(digits.data(), digits.data() + digits.size(), index).ptr;
  end = put_before(end, {digits.data(), static_cast<std::size_t>(last - digits.data())});
  return put_before(end, "/");
}

}  // namespace

char* KeywordStep::put_before(char* end) const {
  if (keyword.empty()) return end;
  if (index != kNoIndex) end = put_index_before(end, index);
  if (name.data() != nullptr) end = put_token_before(end, name);
  return eventc::put_before(eventc::put_before(end, keyword), "/");
}

std::string KeywordStep::text() const {
  return written_from_end(most(), [this](char* end) { return put_before(end); });
}

char* InstanceToken::put_before(char* end) const {
  return index == KeywordStep::kNoIndex ? put_token_before(end, name)
                                        : put_index_before(end, index);
}

}  // namespace eventc
