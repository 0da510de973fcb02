// SPDX-License-Identifier: Apache-2.0
#include "route/words.hpp"

#include <fmt/format.h>

#include <utility>

namespace eventc::compiler {
namespace {

constexpr std::size_t kMostListed = 8;

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace

std::string words_for_types(TypeSet types) {
  if (types == kAnyType) return "anything";
  std::vector<std::string> words;
  for (const auto& [type, word] :
       {std::pair(kObject, "an object"), std::pair(kArray, "an array"),
        std::pair(kString, "a string"), std::pair(kNumber, "a number"),
        std::pair(kBoolean, "true or false"), std::pair(kNull, "null")}) {
    if (types.has(type)) words.emplace_back(word);
  }
  return join(words);
}

std::string words_for_value(const Json& value) { return value.dump(-1, ' ', true); }

std::string words_for_values(const std::vector<Json>& values) {
  std::vector<std::string> words;
  for (const Json& value : values) {
    if (words.size() == kMostListed) {
      words.push_back(fmt::format("{} more", values.size() - kMostListed));
      break;
    }
    words.push_back(words_for_value(value));
  }
  return join(words);
}

std::string words_for_outcome(const Outcome& outcome) {
  if (outcome.types.empty()) return "nothing";
  std::string words;
  if (outcome.values) {
    words = words_for_values(*outcome.values);
  } else if (outcome.types == kString && outcome.pattern) {
    words = "text that matches " + outcome.pattern->source;
  } else {
    words = words_for_types(outcome.types);
  }
  return outcome.absent ? words + ", or nothing" : words;
}

}  // namespace eventc::compiler
