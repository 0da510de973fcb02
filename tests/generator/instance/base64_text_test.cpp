// SPDX-License-Identifier: Apache-2.0
#include "instance/base64_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eventc::compiler {
namespace {

// The test vectors of RFC 4648, section 10.
TEST(Base64Text, WritesAndReadsTheVectorsOfTheRfc) {
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), std::string(bytes));
  }
}

TEST(Base64Text, ReadsNothingElse) {
  for (const char* const text :
       {"Zg", "Zg=", "Zg===", "Z", "Zh==", "Zm9v=", "Zm-v", "Zg==Zg==", " "})
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
}

}  // namespace
}  // namespace eventc::compiler
