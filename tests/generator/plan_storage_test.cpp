// SPDX-License-Identifier: Apache-2.0
#include "plan_storage.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "compile_helper.hpp"

namespace eventc::compiler {
namespace {

using testing::Compiled;
using testing::run_model;
using testing::Schemas;

/// "owned", "view", and "+" where there are twins; one for each document.
std::vector<std::string> planned(const Schemas& schemas, std::string_view wanted) {
  const Compiled compiled = run_model(schemas);
  EXPECT_EQ(compiled.brief(), "");
  std::vector<std::string> all;
  for (const DocumentStorage& storage :
       plan_storage(compiled.form, compiled.model, *storage_called(wanted))) {
    const std::string plain = storage.plain == Storage::Owned ? "owned" : "view";
    all.push_back(plain + (storage.has_twins ? "+" : ""));
  }
  return all;
}

/// A struct of one string, with what its "x-eventc" says of storage.
std::string text_of(std::string_view said, std::string_view more = "") {
  const std::string extension =
      said.empty() ? "" : R"("x-eventc": {"storage": ")" + std::string(said) + R"("}, )";
  return R"({"type": "object", )" + extension + R"("properties": {"id": {"type": "string"})" +
         std::string(more) + "}}";
}

using Plan = std::vector<std::string>;

TEST(StorageCalled, KnowsThreeWords) {
  EXPECT_EQ(storage_called("owned")->plain, Storage::Owned);
  EXPECT_EQ(storage_called("view")->plain, Storage::View);
  EXPECT_FALSE(storage_called("view")->has_twins);
  EXPECT_TRUE(storage_called("both")->has_twins);
  EXPECT_FALSE(storage_called("Owned"));
}

TEST(PlanStorage, TakesWhatIsWantedWhereASchemaSaysNothing) {
  const Schemas silent{{{"a.json", text_of("")}}};
  EXPECT_EQ(planned(silent, "owned"), Plan{"owned"});
  EXPECT_EQ(planned(silent, "view"), Plan{"view"});
  EXPECT_EQ(planned(silent, "both"), Plan{"view+"});
}

TEST(PlanStorage, LetsASchemaSayItself) {
  EXPECT_EQ(planned({{{"a.json", text_of("owned")}}}, "view"), Plan{"owned"});
  EXPECT_EQ(planned({{{"a.json", text_of("view")}}}, "owned"), Plan{"view"});
  EXPECT_EQ(planned({{{"a.json", text_of("both")}}}, "owned"), Plan{"view+"});
}

TEST(PlanStorage, GivesEveryViewATwinWhereBothAreWanted) {
  EXPECT_EQ(planned({{{"a.json", text_of("view")}, {"b.json", text_of("owned")}}}, "both"),
            (Plan{"view+", "owned"}));
}

TEST(PlanStorage, GivesTwinsToTypesThatAreAPartOfOthersInAnotherStorage) {
  const std::string money = R"(, "total": {"$ref": "money.json"})";
  const std::string amount = R"(, "amount": {"$ref": "amount.json"})";
  const Schemas schemas{{{"order.json", text_of("view", money)},
                         {"money.json", text_of("", amount)},
                         {"amount.json", text_of("")}}};
  EXPECT_EQ(planned(schemas, "owned"), (Plan{"view", "owned+", "owned+"}));
  EXPECT_EQ(planned(schemas, "view"), (Plan{"view", "view", "view"}));
}

TEST(PlanStorage, SharesEnumerations) {
  const std::string color =
      R"({"type": "object", "properties": {"c": {"$ref": "#/$defs/Color"}},
          "$defs": {"Color": {"type": "string", "enum": ["red", "blue"]}}})";
  const std::string reference = R"(, "color": {"$ref": "color.json#/$defs/Color"})";
  EXPECT_EQ(planned({{{"a.json", text_of("view", reference)}, {"color.json", color}}}, "owned"),
            (Plan{"view", "owned"}));
}

}  // namespace
}  // namespace eventc::compiler
