// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>

namespace eventc::format {

struct Example {
  std::string_view text;
  std::string_view why;
};

using Format = bool (*)(std::string_view);

inline void expect_valid(Format is_format, std::initializer_list<Example> examples) {
  for (const Example& example : examples) {
    EXPECT_TRUE(is_format(example.text)) << example.text << "  [" << example.why << "]";
  }
}

inline void expect_invalid(Format is_format, std::initializer_list<Example> examples) {
  for (const Example& example : examples) {
    EXPECT_FALSE(is_format(example.text)) << example.text << "  [" << example.why << "]";
  }
}

}  // namespace eventc::format
