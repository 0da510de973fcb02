// SPDX-License-Identifier: Apache-2.0
#include "print.hpp"

#include "text.hpp"

namespace eventc::checker {

void Tally::add(Verdict::Kind kind) {
  switch (kind) {
    case Verdict::Kind::Valid:
      ++valid;
      break;
    case Verdict::Kind::Invalid:
      ++invalid;
      break;
    case Verdict::Kind::Unknown:
      ++unknown;
      break;
    case Verdict::Kind::Undecided:
      ++undecided;
      break;
  }
}

void Tally::add(const Tally& other) {
  valid += other.valid;
  invalid += other.invalid;
  unknown += other.unknown;
  undecided += other.undecided;
}

std::string print(const Source& source, const input::Document& document, const Verdict& verdict,
                  const Style& style) {
  switch (style.format) {
    case Format::Github:
      return print_github(source, document, verdict, style);
    case Format::Json:
      return print_json(source, document, verdict, style);
    case Format::Human:
      break;
  }
  return print_human(source, document, verdict, style);
}

std::string print_summary(const Tally& tally, const Style& style) {
  if (style.format == Format::Json || style.command == Command::Classify) return {};
  const std::string undecided =
      tally.undecided == 0 ? "" : ", " + std::to_string(tally.undecided) + " undecided";
  return counted(tally.total(), "document") + ": " + std::to_string(tally.valid) + " valid, " +
         std::to_string(tally.invalid) + " invalid, " + std::to_string(tally.unknown) + " unknown" +
         undecided + "\n";
}

}  // namespace eventc::checker
