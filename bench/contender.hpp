// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpus.hpp"

/// The interface between what is compared and what measures it. A peer is one file in peers/: it
/// registers itself, and the build leaves it out where its library is missing.
namespace eventc::bench {

/// What is done with a payload; each has a table of its own.
enum class Step {
  Parse,     ///< text to values of the program
  Check,     ///< text to a verdict
  Write,     ///< structs to text
  Classify,  ///< text to which event it is
  Ceiling,   ///< what no reader can be faster than: columns in the tables of those that read
};

/// One way to take that step with one payload.
struct Contender {
  Step step = Step::Parse;
  /// The column: "simdjson On-Demand".
  std::string name;
  /// What it does, and what it leaves out: a line under the table.
  std::string what;
  /// Whether it refuses what violates the schema. That is tried before anything is measured.
  bool checks = false;
  /// Takes the step once. False: the payload was refused.
  std::function<bool()> run;
  /// The bytes of the text that it reads or writes.
  std::size_t bytes = 0;
};

struct Peer {
  /// "eventc" comes first in the tables, the others in the order of their names.
  std::string name;
  /// Of its library, for the head of the record; empty for what has none.
  std::string version;
  /// What is made once for a payload (parsers, compiled schemas, padded copies) is made here, and
  /// lives in the contenders. Only a payload that eventc accepts has writers, and only in its
  /// compact form. Throws std::runtime_error where the peer does something else than eventc.
  std::function<std::vector<Contender>(const Payload&)> contenders;
};

/// All that were registered, in order.
[[nodiscard]] std::vector<Peer> peers();

/// Registers a peer; for a constant in its file.
[[nodiscard]] bool register_peer(Peer peer);

}  // namespace eventc::bench
