// SPDX-License-Identifier: Apache-2.0
#include "eventc/format.hpp"
#include "examples.hpp"

namespace eventc::format {
namespace {

TEST(FormatUuid, TakesAnyVersion) {
  expect_valid(is_uuid, {
                            {"2eb8aa08-aa98-11ea-b4aa-73b441d16380", "small letters"},
                            {"2EB8AA08-AA98-11EA-B4AA-73B441D16380", "capital letters"},
                            {"2eb8aa08-AA98-11ea-B4Aa-73B441D16380", "both"},
                            {"00000000-0000-0000-0000-000000000000", "the nil UUID"},
                            {"99c17cbb-656f-f64a-940f-1a4568f03487", "a version without meaning"},
                        });
  expect_invalid(is_uuid, {
                              {"", "nothing"},
                              {"2eb8aa08-aa98-11ea-b4aa-73b441d1638", "a digit less"},
                              {"2eb8aa08-aa98-11ea-b4aa-73b441d163800", "a digit more"},
                              {"2eb8aa08-aa98-11ea-73b441d16380", "a group less"},
                              {"2eb8aa08-aa98-11ea-b4ga-73b441d16380", "a g"},
                              {"2eb8aa08aa9811eab4aa73b441d16380", "no hyphens"},
                              {"2eb8aa08aa98-11ea-b4aa73b441d16380--", "hyphens elsewhere"},
                              {"2eb8-aa08-aa98-11ea-b4aa73b44-1d16380", "hyphens elsewhere"},
                              {"{2eb8aa08-aa98-11ea-b4aa-73b441d16380}", "braces"},
                              {"urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380", "a URN"},
                              {"2eb8aa08-aa98-11ea-b4aa-73b441d1638\n", "a line feed"},
                          });
}

}  // namespace
}  // namespace eventc::format
