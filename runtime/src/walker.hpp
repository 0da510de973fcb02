// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/emitted/conforms.hpp"
#include "eventc/emitted/reader.hpp"
#include "eventc/error.hpp"
#include "eventc/schema.hpp"
#include "trail.hpp"

namespace eventc {

/// Reads one value and checks it against a schema, walking the schema as data.
///
/// Without a trail it stops at the first violation: only the verdict is wanted. With one it goes on
/// to the value's end and notes each.
class Walker {
 public:
  struct Verdict {
    bool ok = false;
    const char* stopped_at =
        nullptr;  ///< Where it was refused: the furthest branch of a union came closest.
  };
  /// Verdicts of branches that were tried before. Without them, nested unions would be tried again
  /// at each level.
  using Tried = std::map<std::pair<const schema::Schema*, const char*>, Verdict>;

  /// `begin` is where offsets count from. `trail` may be null.
  Walker(Reader in, const char* begin, Tried& tried, Trail* trail)
      : in_(in), begin_(begin), tried_(tried), trail_(trail) {}

  /// The value ahead. The reader is behind it then, unless the walk stopped.
  bool check(const schema::Schema& schema, Parts parts = Parts::All);
  [[nodiscard]] std::size_t choose(const schema::Schema& schema);
  [[nodiscard]] Reader& reader() { return in_; }
  [[nodiscard]] const char* stopped_at() const { return stopped_at_; }

 private:
  struct Members;

  [[nodiscard]] bool stopped() const {
    return !in_.ok() || (trail_ == nullptr && stopped_at_ != nullptr);
  }
  /// Notes a violation; false, always.
  bool refuse(const char* at, std::string_view keyword, std::string_view expected,
              std::string_view found = {});
  bool refuse_type(const schema::Schema& schema, schema::Types found, const char* at);

  bool check_own(const schema::Schema& schema);
  bool check_number(const schema::Schema& schema);
  bool check_string(const schema::Schema& schema);
  bool check_content(const schema::Schema& schema, StringToken token, const char* at);
  bool check_array(const schema::Schema& schema);
  bool check_object(const schema::Schema& schema);
  bool check_member(const schema::Schema& schema, Members& members);
  bool check_additional(const schema::Schema& schema, const char* key_at);
  bool check_members_as_whole(const schema::Schema& schema, Members& members);
  bool check_fixed(const schema::Schema& schema, const char* value);

  bool check_in_place(const schema::Schema& schema, const char* value);
  bool check_choices(const schema::Schema& schema, const char* value);
  bool check_union(const schema::Schema& schema, const char* value, bool exactly_one);
  bool refuse_union(const schema::Schema& schema, const char* value, std::string_view keyword);

  /// A subschema on the value ahead, or (in place) on one that was passed. `step` is its place
  /// below the schema.
  bool check_child(const schema::Child& child, std::string_view step);
  bool check_again(const schema::Child& child, std::string_view step, const char* value);
  [[nodiscard]] Verdict try_branch(const schema::Child& child, const char* value);

  Reader in_;
  const char* begin_;
  Tried& tried_;
  Trail* trail_;
  const char* stopped_at_ = nullptr;
};

}  // namespace eventc
