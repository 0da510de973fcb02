// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/member_names.hpp"

#include <string>

#include "eventc/emitted/checks.hpp"

namespace eventc {

MemberNames::Step MemberNames::step(Reader& in, const char* at, std::size_t expected,
                                    char separator) const {
  bool first = separator == '{';
  if (first && at != in.end()) ++at;
  if (!in.step('}', first, at)) return {at, end()};
  if (expected != unknown()) {
    if (const char* const behind = in.take_key(keys_[expected], at)) return {behind, expected};
  }
  const char* behind = nullptr;
  const std::size_t indexed = slots_.find(in.plain_key(at), [&](std::size_t candidate) {
    behind = in.take_key(keys_[candidate], at);
    return behind != nullptr;
  });
  return behind != nullptr ? Step{behind, indexed} : look_up(in, at);
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
