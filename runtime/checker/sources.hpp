// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/input/splitter.hpp"

namespace eventc::checker {

/// An input that documents are read from.
struct Source {
  /// As the user gave it, or as it was found below a folder; "-" is the standard input.
  std::string path;
  input::Form form = input::Form::Whole;
  /// In bytes; 0 where that is not known.
  std::uint64_t size = 0;

  [[nodiscard]] bool is_standard_input() const { return path == "-"; }
};

/// Is told what could not be read: "gone.json: No such file or directory".
using ReportFault = std::function<void(std::string_view what)>;

/// The inputs that arguments name, in their order. A folder stands for all *.json, *.jsonl and
/// *.ndjson files at any depth below it, sorted by path; symbolic links to files are followed there
/// and those to folders are not, so that loops do no harm. What is not there, and a folder without
/// any such file, is a fault.
[[nodiscard]] std::vector<Source> find_sources(const std::vector<std::string>& arguments,
                                               const ReportFault& fault);

/// Opens and reads a source.
class SourceReader {
 public:
  /// `before_wait` is called each time before the program may have to wait for input.
  SourceReader(const Source& source, std::function<void()> before_wait);
  SourceReader(const SourceReader&) = delete;
  SourceReader& operator=(const SourceReader&) = delete;
  ~SourceReader();

  /// As input::ReadBytes.
  [[nodiscard]] std::size_t read(char* to, std::size_t size);
  /// The number of the error that stopped it, as in errno; 0: none has.
  [[nodiscard]] int failure() const { return failure_; }

 private:
  void wait() const;

  int file_ = -1;
  bool is_owned_ = false;
  int failure_ = 0;
  std::function<void()> before_wait_;
};

}  // namespace eventc::checker
