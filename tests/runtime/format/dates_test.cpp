// SPDX-License-Identifier: Apache-2.0
#include "eventc/format.hpp"
#include "examples.hpp"

namespace eventc::format {
namespace {

using namespace std::string_view_literals;

TEST(FormatDate, TakesDaysThatExist) {
  expect_valid(is_date, {
                            {"1963-06-19", "a day"},
                            {"2020-01-31", "months of 31 days"},
                            {"2020-12-31", "months of 31 days"},
                            {"2020-04-30", "months of 30 days"},
                            {"2021-02-28", "February"},
                            {"2020-02-29", "February of a leap year"},
                            {"2000-02-29", "a century that is a leap year"},
                            {"0000-02-29", "the year 0 is a leap year"},
                            {"9999-12-31", "the last year"},
                        });
}

TEST(FormatDate, RefusesDaysThatDoNot) {
  expect_invalid(is_date, {
                              {"2021-02-29", "no leap year"},
                              {"1900-02-29", "a century that is no leap year"},
                              {"0100-02-29", "a century that is no leap year"},
                              {"2020-02-30", "February"},
                              {"2020-04-31", "April"},
                              {"2020-06-31", "June"},
                              {"2020-09-31", "September"},
                              {"2020-11-31", "November"},
                              {"2020-01-32", "January"},
                              {"2020-01-00", "days start at 1"},
                              {"2020-13-01", "there are twelve months"},
                              {"2020-00-01", "months start at 1"},
                          });
}

TEST(FormatDate, RefusesOtherSpellings) {
  expect_invalid(is_date, {
                              {"", "nothing"},
                              {"2020-1-01", "two digits for the month"},
                              {"2020-01-1", "two digits for the day"},
                              {"20200101", "hyphens"},
                              {"2020-001", "a day of the year"},
                              {"2020-W01", "a week"},
                              {"2020-W01-2", "a day of a week"},
                              {"+12020-01-01", "a year of five digits"},
                              {"-2020-01-01", "a year before the first"},
                              {"06/19/1963", "another order"},
                              {"2020-01-01 ", "a space behind"},
                              {" 2020-01-01", "a space in front"},
                              {"2020-01-01\n", "a line feed behind"},
                              {"2020-01-01T", "the beginning of a date-time"},
                              {"1963-06-1\u09EA", "a digit of Bengali"},
                              {"2020-01-0\0"sv, "a NUL"},
                          });
}

TEST(FormatTime, TakesHoursOfAZone) {
  expect_valid(is_time, {
                            {"00:00:00Z", "the first second"},
                            {"23:59:59Z", "the last second"},
                            {"08:30:06z", "a small z"},
                            {"08:30:06.283185Z", "a fraction"},
                            {"08:30:06+00:20", "an offset to the east"},
                            {"08:30:06-08:00", "an offset to the west"},
                            {"08:30:06-00:00", "an offset that is not known (section 4.3)"},
                            {"08:30:06+23:59", "the greatest offset"},
                        });
}

TEST(FormatTime, RefusesWhatIsNoTime) {
  expect_invalid(is_time, {
                              {"", "nothing"},
                              {"08:30:06", "no offset"},
                              {"08:30:06.5", "no offset behind a fraction"},
                              {"08:30Z", "no seconds"},
                              {"24:00:00Z", "hours end at 23"},
                              {"00:60:00Z", "minutes end at 59"},
                              {"00:00:61Z", "seconds end at 60"},
                              {"08:30:06.Z", "a fraction without digits"},
                              {"08:30:06,5Z", "a comma for the point"},
                              {"8:30:06Z", "two digits"},
                              {"008:30:06Z", "two digits"},
                              {"08:30:06Z+00:00", "two offsets"},
                              {"08:30:06+24:00", "hours of an offset end at 23"},
                              {"08:30:06+00:60", "minutes of an offset end at 59"},
                              {"08:30:06+0020", "an offset without its colon"},
                              {"08:30:06+00", "an offset of hours"},
                              {"08:30:06#00:20", "no sign"},
                              {"08:30:06 PST", "the name of a zone"},
                              {"08:30:06Z\n", "a line feed behind"},
                              {"ab:cd:efZ", "letters"},
                              {"0\u09E8:00:00Z", "a digit of Bengali"},
                          });
}

TEST(FormatTime, TakesALeapSecondAtTheEndOfTheDayInUtc) {
  expect_valid(is_time, {
                            {"23:59:60Z", "in UTC"},
                            {"23:59:60.5Z", "a part of it"},
                            {"23:59:60+00:00", "in UTC"},
                            {"01:29:60+01:30", "on the next day, in the east"},
                            {"23:29:60+23:30", "on the same day, far in the east"},
                            {"15:59:60-08:00", "in the west"},
                            {"00:29:60-23:30", "far in the west"},
                        });
  expect_invalid(is_time, {
                              {"22:59:60Z", "another hour"},
                              {"23:58:60Z", "another minute"},
                              {"23:59:60+01:00", "22:59 in UTC"},
                              {"23:59:60+00:30", "23:29 in UTC"},
                              {"23:59:60-01:00", "00:59 in UTC"},
                              {"23:59:60-00:30", "00:29 in UTC"},
                          });
}

TEST(FormatDateTime, IsADateAndATime) {
  expect_valid(is_date_time, {
                                 {"1963-06-19T08:30:06.283185Z", "a fraction"},
                                 {"1963-06-19T08:30:06Z", "none"},
                                 {"1937-01-01T12:00:27.87+00:20", "an offset"},
                                 {"1963-06-19t08:30:06z", "small letters"},
                                 {"2020-02-29T00:00:00Z", "a leap day"},
                             });
  expect_invalid(is_date_time, {
                                   {"", "nothing"},
                                   {"1963-06-19", "a date alone"},
                                   {"08:30:06Z", "a time alone"},
                                   {"1963-06-19T08:30:06", "no offset"},
                                   {"1963-06-19 08:30:06Z", "a space between"},
                                   {"1963-06-19_08:30:06Z", "another letter between"},
                                   {"1990-02-31T15:59:59Z", "no such day"},
                                   {"2021-02-29T00:00:00Z", "no such day"},
                                   {"1990-12-31T15:59:59-24:00", "no such offset"},
                                   {"1990-12-31T24:00:00Z", "no such hour"},
                                   {"1963-06-19T08:30:06+01:00Z", "two offsets"},
                                   {"2013-350T01:01:01Z", "a day of the year"},
                                   {"1963-06-19T08:30:06Z ", "a space behind"},
                                   {"+1963-06-19T08:30:06Z", "a sign"},
                               });
}

TEST(FormatDateTime, TakesALeapSecondAtTheEndOfAMonthInUtc) {
  expect_valid(is_date_time, {
                                 {"1998-12-31T23:59:60Z", "of December"},
                                 {"1998-12-31T15:59:60.123-08:00", "of December, in the west"},
                                 {"1999-01-01T08:59:60+09:00", "of December, in the east"},
                                 {"1997-06-30T23:59:60Z", "of June"},
                                 {"1997-06-30T00:00:60-23:59", "of June, far in the west"},
                                 {"2020-02-29T23:59:60Z", "of February in a leap year"},
                                 {"2020-03-01T00:59:60+01:00", "of February, in the east"},
                             });
  expect_invalid(is_date_time, {
                                   {"1998-12-30T23:59:60Z", "the last day but one"},
                                   {"1998-12-31T23:59:60+01:00", "another hour in UTC"},
                                   {"1999-01-02T08:59:60+09:00", "the first of January in UTC"},
                                   {"1998-12-31T23:58:60Z", "another minute"},
                                   {"1998-12-31T23:59:61Z", "a second more"},
                                   {"2020-02-28T23:59:60Z", "February has a day more"},
                               });
}

TEST(FormatDuration, TakesUnitsThatFollowOneAnother) {
  expect_valid(is_duration, {
                                {"P1Y2M3DT4H5M6S", "all of them"},
                                {"P4Y", "years"},
                                {"P1M", "months"},
                                {"P0D", "days"},
                                {"P2W", "weeks"},
                                {"P1Y2M", "years and months"},
                                {"P1M2D", "months and days"},
                                {"PT1H", "hours"},
                                {"PT1M", "minutes"},
                                {"PT0S", "seconds"},
                                {"PT1H2M", "hours and minutes"},
                                {"PT1M2S", "minutes and seconds"},
                                {"P1DT12H", "days and hours"},
                                {"P4YT6S", "a date and a time are chains of their own"},
                                {"P01D", "a leading zero"},
                                {"P99999999999999999999999999D", "a number of any length"},
                                {"p1dt2h", "small letters"},
                            });
}

TEST(FormatDuration, RefusesGapsAndOtherOrders) {
  expect_invalid(is_duration, {
                                  {"", "nothing"},
                                  {"P", "no unit"},
                                  {"PT", "no unit"},
                                  {"P1YT", "no unit of time"},
                                  {"T1H", "no P"},
                                  {"1D", "no P"},
                                  {"P1Y2D", "months are left out"},
                                  {"PT1H2S", "minutes are left out"},
                                  {"P2D1Y", "another order"},
                                  {"P1M1Y", "another order"},
                                  {"P1Y1Y", "twice"},
                                  {"P1D2H", "no T"},
                                  {"PT1D", "a unit of dates"},
                                  {"P2S", "a unit of times"},
                                  {"P1Y2W", "weeks with another unit"},
                                  {"P1WT1H", "weeks with a time"},
                                  {"P1W1D", "weeks with another unit"},
                                  {"PT1W", "weeks as a time"},
                                  {"P1", "no unit"},
                                  {"PD", "no number"},
                                  {"PW", "no number"},
                                  {"P1D2T3H", "no unit"},
                                  {"P0.5D", "a fraction"},
                                  {"PT0,5S", "a fraction"},
                                  {"-P1D", "a sign"},
                                  {"P-1D", "a sign"},
                                  {"P1D ", "a space behind"},
                                  {"P1D\n", "a line feed behind"},
                                  {"P\u09E8Y", "a digit of Bengali"},
                              });
}

}  // namespace
}  // namespace eventc::format
