// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "eventc/equality.hpp"
#include "messages.hpp"
#include "schema_words.hpp"
#include "walker.hpp"

namespace eventc {

using schema::Conditions;
using schema::Schema;

/// What is known of an array's items while they pass.
struct Walker::Items {
  const char* array = nullptr;
  std::size_t count = 0;
  std::size_t contained = 0;
  std::vector<std::string_view> texts = {};  ///< Where they must differ.

  void add(std::string_view text) {
    if (texts.empty()) texts.reserve(kFew);
    texts.push_back(text);
  }

 private:
  static constexpr std::size_t kFew = 8;
};

bool Walker::check_array(const Schema& schema, Evaluated* evaluated) {
  Items items{.array = in_.position()};
  in_.open('[');
  const Headway* headway = has_headways() ? find_headway(schema, evaluated) : nullptr;
  bool ok = true;
  for (bool first = true;; ++items.count) {
    if (headway != nullptr) items.count = jump(headway, first)->accepted;
    if (!in_.step(']', first)) break;
    ok = check_item(schema, items, evaluated) && ok;
    if (stopped()) return false;
  }
  if (!in_.ok()) return false;
  return check_items_as_whole(schema, items) && ok;
}

bool Walker::check_item(const Schema& schema, Items& items, Evaluated* evaluated) {
  const InstanceStep step(trail_, {.index = items.count});
  const char* const prefix = schema.items_list ? "items" : "prefixItems";
  in_.peek();
  const char* const value = in_.position();
  bool ok = true;
  bool is_evaluated = true;
  if (items.count < schema.prefix_items.size()) {
    ok = check_child(schema.prefix_items[items.count], {prefix, items.count});
  } else if (schema.items.present()) {
    ok = check_child(schema.items, schema.items_list ? "additionalItems" : "items");
  } else {
    is_evaluated = false;
    if (!jump()) in_.skip();
  }
  if (stopped()) return false;
  if (schema.conditions.present()) {
    const Conditions& conditions = *schema.conditions;
    if (conditions.unique_items) items.add({value, in_.position()});
    if (conditions.contains.present() && fits(conditions.contains, value)) {
      ++items.contained;
      is_evaluated = is_evaluated || conditions.contains_evaluates;
    }
  }
  if (is_evaluated && evaluated != nullptr) evaluated->add(items.count);
  return ok;
}

bool Walker::check_items_as_whole(const Schema& schema, const Items& items) {
  bool ok = true;
  if (items.count < schema.min_items) {
    ok = refuse(items.array, "minItems", [&](Words& words) {
      words.expect_at_least(schema.min_items, "item").found_count(items.count);
    });
  }
  if (items.count > schema.max_items) {
    ok = refuse(items.array, "maxItems", [&](Words& words) {
      words.expect_at_most(schema.max_items, "item").found_count(items.count);
    });
  }
  if (!schema.conditions.present()) return ok;
  ok = check_contains(*schema.conditions, items) && ok;
  if (!schema.conditions->unique_items) return ok;
  const auto equal = find_equal(items.texts);
  if (!equal) return ok;
  return refuse(items.texts[equal->first].data(), "uniqueItems", [&](Words& words) {
    words.say("expected items that differ: items ").say_count(equal->second);
    words.say(" and ").say_count(equal->first).say(" are equal");
  });
}

bool Walker::check_contains(const Conditions& conditions, const Items& items) {
  if (!conditions.contains.present()) return true;
  const Schema& wanted = *conditions.contains.schema;
  if (items.contained < conditions.min_contains) {
    return refuse(items.array, conditions.min_contains == 1 ? "contains" : "minContains",
                  [&](Words& words) {
                    words.expect_at_least(conditions.min_contains, "item");
                    words.say(message::of_items(wanted, conditions.min_contains))
                        .found_count(items.contained);
                  });
  }
  if (items.contained > conditions.max_contains) {
    return refuse(items.array, "maxContains", [&](Words& words) {
      words.expect_at_most(conditions.max_contains, "item");
      words.say(message::of_items(wanted, conditions.max_contains)).found_count(items.contained);
    });
  }
  return true;
}

}  // namespace eventc
