// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/optional_text.hpp"

#include "eventc/emitted/codec_scalars.hpp"

namespace eventc {
namespace {

template <class Text>
const char* read_any(Reader& in, const char* at, bool may_be_null, std::optional<Text>& out) {
  at = in.skip_space(at);
  if (may_be_null && in.byte(at) == 'n') {
    out.reset();
    return in.read_null(at);
  }
  return read_value<&schema::string>(in, at, out.emplace());
}

}  // namespace

const char* read_optional_text(Reader& in, const char* at, bool may_be_null,
                               std::optional<std::string_view>& out) {
  return read_any(in, at, may_be_null, out);
}
const char* read_optional_text(Reader& in, const char* at, bool may_be_null,
                               std::optional<std::string>& out) {
  return read_any(in, at, may_be_null, out);
}

}  // namespace eventc
