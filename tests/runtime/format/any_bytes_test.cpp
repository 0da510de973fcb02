// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "eventc/format.hpp"
#include "examples.hpp"

namespace eventc::format {
namespace {

struct Named {
  Format is_format;
  std::string_view example;
};

/// All formats that hold characters, with a text that is valid.
constexpr std::array<Named, 18> kFormats = {{
    {is_date_time, "2020-12-31T23:59:60.5Z"},
    {is_date, "2020-02-29"},
    {is_time, "08:30:06.5+01:30"},
    {is_duration, "P1Y2M3DT4H5M6S"},
    {is_email, "\"joe b\"@[IPv6:1::2.3.4.5]"},
    {is_idn_email, "j\u00FC.b@\u00FC.example"},
    {is_ipv4, "192.168.0.1"},
    {is_ipv6, "1:2::3.4.5.6"},
    {is_hostname_draft_04, "www.example.com"},
    {is_uri, "http://u@[::1]:80/%41?b#c"},
    {is_uri_reference, "//u@[v1.a]:80/%41?b#c"},
    {is_iri, "http://\u00FC:80/%41?b#c"},
    {is_iri_reference, "/\u00FC?b#c"},
    {is_uuid, "2eb8aa08-aa98-11ea-b4aa-73b441d16380"},
    {is_uri_template, "\u00FC{+a,b:12}%41"},
    {is_regex, "(?<n\u00FC>[a-z\\d]|\\p{L}\\u{41}{1,2})\\k<n\u00FC>\\1"},
    {is_relative_json_pointer, "0+1"},
    {is_relative_json_pointer_draft_07, "10#"},
}};

TEST(Formats, RefuseBytesThatAreNoUtf8) {
  for (const Named& format : kFormats) {
    ASSERT_TRUE(format.is_format(format.example)) << format.example;
    for (std::size_t i = 0; i <= format.example.size(); ++i) {
      for (const char* stray : {"\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xFF"}) {
        std::string text(format.example);
        text.insert(i, stray);
        EXPECT_FALSE(format.is_format(text)) << text;
      }
    }
  }
}

void expect_implied(Format narrow, Format wide, const std::string& text) {
  EXPECT_TRUE(!narrow(text) || wide(text)) << text;
}

/// Valid texts, damaged: whatever comes of them, what a narrow format takes a wider one takes too.
TEST(Formats, ReadAnyBytesAndImplyOneAnother) {
  std::mt19937 random(7);
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  for (int round = 0; round < 3'000; ++round) {
    for (const Named& format : kFormats) {
      std::string text(format.example.substr(0, below(format.example.size() + 1)));
      for (std::size_t changes = below(4); changes > 0 && !text.empty(); --changes) {
        text[below(text.size())] = static_cast<char>(below(256));
      }
      for (const Named& reader : kFormats) static_cast<void>(reader.is_format(text));
      expect_implied(is_uri, is_uri_reference, text);
      expect_implied(is_uri, is_iri, text);
      expect_implied(is_uri_reference, is_iri_reference, text);
      expect_implied(is_iri, is_iri_reference, text);
      expect_implied(is_email, is_idn_email, text);
      expect_implied(is_relative_json_pointer_draft_07, is_relative_json_pointer, text);
    }
  }
}

TEST(Formats, TakeAnEmptyViewWithoutBytes) {
  for (const Named& format : kFormats) {
    EXPECT_EQ(format.is_format(std::string_view()), format.is_format("")) << format.example;
  }
}

}  // namespace
}  // namespace eventc::format
