// SPDX-License-Identifier: Apache-2.0
#include "court.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "files.hpp"

namespace verdicts {
namespace {

constexpr std::chrono::seconds kPatience{20};

std::optional<Reply> ask(Dialogue& program, const std::string& id, std::string_view payload) {
  std::string question = id + " " + std::to_string(payload.size()) + "\n";
  question += payload;
  if (!program.send(question)) return std::nullopt;
  const auto line = program.receive_line(kPatience);
  if (!line) return std::nullopt;
  std::istringstream words(*line);
  Reply reply;
  std::array<std::size_t, 3> sizes{};
  if (!(words >> reply.validate >> reply.parse >> sizes[0] >> sizes[1] >> sizes[2]))
    throw std::runtime_error("the program answers \"" + *line + "\"");
  std::string* const texts[] = {&reply.validate_message, &reply.parse_message, &reply.basic_output};
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    auto text = program.receive(sizes[i], kPatience);
    if (!text) return std::nullopt;
    *texts[i] = std::move(*text);
  }
  return reply;
}

std::string in_words(char verdict, const std::string& message) {
  std::string words = "no verdict";
  if (verdict == 'V') words = "valid";
  if (verdict == 'I') words = "invalid";
  if (verdict == 'R') words = "not representable";
  if (verdict == '?') words = "not compiled";
  return message.empty() ? words : words + " (" + message + ")";
}

/// What a sanitizer had to say, or the last words of any other program.
std::string last_words(const std::string& error_file) {
  std::string text = read_file(error_file);
  for (const std::string_view begin : {"runtime error:", "ERROR:"}) {
    const std::size_t found = text.find(begin);
    if (found == std::string::npos) continue;
    const std::size_t line = text.rfind('\n', found) + 1;  // npos + 1 is 0
    return text.substr(line, text.find('\n', found) - line);
  }
  constexpr std::size_t kMost = 200;
  return text.size() > kMost ? text.substr(text.size() - kMost) : text;
}

}  // namespace

Court::Court(std::string program, std::string error_file)
    : program_(std::move(program)), error_file_(std::move(error_file)) {}

std::string disagreement(const Reply& reply, bool expected_valid) {
  if (!reply.end.empty()) return "the compiled code ends: " + reply.end;
  const char expected = expected_valid ? 'V' : 'I';
  const bool parse_agrees = reply.parse == expected || (expected_valid && reply.parse == 'R');
  if (reply.validate == expected && parse_agrees) return "";
  return "validate(): " + in_words(reply.validate, reply.validate_message) +
         "; parse(): " + in_words(reply.parse, reply.parse_message);
}

Reply Court::ask(const std::string& id, std::string_view payload) {
  if (!running_) running_ = std::make_unique<Dialogue>(Command{program_}, error_file_);
  if (auto reply = verdicts::ask(*running_, id, payload)) return std::move(*reply);
  Reply reply;
  reply.end = running_->why_silent();
  running_.reset();
  const std::string words = last_words(error_file_);
  if (!words.empty()) reply.end += " (" + words + ")";
  return reply;
}

}  // namespace verdicts
