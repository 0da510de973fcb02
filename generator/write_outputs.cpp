// SPDX-License-Identifier: Apache-2.0
#include "write_outputs.hpp"

#include <dtl/dtl.hpp>
#include <sstream>
#include <string_view>
#include <utility>

namespace eventc::compiler {
namespace {

/// A difference that cannot be seen at a line's end is put into words.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.replace(line.size() - 1, 1, "\\r");
    if (in.eof()) line += " (no line feed)";
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string unified_diff(const std::string& path, const std::string& before,
                         const std::string& after) {
  dtl::Diff<std::string> diff(lines_of(before), lines_of(after));
  diff.onHuge();
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream out;
  out << "--- " << path << "\n+++ " << path << " (as the schemas have it)\n";
  diff.printUnifiedFormat(out);
  std::string text = out.str();
  // dtl lets the lines of an empty file begin at 1; patch asks for 0.
  constexpr std::string_view kBegin = "\n@@ -1,0 ";
  if (const std::size_t at = text.find(kBegin); before.empty() && at != std::string::npos) {
    text.replace(at, kBegin.size(), "\n@@ -0,0 ");
  }
  return text;
}

std::string escaped_for_make(const std::string& path) {
  std::string escaped;
  for (const char c : path) {
    if (c == ' ' || c == '#') escaped += '\\';
    if (c == '$') escaped += '$';
    escaped += c;
  }
  return escaped;
}

}  // namespace

bool write_changed(const std::vector<OutputFile>& outputs, const std::string& folder, Files& files,
                   std::string& why) {
  for (const OutputFile& output : outputs) {
    const std::string path = folder + "/" + output.path;
    std::string unread;
    const auto present = files.read(path, unread);
    if (present && *present == output.text) continue;
    if (!files.write(path, output.text, why)) {
      why = path + ": " + why;
      return false;
    }
  }
  return true;
}

std::string diff_stale(const std::vector<OutputFile>& outputs, const std::string& folder,
                       Files& files) {
  std::string diffs;
  for (const OutputFile& output : outputs) {
    const std::string path = folder + "/" + output.path;
    std::string why;
    const std::string present = files.read(path, why).value_or("");
    if (present != output.text) diffs += unified_diff(path, present, output.text);
  }
  return diffs;
}

std::string depfile_rule(const std::string& target, const std::vector<std::string>& inputs) {
  std::string rule = escaped_for_make(target) + ":";
  for (const std::string& input : inputs) rule += " \\\n  " + escaped_for_make(input);
  return rule + "\n";
}

}  // namespace eventc::compiler
