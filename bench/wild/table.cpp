// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace wild {
namespace {

/// How many times as long the first contender takes.
std::optional<double> ratio(const Times& first, const Times& other, std::size_t index) {
  const double own = first.times[index].seconds;
  const double peer = other.times[index].seconds;
  if (own == 0 || peer == 0) return std::nullopt;
  return own / peer;
}

std::string cell(const Times& first, const Times& times, std::size_t index) {
  const Time& time = times.times[index];
  if (time.seconds == 0) return "–";
  const std::string nanoseconds = fmt::format("{:.0f}", time.seconds * 1e9);
  const auto compared = ratio(first, times, index);
  return &first == &times || !compared ? nanoseconds
                                       : nanoseconds + fmt::format(" ({:.2f}×)", *compared);
}

std::string name_of(const Case& one) {
  return std::filesystem::path(one.payload).filename().string();
}

std::string rows(const std::vector<Case>& cases, const std::vector<Times>& contenders) {
  std::string text = "| schema | payload | bytes |";
  std::string rule = "|---|---|--:|";
  for (const Times& times : contenders) {
    text += " " + times.contender + " |";
    rule += "--:|";
  }
  text += "\n" + rule + "\n";
  for (std::size_t i = 0; i < cases.size(); ++i) {
    text += fmt::format("| {} | {}{} | {} |", cases[i].entry->name, name_of(cases[i]),
                        cases[i].valid ? "" : ", invalid", cases[i].bytes);
    for (const Times& times : contenders) text += " " + cell(contenders.front(), times, i) + " |";
    text += "\n";
  }
  return text;
}

struct Compared {
  double ratio = 0;
  std::size_t index = 0;
};

/// Those of one kind that both have a time for, the worst first.
std::vector<Compared> compare(const std::vector<Case>& cases, const Times& first, const Times& peer,
                              bool valid) {
  std::vector<Compared> all;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto found = ratio(first, peer, i);
    if (found && cases[i].valid == valid) all.push_back({*found, i});
  }
  std::sort(all.begin(), all.end(),
            [](const Compared& a, const Compared& b) { return a.ratio > b.ratio; });
  return all;
}

std::string standing(const std::vector<Case>& cases, const Times& first, const Times& peer,
                     bool valid) {
  const std::vector<Compared> all = compare(cases, first, peer, valid);
  const std::string title =
      fmt::format("{}, {} payloads", peer.contender, valid ? "valid" : "invalid");
  if (all.empty()) return title + ": none were measured by both.\n";
  const auto slower =
      std::count_if(all.begin(), all.end(), [](const Compared& one) { return one.ratio > 1; });
  const Case& worst = cases[all.front().index];
  return fmt::format("{} to {}: median {:.2f}×, worst {:.2f}× ({}, {}); slower on {} of {}.\n",
                     first.contender, title, all[all.size() / 2].ratio, all.front().ratio,
                     worst.entry->name, name_of(worst), slower, all.size());
}

/// What the first takes longer than another of its columns: `floor`, which is none of a peer.
Times beyond(const Times& first, const Times& floor) {
  Times beyond{first.contender + " beyond " + floor.contender, "", first.times};
  for (std::size_t i = 0; i < beyond.times.size(); ++i) {
    double& seconds = beyond.times[i].seconds;
    if (seconds != 0) seconds = std::max(seconds - floor.times[i].seconds, 1e-9);
  }
  return beyond;
}

/// Each reason once, with its schema.
std::string refusals(const std::vector<Case>& cases, const Times& times) {
  std::string text;
  std::string last;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (times.times[i].refusal.empty()) continue;
    const std::string line = fmt::format("- {} has no time for {}: {}\n", times.contender,
                                         cases[i].entry->name, times.times[i].refusal);
    if (line != last) text += line;
    last = line;
  }
  return text;
}

}  // namespace

std::string to_markdown(const std::vector<Case>& cases, const std::vector<Times>& contenders,
                        std::size_t floor) {
  const Times& first = contenders.front();
  std::string text = rows(cases, contenders) + "\n";
  for (const Times& times : contenders)
    text += fmt::format("- {}: {}\n", times.contender, times.what);
  for (const Times& times : contenders) text += refusals(cases, times);
  text += "\n";
  const Times above = beyond(first, contenders[floor]);
  for (std::size_t i = floor + 1; i < contenders.size(); ++i) {
    for (const bool valid : {true, false}) text += standing(cases, first, contenders[i], valid);
    text += standing(cases, above, contenders[i], true);
  }
  return text;
}

}  // namespace wild
