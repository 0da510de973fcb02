// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/batch/facts.hpp"
#include "eventc/batch/source.hpp"

namespace eventc::batch::detail {

/// An event's records, without their type.
class RecordList {
 public:
  virtual ~RecordList() = default;

  [[nodiscard]] virtual std::size_t size() const = 0;
  [[nodiscard]] virtual const void* record(std::size_t index) const = 0;
  /// Good until `scratch` is used again.
  [[nodiscard]] virtual Facts facts(std::size_t index, std::string& scratch) const = 0;
};

template <class Event>
class RecordListOf final : public RecordList {
 public:
  explicit RecordListOf(const Event& event) : event_(event), shared_(event_facts(event)) {}

  [[nodiscard]] const RecordOf<Event>& operator[](std::size_t index) const {
    return event_.records[index];
  }
  [[nodiscard]] std::size_t size() const override { return event_.records.size(); }
  [[nodiscard]] const void* record(std::size_t index) const override { return &(*this)[index]; }
  [[nodiscard]] Facts facts(std::size_t index, std::string& scratch) const override {
    return facts_of(event_.records[index], shared_, scratch);
  }

 private:
  const Event& event_;
  EventFacts shared_;
};

/// Kafka's lists, one after the other.
template <BatchEvent Event>
requires KafkaRecord<RecordOf<Event>>
class RecordListOf<Event> final : public RecordList {
 public:
  explicit RecordListOf(const Event& event) : shared_(event_facts(event)) {
    std::size_t size = 0;
    for (const auto& [partition, records] : event.records) size += records.size();
    records_.reserve(size);
    for (const auto& [partition, records] : event.records) {
      for (const auto& record : records) records_.emplace_back(&record, partition);
    }
  }

  [[nodiscard]] const RecordOf<Event>& operator[](std::size_t index) const {
    return *records_[index].first;
  }
  [[nodiscard]] std::size_t size() const override { return records_.size(); }
  [[nodiscard]] const void* record(std::size_t index) const override { return &(*this)[index]; }
  [[nodiscard]] Facts facts(std::size_t index, std::string& scratch) const override {
    const auto& [record, partition] = records_[index];
    return facts_of(*record, shared_, partition, scratch);
  }

 private:
  EventFacts shared_;
  std::vector<std::pair<const RecordOf<Event>*, std::string_view>> records_;
};

}  // namespace eventc::batch::detail
