// SPDX-License-Identifier: Apache-2.0
#include "carry_out.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/thrown.hpp"

namespace eventc::batch::detail {
namespace {

/// Nothing, or what the call threw, behind `what`.
template <class Call>
std::optional<std::string> fault_of(std::string_view what, Call&& call) {
  try {
    call();
    return std::nullopt;
  } catch (...) {
    return std::string(what) + words_of(std::current_exception());
  }
}

/// What the window is left with: the response, its state included.
Report close_window(const Core& core, const RecordList& records, const WindowInput& window,
                    const Context& context, Run& run, Fold& fold) {
  std::optional<std::string> fault;
  if (window.is_final && run.not_done().empty()) {
    fault = fault_of("the window could not be finished: ",
                     [&] { fold.finish(window.window, context); });
    if (fault) return {.fault = std::move(fault)};
  }
  std::string state;
  fault = fault_of("", [&] { state = fold.state(); });
  if (fault) return {.fault = std::move(fault)};
  if (state.size() > kLargestState) {
    return {.fault = "the window's state has " + std::to_string(state.size()) +
                     " bytes; Lambda takes at most " + std::to_string(kLargestState)};
  }
  return report(core.source(), records, run.not_done(), std::move(state));
}

Report carry_out_window(const Core& core, const RecordList& records, const WindowInput* window,
                        const Context& context, Run& run) {
  if (window == nullptr || !window->exists)
    return {.fault = "the event has no tumbling window: none is set in its event source mapping"};
  std::unique_ptr<Fold> fold;
  std::optional<std::string> fault =
      fault_of("", [&] { fold = core.handlers().make_fold(window->state); });
  if (fault) return {.fault = std::move(fault)};
  run.each_record(fold.get());
  return close_window(core, records, *window, context, run, *fold);
}

}  // namespace

Report carry_out(const Core& core, const RecordList& records, const WindowInput* window,
                 const Context& context, Run& run) {
  if (core.handlers().make_fold) return carry_out_window(core, records, window, context, run);
  if (core.handlers().group) {
    run.each_group();
  } else {
    run.each_record();
  }
  return report(core.source(), records, run.not_done(), std::nullopt);
}

}  // namespace eventc::batch::detail
