// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "eventc/emitted/reader.hpp"
#include "eventc/schema.hpp"

/// Checks on the text of a value, for what one pass cannot decide: they walk the schema as data.
namespace eventc {

/// Which of a schema's keywords conforms() looks at.
enum class Parts : std::uint8_t {
  All,
  /// Those that apply whole subschemas to the same value: "allOf", "anyOf", "oneOf", a "$ref"
  /// beside other keywords.
  InPlace,
  /// Of those only the ones that no merging of types can express: "anyOf" and "oneOf".
  Choices,
};

/// Around the reading of a value whose text is looked at again. What is found out about it, and
/// about such values inside of it, is remembered until the outermost of them has been read: they
/// are not looked at once for each level above them.
class MemoryScope {
 public:
  explicit MemoryScope(Reader& in);
  ~MemoryScope();
  MemoryScope(const MemoryScope&) = delete;
  MemoryScope& operator=(const MemoryScope&) = delete;

 private:
  Reader& in_;
  std::unique_ptr<Memory> memory_;  ///< Of the outermost one, once there is any.
};

/// Whether the value at `value` satisfies the schema. The text itself fails `in` where it is not
/// JSON. Where a limit leaves no verdict, `in` fails and the answer is false.
[[nodiscard]] bool conforms(Reader& in, const char* value, const schema::Schema& schema,
                            Parts parts = Parts::All);

/// The branch of a union that all values of this type belong to, if that is told.
[[nodiscard]] constexpr std::size_t branch_of_type(const schema::Selector& select,
                                                   schema::Types type) {
  for (const schema::Case& one : select.by_type) {
    if (one.types.has(type)) return one.branch;
  }
  return schema::kNoBranch;
}

/// The branch of a union that the value at `value` belongs to, as Schema::select says;
/// schema::kNoBranch when none does, or when several do where "oneOf" allows one.
[[nodiscard]] std::size_t choose_branch(Reader& in, const char* value,
                                        const schema::Schema& schema);

/// The branch under which a union's value is read: chosen before, confirmed after.
///
/// To look for all members before reading any takes nested unions as many looks at the innermost as
/// there are levels. So an object is read as the branch of the first own member in it (see
/// schema::Selector), and the reader watches whether another follows. Where guesses are forbidden,
/// all is looked at.
class BranchChoice {
 public:
  /// For the value there. `shares_own`: a branch declares another's own member, too.
  BranchChoice(Reader& in, const char* value, const schema::Schema& schema, bool shares_own);

  /// schema::kNoBranch when the value belongs to none.
  [[nodiscard]] std::size_t branch() const { return branch_; }
  /// The value has been read, up to `behind`: refused when it belongs to another branch.
  [[nodiscard]] const char* confirm(const char* behind);

 private:
  MemoryScope scope_;
  Reader& in_;
  const schema::Schema& schema_;
  const char* value_;
  std::size_t branch_ = schema::kNoBranch;
  bool is_guess_ = false;
  Watch outer_;
};

}  // namespace eventc
