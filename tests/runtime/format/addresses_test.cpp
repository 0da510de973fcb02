// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "eventc/format.hpp"
#include "examples.hpp"

namespace eventc::format {
namespace {

using namespace std::string_view_literals;

TEST(FormatIpv4, TakesFourNumbers) {
  expect_valid(is_ipv4, {
                            {"192.168.0.1", "an address"},
                            {"0.0.0.0", "the least"},
                            {"255.255.255.255", "the greatest"},
                            {"9.99.199.249", "numbers of one to three digits"},
                        });
  expect_invalid(is_ipv4, {
                              {"", "nothing"},
                              {"127.0.0.0.1", "five numbers"},
                              {"127.0.0", "three numbers"},
                              {"127.0.0.", "nothing behind the last dot"},
                              {".127.0.0", "nothing in front of the first dot"},
                              {"127..0.1", "nothing between two dots"},
                              {"256.0.0.1", "up to 255"},
                              {"1.2.3.999", "up to 255"},
                              {"1.2.3.1000", "up to 255"},
                              {"99999999999999999999.0.0.1", "up to 255"},
                              {"087.10.0.1", "a leading zero"},
                              {"1.2.3.00", "a leading zero"},
                              {"0x7f.0.0.1", "a hexadecimal number"},
                              {"2130706433", "one number"},
                              {"192.168.1.0/24", "a prefix length"},
                              {" 1.2.3.4", "a space in front"},
                              {"1.2.3.4\n", "a line feed behind"},
                              {"1.2.3.4\0"sv, "a NUL behind"},
                              {"+1.2.3.4", "a sign"},
                              {"1\u09E8.0.0.1", "a digit of Bengali"},
                              {"１.2.3.4", "a wide digit"},
                          });
}

TEST(FormatIpv6, TakesGroupsAndAGap) {
  expect_valid(is_ipv6, {
                            {"1:2:3:4:5:6:7:8", "eight groups"},
                            {"0001:0db8:ABCD:abcd:5:6:7:8", "four digits, both cases"},
                            {"::", "a gap alone"},
                            {"::1", "a gap in front"},
                            {"d6::", "a gap behind"},
                            {"1:d6::42", "a gap within"},
                            {"::2:3:4:5:6:7:8", "a gap of one group, in front"},
                            {"1:2:3:4:5:6:7::", "a gap of one group, behind"},
                            {"1:2:3::5:6:7:8", "a gap of one group, within"},
                            {"1:2:3:4:5:6:1.2.3.4", "IPv4 at the end"},
                            {"::ffff:192.168.0.1", "IPv4 behind a gap"},
                            {"::1.2.3.4", "IPv4 behind a gap"},
                            {"1:2:3:4:5::1.2.3.4", "a gap of one group before IPv4"},
                            {"::1:2:3:4:5:1.2.3.4", "a gap of one group and IPv4"},
                        });
}

TEST(FormatIpv6, RefusesWhatIsNoAddress) {
  expect_invalid(is_ipv6, {
                              {"", "nothing"},
                              {":", "half a gap"},
                              {":::", "three colons"},
                              {"1", "one group"},
                              {"1:2:3:4:5:6:7", "seven groups"},
                              {"1:2:3:4:5:6:7:8:9", "nine groups"},
                              {"1:2:3:4::5:6:7:8", "eight groups and a gap"},
                              {"::1:2:3:4:5:6:7:8", "eight groups and a gap"},
                              {"1:2:3:4:5:6:7:8::", "eight groups and a gap"},
                              {"1::d6::42", "two gaps"},
                              {"1:2:3:4:5:::8", "three colons"},
                              {":2:3:4:5:6:7:8", "half a gap in front"},
                              {"1:2:3:4:5:6:7:", "half a gap behind"},
                              {"1::2:", "half a gap behind"},
                              {"12345::", "five digits"},
                              {"::laptop", "letters"},
                              {"127.0.0.1", "IPv4"},
                              {"1:2:3:4:5:6:7:1.2.3.4", "IPv4 takes two groups"},
                              {"1:2:3:4:5:6::1.2.3.4", "no group is left for the gap"},
                              {"::1.2.3", "three numbers"},
                              {"::1.2.3.4:5", "IPv4 before the end"},
                              {"::ff.2.3.4", "hexadecimal digits"},
                              {"::1.2.3.256", "up to 255"},
                              {"::1.2.3.01", "a leading zero"},
                              {"fe80::/64", "a prefix length"},
                              {"fe80::a%eth1", "a zone"},
                              {"[::1]", "brackets"},
                              {" ::1", "a space in front"},
                              {"::1\n", "a line feed behind"},
                              {"1:2:3:4:5:6:7:\u09EA", "a digit of Bengali"},
                          });
}

TEST(FormatHostnameDraft04, TakesLabelsThatBeginWithALetter) {
  expect_valid(is_hostname_draft_04, {
                                         {"www.example.com", "a name"},
                                         {"hostname", "one label"},
                                         {"h", "one letter"},
                                         {"h0st-n4m3", "digits and hyphens"},
                                         {"ab--cd.example", "two hyphens"},
                                         {"xn--X", "A-labels are of later drafts"},
                                     });
  expect_invalid(is_hostname_draft_04, {
                                           {"", "nothing"},
                                           {".", "a dot"},
                                           {"a.", "a dot behind"},
                                           {".a", "a dot in front"},
                                           {"a..b", "two dots"},
                                           {"1host", "a digit in front"},
                                           {"a.1b", "a digit in front"},
                                           {"-host", "a hyphen in front"},
                                           {"host-", "a hyphen behind"},
                                           {"ho_st", "an underscore"},
                                           {"h\u00F6st", "beyond ASCII"},
                                           {"ho st", "a space"},
                                           {"host\n", "a line feed behind"},
                                       });
}

TEST(FormatHostnameDraft04, LimitsLabelsAndNames) {
  const std::string label(63, 'a');
  EXPECT_TRUE(is_hostname_draft_04(label));
  EXPECT_FALSE(is_hostname_draft_04(label + "a"));
  const std::string longest = label + "." + label + "." + label + "." + std::string(61, 'a');
  EXPECT_TRUE(is_hostname_draft_04(longest));
  EXPECT_FALSE(is_hostname_draft_04(longest + "a"));
}

}  // namespace
}  // namespace eventc::format
