// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/kept_text.hpp"

/// JSON inside of a string ("contentSchema"), read in the same call as the text around it.
namespace eventc {

/// What a string contains: in the arena, where views will borrow from it; otherwise in `own`. False
/// where it is not encoded as the schema says.
template <const schema::Schema* S>
[[nodiscard]] bool decode_text(const Reader& in, StringToken token, std::string& own,
                               std::string_view& text) {
  constexpr bool kIsBase64 = S->content_encoding == schema::Encoding::Base64;
  if (in.arena() != nullptr) {
    if constexpr (kIsBase64) return decode_content(token, *in.arena(), text);
    text = kept_text<std::string_view>(in, token);
    return true;
  }
  if constexpr (kIsBase64) {
    if (!decode_content(token, own)) return false;
    text = own;
  } else {
    text = characters_of(token, own);
  }
  return true;
}

template <const schema::Schema* S, class T>
const char* read_content(Reader& in, const char* at, T& out) {
  const char* const value = in.skip_space(at);
  const StringToken token = in.read_string(at);
  if (!token) return at;
  if (!allows_encoded<*S>(in, at, token)) return in.refuse(at);
  std::string own;
  std::string_view text;
  if (!decode_text<S>(in, token, own, text)) return in.refuse(at);
  Reader content(text, in.depth_left());
  content.set_arena(in.arena());
  content.set_guesses(in.guesses());
  content.finish(read_value<S->content_schema.schema>(content, content.start(), out));
  in.set_guesses(content.guesses());
  if (content.ok()) {
    if constexpr (S->applies_others) return confirm<S>(in, value, at, Parts::InPlace);
    return at;
  }
  // Content that is not JSON violates the schema: the payload around it is JSON still.
  const bool refused = content.failure() == Failure::NotJson;
  return in.fail(refused ? Failure::Refused : content.failure(), value, content.failure_message());
}

template <const schema::Schema* S, class T>
void write_content(Writer& out, const T& value) {
  std::string text;
  Writer content(text);
  write_value<S->content_schema.schema>(content, value);
  content.finish();
  if (!content.ok()) return out.fail(content.failure());
  if constexpr (S->content_encoding == schema::Encoding::Base64) {
    out.write_base64(text);
  } else {
    out.write_string(text);
  }
}

}  // namespace eventc
