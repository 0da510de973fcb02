// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/codec.hpp"

/// JSON inside of a string ("contentSchema"), read in the same call as the text around it.
namespace eventc {

template <const schema::Schema* S, class T>
void read_content(Reader& in, T& out) {
  in.peek();
  const char* const value = in.position();
  const StringToken token = in.read_string();
  if (!in.ok()) return;
  if (!allows_encoded<*S>(in, token)) return in.refuse();
  std::string text;
  if constexpr (S->content_encoding == schema::Encoding::Base64) {
    if (!decode_content(token, text)) return in.refuse();
  } else {
    unescape(token, text);
  }
  Reader content(text, in.depth_left());
  content.set_guesses(in.guesses());
  read_value<S->content_schema.schema>(content, out);
  content.finish();
  in.set_guesses(content.guesses());
  if (content.ok()) {
    if constexpr (S->applies_others) {
      if (!conforms(in, value, *S, Parts::InPlace)) in.refuse();
    }
    return;
  }
  // Content that is not JSON violates the schema: the payload around it is JSON still.
  const bool refused = content.failure() == Failure::NotJson;
  in.fail(refused ? Failure::Refused : content.failure(), value, content.failure_message());
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
