// SPDX-License-Identifier: Apache-2.0
#include "eventc/batch/facts.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

namespace eventc::batch::detail {
namespace {

using std::chrono::duration_cast;

constexpr auto kLatest = Facts::Time::max().time_since_epoch();

std::optional<Facts::Time> time_of(std::chrono::microseconds since_1970) {
  return Facts::Time(duration_cast<Facts::Time::duration>(since_1970));
}

}  // namespace

std::optional<Facts::Time> time_of_seconds(double since_1970) {
  constexpr double kMicroseconds = 1e6;
  // A second less: the limit itself is rounded to a double.
  const auto latest = static_cast<double>(duration_cast<std::chrono::seconds>(kLatest).count() - 1);
  if (!(since_1970 >= 0 && since_1970 <= latest)) return std::nullopt;  // nor NaN
  return time_of(std::chrono::microseconds(std::llround(since_1970 * kMicroseconds)));
}

std::optional<Facts::Time> time_of_milliseconds(std::int64_t since_1970) {
  if (since_1970 < 0 || since_1970 > duration_cast<std::chrono::milliseconds>(kLatest).count())
    return std::nullopt;
  return time_of(std::chrono::milliseconds(since_1970));
}

std::optional<Facts::Time> time_of_milliseconds(std::string_view since_1970) {
  const std::optional<std::int64_t> milliseconds = integer_of(since_1970);
  return milliseconds ? time_of_milliseconds(*milliseconds) : std::nullopt;
}

std::optional<std::int64_t> integer_of(std::string_view digits) {
  std::int64_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || stopped != end || value < 0) return std::nullopt;
  return value;
}

std::string_view shard_of(std::string_view event_id) {
  const std::size_t colon = event_id.find(':');
  return colon == std::string_view::npos ? std::string_view() : event_id.substr(0, colon);
}

std::string_view place_in_partition(std::string_view partition, std::int64_t offset,
                                    std::string& scratch) {
  constexpr std::size_t kLongest = 20;  // digits and a sign
  char digits[kLongest];
  char* const end = std::to_chars(digits, digits + kLongest, offset).ptr;
  scratch.assign(partition);
  scratch += ':';
  scratch.append(digits, static_cast<std::size_t>(end - digits));
  return scratch;
}

ItemKey::ItemKey(std::string& out) : out_((out.clear(), out)), writer_(out) {
  writer_.punctuate('{');
}

void ItemKey::begin(std::string_view name) {
  if (!is_first_) writer_.punctuate(',');
  is_first_ = false;
  writer_.write_string(name);
  writer_.punctuate(':');
}

void ItemKey::add(std::string_view name, std::string_view type, std::string_view value) {
  begin(name);
  writer_.punctuate('{');
  writer_.write_string(type);
  writer_.punctuate(':');
  writer_.write_string(value);
  writer_.punctuate('}');
}

void ItemKey::add_bytes(std::string_view name, std::string_view bytes) {
  begin(name);
  writer_.write_raw("{\"B\":");
  writer_.write_base64(bytes);
  writer_.punctuate('}');
}

void ItemKey::add_other(std::string_view name) {
  begin(name);
  writer_.write_raw("{}");
}

std::string_view ItemKey::finish() {
  writer_.punctuate('}');
  writer_.finish();
  return out_;
}

}  // namespace eventc::batch::detail
