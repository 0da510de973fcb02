// SPDX-License-Identifier: Apache-2.0
#include "eventc/format.hpp"
#include "examples.hpp"

namespace eventc::format {
namespace {

using namespace std::string_view_literals;

TEST(FormatUri, TakesEveryPart) {
  expect_valid(is_uri, {
                           {"http://foo.bar/?baz=qux#quux", "authority, path, query, fragment"},
                           {"http://u:p@example.com:8080/a/b", "user information and port"},
                           {"http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com", "all of those"},
                           {"mailto:John.Doe@example.com", "a path without a root"},
                           {"urn:oasis:names", "colons in the path"},
                           {"tel:+1-816-555-1212", "a path without a root"},
                           {"file:/etc/fstab", "a path from the root"},
                           {"file:///etc/fstab", "an empty host"},
                           {"x:", "an empty path"},
                           {"x:?", "an empty query"},
                           {"x:#", "an empty fragment"},
                           {"x:?a/b?c#d/e?f", "slashes and question marks"},
                           {"a+b-c.1:x", "a scheme of all that it may hold"},
                           {"HTTP://EXAMPLE.com/%C3%BC%c3", "triplets, both cases"},
                           {"http://example.com:", "an empty port"},
                           {"http://example.com:123456789", "any port of digits"},
                           {"http://:80/", "an empty host with a port"},
                           {"http://@/", "empty user information"},
                           {"http://a_b~c.d./", "any name that is registered"},
                           {"http://%41/", "triplets in the host"},
                           {"http://a//b///", "empty segments"},
                           {"http://a/:@!$&'()*+,;=-._~", "all that a path may hold"},
                       });
}

TEST(FormatUri, TakesHostsThatAreAddresses) {
  expect_valid(is_uri, {
                           {"http://223.255.255.254", "IPv4"},
                           {"http://999.087.1.1", "a name, if not an address"},
                           {"ldap://[2001:db8::7]/c=GB?objectClass?one", "IPv6"},
                           {"http://[::ffff:1.2.3.4]:80/", "IPv6 with IPv4, and a port"},
                           {"http://u@[::1]", "IPv6 with user information"},
                           {"http://[v1.a:b]", "of a version to come"},
                           {"http://[VF.-]:", "of a version to come"},
                       });
  expect_invalid(is_uri, {
                             {"http://2001:0db8:85a3::7334", "IPv6 without brackets"},
                             {"http://[]", "nothing within"},
                             {"http://[::1", "no closing bracket"},
                             {"http://::1]", "no opening bracket"},
                             {"http://[::1]x", "more behind the bracket"},
                             {"http://[::1]:x", "a port of letters"},
                             {"http://x[::1]", "more in front of the bracket"},
                             {"http://[1:2]", "too few groups"},
                             {"http://[::ffff:01.2.3.4]", "a leading zero"},
                             {"http://[1.2.3.4]", "IPv4 in brackets"},
                             {"http://[fe80::1%25eth0]", "a zone (RFC 6874)"},
                             {"http://[v.a]", "no version"},
                             {"http://[v1.]", "no address"},
                             {"http://[v1a]", "no dot"},
                             {"http://[vg.a]", "a version of other letters"},
                             {"http://[v1.%41]", "a triplet"},
                         });
}

TEST(FormatUri, RefusesWhatIsNoUri) {
  expect_invalid(is_uri, {
                             {"", "nothing"},
                             {"//foo.bar/?baz=qux#quux", "no scheme"},
                             {"/abc", "no scheme"},
                             {"abc", "no scheme"},
                             {"://x", "an empty scheme"},
                             {"1a:x", "a scheme that begins with a digit"},
                             {"+a:x", "a scheme that begins with a plus"},
                             {"a,b:x", "a scheme with a comma"},
                             {"a_b:x", "a scheme with an underscore"},
                             {"%41:x", "a scheme with a triplet"},
                             {"\\\\WINDOWS\\fileshare", "backslashes"},
                             {"http:\\\\example.com", "backslashes"},
                             {"http:// shouldfail.com", "a space"},
                             {"http://a/ b", "a space"},
                             {" http://a", "a space in front"},
                             {"http://a\n", "a line feed behind"},
                             {"http://a/\"", "a quote"},
                             {"http://a/<b>", "angle brackets"},
                             {"http://a/{b}", "braces"},
                             {"http://a/b|c", "a bar"},
                             {"http://a/b^c", "a caret"},
                             {"http://a/`", "a backquote"},
                             {"http://a/[b]", "brackets in the path"},
                             {"http://a/?[b]", "brackets in the query"},
                             {"http://a/#[b]", "brackets in the fragment"},
                             {"http://a/#b#c", "two fragments"},
                             {"http://a@b@c/", "two @"},
                             {"http://a:b", "a port of letters"},
                             {"http://a:8:0", "two ports"},
                             {"http://a:-1", "a port with a sign"},
                             {"http://a:%38", "a port with a triplet"},
                             {"http://a/%", "no triplet"},
                             {"http://a/%4", "no triplet"},
                             {"http://a/%4g", "no triplet"},
                             {"http://a/%\u0664\u0661", "a triplet of other digits"},
                             {"http://a?%", "no triplet"},
                             {"http://a#%zz", "no triplet"},
                             {"http://a/\x7F", "a control character"},
                             {"http://a/\0"sv, "a NUL"},
                             {"http://a/\u00FC", "beyond ASCII"},
                             {"http://\u00FC/", "beyond ASCII"},
                             {"http://a/?\u00FC", "beyond ASCII"},
                             {"http://a/#\u00FC", "beyond ASCII"},
                         });
}

TEST(FormatUriReference, TakesRelativeReferences) {
  expect_valid(is_uri_reference, {
                                     {"http://foo.bar/?baz=qux#quux", "a URI"},
                                     {"//foo.bar/?baz=qux#quux", "an authority"},
                                     {"/abc", "a path from the root"},
                                     {"abc", "a path"},
                                     {"./a:b", "a colon in the second segment"},
                                     {"a/b:c", "a colon in the second segment"},
                                     {"@!$&'()*+,;=", "all that a first segment may hold"},
                                     {"?a:b", "a query"},
                                     {"#a:b", "a fragment"},
                                     {"", "nothing"},
                                     {"..", "dots"},
                                     {"///a", "an empty authority"},
                                 });
  expect_invalid(is_uri_reference, {
                                       {"\\\\WINDOWS\\fileshare", "backslashes"},
                                       {"#frag\\ment", "a backslash"},
                                       {"1a:b", "a colon in the first segment"},
                                       {":a", "a colon in the first segment"},
                                       {"a b", "a space"},
                                       {"//a:b", "a port of letters"},
                                       {"//[::1", "no closing bracket"},
                                       {"%4", "no triplet"},
                                       {"a#b#c", "two fragments"},
                                       {"\u00E2\u03C0\u03C0", "beyond ASCII"},
                                   });
}

TEST(FormatIri, TakesWhatIsBeyondAscii) {
  expect_valid(is_iri, {
                           {"http://ƒøø.ßår/?∂éœ=πîx#πîüx", "in all parts"},
                           {"http://ƒ:ø@ø.com", "in the user information"},
                           {"http://example.com/%C3%BC", "a URI"},
                           {"http://[::1]/ü", "IPv6"},
                           {"x:\u00A0\uD7FF\uF900\uFDCF\uFDF0\uFFEF", "ends of ranges"},
                           {"x:\U00010000\U0001FFFD\U000E1000\U000EFFFD", "ends of ranges"},
                           {"x:?\uE000\uF8FF\U000F0000\U0010FFFD", "private use, in the query"},
                       });
  expect_invalid(is_iri, {
                             {"/abc", "no scheme"},
                             {"âππ", "no scheme"},
                             {"http://2001:db8::7334", "IPv6 without brackets"},
                             {"\\\\WINDOWS\\filëßåré", "backslashes"},
                             {"é:x", "a scheme beyond ASCII"},
                             {"http://a:\u0661", "a port of other digits"},
                             {"x:\uE000", "private use, in the path"},
                             {"x:#\uE000", "private use, in the fragment"},
                             {"http://\uE000/", "private use, in the host"},
                             {"x:\u009F", "a control character"},
                             {"x:\uFDD0", "no character"},
                             {"x:\uFFFE", "no character"},
                             {"x:\uFFF0", "a special"},
                             {"x:\U0001FFFE", "no character"},
                             {"x:\U000E0001", "a tag"},
                             {"x:?\U0010FFFE", "no character"},
                             {"x:\u200E", "a mark of direction"},
                             {"x:\u202E", "an override of direction"},
                             {"x:\xC3", "no UTF-8"},
                             {"x:\xED\xA0\x80", "a surrogate"},
                             {"x:\xC0\xAF", "an overlong form"},
                         });
}

TEST(FormatIriReference, TakesRelativeReferences) {
  expect_valid(is_iri_reference, {
                                     {"//ƒøø.ßår/?∂éœ=πîx#πîüx", "an authority"},
                                     {"/âππ", "a path from the root"},
                                     {"âππ", "a path"},
                                     {"#ƒrägmênt", "a fragment"},
                                     {"?\uE000", "private use, in the query"},
                                     {"", "nothing"},
                                 });
  expect_invalid(is_iri_reference, {
                                       {"#ƒräg\\mênt", "a backslash"},
                                       {"é:b", "a colon in the first segment"},
                                       {"\uE000", "private use, in the path"},
                                       {"\xFF", "no UTF-8"},
                                   });
}

}  // namespace
}  // namespace eventc::format
