// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/member_names.hpp"

#include <algorithm>
#include <string>

#include "eventc/emitted/checks.hpp"

namespace eventc {
namespace {

/// Members that the schema declares one after the other, and that are tried before names are looked
/// up: often one or two of them are left out.
constexpr std::size_t kTried = 3;

}  // namespace

MemberNames::Step MemberNames::step(Reader& in, const char* at, std::size_t expected,
                                    char separator) const {
  const char* const name = in.find_name(at, separator);
  if (name == nullptr) {
    if (separator == ',' && in.leave_indented_object(at)) return {at, end()};
    return step_slowly(in, at, expected, separator);
  }
  const bool has_been_tried = name == at + 1;  // by readers of objects
  const std::size_t behind = std::min(expected + kTried, unknown());
  for (std::size_t i = has_been_tried ? expected + 1 : expected; i < behind; ++i) {
    const KeyText& key = keys_[i];
    if (key.size != 0 && key.begins(name)) return {in.behind_colon(name + key.size), i};
  }
  return find(in, name);
}

MemberNames::Step MemberNames::step_slowly(Reader& in, const char* at, std::size_t expected,
                                           char separator) const {
  bool first = separator == '{';
  if (first && at != in.end()) ++at;
  at = in.skip_space(at);
  if (!in.step('}', first, at)) return {at, end()};
  if (expected != unknown()) {
    if (const char* const behind = in.take_key(keys_[expected], at)) return {behind, expected};
  }
  return find(in, at);
}

MemberNames::Step MemberNames::find(Reader& in, const char* at) const {
  const std::string_view name = in.plain_key(at);
  const std::size_t member =
      slots_.find(name, [&](std::size_t candidate) { return keys_[candidate].begins(at); });
  if (member == unknown()) return look_up(in, at);
  // Where it ends is known from the text sooner than from what it was found to be.
  constexpr std::size_t kQuoteAndColon = 2;
  return {in.behind_colon(name.data() + name.size() + kQuoteAndColon), member};
}

/// Of a name that is long, escaped, near the text's end, or of no declared member.
MemberNames::Step MemberNames::look_up(Reader& in, const char* at) const {
  const char* const name = at;
  const StringToken key = in.read_key(at);
  if (!in.ok()) return {at, end()};
  std::string unescaped;
  const std::size_t member = order_.find(characters_of(key, unescaped));
  return {member == unknown() ? name : at, member};
}

}  // namespace eventc
