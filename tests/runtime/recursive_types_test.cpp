// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

#include "eventc/box.hpp"
#include "eventc/bytes.hpp"
#include "eventc/json.hpp"
#include "eventc/map.hpp"
#include "eventc/nullable.hpp"

namespace eventc {
namespace {

// Types that hold each other through every indirection that emitted code has.
struct Folder;

struct Link {
  std::vector<Folder> folders;
  Map<Folder> by_name;
  std::optional<Box<Folder>> target;
  Nullable<Box<Link>> next;
  bool operator==(const Link&) const = default;
};

struct Folder {
  HeaderMap<Link> links;
  std::variant<std::monostate, Box<Folder>, Box<Link>, std::vector<Folder>, Map<Folder>> content;
  Nullable<Map<Folder>> shadows;
  Json extra;
  Bytes raw;
  bool operator==(const Folder&) const = default;
};

static_assert(std::is_nothrow_move_constructible_v<Folder>);
static_assert(std::is_nothrow_move_assignable_v<Link>);
static_assert(std::is_copy_constructible_v<Folder>);

TEST(RecursiveTypes, CopyAndCompareThroughEachIndirection) {
  Folder folder;
  folder.links["a"].by_name["b"].content = Box<Folder>();
  folder.links["a"].next.emplace()->next.set_null();
  folder.shadows.emplace()["c"].raw = Bytes("raw");
  Folder copy = folder;
  EXPECT_EQ(copy, folder);
  copy.links.at("A").next->operator->()->next.reset();
  EXPECT_NE(copy, folder);
}

}  // namespace
}  // namespace eventc
