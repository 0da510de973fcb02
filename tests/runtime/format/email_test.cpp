// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "eventc/format.hpp"
#include "examples.hpp"

namespace eventc::format {
namespace {

using namespace std::string_view_literals;

TEST(FormatEmail, TakesDotStrings) {
  expect_valid(is_email, {
                             {"joe.bloggs@example.com", "atoms"},
                             {"a@b", "one character each"},
                             {"te.s.t@example.com", "dots within"},
                             {"!#$%&'*+-/=?^_`{|}~@example.com", "all that is no letter or digit"},
                             {"12@34.56", "digits"},
                             {"joe@x--y.example", "hyphens within a label"},
                             {"joe@255.255.255.255", "four labels, not an address"},
                         });
  expect_invalid(is_email, {
                               {"", "nothing"},
                               {"2962", "no @"},
                               {"@example.com", "no local part"},
                               {"joe@", "no domain"},
                               {"@", "neither"},
                               {".joe@example.com", "a dot in front"},
                               {"joe.@example.com", "a dot behind"},
                               {"joe..bloggs@example.com", "two dots"},
                               {"joe bloggs@example.com", "a space"},
                               {"joe@bloggs@example.com", "two @"},
                               {"joe,x@example.com", "a comma"},
                               {"joe(x)@example.com", "a comment"},
                               {"joe\t@example.com", "a tab"},
                               {"joe\x7F@example.com", "a control character"},
                               {"joe\0@example.com"sv, "a NUL"},
                               {"jo\u00E9@example.com", "beyond ASCII"},
                               {" joe@example.com", "a space in front"},
                               {"joe@example.com\n", "a line feed behind"},
                               {"Joe <joe@example.com>", "a name"},
                               {"joe@a.org, jim@b.org", "two of them"},
                           });
}

TEST(FormatEmail, TakesQuotedStrings) {
  expect_valid(is_email, {
                             {"\"joe bloggs\"@example.com", "a space"},
                             {"\"joe..bloggs\"@example.com", "two dots"},
                             {"\"joe@bloggs\"@example.com", "an @"},
                             {"\"a\\\"b\\\\c\"@example.com", "quoted pairs"},
                             {"\"\"@example.com", "nothing between the quotes"},
                         });
  expect_invalid(is_email, {
                               {"\"joe@example.com", "no closing quote"},
                               {"\"joe\\\"@example.com", "the closing quote is quoted"},
                               {"\"joe\\", "ends within a pair"},
                               {"\"", "a quote alone"},
                               {"\"a\"b\"@example.com", "a quote within"},
                               {"\"joe\".x@example.com", "more behind the quotes"},
                               {"x.\"joe\"@example.com", "more in front of the quotes"},
                               {"\"joe\tx\"@example.com", "a control character"},
                               {"\"jo\u00E9\"@example.com", "beyond ASCII"},
                               {"\"jo\\\u00E9\"@example.com", "beyond ASCII, in a pair"},
                           });
}

TEST(FormatEmail, RefusesDomainsThatAreNone) {
  expect_invalid(is_email, {
                               {"joe@-example.com", "a hyphen in front"},
                               {"joe@example-.com", "a hyphen behind"},
                               {"joe@.example.com", "a dot in front"},
                               {"joe@example.com.", "a dot behind"},
                               {"joe@example..com", "two dots"},
                               {"joe@exa_mple.com", "an underscore"},
                               {"joe@invalid=domain.com", "an equals sign"},
                               {"joe@ex\u00E9mple.com", "beyond ASCII"},
                           });
}

TEST(FormatEmail, TakesAddressLiterals) {
  expect_valid(is_email, {
                             {"joe@[127.0.0.1]", "IPv4"},
                             {"joe@[127.000.00.01]", "leading zeros: Snum is 1*3DIGIT"},
                             {"joe@[IPv6:::1]", "IPv6"},
                             {"joe@[ipv6:::1]", "IPv6, in small letters"},
                             {"joe@[IPv6:1:2:3:4:5:6:7:8]", "eight groups"},
                             {"joe@[IPv6:1:2:3::4:5:6]", "six groups beside the gap"},
                             {"joe@[IPv6:1:2:3:4:5:6:1.2.3.4]", "IPv4 at the end"},
                             {"joe@[IPv6:1::2:3:4:1.2.3.04]", "four groups beside gap and IPv4"},
                         });
  expect_invalid(is_email, {
                               {"joe@[127.0.0.300]", "up to 255"},
                               {"joe@[0127.0.0.1]", "three digits"},
                               {"joe@[127.0.0]", "three numbers"},
                               {"joe@[127.0.0.0.1]", "five numbers"},
                               {"joe@[]", "nothing"},
                               {"joe@[", "nothing"},
                               {"joe@[127.0.0.1", "no bracket"},
                               {"joe@127.0.0.1]", "no bracket"},
                               {"joe@[127.0.0.1]x", "more behind the bracket"},
                               {"joe@x[127.0.0.1]", "more in front of the bracket"},
                               {"joe@[::1]", "no tag"},
                               {"joe@[IPv6]", "no address"},
                               {"joe@[IPv6:1:2:3::4:5:6:7]", "the gap is one group only"},
                               {"joe@[IPv6:1::2:3:4:5:1.2.3.4]", "the gap is one group only"},
                               {"joe@[IPv6:x]", "no hexadecimal digit"},
                               {"joe@[IPv7:1]", "a tag that IANA has not registered"},
                           });
}

TEST(FormatEmail, ImposesNoLimitOfLength) {
  EXPECT_TRUE(is_email(std::string(64, 'a') + "@example.com"));
  EXPECT_TRUE(is_email(std::string(65, 'a') + "@" + std::string(64, 'b') + ".com"));
}

TEST(FormatIdnEmail, TakesWhatIsBeyondAscii) {
  expect_valid(is_idn_email, {
                                 {"실례@실례.테스트", "on both sides"},
                                 {"joe.bloggs@example.com", "ASCII"},
                                 {"δοκιμή@example.com", "a local part"},
                                 {"\"δοκ ιμή\"@example.com", "a quoted local part"},
                                 {"\U0001D54F@example.com", "beyond the first plane"},
                                 {"caf\u0065\u0301@example.com", "not normalized"},
                                 {"\u0085\uFFFF@example.com", "any character: UTF8-non-ascii"},
                                 {"δοκιμή@[127.0.0.1]", "an address literal"},
                                 {"joe@a-ü.b", "a mixed label"},
                             });
  expect_invalid(is_idn_email, {
                                   {"2962", "no @"},
                                   {"실례＠실례.테스트", "another @"},
                                   {".δ@example.com", "a dot in front"},
                                   {"δ..ή@example.com", "two dots"},
                                   {"δ ή@example.com", "a space"},
                                   {"\"\\δ\"@example.com", "a quoted pair is of ASCII"},
                                   {"joe@-ü.com", "a hyphen in front"},
                                   {"joe@ü-.com", "a hyphen behind"},
                                   {"joe@ü..com", "two dots"},
                                   {"joe@ü_.com", "an underscore"},
                                   {"joe@ü.com.", "a dot behind"},
                                   {"joe@", "no domain"},
                                   {"\xC3@example.com", "no UTF-8"},
                                   {"\xED\xA0\x80@example.com", "a surrogate"},
                                   {"joe@\xC3.com", "no UTF-8"},
                               });
}

}  // namespace
}  // namespace eventc::format
