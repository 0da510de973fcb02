// SPDX-License-Identifier: Apache-2.0
#include "eventc/format.hpp"
#include "scanner.hpp"

namespace eventc::format {
namespace {

constexpr int kMinutesOfDay = 24 * 60;

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};

struct Time {
  bool leap_second = false;
  int utc_minute = 0;  // of the local day: below 0 it is the day before in UTC
};

/// RFC 3339, appendix C: the years of the Gregorian calendar, before it as well.
bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// RFC 3339, section 5.7.
int days_in_month(const Date& date) {
  if (date.month == 2) return is_leap_year(date.year) ? 29 : 28;
  const bool short_month =
      date.month == 4 || date.month == 6 || date.month == 9 || date.month == 11;
  return short_month ? 30 : 31;
}

/// A number of two digits between limits, into `out`.
bool take_two(Scanner& in, int least, int most, int& out) {
  const auto number = in.take_number(2);
  if (!number || *number < least || *number > most) return false;
  out = *number;
  return true;
}

bool take_date(Scanner& in, Date& date) {
  const auto year = in.take_number(4);
  if (!year || !in.take('-') || !take_two(in, 1, 12, date.month) || !in.take('-')) return false;
  date.year = *year;
  return take_two(in, 1, 31, date.day) && date.day <= days_in_month(date);
}

/// "time-offset", in minutes.
bool take_offset(Scanner& in, int& offset) {
  if (in.take_letter('Z')) {
    offset = 0;
    return true;
  }
  const bool west = in.is_at('-');
  if (!in.take('+') && !in.take('-')) return false;
  int hours = 0;
  int minutes = 0;
  if (!take_two(in, 0, 23, hours) || !in.take(':') || !take_two(in, 0, 59, minutes)) return false;
  offset = (hours * 60 + minutes) * (west ? -1 : 1);
  return true;
}

bool take_time(Scanner& in, Time& time) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  int offset = 0;
  if (!take_two(in, 0, 23, hour) || !in.take(':')) return false;
  if (!take_two(in, 0, 59, minute) || !in.take(':')) return false;
  if (!take_two(in, 0, 60, second)) return false;
  if (in.take('.') && in.take_digits() == 0) return false;
  if (!take_offset(in, offset)) return false;

  time.leap_second = second == 60;
  time.utc_minute = hour * 60 + minute - offset;
  const bool last_of_day = (time.utc_minute + kMinutesOfDay) % kMinutesOfDay == kMinutesOfDay - 1;
  return !time.leap_second || last_of_day;
}

/// Whether a leap second is on the last day of a month in UTC. It is never on the day after the
/// local one: no offset moves a time of day to 23:59 of the next.
bool ends_month(const Date& date, const Time& leap_second) {
  return leap_second.utc_minute < 0 ? date.day == 1 : date.day == days_in_month(date);
}

/// "dur-date" is a chain of Y, M and D, "dur-time" one of H, M and S: it begins at any of its units
/// and goes on to the next, never over one.
bool take_chain(Scanner& in, std::string_view units) {
  bool any = false;
  while (!in.at_end() && is_digit(in.rest().front())) {
    in.take_digits();
    while (!units.empty() && !in.take_letter(units.front())) {
      if (any) return false;
      units.remove_prefix(1);
    }
    if (units.empty()) return false;
    units.remove_prefix(1);
    any = true;
  }
  return any;
}

}  // namespace

bool is_date(std::string_view text) {
  Scanner in(text);
  Date date;
  return take_date(in, date) && in.at_end();
}

bool is_time(std::string_view text) {
  Scanner in(text);
  Time time;
  return take_time(in, time) && in.at_end();
}

bool is_date_time(std::string_view text) {
  Scanner in(text);
  Date date;
  Time time;
  if (!take_date(in, date) || !in.take_letter('T') || !take_time(in, time)) return false;
  return in.at_end() && (!time.leap_second || ends_month(date, time));
}

bool is_duration(std::string_view text) {
  Scanner in(text);
  if (!in.take_letter('P')) return false;
  if (to_upper(text.back()) == 'W') {
    return in.take_digits() > 0 && in.take_letter('W') && in.at_end();
  }
  if (in.take_letter('T')) return take_chain(in, "HMS") && in.at_end();
  if (!take_chain(in, "YMD")) return false;
  return in.at_end() || (in.take_letter('T') && take_chain(in, "HMS") && in.at_end());
}

}  // namespace eventc::format
