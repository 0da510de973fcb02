// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"

// Schemas that apply to one value several times, and so do their own to each of its parts. To look
// again and again would take time that is exponential in the depth of the payload.

namespace eventc {
namespace {

using schema::Child;
using schema::Conditions;
using schema::kArray;
using schema::kObject;
using schema::Property;
using schema::Schema;

constexpr int kDepth = 100;

/// {"next":{"next":…{"leaf":LEAF}}}
std::string nested(std::string_view leaf) {
  std::string text = R"({"leaf":)" + std::string(leaf) + "}";
  for (int i = 0; i < kDepth; ++i) text = R"({"next":)" + text + "}";
  return text;
}

std::string in_arrays(std::string_view leaf) {
  return std::string(kDepth, '[') + std::string(leaf) + std::string(kDepth, ']');
}

/// Whether it is valid; parse() and validate() agree, and both take little time.
template <const Schema* S>
bool is_valid(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  const Report found = report(text, {S, "s.json#"}, {});
  const Result<Json> parsed = parse_document<S, Json>(text, {S, "s.json#"}, {});
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(taken.count(), 1.0);
  EXPECT_EQ(found.ok(), parsed.has_value());
  return found.ok();
}

template <const Schema* S>
void expect_by_leaf() {
  EXPECT_TRUE(is_valid<S>(nested("1")));
  EXPECT_FALSE(is_valid<S>(nested("\"x\"")));
  EXPECT_FALSE(is_valid<S>(nested("1,\"leaf\":2")));
}

/// A level whose subschemas are applied to the same object twice.
template <template <class> class Twice>
struct Level {
  static const Schema kSelf;
  static constexpr Property kProperties[] = {{"next", {&kSelf, "s.json#"}},
                                             {"leaf", &schema::integer}};
  static constexpr Schema kParts{.types = kObject, .properties = kProperties};
};

template <class L>
struct AllOf {
  static constexpr Child kAll[] = {&L::kParts, &L::kParts};
  static constexpr Schema kSchema{.all_of = kAll};
};
template <class L>
struct AnyOf {
  static constexpr Child kAny[] = {&L::kParts, &L::kParts};
  static constexpr Schema kSchema{.any_of = kAny};
};
template <class L>
struct RefBesideKeywords {
  static constexpr Schema kSchema{.properties = L::kProperties, .ref = {&L::kParts, "s.json#/p"}};
};
template <class L>
struct IfThen {
  static constexpr Conditions kConditions{.if_ = &L::kParts, .then_ = &L::kParts};
  static constexpr Schema kSchema{.properties = L::kProperties, .conditions = &kConditions};
};
template <class L>
struct NotNot {
  static constexpr Conditions kInner{.not_ = &L::kParts};
  static constexpr Schema kNot{.conditions = &kInner};
  static constexpr Conditions kConditions{.not_ = &kNot};
  static constexpr Schema kSchema{.properties = L::kProperties, .conditions = &kConditions};
};
template <class L>
struct Unevaluated {
  static constexpr Child kAll[] = {&L::kParts, &L::kParts};
  static constexpr Conditions kConditions{.unevaluated_properties = &schema::nothing};
  static constexpr Schema kSchema{.all_of = kAll, .conditions = &kConditions};
};
template <class L>
struct UnevaluatedAlternatives {
  static constexpr Child kAny[] = {&L::kParts, &L::kParts};
  static constexpr Conditions kConditions{.unevaluated_properties = &schema::nothing};
  static constexpr Schema kSchema{.any_of = kAny, .conditions = &kConditions};
};
template <class L>
struct DependentSchemas {
  static constexpr Property kSchemas[] = {{"next", &L::kParts}, {"leaf", &L::kParts}};
  static constexpr Conditions kConditions{.dependent_schemas = kSchemas};
  static constexpr Schema kSchema{.properties = L::kProperties, .conditions = &kConditions};
};
template <class L>
struct DynamicRef {
  static constexpr Conditions kConditions{.dynamic_ref = {&L::kParts, "s.json#/p"}};
  static constexpr Schema kSchema{.properties = L::kProperties, .conditions = &kConditions};
};

template <template <class> class Twice>
constexpr Schema Level<Twice>::kSelf = Twice<Level<Twice>>::kSchema;

TEST(LinearTime, OfAllOf) { expect_by_leaf<&Level<AllOf>::kSelf>(); }
TEST(LinearTime, OfAnyOf) { expect_by_leaf<&Level<AnyOf>::kSelf>(); }
TEST(LinearTime, OfReferencesBesideKeywords) { expect_by_leaf<&Level<RefBesideKeywords>::kSelf>(); }
TEST(LinearTime, OfIfAndThen) { expect_by_leaf<&Level<IfThen>::kSelf>(); }
TEST(LinearTime, OfNot) { expect_by_leaf<&Level<NotNot>::kSelf>(); }
TEST(LinearTime, OfUnevaluatedProperties) { expect_by_leaf<&Level<Unevaluated>::kSelf>(); }
TEST(LinearTime, OfAlternativesBesideUnevaluatedProperties) {
  expect_by_leaf<&Level<UnevaluatedAlternatives>::kSelf>();
}
TEST(LinearTime, OfDependentSchemas) { expect_by_leaf<&Level<DependentSchemas>::kSelf>(); }
TEST(LinearTime, OfDynamicReferences) { expect_by_leaf<&Level<DynamicRef>::kSelf>(); }

// ---- Arrays

extern const Schema kListOfLists;
constexpr Conditions kContainsLists{.contains = {&kListOfLists, "s.json#"}};
constexpr Schema kList{
    .types = kArray, .items = {&kListOfLists, "s.json#"}, .conditions = &kContainsLists};
constexpr Child kLeafOrList[] = {&schema::integer, &kList};
constexpr Schema kListOfLists{.any_of = kLeafOrList};

TEST(LinearTime, OfContainsBesideItems) {
  EXPECT_TRUE(is_valid<&kListOfLists>(in_arrays("1")));
  EXPECT_FALSE(is_valid<&kListOfLists>(in_arrays("\"x\"")));
  EXPECT_FALSE(is_valid<&kListOfLists>(in_arrays("[]")));
}

extern const Schema kUniqueLists;
constexpr Conditions kUnique{.unique_items = true};
constexpr Schema kUniqueLists{.items = {&kUniqueLists, "s.json#"}, .conditions = &kUnique};

TEST(LinearTime, OfUniqueItemsInOneAnother) {
  EXPECT_TRUE(is_valid<&kUniqueLists>(in_arrays("1,2")));
  EXPECT_FALSE(is_valid<&kUniqueLists>(in_arrays("1,1")));
}

// ---- Many ways to one schema

/// Each level applies the next one twice; the last has what the leaf must be.
template <int Level>
struct Chain {
  static constexpr Child kTwice[] = {&Chain<Level - 1>::kSchema, &Chain<Level - 1>::kSchema};
  static constexpr Schema kSchema{.all_of = kTwice};
};
template <>
struct Chain<0> {
  static constexpr Property kProperties[] = {{"leaf", &schema::integer}};
  static constexpr Schema kSchema{.maximum = 5, .properties = kProperties};
};
constexpr int kWays = 40;
constexpr Child kChain[] = {&Chain<kWays>::kSchema};
constexpr Conditions kNoneUnevaluated{.unevaluated_properties = &schema::nothing};
constexpr Schema kEvaluatedByChain{.all_of = kChain, .conditions = &kNoneUnevaluated};

TEST(LinearTime, OfManyWaysToOneSchema) {
  EXPECT_TRUE(is_valid<&Chain<kWays>::kSchema>("5"));
  EXPECT_FALSE(is_valid<&Chain<kWays>::kSchema>("6"));
  EXPECT_TRUE(is_valid<&Chain<kWays>::kSchema>(R"({"leaf":1})"));
  EXPECT_FALSE(is_valid<&Chain<kWays>::kSchema>(R"({"leaf":"x"})"));
}

TEST(LinearTime, OfManyWaysToWhatIsEvaluated) {
  EXPECT_TRUE(is_valid<&kEvaluatedByChain>(R"({"leaf":1})"));
  EXPECT_FALSE(is_valid<&kEvaluatedByChain>(R"({"leaf":1,"more":2})"));
  EXPECT_FALSE(is_valid<&kEvaluatedByChain>(R"({"leaf":"x"})"));
}

// ---- Structs that contain themselves

extern const Schema kFolder;
constexpr Schema kFolders{.types = kArray, .items = {&kFolder, "s.json#"}};
constexpr Property kFolderProperties[] = {{"name", &schema::string}, {"inside", &kFolders}};
constexpr Schema kShort{.max_length = 9};
constexpr Conditions kShortNames{.property_names = &kShort};
constexpr Schema kFolder{
    .types = kObject, .properties = kFolderProperties, .conditions = &kShortNames};

struct Folder {
  std::string name;
  std::vector<Folder> inside;
  bool operator==(const Folder&) const = default;
};

const char* read(Reader& in, const char* at, Folder& out) {
  ObjectReader<&kFolder> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.name);
        break;
      case 1:
        object.read<1>(out.inside);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}

/// Of reading a long name in a folder that is so many folders deep.
double seconds_at_depth(int depth) {
  std::string text = R"({"name":")" + std::string(4'000'000, 'x') + R"("})";
  for (int i = 0; i < depth; ++i) text = R"({"inside":[)" + text + "]}";
  const Options options{.max_depth = 1000};
  double least = std::numeric_limits<double>::max();
  for (int i = 0; i < 5; ++i) {  // others may want the machine, too
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE((parse_document<&kFolder, Folder>(text, {&kFolder, "s.json#"}, options)));
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    least = std::min(least, taken.count());
  }
  return least;
}

TEST(LinearTime, OfStructsInOneAnotherWithConditions) {
  EXPECT_LT(seconds_at_depth(200), 6 * seconds_at_depth(1));
}

}  // namespace
}  // namespace eventc
