// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <string>

#include "eventc/format.hpp"
#include "eventc/format_idn.hpp"
#include "runtime/format/examples.hpp"

namespace eventc::format {
namespace {

using namespace std::string_view_literals;

TEST(FormatHostname, TakesLettersDigitsAndHyphens) {
  for (const Format format : {is_hostname, is_idn_hostname}) {
    expect_valid(format, {
                             {"www.example.com", "a name"},
                             {"hostname", "one label"},
                             {"h", "one letter"},
                             {"a.b", "one letter each"},
                             {"1host", "a digit in front"},
                             {"hostnam3", "a digit behind"},
                             {"host-name", "a hyphen"},
                             {"a--b.com", "two hyphens"},
                             {"ab--cd.com", "two hyphens, third and fourth"},
                             {"EXAMPLE.com", "capital letters"},
                             {"123.456.789.example", "digits"},
                             {"123", "digits"},
                         });
    expect_invalid(format, {
                               {"", "nothing"},
                               {".", "a dot"},
                               {".example", "a dot in front"},
                               {"example.", "a dot behind"},
                               {"a..b", "two dots"},
                               {"-hello", "a hyphen in front"},
                               {"hello-", "a hyphen behind"},
                               {"a.-b", "a hyphen in front of the second label"},
                               {"host_name", "an underscore"},
                               {"host name", "a space"},
                               {"host\n", "a line feed behind"},
                               {"host\0"sv, "a NUL behind"},
                               {"-> $1.00 <--", "other characters"},
                               {"192.168.0.1", "an address"},
                               {"999.999.999.999", "the form of an address"},
                               {"\xFFhost", "no UTF-8"},
                               {"\xC3\xBC\xFF", "no UTF-8"},
                           });
  }
}

TEST(FormatHostname, LimitsLabelsAndNames) {
  const std::string label(63, 'a');
  const std::string longest = label + "." + label + "." + label + "." + std::string(61, 'a');
  for (const Format format : {is_hostname, is_idn_hostname}) {
    EXPECT_TRUE(format(label + ".com"));
    EXPECT_FALSE(format(label + "a.com"));
    EXPECT_TRUE(format(longest));
    EXPECT_FALSE(format(longest + "a"));
  }
}

TEST(FormatHostname, IsOfAscii) {
  expect_invalid(is_hostname, {
                                  {"b\u00FCcher", "beyond ASCII"},
                                  {"실례.테스트", "beyond ASCII"},
                                  {"a\u3002b", "another separator"},
                                  {"a\uFF0Eb", "another separator"},
                                  {"\uFF41", "a wide letter"},
                              });
}

TEST(FormatHostname, ChecksALabels) {
  for (const Format format : {is_hostname, is_idn_hostname}) {
    expect_valid(format, {
                             {"xn--4gbwdl.xn--wgbh1c", "Arabic"},
                             {"xn--ihqwcrb4cv8a8dqg056pqjye", "Chinese"},
                             {"xn--NXASMQ6B", "capital letters"},
                             {"XN--nxasmq6b.example", "a capital prefix"},
                             {"xn--ll-0ea", "a middle dot between two l"},
                             {"xn--11b2ezcw70k", "a joiner behind a virama"},
                             {"xn--ngba5hb2804a", "a non-joiner between letters that join"},
                             {"xn--zca29lwxobi7a", "exceptions: sharp s and others"},
                         });
    expect_invalid(format, {
                               {"xn--", "no Punycode"},
                               {"xn--X", "no Punycode"},
                               {"xn--99999999", "a number that is too large"},
                               {"xn---9uc", "not the canonical Punycode of xn--9uc"},
                               {"xn--example-", "of ASCII alone"},
                               {"XN--aa---o47jg78q", "hyphens third and fourth"},
                               {"xn----dha", "a hyphen behind"},
                               {"xn----eha", "a hyphen in front"},
                               {"xn--a-ubb", "a combining mark in front"},
                               {"xn--7a", "U+00A1"},
                               {"xn--wca", "a capital letter"},
                               {"xn--mi7c", "a wide letter"},
                               {"xn--b-uca", "a soft hyphen"},
                               {"xn--zva", "U+0378, not assigned"},
                               {"xn--cafe-yvc", "not normalized"},
                               {"xn--chb89f", "a tatweel"},
                               {"xn--al-0ea", "a middle dot behind an a"},
                               {"xn--11b2er09f", "a joiner without a virama"},
                               {"xn--a-0hc", "Latin and Hebrew"},
                               {"xn--0-zhc74b", "two kinds of digits"},
                               {"xn--ab-lnf0lney10nca", "the second non-joiner is out of place"},
                           });
  }
}

TEST(FormatIdnHostname, TakesULabels) {
  expect_valid(is_idn_hostname, {
                                    {"실례.테스트", "Hangul"},
                                    {"\u00DF\u03C2\u0F0B\u3007", "exceptions that are valid"},
                                    {"\u06FD\u06FE", "exceptions that are valid"},
                                    {"b\u00FCcher.example", "one of several labels"},
                                    {"xn--nxasmq6b.\u00FC", "beside an A-label"},
                                });
  expect_invalid(is_idn_hostname, {
                                      {"\u302E실례.테스트", "a tone mark in front"},
                                      {"실\u302E례.테스트", "a tone mark"},
                                      {"\u0903hello", "a spacing mark in front"},
                                      {"\u0300hello", "a nonspacing mark in front"},
                                      {"\u0488hello", "an enclosing mark in front"},
                                      {"\u0640\u07FA", "exceptions that are not valid"},
                                      {"\u3031\u303B", "exceptions that are not valid"},
                                      {"\u2603", "a symbol"},
                                      {"\u0378", "not assigned"},
                                      {"-\u00FC", "a hyphen in front"},
                                      {"\u00FC-", "a hyphen behind"},
                                      {"\u00FCb--cd", "hyphens third and fourth"},
                                      {"\u00FC.ab--cd", "a reserved label in such a name"},
                                      {"\u00FC_", "an underscore"},
                                      {"\u00FC b", "a space"},
                                      {"\u00FC\0b"sv, "a NUL"},
                                      {"\u00FC\0"sv, "a NUL"},
                                      {"\u00FC.xn--X", "beside what is no A-label"},
                                      {"\u00FC.a_b", "beside an underscore"},
                                  });
}

TEST(FormatIdnHostname, KeepsTheRulesOfContexts) {
  expect_valid(is_idn_hostname, {
                                    {"l\u00B7l", "a middle dot between two l"},
                                    {"\u03B1\u0375\u03B2", "a keraia before Greek"},
                                    {"\u05D0\u05F3\u05D1", "a geresh behind Hebrew"},
                                    {"\u05D0\u05F4\u05D1", "a gershayim behind Hebrew"},
                                    {"\u30FB\u3041", "a middle dot with Hiragana"},
                                    {"\u30FB\u30A1", "a middle dot with Katakana"},
                                    {"\u30FB\u4E08", "a middle dot with Han"},
                                    {"\u0628\u0660\u0628", "Arabic-Indic digits"},
                                    {"\u06F00", "extended Arabic-Indic digits"},
                                    {"\u0915\u094D\u200D\u0937", "a joiner behind a virama"},
                                    {"\u0915\u094D\u200C\u0937", "a non-joiner behind a virama"},
                                    {"\u0628\u064A\u200C\u0628\u064A", "a non-joiner in Arabic"},
                                });
  expect_invalid(is_idn_hostname, {
                                      {"a\u00B7l", "a middle dot behind an a"},
                                      {"l\u00B7a", "a middle dot before an a"},
                                      {"\u00B7l", "a middle dot in front"},
                                      {"l\u00B7", "a middle dot at the end"},
                                      {"\u03B1\u0375s", "a keraia before Latin"},
                                      {"\u03B1\u0375", "a keraia at the end"},
                                      {"a\u05F3\u05D1", "a geresh behind Latin"},
                                      {"\u05F3\u05D1", "a geresh in front"},
                                      {"a\u05F4\u05D1", "a gershayim behind Latin"},
                                      {"\u05F4\u05D1", "a gershayim in front"},
                                      {"def\u30FBabc", "a middle dot with Latin alone"},
                                      {"\u30FB", "a middle dot alone"},
                                      {"\u0628\u0660\u06F0", "both kinds of Arabic digits"},
                                      {"\u0915\u200D\u0937", "a joiner without a virama"},
                                      {"\u200D\u0937", "a joiner in front"},
                                      {"a\u200Cb", "a non-joiner in Latin"},
                                      {"\u0628\u200C", "a non-joiner at the end"},
                                      {"\u0915\u094D\u200C\u0937a\u200Cb", "the second one"},
                                  });
}

TEST(FormatIdnHostname, KeepsTheBidiRuleInAllLabels) {
  expect_valid(is_idn_hostname, {
                                    {"\u05D0\u05D1", "Hebrew"},
                                    {"\u05D01", "Hebrew and a digit"},
                                    {"a1.\u05D0", "a label from left to right beside it"},
                                    {"\u00FC-1.\u05D0", "another one"},
                                    {"0a.b", "no label from right to left"},
                                    {"\u05D0\u05B0", "a mark at the end"},
                                });
  expect_invalid(is_idn_hostname, {
                                      {"0a.\u05D0", "the other label begins with a digit"},
                                      {"1.xn--4db", "the other label is a digit"},
                                      {"0\u0627", "a digit in front (condition 1)"},
                                      {"\u0660\u0628", "a digit in front (condition 1)"},
                                      {"\u05D0a", "a Latin letter (condition 2)"},
                                      {"\u05D00\u0660", "both kinds of digits (condition 4)"},
                                      {"a\u05D0", "a Hebrew letter (condition 5)"},
                                      {"a\u30FB\u3041.\u05D0\u30FB", "no Han beside the dot"},
                                      {"\u3041\u30FB.\u05D0", "a symbol at the end (condition 6)"},
                                  });
}

TEST(FormatIdnHostname, MapsWhatUsersWrite) {
  expect_valid(is_idn_hostname, {
                                    {"a\u3002b", "an ideographic full stop"},
                                    {"a\uFF0Eb", "a wide full stop"},
                                    {"a\uFF61b", "a half-wide full stop"},
                                    {"B\u00DCCHER", "capital letters"},
                                    {"\uFF11\uFF12\uFF13", "wide digits"},
                                    {"cafe\u0301", "a letter and a mark"},
                                    {"a\u200Bb", "a space without width"},
                                });
  expect_invalid(is_idn_hostname, {
                                      {"\u3002", "a full stop"},
                                      {"\uFF0Ea", "a full stop in front"},
                                      {"a\uFF61", "a full stop behind"},
                                      {"a\u3002\u3002b", "two full stops"},
                                      {"\uFF0Da", "a wide hyphen in front"},
                                      {"ab\uFF0D\uFF0Dcd", "wide hyphens third and fourth"},
                                      {"a\uFF3Fb", "a wide underscore"},
                                      {"\u00AD", "nothing is left"},
                                      {"\uFF11.\uFF12.\uFF13.\uFF14", "an address"},
                                  });
}

TEST(FormatIdnHostname, LimitsWhatNamesAreMappedTo) {
  const auto repeated = [](std::string_view what, int count) {
    std::string text;
    for (; count > 0; --count) text += what;
    return text;
  };
  EXPECT_TRUE(is_idn_hostname(repeated("\uFF41", 63)));
  EXPECT_FALSE(is_idn_hostname(repeated("\uFF41", 64)));
  EXPECT_TRUE(is_idn_hostname(repeated("\u00FC", 50)));
  EXPECT_FALSE(is_idn_hostname(repeated("\u00FC", 60)));  // 63 and more in Punycode
  // Each label of "xn--tda" takes eight bytes with its dot.
  EXPECT_TRUE(is_idn_hostname(repeated("\u00FC\u3002", 31) + "abcde"));
  EXPECT_FALSE(is_idn_hostname(repeated("\u00FC\u3002", 31) + "abcdef"));
}

TEST(FormatIdnEmail, ChecksDomainsBeyondAscii) {
  expect_valid(is_idn_email_checked, {
                                         {"실례@실례.테스트", "U-labels"},
                                         {"joe.bloggs@example.com", "ASCII"},
                                         {"joe@255.255.255.255", "ASCII: any sub-domain"},
                                         {"\"a@\u2603\"@b\u00FCcher.example", "an @ in quotes"},
                                         {"\u2603@[IPv6:::1]", "an address literal"},
                                     });
  expect_invalid(is_idn_email_checked, {
                                           {"joe@\u2603.example", "a symbol"},
                                           {"joe@\u0300a.example", "a mark in front"},
                                           {"joe@l\u00B7a", "a middle dot before an a"},
                                           {"\u00FC..b@example.com", "two dots"},
                                       });
}

TEST(FormatIdnHostname, ReadsAnyBytes) {
  std::mt19937 random(7);
  const std::string_view example = "b\u00FCcher.\u3002l\u00B7l\u200D.xn--nxasmq6b.\u05D0";
  for (int round = 0; round < 20'000; ++round) {
    std::string text(example.substr(0, random() % (example.size() + 1)));
    for (std::size_t changes = random() % 4; changes > 0 && !text.empty(); --changes) {
      text[random() % text.size()] = static_cast<char>(random() % 256);
    }
    EXPECT_TRUE(!is_hostname(text) || is_idn_hostname(text)) << text;
  }
}

}  // namespace
}  // namespace eventc::format
