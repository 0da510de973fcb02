// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/cursor.hpp"
#include "eventc/emitted/scan.hpp"
#include "golden_event.hpp"

// An input is the number of a golden event, in two bytes, and a payload for it.

namespace {

[[noreturn]] void report(std::string_view about, std::string_view what, std::string_view payload) {
  std::fprintf(stderr, "%.*s: %.*s\n%.*s\n", static_cast<int>(about.size()), about.data(),
               static_cast<int>(what.size()), what.data(), static_cast<int>(payload.size()),
               payload.data());
  std::abort();
}

const std::vector<golden::Event>& events() {
  static const std::vector<golden::Event> all = golden::events();
  return all;
}

/// parse() and validate() agree. (What is written may not parse: members that are not declared are
/// not kept, and a schema may ask for so many.)
void check_event(const golden::Event& event, std::string_view payload) {
  bool is_accepted = false;
  const std::string difference = event.compare(payload, is_accepted);
  if (!difference.empty()) report(event.stem, difference, payload);
}

/// Whether it is JSON is what another reader says too. It refuses numbers that no double holds,
/// ends a text at NUL, and takes a byte order mark.
void check_json(std::string_view payload) {
  eventc::Cursor in(payload, std::numeric_limits<std::size_t>::max());
  in.skip();
  in.finish();
  const bool has_exponents = payload.find_first_of("eE") != std::string_view::npos;
  const bool is_large = payload.size() > 300;
  const bool is_taken_otherwise =
      payload.find('\0') != std::string_view::npos || payload.starts_with("\xEF\xBB\xBF");
  if (in.failure() == eventc::Failure::TooDeep || has_exponents || is_large || is_taken_otherwise)
    return;
  const bool is_json = nlohmann::json::accept(payload.begin(), payload.end());
  if (is_json != in.ok())
    report("JSON", is_json ? in.failure_message() : "nlohmann::json refuses it", payload);
}

/// Words of every machine say what its vectors say.
void check_scans(std::string_view payload) {
  const char* const begin = payload.data();
  const char* const end = begin + payload.size();
  using eventc::PlainBytes16;
  if (eventc::find_special(begin, begin, end) !=
      eventc::find_special<PlainBytes16>(begin, begin, end))
    report("find_special()", "differs", payload);
  if (eventc::find_escaped(begin, begin, end) !=
      eventc::find_escaped<PlainBytes16>(begin, begin, end))
    report("find_escaped()", "differs", payload);
  if (eventc::count_numbers(begin, end) != eventc::count_numbers<PlainBytes16>(begin, end))
    report("count_numbers()", "differs", payload);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return -1;
  const std::size_t event = (data[0] * std::size_t{256} + data[1]) % events().size();
  const std::string_view payload(reinterpret_cast<const char*>(data) + 2, size - 2);
  check_event(events()[event], payload);
  check_json(payload);
  check_scans(payload);
  return 0;
}
