// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eventc::compiler {

/// The disk, as the compiler sees it. Paths use "/"; a relative one is relative to the working
/// directory.
class Files {
 public:
  virtual ~Files() = default;

  /// The whole file. Nothing when it cannot be read; `why` then says so in words ("No such file or
  /// directory").
  [[nodiscard]] virtual std::optional<std::string> read(const std::string& path,
                                                        std::string& why) = 0;
  /// Writes the whole file, making its folders; the text appears at once or not at all (written
  /// beside, then renamed).
  [[nodiscard]] virtual bool write(const std::string& path, std::string_view text,
                                   std::string& why) = 0;
  /// The regular files at or below a folder whose name ends in `suffix`, sorted. Empty when there
  /// is no such folder.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& folder,
                                                      std::string_view suffix) = 0;
};

class DiskFiles final : public Files {
 public:
  std::optional<std::string> read(const std::string& path, std::string& why) override;
  bool write(const std::string& path, std::string_view text, std::string& why) override;
  std::vector<std::string> list(const std::string& folder, std::string_view suffix) override;
};

/// For tests: files by path.
class MemoryFiles final : public Files {
 public:
  std::map<std::string, std::string, std::less<>> files;

  std::optional<std::string> read(const std::string& path, std::string& why) override;
  bool write(const std::string& path, std::string_view text, std::string& why) override;
  std::vector<std::string> list(const std::string& folder, std::string_view suffix) override;
};

}  // namespace eventc::compiler
