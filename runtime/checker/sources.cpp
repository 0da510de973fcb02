// SPDX-License-Identifier: Apache-2.0
#include "sources.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace eventc::checker {
namespace {

namespace fs = std::filesystem;

bool holds_lines(const fs::path& path) {
  return path.extension() == ".jsonl" || path.extension() == ".ndjson";
}

bool is_payload(const fs::path& path) { return path.extension() == ".json" || holds_lines(path); }

/// A pipe or a terminal may hold one document or many, whatever its name.
Source source_of(const fs::path& path, const fs::file_status& status) {
  if (!fs::is_regular_file(status)) return {path.string(), input::Form::Values, 0};
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return {path.string(), holds_lines(path) ? input::Form::Lines : input::Form::Whole,
          error ? 0 : size};
}

void report(const fs::path& path, const std::error_code& error, const ReportFault& fault) {
  fault(path.string() + ": " + error.message());
}

/// All payload files below a folder, sorted. False: some of it could not be read.
bool walk(const fs::path& folder, std::vector<Source>& found, const ReportFault& fault) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    entries.push_back(entry->path());
  }
  if (error) report(folder, error, fault);
  bool is_whole = !error;
  std::sort(entries.begin(), entries.end(),
            [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  for (const fs::path& entry : entries) {
    if (fs::is_directory(fs::symlink_status(entry, error))) {
      is_whole = walk(entry, found, fault) && is_whole;
      continue;
    }
    const fs::file_status status = fs::status(entry, error);
    // A link that leads nowhere is reported when it is opened. Nothing else is read here: a pipe
    // that nobody writes to would be waited for.
    const bool is_file = fs::is_regular_file(status) || !fs::exists(status);
    if (is_payload(entry) && is_file) found.push_back(source_of(entry, status));
  }
  return is_whole;
}

void find_below(const fs::path& folder, std::vector<Source>& sources, const ReportFault& fault) {
  std::vector<Source> found;
  const bool is_whole = walk(folder, found, fault);
  if (found.empty() && is_whole)
    fault(folder.string() + ": there is no *.json, *.jsonl or *.ndjson file in this folder");
  std::move(found.begin(), found.end(), std::back_inserter(sources));
}

}  // namespace

std::vector<Source> find_sources(const std::vector<std::string>& arguments,
                                 const ReportFault& fault) {
  std::vector<Source> sources;
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      sources.push_back({argument, input::Form::Values, 0});
      continue;
    }
    std::error_code error;
    const fs::file_status status = fs::status(argument, error);
    if (error) {
      report(argument, error, fault);
    } else if (fs::is_directory(status)) {
      find_below(argument, sources, fault);
    } else {
      sources.push_back(source_of(argument, status));
    }
  }
  return sources;
}

SourceReader::SourceReader(const Source& source, std::function<void()> before_wait)
    : before_wait_(std::move(before_wait)) {
  if (source.is_standard_input()) {
    file_ = STDIN_FILENO;
    return;
  }
  file_ = ::open(source.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  is_owned_ = file_ >= 0;
  if (file_ < 0) failure_ = errno;
}

SourceReader::~SourceReader() {
  if (is_owned_) ::close(file_);
}

std::size_t SourceReader::read(char* to, std::size_t size) {
  while (failure_ == 0) {
    wait();
    const ssize_t count = ::read(file_, to, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR && errno != EAGAIN) failure_ = errno;
  }
  return 0;
}

void SourceReader::wait() const {
  pollfd input{file_, POLLIN, 0};
  if (::poll(&input, 1, 0) != 0) return;
  before_wait_();
  ::poll(&input, 1, -1);
}

}  // namespace eventc::checker
