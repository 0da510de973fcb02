// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace eventc::http {

/// The path of a route, as API Gateway writes it: "/users/{id}", "/files/{path+}". A parameter is a
/// whole segment; a greedy one, which takes one segment or more, is the last. (Developer guide of
/// API Gateway, "Create routes for HTTP APIs".) A slash at the end means nothing. A literal is
/// percent-decoded once, as a request's segments are: "/caf%C3%A9" is "/café", and "/%7Bid%7D" is a
/// literal in braces.
class PathTemplate {
 public:
  struct Segment {
    enum class Kind : std::uint8_t { Literal, Parameter, Greedy };

    Kind kind = Kind::Literal;
    std::string text;  ///< The literal, decoded, or the parameter's name.

    bool operator==(const Segment&) const = default;
  };

  /// Throws std::logic_error for what is no template, with the reason.
  explicit PathTemplate(std::string_view text);

  /// As it was given.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
  /// The names of the parameters, in order.
  [[nodiscard]] std::vector<std::string> parameters() const;

 private:
  std::string text_;
  std::vector<Segment> segments_;
};

}  // namespace eventc::http
