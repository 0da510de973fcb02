// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace eventc::test {

/// JSON values of all kinds, each unlike every other.
inline constexpr std::string_view kDistinctValues[] = {
    "null",
    "true",
    "false",
    "0",
    "1",
    "-1",
    "10",
    "0.1",
    "1e400",
    "-1e400",
    "1e-400",
    "9007199254740992",
    "9007199254740993",
    R"("")",
    R"("0")",
    R"("null")",
    R"("1:a")",
    R"("a\u0000b")",
    R"("a")",
    R"("1234567")",
    R"("12345678")",
    "[]",
    "[[]]",
    "[[],[]]",
    "[{}]",
    "[1,2]",
    "[12]",
    "[2,1]",
    R"(["1:a"])",
    R"(["1","a"])",
    "{}",
    R"({"a":1})",
    R"({"a":2})",
    R"({"a":"1"})",
    R"({"a":{}})",
    R"({"a":[]})",
    R"({"b":1})",
    R"({"a":1,"b":1})",
    R"({"a":1,"b":2})",
    R"({"a":2,"b":1})",
    R"({"a":{"b":1}})",
    R"({"b":{"a":1}})",
    R"({"":1})",
};

}  // namespace eventc::test
