// SPDX-License-Identifier: Apache-2.0
#include "court.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "files.hpp"

namespace verdicts {
namespace {

constexpr std::chrono::seconds kPatience{20};

struct Reply {
  char validate = '?';
  char parse = '?';
  std::string validate_message;
  std::string parse_message;
};

std::optional<Reply> ask(Dialogue& program, const std::string& id, std::string_view payload) {
  std::string question = id + " " + std::to_string(payload.size()) + "\n";
  question += payload;
  if (!program.send(question)) return std::nullopt;
  const auto line = program.receive_line(kPatience);
  if (!line) return std::nullopt;
  std::istringstream words(*line);
  Reply reply;
  std::size_t validate_size = 0;
  std::size_t parse_size = 0;
  if (!(words >> reply.validate >> reply.parse >> validate_size >> parse_size))
    throw std::runtime_error("the program answers \"" + *line + "\"");
  auto validate_message = program.receive(validate_size, kPatience);
  auto parse_message = program.receive(parse_size, kPatience);
  if (!validate_message || !parse_message) return std::nullopt;
  reply.validate_message = std::move(*validate_message);
  reply.parse_message = std::move(*parse_message);
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

std::string Court::disagreement(const std::string& id, std::string_view payload,
                                bool expected_valid) {
  if (!running_) running_ = std::make_unique<Dialogue>(Command{program_}, error_file_);
  const auto reply = ask(*running_, id, payload);
  if (!reply) {
    const std::string why = running_->why_silent();
    running_.reset();
    const std::string words = last_words(error_file_);
    return "the compiled code ends: " + why + (words.empty() ? "" : " (" + words + ")");
  }
  const char expected = expected_valid ? 'V' : 'I';
  const bool parse_agrees = reply->parse == expected || (expected_valid && reply->parse == 'R');
  if (reply->validate == expected && parse_agrees) return "";
  return "validate(): " + in_words(reply->validate, reply->validate_message) +
         "; parse(): " + in_words(reply->parse, reply->parse_message);
}

}  // namespace verdicts
