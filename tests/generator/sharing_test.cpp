// SPDX-License-Identifier: Apache-2.0
#include "sharing.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "compile_helper.hpp"

namespace eventc::compiler {
namespace {

/// A document whose member "next" is the definition "leaf" of another, and that has one itself.
std::string document_before(const std::string& next) {
  return R"({"type": "object", "properties": {"next": {"$ref": ")" + next +
         R"(#/$defs/leaf"}}, "$defs": {"leaf": {"type": "object", "properties": {"v": {"type": "string"}}}}})";
}

/// From whose output each of these documents, each before the next, takes the definition that it
/// refers to.
std::vector<std::size_t> owners(const std::vector<std::string>& names, bool in_a_circle) {
  testing::Schemas schemas;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_last = i + 1 == names.size() && !in_a_circle;
    schemas.given.emplace_back(names[i], is_last ? R"({"$defs": {"leaf": {"type": "object"}}})"
                                                 : document_before(names[(i + 1) % names.size()]));
  }
  const testing::Compiled compiled = testing::run_normalize(schemas);
  EXPECT_EQ(compiled.brief(), "");
  const Sharing sharing(compiled.form);
  std::vector<std::size_t> owners;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t next = (i + 1) % names.size();
    owners.push_back(sharing.owner(compiled.id("/$defs/leaf", next), i));
  }
  return owners;
}

using Owners = std::vector<std::size_t>;

TEST(Sharing, TakesADefinitionFromTheDocumentThatItStandsIn) {
  EXPECT_EQ(owners({"a.json", "b.json"}, false), (Owners{1, 1}));
  EXPECT_EQ(owners({"a.json", "b.json", "c.json"}, false), (Owners{1, 2, 2}));
}

// Their outputs would include one another.
TEST(Sharing, CopiesDefinitionsOfDocumentsThatReferToOneAnotherInACircle) {
  EXPECT_EQ(owners({"a.json", "b.json"}, true), (Owners{0, 1}));
  EXPECT_EQ(owners({"a.json", "b.json", "c.json"}, true), (Owners{0, 1, 2}));
  EXPECT_EQ(owners({"a.json", "b.json", "c.json", "d.json"}, true), (Owners{0, 1, 2, 3}));
}

}  // namespace
}  // namespace eventc::compiler
