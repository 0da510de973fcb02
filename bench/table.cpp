// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace eventc::bench {
namespace {

constexpr std::string_view kReference = "eventc";

std::string_view title(Step step) {
  switch (step) {
    case Step::Parse:
      return "Parse";
    case Step::Check:
      return "Check only";
    case Step::Write:
      return "Write";
    case Step::Classify:
      return "Classify";
    case Step::Ceiling:
      break;
  }
  return "Ceiling";
}

using Selection = std::vector<const Measurement*>;

/// Those of the step, and behind them the ceilings if the step reads.
Selection select(const std::vector<Measurement>& measurements, Step step) {
  Selection selection;
  const auto take = [&](Step wanted) {
    for (const Measurement& measured : measurements) {
      if (measured.step == wanted) selection.push_back(&measured);
    }
  };
  take(step);
  if (!selection.empty() && step != Step::Write) take(Step::Ceiling);
  return selection;
}

const Measurement* find(const Selection& selection, const Measurement& row,
                        std::string_view contender) {
  const auto found =
      std::find_if(selection.begin(), selection.end(), [&](const Measurement* measured) {
        return measured->contender == contender && measured->payload == row.payload &&
               measured->form == row.form;
      });
  return found == selection.end() ? nullptr : *found;
}

/// The first of each, by `same`.
template <class Same>
Selection firsts(const Selection& selection, Same&& same) {
  Selection out;
  for (const Measurement* measured : selection) {
    const bool known = std::any_of(
        out.begin(), out.end(), [&](const Measurement* other) { return same(*measured, *other); });
    if (!known) out.push_back(measured);
  }
  return out;
}

std::string times(double ratio) {
  return fmt::format("{:.{}f}×", ratio, ratio < 10 ? 2 : ratio < 100 ? 1 : 0);
}

std::string cell(const Measurement* measured, const Measurement* reference) {
  if (measured == nullptr) return "–";
  const std::string speed = fmt::format("{:.3g}", measured->gigabytes_per_second());
  if (reference == nullptr || measured == reference) return speed;
  return speed + " (" + times(measured->seconds / reference->seconds) + ")";
}

std::string table(Step step, const Selection& selection) {
  const Selection rows = firsts(selection, [](const Measurement& a, const Measurement& b) {
    return a.payload == b.payload && a.form == b.form;
  });
  const Selection columns = firsts(selection, [](const Measurement& a, const Measurement& b) {
    return a.contender == b.contender;
  });

  std::string text = fmt::format("## {}\n\n| payload | bytes |", title(step));
  std::string rule = "|---|--:|";
  for (const Measurement* column : columns) {
    text += fmt::format(" {} |", column->contender);
    rule += "--:|";
  }
  text += "\n" + rule + "\n";
  for (const Measurement* row : rows) {
    text += fmt::format("| {}, {} | {} |", row->payload, row->form, row->bytes);
    const Measurement* reference = find(selection, *row, kReference);
    for (const Measurement* column : columns) {
      text += fmt::format(" {} |", cell(find(selection, *row, column->contender), reference));
    }
    text += "\n";
  }
  text += "\n";
  for (const Measurement* column : columns) {
    text += fmt::format("- {}: {}\n", column->contender, column->what);
  }
  return text;
}

}  // namespace

std::string to_markdown(const std::vector<Measurement>& measurements) {
  std::string text;
  for (const Step step : {Step::Parse, Step::Check, Step::Write, Step::Classify}) {
    const Selection selection = select(measurements, step);
    if (selection.empty()) continue;
    text += (text.empty() ? "" : "\n") + table(step, selection);
  }
  return text;
}

}  // namespace eventc::bench
