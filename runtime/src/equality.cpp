// SPDX-License-Identifier: Apache-2.0
#include "eventc/equality.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "eventc/decimal.hpp"
#include "eventc/emitted/cursor.hpp"
#include "fingerprint.hpp"

namespace eventc {
namespace {

/// The texts were checked before: depth is no concern here.
Cursor cursor_of(std::string_view json) {
  return Cursor(json, std::numeric_limits<std::size_t>::max());
}

std::vector<std::string_view> items_of(std::string_view json) {
  std::vector<std::string_view> items;
  Cursor in = cursor_of(json);
  in.open('[');
  for (bool first = true; in.step(']', first);) items.push_back(in.skip());
  return items;
}

using Entry = std::pair<std::string, std::string_view>;

std::vector<Entry> sorted_members_of(std::string_view json) {
  std::vector<Entry> members;
  Cursor in = cursor_of(json);
  in.open('{');
  for (bool first = true; in.step('}', first);) {
    std::string name = text_of(in.read_key());
    members.emplace_back(std::move(name), in.skip());
  }
  std::stable_sort(members.begin(), members.end(),
                   [](const Entry& left, const Entry& right) { return left.first < right.first; });
  return members;
}

std::string characters_of(std::string_view json) {
  std::string text;
  unescape({json.substr(1, json.size() - 2), true}, text);
  return text;
}

/// The same text for values that are equal, and for no others. Characters stand behind their
/// number: nothing that they hold can be taken for another part.
void write_canonical(std::string_view json, std::string& out) {
  const schema::Types type = cursor_of(json).peek_type();
  const auto write_characters = [&out](std::string_view characters) {
    out += std::to_string(characters.size()) + ":";
    out += characters;
  };
  if (type == schema::kNumber) {
    const Decimal number(json);
    out += number.is_negative() ? "-" : "+";
    for (const char digit : number.digits()) {
      if (digit != '.') out += digit;
    }
    out += "e" + std::to_string(number.exponent());
  } else if (type == schema::kString) {
    out += '"';
    write_characters(characters_of(json));
  } else if (type == schema::kArray) {
    out += '[';
    for (const std::string_view item : items_of(json)) write_canonical(item, out);
    out += ']';
  } else if (type == schema::kObject) {
    out += '{';
    for (const auto& [name, value] : sorted_members_of(json)) {
      write_characters(name);
      write_canonical(value, out);
    }
    out += '}';
  } else {
    out += json.front();
  }
}

/// The same for a value that is no part of another. A string is what it is without escapes, quotes
/// included, which most are in the text.
std::string_view canonical_text(std::string_view json, std::forward_list<std::string>& made) {
  const bool is_string = json.front() == '"';
  if (is_string && json.find('\\') == std::string_view::npos) return json;
  std::string& text = made.emplace_front();
  if (is_string) {
    text = '"' + characters_of(json) + '"';
  } else {
    write_canonical(json, text);
  }
  return text;
}

using Equals = std::pair<std::size_t, std::size_t>;

/// The first place whose key is there before, and the last such place before it. Each key comes
/// with its place.
template <class Key>
std::optional<Equals> find_equal_keys(std::vector<std::pair<Key, std::size_t>>& keys) {
  std::sort(keys.begin(), keys.end());
  std::optional<Equals> first;
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].first != keys[i - 1].first) continue;
    if (!first || keys[i].second < first->first) first = Equals(keys[i].second, keys[i - 1].second);
  }
  return first;
}

}  // namespace

std::optional<Equals> find_equal(const std::vector<std::string_view>& values) {
  if (values.size() < 2) return std::nullopt;
  std::vector<std::pair<std::uint64_t, std::size_t>> prints;
  prints.reserve(values.size());
  for (const std::string_view value : values)
    prints.emplace_back(fingerprint(value), prints.size());
  const auto first = find_equal_keys(prints);
  if (!first || equal_json(values[first->first], values[first->second])) return first;
  // As somebody may have meant it. It takes more time, but no more than reading the values.
  std::vector<std::pair<std::string_view, std::size_t>> texts;
  std::forward_list<std::string> made;
  for (const std::string_view value : values)
    texts.emplace_back(canonical_text(value, made), texts.size());
  return find_equal_keys(texts);
}

bool equal_json(std::string_view left, std::string_view right) {
  const schema::Types type = cursor_of(left).peek_type();
  if (type != cursor_of(right).peek_type()) return false;
  if (type == schema::kNumber) return compare(Decimal(left), Decimal(right)) == 0;
  if (type == schema::kString) return characters_of(left) == characters_of(right);
  if (type == schema::kArray) {
    const auto lefts = items_of(left);
    const auto rights = items_of(right);
    return std::equal(lefts.begin(), lefts.end(), rights.begin(), rights.end(), equal_json);
  }
  if (type == schema::kObject) {
    const auto lefts = sorted_members_of(left);
    const auto rights = sorted_members_of(right);
    return std::equal(lefts.begin(), lefts.end(), rights.begin(), rights.end(),
                      [](const Entry& l, const Entry& r) {
                        return l.first == r.first && equal_json(l.second, r.second);
                      });
  }
  return left == right;
}

}  // namespace eventc
