// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eventc/emitted/same_text.hpp"
#include "eventc/emitted/token.hpp"
#include "eventc/schema.hpp"
#include "flat_map.hpp"
#include "short_list.hpp"

namespace eventc {

class Outlines;

/// What a value shows at a glance: its type, and of an object the members. Schemas that look at it
/// again need not read its text to find them, and those that certainly refuse it need not be tried.
class Outline {
 public:
  /// A member of an object, in its text. A verdict has been given on the text: it is JSON.
  struct Member {
    StringToken name;
    const char* value = nullptr;
    const char* end = nullptr;  ///< of the value

    [[nodiscard]] std::string_view text() const {
      return {value, static_cast<std::size_t>(end - value)};
    }
    /// Most names have no escapes, and most differ in length.
    [[nodiscard]] bool has_name(std::string_view wanted) const {
      return name.escaped() ? equals(name, wanted) : is_same_text(name.raw(), wanted);
    }
  };

  /// Of a value that is no object, or an object whose members are not known.
  explicit Outline(schema::Types type) : type_(type) {}
  Outline(const Outlines& all, std::size_t first, std::size_t size, const char* end)
      : type_(schema::kObject), all_(&all), first_(first), size_(size), end_(end) {}

  [[nodiscard]] bool has_members() const { return all_ != nullptr; }
  /// These of an object whose members are known, in the order of its text.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const Member& operator[](std::size_t index) const;
  /// Behind the object.
  [[nodiscard]] const char* end() const { return end_; }
  /// The first member of this name, and null where there is none. `is_twice`, which is false
  /// before, says that another one follows.
  [[nodiscard]] const Member* find(std::string_view name, bool& is_twice) const;
  [[nodiscard]] const Member* find(std::string_view name) const;

  /// Whether the type, a member that is missing, or a constant or enumeration of a member that is
  /// there rules it out. False says nothing.
  [[nodiscard]] bool rules_out(const schema::Schema& schema) const;

 private:
  /// Of objects with more members than these, none rules anything out.
  static constexpr std::size_t kMost = 64;

  [[nodiscard]] bool rules_out(const schema::Schema& schema, int& looks) const;
  [[nodiscard]] bool rules_out_members(const schema::Schema& schema) const;

  schema::Types type_;
  const Outlines* all_ = nullptr;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
  const char* end_ = nullptr;
};

/// Those of a text's objects that were made, and where arrays and objects end.
class Outlines {
 public:
  /// Notes an object's members as they pass, and meanwhile those of others inside of them. They
  /// are forgotten unless keep() is called.
  class Recording {
   public:
    /// `all` may be null: nothing is noted then.
    explicit Recording(Outlines* all) : all_(all), first_(all == nullptr ? 0 : all->open_.size()) {}
    ~Recording() {
      if (all_ != nullptr) all_->open_.shrink(first_);
    }
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    void add(const Outline::Member& member) {
      if (all_ != nullptr) all_->open_.add(member);
    }
    /// All of the members have passed.
    void keep(const char* object, const char* end) {
      if (all_ != nullptr) all_->keep(object, end, first_);
    }

   private:
    Outlines* all_;
    std::size_t first_;
  };

  Outlines() {}  // NOLINT(modernize-use-equals-default): `Outlines{}` would fill lists with zeros
  Outlines(const Outlines&) = delete;
  Outlines& operator=(const Outlines&) = delete;

  /// Whether the members of any object are known.
  [[nodiscard]] bool have_members() const { return has_any_; }
  /// Of the object that begins there, with its members where they are known.
  [[nodiscard]] Outline of(const char* object) const {
    if (object != last_object_ && !look_up(object)) return Outline(schema::kObject);
    return Outline(*this, last_.first, last_.size, last_.end);
  }
  /// Where an array or an object ends that begins there; null where it is not known.
  [[nodiscard]] const char* end_of(const char* value) const;
  void set_end(const char* value, const char* end) { parts_[{value}].end = end; }

 private:
  friend class Outline;
  /// As many members take no allocation.
  static constexpr std::size_t kUsual = 16;
  static constexpr std::size_t kNotKept = static_cast<std::size_t>(-1);

  struct Place {
    const char* value = nullptr;

    [[nodiscard]] std::uint64_t hash() const { return hash_of(value); }
    bool operator==(const Place&) const = default;
  };
  struct Part {
    const char* end = nullptr;
    std::size_t first = kNotKept;  ///< Of the members of an object; of others no members are.
    std::size_t size = 0;
  };

  void keep(const char* object, const char* end, std::size_t first);
  bool look_up(const char* object) const;

  FlatMap<Place, Part> parts_;
  bool has_any_ = false;
  /// The last object that was found, for those who ask again and again.
  mutable const char* last_object_ = nullptr;
  mutable Part last_ = {};
  ShortList<Outline::Member, kUsual> members_;
  /// Of the objects that are passing, the innermost's at the end.
  ShortList<Outline::Member, kUsual> open_;
};

}  // namespace eventc
