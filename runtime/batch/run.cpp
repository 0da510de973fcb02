// SPDX-License-Identifier: Apache-2.0
#include "run.hpp"

#include <algorithm>
#include <exception>
#include <limits>
#include <utility>

#include "eventc/thrown.hpp"
#include "grouping.hpp"

namespace eventc::batch::detail {
namespace {

Failure without_handler(const Facts& facts) {
  if (facts.topic.empty()) return {.reason = "no handler for records"};
  return {.reason = "no handler for topic \"" + std::string(facts.topic) + "\""};
}

/// SizeBytes of a hostile event may be any number: the sum stays at the largest.
void add(const Facts& facts, Summary& summary) {
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  summary.bytes += std::min(facts.bytes, kMost - summary.bytes);
  if (!facts.arrival) return;
  summary.oldest_arrival =
      std::min(summary.oldest_arrival.value_or(*facts.arrival), *facts.arrival);
  summary.newest_arrival =
      std::max(summary.newest_arrival.value_or(*facts.arrival), *facts.arrival);
}

/// Calls it; the failure, if it is one, without the record that it is of.
template <class Call>
std::optional<Failure> attempt(Call&& call) {
  try {
    const Verdict verdict = call();
    if (verdict) return std::nullopt;
    return Failure{.reason = verdict.reason()};
  } catch (...) {
    const std::exception_ptr thrown = std::current_exception();
    return Failure{.reason = words_of(thrown), .exception = chain_of(thrown).front().type};
  }
}

}  // namespace

Run::Run(const Core& core, const RecordList& records, const Context& context)
    : core_(core),
      handlers_(core.handlers()),
      records_(records),
      context_(context),
      started_(core.settings().clock ? core.settings().clock() : std::chrono::system_clock::now()) {
}

void Run::each_record(Fold* fold) {
  frame_.fold = fold;
  frame_.invocation = &context_;
  for (std::size_t i = 0; i < records_.size();) {
    if (is_held_up(i)) {
      not_done_.push_back(i++);
    } else {
      i = handle({i, end_of_stretch(i)});
    }
  }
}

std::size_t Run::handle(Stretch stretch) {
  const std::size_t first = stretch.next;
  const Handler& handler = handler_of(first);
  std::optional<Failure> failure =
      handler ? attempt([&] { return handler(records_, stretch, *this, frame_); })
              : without_handler(facts(first));
  const std::size_t done = stretch.next - first;
  summary_.processed += done;
  if (&handler == &handlers_.late) summary_.late += done;
  if (!failure) return stretch.end;
  fail(stretch.next, *std::move(failure));
  return stretch.next + 1;
}

std::size_t Run::end_of_stretch(std::size_t index) const {
  const bool are_alike = !handlers_.tell_records_apart() && failed_groups_.empty();
  return are_alike ? records_.size() : index + 1;
}

/// An empty one where there is none. A record is asked for no more than it takes to tell.
const Handler& Run::handler_of(std::size_t index) {
  if (!handlers_.tell_records_apart()) return handlers_.record;
  const Facts facts = this->facts(index);
  const bool is_late =
      handlers_.late && facts.arrival && started_ - *facts.arrival > handlers_.late_after;
  return is_late ? handlers_.late : handler_by_topic(facts);
}

const Handler& Run::handler_by_topic(const Facts& facts) const {
  if (facts.is_tombstone && handlers_.tombstone) return handlers_.tombstone;
  const auto topic = handlers_.topics.find(facts.topic);
  return topic != handlers_.topics.end() ? topic->second : handlers_.record;
}

void Run::each_group() {
  const Grouping grouping(records_);
  std::vector<const void*> records;
  records.reserve(records_.size());
  for (std::size_t group = 0; group < grouping.size(); ++group) {
    const std::span<const std::size_t> members = grouping.members(group);
    if (stopped_) {
      not_done_.insert(not_done_.end(), members.begin(), members.end());
      continue;
    }
    records.clear();
    for (const std::size_t member : members) records.push_back(records_.record(member));
    handle_group(grouping.key(group), members, records);
  }
  std::sort(not_done_.begin(), not_done_.end());
  std::sort(summary_.failures.begin(), summary_.failures.end(),
            [](const Failure& a, const Failure& b) { return a.index < b.index; });
}

void Run::handle_group(std::string_view key, std::span<const std::size_t> members,
                       std::span<const void* const> records) {
  const RecordContext about = context_of(members.front());
  const std::optional<Failure> failure =
      attempt([&] { return handlers_.group(key, records, about); });
  if (!failure) {
    summary_.processed += members.size();
    return;
  }
  for (const std::size_t member : members) fail(member, *failure);
}

void Run::fail(std::size_t index, Failure failure) {
  const Facts facts = this->facts(index);
  const bool is_stream = core_.source() == Source::Kinesis || core_.source() == Source::DynamoDb;
  not_done_.push_back(index);
  stopped_ = stopped_ || (is_stream && !core_.settings().go_on);
  failed_groups_.emplace(facts.group);
  failure.index = index;
  failure.identifier = facts.identifier;
  if (handlers_.on_failure) handlers_.on_failure(failure);
  summary_.failures.push_back(std::move(failure));
}

/// By a failure before it. Records of a stream without a key hold one another up: they may be of
/// one item.
bool Run::is_held_up(std::size_t index) {
  if (stopped_ || failed_groups_.empty()) return stopped_;
  const Facts facts = this->facts(index);
  return facts.ordered && failed_groups_.contains(facts.group);
}

RecordContext Run::context_of(std::size_t index) {
  const Facts facts = this->facts(index);
  return {.invocation = context_,
          .index = index,
          .identifier = facts.identifier,
          .source = facts.source,
          .shard = facts.shard,
          .group = facts.group,
          .attempt = facts.attempt,
          .arrival = facts.arrival,
          .started = started_,
          .bytes = facts.bytes};
}

Summary Run::take_summary() {
  summary_.failed = summary_.failures.size();
  summary_.not_tried = records_.size() - summary_.processed - summary_.failed;
  summary_.dead_letters = frame_.dead_letters;
  return std::move(summary_);
}

void Run::add_up(Summary& summary) {
  for (std::size_t i = 0; i < records_.size(); ++i) add(facts(i), summary);
  if (summary.newest_arrival) summary.iterator_age = started_ - *summary.newest_arrival;
}

}  // namespace eventc::batch::detail
