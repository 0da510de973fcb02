// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/cursor.hpp"
#include "eventc/emitted/integer_block.hpp"
#include "eventc/emitted/scan.hpp"
#include "golden_event.hpp"
#include "judge.hpp"
#include "plain.hpp"
#include "readings.hpp"
#include "schemas.hpp"

// An input is the number of a golden event, in two bytes, and a payload for it.

namespace {

using eventc::ErrorKind;

/// An event, and who else says what is valid for it.
struct Case {
  golden::Event event;
  std::size_t number = 0;
  std::optional<golden::Judge> judge = {};
};

[[noreturn]] void report(const Case& about, std::string_view what, std::string_view payload) {
  const auto size = [](std::string_view text) { return static_cast<int>(text.size()); };
  std::fprintf(stderr, "\nDISAGREEMENT on tests/golden/%.*s (%.*s): %.*s\n%.*s\n",
               size(about.event.folder), about.event.folder.data(), size(about.event.stem),
               about.event.stem.data(), size(what), what.data(), size(payload), payload.data());
  std::abort();
}

/// With EVENTC_FUZZ_EXPLAIN in the environment, says which events valijson does not judge, and why.
std::vector<Case> make_cases() {
  std::vector<Case> cases;
  std::size_t judged = 0;
  for (const golden::Event& event : golden::events()) {
    Case& one = cases.emplace_back(Case{event, cases.size()});
    std::ifstream schema(golden::schema_files().at(event.stem));
    try {
      one.judge.emplace(nlohmann::json::parse(schema));
      ++judged;
    } catch (const std::exception& error) {
      if (std::getenv("EVENTC_FUZZ_EXPLAIN") != nullptr)
        std::fprintf(stderr, "without valijson: %s: %s\n", std::string(event.stem).c_str(),
                     error.what());
    }
  }
  std::fprintf(stderr, "valijson judges %zu of %zu events\n", judged, cases.size());
  return cases;
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all = make_cases();
  return all;
}

/// The view, its owned twin and the walker say the same; so does all that is compiled without
/// vectors. (What is written may not parse: members that are not declared are not kept, and a
/// schema may ask for so many.)
void check_readings(const Case& about, std::string_view payload) {
  const golden::Readings readings = golden::read_as(about.number, payload);
  if (!readings.difference.empty()) report(about, readings.difference, payload);
  golden::Readings plain;
  eventc_plain_read_as(about.number, payload, plain);
  if (plain != readings)
    report(about,
           "with vectors: " + readings.outcome + "\nwithout vectors: " + plain.difference +
               plain.outcome,
           payload);
}

bool has(const eventc::Report& report, ErrorKind kind) {
  return std::any_of(report.errors().begin(), report.errors().end(),
                     [kind](const eventc::Error& error) { return error.kind == kind; });
}

/// A limit ends a reading: what it would have come to is not known.
bool met_limit(const eventc::Report& report) {
  return !report.complete() || has(report, ErrorKind::Limit) || has(report, ErrorKind::MatchLimit);
}

/// Whether it is JSON is what another reader says too. It refuses numbers that no double holds,
/// ends a text at NUL, and takes a byte order mark and a member that is there twice.
void check_json(const Case& about, const eventc::Report& verdict, std::string_view payload) {
  const bool has_exponents = payload.find_first_of("eE") != std::string_view::npos;
  const bool has_digits =
      std::any_of(payload.begin(), payload.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool has_large_numbers = has_digits && (has_exponents || payload.size() > 300);
  const bool is_taken_otherwise =
      payload.find('\0') != std::string_view::npos || payload.starts_with("\xEF\xBB\xBF");
  if (has_large_numbers || is_taken_otherwise) return;
  const bool is_json = nlohmann::json::accept(payload.begin(), payload.end());

  eventc::Cursor in(payload, std::numeric_limits<std::size_t>::max());
  in.skip();
  in.finish();
  if (is_json != in.ok())
    report(about, is_json ? in.failure_message() : "nlohmann::json refuses it", payload);

  if (met_limit(verdict)) return;
  const bool is_refused = has(verdict, ErrorKind::NotJson);
  if (is_refused && is_json && !golden::has_member_twice(payload))
    report(about, "validate() takes it for no JSON: " + verdict.to_string(), payload);
  if (!is_refused && !is_json) report(about, "validate() does not see that it is no JSON", payload);
}

/// Whether it is valid is what another validator says too.
void check_verdict(const Case& about, const eventc::Report& verdict, std::string_view payload) {
  if (!about.judge || met_limit(verdict) || has(verdict, ErrorKind::NotJson)) return;
  const std::optional<bool> is_valid = about.judge->is_valid(payload);
  if (is_valid && *is_valid != verdict.ok())
    report(about, *is_valid ? "valijson accepts it: " + verdict.to_string() : "valijson refuses it",
           payload);
}

template <class Block>
std::vector<std::int64_t> integers_of(const char* text) {
  std::vector<std::int64_t> integers;
  for (eventc::IntegerBlock<Block> block(text, true); block.any(); block.pass())
    integers.push_back(block.value());
  return integers;
}

/// Words of every machine say what its vectors say.
void check_scans(const Case& about, std::string_view payload) {
  const char* const begin = payload.data();
  const char* const end = begin + payload.size();
  using eventc::PlainBytes16;
  if (eventc::find_special(begin, begin, end) !=
      eventc::find_special<PlainBytes16>(begin, begin, end))
    report(about, "find_special() differs", payload);
  for (const char* p = begin; end - p > 16; ++p) {
    if (*p != '[' && *p != ',') continue;
    if (integers_of<eventc::Bytes16>(p + 1) != integers_of<PlainBytes16>(p + 1))
      report(about, "IntegerBlock differs", payload);
  }
  if (eventc::count_numbers(begin, end) != eventc::count_numbers<PlainBytes16>(begin, end))
    report(about, "count_numbers() differs", payload);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return -1;
  const Case& about = cases()[(data[0] * std::size_t{256} + data[1]) % cases().size()];
  const std::string_view payload(reinterpret_cast<const char*>(data) + 2, size - 2);
  check_readings(about, payload);
  const eventc::Report verdict = about.event.validate(payload, {});
  check_json(about, verdict, payload);
  check_verdict(about, verdict, payload);
  check_scans(about, payload);
  return 0;
}
