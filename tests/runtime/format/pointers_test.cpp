// SPDX-License-Identifier: Apache-2.0
#include "eventc/format.hpp"
#include "examples.hpp"

namespace eventc::format {
namespace {

using namespace std::string_view_literals;

TEST(FormatJsonPointer, TakesTokensBehindSlashes) {
  expect_valid(is_json_pointer, {
                                    {"", "the whole document"},
                                    {"/", "an empty name"},
                                    {"//a//", "empty names"},
                                    {"/foo/bar~0/baz~1/%a", "escapes"},
                                    {"/~1~0~0~1~1", "escapes"},
                                    {"/~01", "an escape and a digit"},
                                    {"/foo/-", "behind the last item"},
                                    {"/ \"\\^|{}", "any other character"},
                                    {"/\0\n\x7F"sv, "control characters"},
                                    {"/ü\U0001F600", "beyond ASCII"},
                                });
  expect_invalid(is_json_pointer, {
                                      {"a", "no slash"},
                                      {"0", "no slash"},
                                      {"a/a", "no slash in front"},
                                      {"#", "a fragment"},
                                      {"#/a", "a fragment"},
                                      {" /a", "a space in front"},
                                      {"/foo/bar~", "a tilde at the end"},
                                      {"/~/a", "a tilde alone"},
                                      {"/~2", "no escape"},
                                      {"/~-1", "no escape"},
                                      {"/~~", "no escape"},
                                      {"/~0~", "the second is no escape"},
                                  });
}

TEST(FormatRelativeJsonPointer, TakesANumberAndAPointer) {
  for (const Format format : {is_relative_json_pointer, is_relative_json_pointer_draft_07}) {
    expect_valid(format, {
                             {"0", "the value"},
                             {"1", "what holds it"},
                             {"120/foo/bar", "a number of three digits"},
                             {"100", "zeros at the end"},
                             {"0/foo/bar", "further down"},
                             {"2/0/baz/1/zip", "up and down"},
                             {"0#", "the name"},
                             {"0//", "empty names"},
                             {"0/~0~1", "escapes"},
                         });
    expect_invalid(format, {
                               {"", "nothing"},
                               {"/foo/bar", "no number"},
                               {"#", "no number"},
                               {"-1/foo", "a negative number"},
                               {"+1/foo", "a sign"},
                               {"01/a", "a leading zero"},
                               {"00", "a leading zero"},
                               {"01#", "a leading zero"},
                               {"0##", "two of them"},
                               {"1#/foo", "a name and a pointer"},
                               {"1foo", "no slash"},
                               {"0/~2", "no escape"},
                               {"1\n", "a line feed behind"},
                               {" 1", "a space in front"},
                               {"\u0661/foo", "another digit"},
                           });
  }
}

TEST(FormatRelativeJsonPointer, MovesAnIndexFrom2020_12On) {
  expect_valid(is_relative_json_pointer, {
                                             {"0+1", "the next item"},
                                             {"0-1", "the item before"},
                                             {"0-0", "by nothing"},
                                             {"0+1/foo", "a member of it"},
                                             {"10-20/bar", "several digits"},
                                             {"0-1#", "its index"},
                                         });
  expect_invalid(is_relative_json_pointer, {
                                               {"0+", "by what?"},
                                               {"0+/a", "by what?"},
                                               {"0++1", "two signs"},
                                               {"0+1-1", "two moves"},
                                               {"0-01", "a leading zero"},
                                               {"0+1a", "no slash"},
                                           });
  expect_invalid(is_relative_json_pointer_draft_07, {
                                                        {"0+1", "not in draft 07"},
                                                        {"0-1/foo", "not in draft 07"},
                                                    });
}

}  // namespace
}  // namespace eventc::format
