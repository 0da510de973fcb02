// SPDX-License-Identifier: Apache-2.0
#include "payload_forms.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <utility>

namespace eventc::bench {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint32_t kSeed = 20'260'101;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Fisher and Yates' shuffle by hand: std::shuffle draws differently from library to library.
void shuffle_members(Json& value, std::mt19937& generator) {
  if (value.is_object()) {
    auto& members = value.get_ref<Json::object_t&>();
    std::vector<std::pair<std::string, Json>> shuffled;
    for (auto& [name, member] : members) shuffled.emplace_back(name, std::move(member));
    for (std::size_t left = shuffled.size(); left > 1; --left) {
      std::swap(shuffled[left - 1], shuffled[generator() % left]);
    }
    members.clear();
    for (auto& [name, member] : shuffled) members.emplace(name, std::move(member));
  }
  if (!value.is_structured()) return;
  for (Json& inner : value) shuffle_members(inner, generator);
}

}  // namespace

std::string pretty_printed(std::string_view text) {
  return Json::parse(text).dump(2, ' ', is_ascii(text));
}

std::string key_shuffled(std::string_view text) { return key_shuffled(text, kSeed); }

std::string key_shuffled(std::string_view text, std::uint32_t seed) {
  Json value = Json::parse(text);
  std::mt19937 generator(seed);
  shuffle_members(value, generator);
  return value.dump(-1, ' ', is_ascii(text));
}

}  // namespace eventc::bench
