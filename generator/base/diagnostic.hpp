// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/location.hpp"

namespace eventc::compiler {

/// A Note tells what a user may want to know, and asks for nothing.
enum class Severity { Error, Warning, Note };

/// What a diagnostic adds about a second place ("first declared here") or about the way out ("did
/// you mean …?").
struct Note {
  std::string message;
  /// Without a file: the note points at nothing.
  Location location = {};
};

struct Diagnostic {
  Severity severity = Severity::Error;
  Location location;
  /// What is wrong and what to do, without a full stop; a keyword is quoted: `"$ref": no definition
  /// at "#/$defs/Mony"`.
  std::string message;
  std::vector<Note> notes;
};

/// The sink that every pass reports into. A pass goes on after an error, so that one run reports
/// all of them.
class Diagnostics {
 public:
  /// The reference is good until the next report: use it to add notes at once.
  Diagnostic& error(Location location, std::string message);
  Diagnostic& warning(Location location, std::string message);
  Diagnostic& note(Location location, std::string message);

  [[nodiscard]] bool has_errors() const { return errors_ != 0; }
  [[nodiscard]] std::size_t error_count() const { return errors_; }
  /// In the order of the reports.
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

}  // namespace eventc::compiler
