// SPDX-License-Identifier: Apache-2.0
#include "eventc/pcre2_pattern.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace eventc {

using schema::Match;

namespace {

struct Free {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_jit_stack* stack) const { pcre2_jit_stack_free(stack); }
};

/// What a match needs beside the pattern: of one thread, for all patterns. Nothing where there was
/// no memory for it.
class Workspace {
 public:
  Workspace()
      : data_(pcre2_match_data_create(1, nullptr)),  // only whether it matches is asked
        context_(pcre2_match_context_create(nullptr)),
        stack_(pcre2_jit_stack_create(kFirstStack, std::size_t{Pcre2Pattern::kMemory} << 10,
                                      nullptr)) {
    if (context_ == nullptr) return;
    pcre2_set_heap_limit(context_.get(), Pcre2Pattern::kMemory);
    pcre2_jit_stack_assign(context_.get(), nullptr, stack_.get());
  }

  /// pcre2_match(), with the limit for this text.
  [[nodiscard]] int match(const pcre2_code& code, std::string_view text) {
    if (data_ == nullptr || context_ == nullptr) return PCRE2_ERROR_NOMEMORY;
    pcre2_set_match_limit(context_.get(), limit_for(text));
    return pcre2_match(&code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, 0,
                       data_.get(), context_.get());
  }

 private:
  static constexpr std::size_t kFirstStack = std::size_t{32} << 10;

  static std::uint32_t limit_for(std::string_view text) {
    constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
    const std::size_t room = (kMost - Pcre2Pattern::kSteps) / Pcre2Pattern::kStepsForEachByte;
    return Pcre2Pattern::kSteps + Pcre2Pattern::kStepsForEachByte *
                                      static_cast<std::uint32_t>(std::min(text.size(), room));
  }

  std::unique_ptr<pcre2_match_data, Free> data_;
  std::unique_ptr<pcre2_match_context, Free> context_;
  std::unique_ptr<pcre2_jit_stack, Free> stack_;
};

Workspace& workspace() {
  static thread_local Workspace own;
  return own;
}

Match verdict_of(int result) {
  if (result >= 0) return Match::Yes;
  const bool is_no_utf8 = result <= PCRE2_ERROR_UTF8_ERR1 && result >= PCRE2_ERROR_UTF8_ERR21;
  return result == PCRE2_ERROR_NOMATCH || is_no_utf8 ? Match::No : Match::GaveUp;
}

}  // namespace

Pcre2Pattern::Pcre2Pattern(std::string_view pattern) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  code_ = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                        PCRE2_UTF | PCRE2_MATCH_UNSET_BACKREF, &error, &offset, nullptr);
  // Without machine code, which a system may forbid or not have, matching is slower.
  if (code_ != nullptr) static_cast<void>(pcre2_jit_compile(code_, PCRE2_JIT_COMPLETE));
}

Pcre2Pattern::~Pcre2Pattern() { pcre2_code_free(code_); }

Match Pcre2Pattern::match(std::string_view text) const {
  if (code_ == nullptr) return Match::GaveUp;
  if (text.data() == nullptr) text = "";
  return verdict_of(workspace().match(*code_, text));
}

}  // namespace eventc
