// SPDX-License-Identifier: Apache-2.0
#include "eventc/format.hpp"
#include "examples.hpp"

namespace eventc::format {
namespace {

TEST(FormatUriTemplate, TakesLiterals) {
  expect_valid(is_uri_template, {
                                    {"", "nothing"},
                                    {"http://example.com/dictionary", "no expression"},
                                    {"!#$&'()*+,-./:;=?@[]_~", "all that is no letter or digit"},
                                    {"a%41b", "a triplet"},
                                    {"ü\U0001F600\uE000\U0010FFFD", "beyond ASCII"},
                                });
  expect_invalid(is_uri_template, {
                                      {"a b", "a space"},
                                      {"a\"b", "a quote"},
                                      {"a<b>", "angle brackets"},
                                      {"a\\b", "a backslash"},
                                      {"a^b", "a caret"},
                                      {"a`b", "a backquote"},
                                      {"a|b", "a bar"},
                                      {"a%4", "no triplet"},
                                      {"a%zz", "no triplet"},
                                      {"a\nb", "a line feed"},
                                      {"a\x7F", "a control character"},
                                      {"a\u0080", "a control character"},
                                      {"a\xFF", "no UTF-8"},
                                  });
}

TEST(FormatUriTemplate, TakesExpressions) {
  expect_valid(is_uri_template, {
                                    {"dictionary/{term:1}/{term}", "a prefix"},
                                    {"{a}{b}", "one behind another"},
                                    {"{x,y}", "several variables"},
                                    {"{x*,y:9999,z}", "modifiers"},
                                    {"{a.b_c.0}", "a name with dots"},
                                    {"{%41%c3}", "a name of triplets"},
                                    {"{+a}{#a}", "operators of level 2"},
                                    {"{.a}{/a}{;a}{?a}{&a}", "operators of level 3"},
                                    {"{=a}{,a}{!a}{@a}{|a}", "operators that are reserved"},
                                });
  expect_invalid(is_uri_template, {
                                      {"{", "no closing brace"},
                                      {"{a", "no closing brace"},
                                      {"a}", "no opening brace"},
                                      {"{{a}}", "braces within"},
                                      {"{}", "no variable"},
                                      {"{+}", "no variable"},
                                      {"{a,}", "nothing behind the comma"},
                                      {"{,+a}", "two operators"},
                                      {"{a,,b}", "nothing between commas"},
                                      {"{$a}", "no operator"},
                                      {"{a b}", "a space"},
                                      {"{a-b}", "a hyphen in a name"},
                                      {"{.}", "a dot alone"},
                                      {"{..a}", "a dot in front of a name"},
                                      {"{a.}", "a dot behind a name"},
                                      {"{a..b}", "two dots"},
                                      {"{a:}", "no length"},
                                      {"{a:0}", "lengths start at 1"},
                                      {"{a:01}", "a leading zero"},
                                      {"{a:10000}", "lengths end at 9999"},
                                      {"{a:1*}", "two modifiers"},
                                      {"{a*:1}", "two modifiers"},
                                      {"{a**}", "two modifiers"},
                                      {"{*}", "no name"},
                                      {"{a=b}", "a default"},
                                      {"{%4}", "no triplet"},
                                      {"{ü}", "a name beyond ASCII"},
                                      {"{a:\u0661}", "another digit"},
                                  });
}

}  // namespace
}  // namespace eventc::format
