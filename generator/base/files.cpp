// SPDX-License-Identifier: Apache-2.0
#include "base/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace eventc::compiler {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, Close>;

std::string in_words(int error) { return std::generic_category().message(error); }

std::string last_error() { return in_words(errno); }

// A new file beside `path`. Opened exclusively ("x"), so that two runs at once never share one; a
// name that a run left behind when it was killed is passed over.
OpenFile open_beside(const std::string& path, std::string& beside, std::string& why) {
  constexpr int kTries = 1000;
  for (int i = 0; i < kTries; ++i) {
    beside = path + ".new" + std::to_string(i);
    if (OpenFile file{std::fopen(beside.c_str(), "wbx")}) return file;
    if (errno != EEXIST) break;
  }
  why = last_error();
  return nullptr;
}

bool write_and_close(OpenFile file, std::string_view text, std::string& why) {
  const bool written =
      text.empty() || std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  if (!written) why = last_error();
  // A full disk may show only here.
  const bool closed = std::fclose(file.release()) == 0;
  if (written && !closed) why = last_error();
  return written && closed;
}

std::string with_slash(const std::string& folder) {
  return folder.ends_with('/') ? folder : folder + "/";
}

}  // namespace

std::optional<std::string> DiskFiles::read(const std::string& path, std::string& why) {
  const OpenFile file{std::fopen(path.c_str(), "rb")};
  if (!file) {
    why = last_error();
    return std::nullopt;
  }
  std::string text;
  std::array<char, 65536> block;
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), file.get())) {
    text.append(block.data(), count);
  }
  if (std::ferror(file.get()) != 0) {
    why = last_error();
    return std::nullopt;
  }
  return text;
}

bool DiskFiles::write(const std::string& path, std::string_view text, std::string& why) {
  std::error_code error;
  if (const fs::path folder = fs::path(path).parent_path(); !folder.empty()) {
    fs::create_directories(folder, error);
    if (error) {
      why = error.message();
      return false;
    }
  }
  std::string beside;
  OpenFile file = open_beside(path, beside, why);
  if (!file) return false;
  if (write_and_close(std::move(file), text, why)) {
    fs::rename(beside, path, error);
    if (!error) return true;
    why = error.message();
  }
  std::remove(beside.c_str());
  return false;
}

std::vector<std::string> DiskFiles::list(const std::string& folder, std::string_view suffix) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                         error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::string path = entry->path().generic_string();
    // An entry that is gone by now, or a link that leads nowhere, is no regular file.
    std::error_code gone;
    if (path.ends_with(suffix) && entry->is_regular_file(gone)) found.push_back(std::move(path));
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<std::string> MemoryFiles::read(const std::string& path, std::string& why) {
  if (const auto file = files.find(path); file != files.end()) return file->second;
  why = in_words(list(path, "").empty() ? ENOENT : EISDIR);
  return std::nullopt;
}

bool MemoryFiles::write(const std::string& path, std::string_view text, std::string& why) {
  if (!list(path, "").empty()) {
    why = in_words(EISDIR);
    return false;
  }
  files.insert_or_assign(path, std::string(text));
  return true;
}

std::vector<std::string> MemoryFiles::list(const std::string& folder, std::string_view suffix) {
  const std::string prefix = with_slash(folder);
  std::vector<std::string> found;
  for (auto file = files.lower_bound(prefix);
       file != files.end() && file->first.starts_with(prefix); ++file) {
    if (file->first.ends_with(suffix)) found.push_back(file->first);
  }
  return found;
}

}  // namespace eventc::compiler
