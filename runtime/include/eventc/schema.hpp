// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

/// What a location must hold: the vocabulary in which emitted code states a schema.
///
/// eventc emits one constexpr `Schema` for each subschema that differs from its siblings. This one
/// description serves every reading of a payload: readers check it as they fill a struct, at
/// compile time and inlined; reports walk it as data; writers take names and fixed values from it.
/// Fields are named after JSON Schema's keywords (draft 2020-12) and mean what the specification
/// says of them.
namespace eventc::schema {

/// A set of JSON's types. An integer is a number whose fraction is zero (JSON Schema
/// Core 4.2.3): 1.0 is one.
class Types {
 public:
  constexpr Types() = default;

  [[nodiscard]] constexpr bool has(Types other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  constexpr Types operator|(Types other) const { return Types(bits_ | other.bits_); }
  constexpr bool operator==(const Types&) const = default;

  static constexpr Types bit(unsigned index) { return Types(1U << index); }

 private:
  constexpr explicit Types(unsigned bits) : bits_(static_cast<std::uint8_t>(bits)) {}

  std::uint8_t bits_ = 0;
};

inline constexpr Types kNull = Types::bit(0);
inline constexpr Types kBoolean = Types::bit(1);
inline constexpr Types kInteger = Types::bit(2);
inline constexpr Types kFraction = Types::bit(3);
inline constexpr Types kNumber = kInteger | kFraction;
inline constexpr Types kString = Types::bit(4);
inline constexpr Types kArray = Types::bit(5);
inline constexpr Types kObject = Types::bit(6);
inline constexpr Types kAny = kNull | kBoolean | kNumber | kString | kArray | kObject;
/// For a Selector alone: the object has no such member.
inline constexpr Types kAbsent = Types::bit(7);

/// A constant array, seen without its length in the type.
template <class T>
class List {
 public:
  constexpr List() = default;
  template <std::size_t N>
  constexpr List(const T (&items)[N])
      : items_(items), size_(N) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] constexpr const T* begin() const { return items_; }
  [[nodiscard]] constexpr const T* end() const { return items_ + size_; }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  constexpr const T& operator[](std::size_t index) const { return items_[index]; }

 private:
  const T* items_ = nullptr;
  std::size_t size_ = 0;
};

/// A keyword's number: an integer of 64 bits, or the literal as the schema's author wrote it, which
/// is compared exactly.
class Number {
 public:
  constexpr Number() = default;
  constexpr Number(std::int64_t integer)  // NOLINT(google-explicit-constructor)
      : kind_(Kind::Integer), integer_(integer) {}
  explicit constexpr Number(std::string_view literal)
      : kind_(Kind::Literal),
        literal_size_(static_cast<std::uint32_t>(literal.size())),
        literal_(literal.data()) {}

  [[nodiscard]] constexpr bool present() const { return kind_ != Kind::None; }
  [[nodiscard]] constexpr bool is_integer() const { return kind_ == Kind::Integer; }
  [[nodiscard]] constexpr std::int64_t integer() const { return is_integer() ? integer_ : 0; }
  [[nodiscard]] constexpr std::string_view literal() const {
    return kind_ == Kind::Literal ? std::string_view(literal_, literal_size_) : std::string_view();
  }

 private:
  enum class Kind : std::uint8_t { None, Integer, Literal };

  // A schema has many of them, and an event many schemas.
  Kind kind_ = Kind::None;
  std::uint32_t literal_size_ = 0;
  union {
    std::int64_t integer_ = 0;
    const char* literal_;
  };
};

/// The text of a value that is neither a string, an integer of 64 bits, a boolean nor null.
struct Raw {
  std::string_view json;
};

/// A value of "const" or "enum".
class Value {
 public:
  enum class Kind : std::uint8_t { None, Null, Boolean, Integer, String, Raw };

  constexpr Value() = default;
  constexpr Value(std::nullptr_t) : kind_(Kind::Null) {}  // NOLINT(google-explicit-constructor)
  constexpr Value(std::same_as<bool> auto value)          // NOLINT(google-explicit-constructor)
      : kind_(Kind::Boolean), integer_(value ? 1 : 0) {}
  constexpr Value(std::signed_integral auto value)  // NOLINT(google-explicit-constructor)
      : kind_(Kind::Integer), integer_(value) {}
  template <std::size_t N>
  constexpr Value(const char (&text)[N])  // NOLINT(google-explicit-constructor)
      : Value(Kind::String, {text, N - 1}) {}
  constexpr Value(Raw raw) : Value(Kind::Raw, raw.json) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] constexpr bool present() const { return kind_ != Kind::None; }
  [[nodiscard]] constexpr Kind kind() const { return kind_; }
  [[nodiscard]] constexpr bool is_string() const { return kind_ == Kind::String; }
  [[nodiscard]] constexpr bool is_integer() const { return kind_ == Kind::Integer; }
  /// Of a boolean 0 or 1.
  [[nodiscard]] constexpr std::int64_t integer() const { return is_text() ? 0 : integer_; }
  [[nodiscard]] constexpr bool boolean() const { return integer() != 0; }
  /// A string's characters, or the text of Kind::Raw.
  [[nodiscard]] constexpr std::string_view text() const {
    return is_text() ? std::string_view(text_, text_size_) : std::string_view();
  }

 private:
  constexpr Value(Kind kind, std::string_view text)
      : kind_(kind), text_size_(static_cast<std::uint32_t>(text.size())), text_(text.data()) {}

  [[nodiscard]] constexpr bool is_text() const {
    return kind_ == Kind::String || kind_ == Kind::Raw;
  }

  Kind kind_ = Kind::None;
  std::uint32_t text_size_ = 0;
  union {
    std::int64_t integer_ = 0;
    const char* text_;
  };
};

struct Schema;

/// A subschema in its place, or the target of a "$ref".
struct Child {
  const Schema* schema = nullptr;

  constexpr Child() = default;
  constexpr Child(const Schema* in_place)  // NOLINT(google-explicit-constructor)
      : schema(in_place), present_(true) {}
  constexpr Child(const Schema* referenced, std::string_view target_location)
      : schema(referenced),
        target_(target_location.data()),
        target_size_(static_cast<std::uint32_t>(target_location.size())),
        present_(true) {}

  [[nodiscard]] constexpr bool present() const { return present_; }
  /// Where a "$ref" leads ("money.schema.json#/$defs/Money"); empty for a subschema that stands in
  /// its place.
  [[nodiscard]] constexpr std::string_view target() const { return {target_, target_size_}; }

 private:
  const char* target_ = nullptr;
  std::uint32_t target_size_ = 0;
  /// With -fsanitize=undefined, GCC takes no comparison of an inline variable's address for a
  /// constant.
  bool present_ = false;
};

struct Property {
  std::string_view name;
  Child schema;
  bool required = false;
};
inline constexpr bool kRequired = true;  ///< For a table's last column.

[[nodiscard]] constexpr std::uint32_t count_required(const List<Property>& properties) {
  std::uint32_t count = 0;
  for (const Property& property : properties) count += property.required ? 1 : 0;
  return count;
}

/// The order in which names are looked for: the shorter first, then by their bytes.
[[nodiscard]] constexpr bool comes_before(std::string_view left, std::string_view right) {
  return left.size() != right.size() ? left.size() < right.size() : left < right;
}

/// What came of matching a text.
enum class Match : std::uint8_t {
  No,
  Yes,
  /// A pattern that backtracks reached its limit: it is not known. Whoever asked must not take it
  /// for either (see Failure::MatchLimit in emitted/reader.hpp).
  GaveUp,
};

/// A pattern and the function that decides it: one that always can, or one that may give up.
class Pattern {
 public:
  constexpr Pattern(std::string_view source, bool (*decide)(std::string_view text))
      : source_(source), decide_(decide) {}
  constexpr Pattern(std::string_view source, Match (*attempt)(std::string_view text))
      : source_(source), attempt_(attempt) {}

  /// As the schema has it (ECMA-262).
  [[nodiscard]] constexpr std::string_view source() const { return source_; }
  /// A text is UTF-8 that was checked before.
  [[nodiscard]] constexpr Match match(std::string_view text) const {
    if (attempt_ != nullptr) return attempt_(text);
    return decide_(text) ? Match::Yes : Match::No;
  }

 private:
  std::string_view source_;
  bool (*decide_)(std::string_view) = nullptr;
  Match (*attempt_)(std::string_view) = nullptr;
};

/// A "format" whose values are checked.
struct Format {
  std::string_view name;
  bool (*matches)(std::string_view text) = nullptr;
};

/// What a field of a schema points to, or nothing. As in Child, no address is compared.
template <class T>
class Ref {
 public:
  constexpr Ref() = default;
  constexpr Ref(const T* target)  // NOLINT(google-explicit-constructor)
      : target_(target), present_(true) {}

  [[nodiscard]] constexpr bool present() const { return present_; }
  constexpr const T* operator->() const { return target_; }
  constexpr const T& operator*() const { return *target_; }

 private:
  const T* target_ = nullptr;
  bool present_ = false;
};

struct PatternProperty {
  const Pattern* pattern = nullptr;
  Child schema;
};

inline constexpr std::size_t kNoBranch = static_cast<std::size_t>(-1);

/// A branch of a union, and what a value must be to belong to it: this one, or (without `value`)
/// any of these types.
struct Case {
  Types types;
  Value value;
  std::size_t branch = 0;

  constexpr Case(Types of_types, std::size_t its_branch) : types(of_types), branch(its_branch) {}
  constexpr Case(Value this_value, std::size_t its_branch)
      : value(this_value), branch(its_branch) {}
};

/// A member that a branch of a union requires, and no other branch does.
struct OwnMember {
  std::string_view name;
  std::size_t branch = 0;
};

/// How the branch of a union is found where the compiler has found what tells them apart.
struct Selector {
  List<Case> by_type = {};         ///< The value's own type decides, or
  std::string_view property = {};  ///< for an object, the member of this name,
  List<Case> by_property = {};
  /// or which of these the object has, in the branches' order. With one it can belong to that
  /// branch alone, with none to no branch; with several each of theirs is tried.
  List<OwnMember> by_member = {};
};

enum class Encoding : std::uint8_t { None, Base64 };

inline constexpr std::size_t kUnlimited = std::numeric_limits<std::uint32_t>::max();

/// A member that an object must have when it has another.
struct Dependent {
  std::string_view property;
  std::string_view required;
};

/// Keywords for which one pass over a value is not enough. They are checked on its text once it has
/// been passed.
struct Conditions {
  Child not_ = {};
  Child if_ = {};
  Child then_ = {};
  Child else_ = {};
  Child dynamic_ref = {};  ///< "$dynamicRef", as its dynamic scope binds it, or
  bool recursive = false;  ///< "$recursiveRef"

  Child contains = {};
  std::uint32_t min_contains = 1;
  std::uint32_t max_contains = kUnlimited;
  bool contains_evaluates = true;  ///< False before draft 2020-12.
  bool unique_items = false;
  Child unevaluated_items = {};

  Child property_names = {};
  List<Dependent> dependent_required = {};
  List<Property> dependent_schemas = {};
  bool as_dependencies = false;  ///< Both are the keyword "dependencies".
  Child unevaluated_properties = {};

  bool json_content = false;  ///< The content is JSON, of whatever type.

  /// Whether nothing is asked for but one of two schemas.
  [[nodiscard]] constexpr bool are_only_if() const {
    return !not_.present() && !dynamic_ref.present() && !contains.present() && !unique_items &&
           !unevaluated_items.present() && !property_names.present() &&
           dependent_required.empty() && dependent_schemas.empty() &&
           !unevaluated_properties.present() && !json_content;
  }
  /// Whether what other keywords evaluate makes a difference.
  [[nodiscard]] constexpr bool ask_for_the_unevaluated() const {
    return unevaluated_items.present() || unevaluated_properties.present();
  }
};

struct Schema {
  Types types = kAny;
  List<Value> enumeration = {};  ///< "enum"
  bool open = false;    ///< x-eventc.open: values outside of `enumeration` are kept, not refused
  Value constant = {};  ///< "const"

  Number multiple_of = {};
  Number minimum = {};
  Number exclusive_minimum = {};
  Number maximum = {};
  Number exclusive_maximum = {};

  std::uint32_t min_length = 0;  ///< In code points, as the specification counts.
  std::uint32_t max_length = kUnlimited;
  Ref<Pattern> pattern = {};
  Ref<Format> format = {};  ///< Set where it is checked.
  Encoding content_encoding = Encoding::None;
  Child content_schema = {};  ///< Set where the content is JSON of a type of its own.
  /// Whether content that is not what these two say violates the schema. Otherwise it is no less
  /// valid, but a C++ type for the content cannot hold it.
  bool content_assertion = false;

  Child items = {};
  List<Child> prefix_items = {};
  bool items_list = false;  ///< These are a list in "items", and `items` is "additionalItems".
  std::uint32_t min_items = 0;
  std::uint32_t max_items = kUnlimited;

  List<Property> properties = {};
  /// Of many properties: their places in the order of comes_before(), by which one is found.
  List<std::uint32_t> by_name = {};
  List<std::string_view> required = {};  ///< Those alone that are no properties.
  List<PatternProperty> pattern_properties = {};
  Child additional_properties = {};
  bool keep_unknown = false;  ///< x-eventc.unknown "keep"
  std::uint32_t min_properties = 0;
  std::uint32_t max_properties = kUnlimited;

  Child ref = {};  ///< A "$ref" beside other keywords.
  List<Child> all_of = {};
  List<Child> any_of = {};
  List<Child> one_of = {};
  /// How to find the branch of "oneOf" (of "anyOf" where there is no "oneOf"); null: all are tried.
  Ref<Selector> select = {};
  /// The branch that holds null alone, and is no alternative of the C++ type for it.
  std::size_t null_branch = kNoBranch;
  Ref<Conditions> conditions = {};
  /// Of a table that no user wrote: `all_of` holds schemas that the reader of the C++ struct does
  /// not check itself.
  bool adds_checks = false;

  // What follows from the above; no table says it.

  /// Whether some values of the types alone are allowed.
  bool lists_values = constant.present() || (!enumeration.empty() && !open);
  /// How many properties are required, which are not in `required`.
  std::uint32_t required_properties = count_required(properties);
  bool limits_numbers = multiple_of.present() || minimum.present() || exclusive_minimum.present() ||
                        maximum.present() || exclusive_maximum.present();
  bool limits_strings = min_length != 0 || max_length != kUnlimited || pattern.present() ||
                        format.present() || content_encoding != Encoding::None ||
                        content_schema.present();
  bool limits_arrays =
      items.present() || !prefix_items.empty() || min_items != 0 || max_items != kUnlimited;
  bool limits_objects = !properties.empty() || !required.empty() || !pattern_properties.empty() ||
                        additional_properties.present() || min_properties != 0 ||
                        max_properties != kUnlimited;
  /// Whether it says anything of a value but what other schemas and `conditions` do.
  bool limits_values = types != kAny || lists_values || limits_numbers || limits_strings ||
                       limits_arrays || limits_objects || keep_unknown;
  /// Whether it applies other schemas to the same value.
  bool applies_others = ref.present() || !all_of.empty() || !any_of.empty() || !one_of.empty() ||
                        conditions.present();
};

/// Subschemas that every schema has.
inline constexpr Schema any{};
inline constexpr Schema nothing{.types = Types{}};
inline constexpr Schema null{.types = kNull};
inline constexpr Schema boolean{.types = kBoolean};
inline constexpr Schema integer{.types = kInteger};
inline constexpr Schema number{.types = kNumber};
inline constexpr Schema string{.types = kString};
inline constexpr Schema array{.types = kArray};
inline constexpr Schema object{.types = kObject};

/// A schema that has a URI of its own ("$id"), by the location that reports give it.
struct Identifier {
  std::string_view location;  ///< "kinesis-event.schema.json#"
  std::string_view uri;       ///< "https://example.com/kinesis-event.schema.json"
};

/// A schema, and the location that its "#" stands for.
struct Root {
  const Schema* schema = nullptr;
  std::string_view location;  ///< "kinesis-event.schema.json#"
  List<Identifier> identifiers = {};
};

}  // namespace eventc::schema
