// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <type_traits>

#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/object_reader.hpp"

namespace eventc {

/// Reads an object that is an item of a list, or a part of one. Items are much like those before
/// them: strings are as long as they were there, or the same.
///     ItemReader<Line, &schema::line> object(in, at, out);
template <class Item, Applied... S>
class ItemReader : public ObjectReader<S...> {
  using Base = ObjectReader<S...>;
  /// Those that own what they hold take their time for that: they are read with less code.
  static constexpr bool kLooksAhead = std::is_trivially_copyable_v<Item>;

 public:
  [[gnu::always_inline]] ItemReader(Reader& in, const char* at, const Item& out)
      : Base(in, at), distance_(in.item_before().take_distance(out)) {
    if constexpr (kLooksAhead) is_spaced_ = this->expect_space();
    look_for<0>('{');
  }

  /// As ObjectReader does.
  [[gnu::always_inline]] bool next() {
    if constexpr (!kLooksAhead) return Base::next();
    if (is_found_) [[likely]]
      return true;
    return this->template find_next<true>();
  }

  template <std::size_t K, const schema::Schema* As = kMembersOf<S.schema...>[K].schema, class T>
  [[gnu::always_inline]] void read(T& out) {
    read_value_of<K, As>(out);
    look_for<K + 1>(',');
  }
  template <std::size_t K, const schema::Schema* As = kMembersOf<S.schema...>[K].schema>
  [[gnu::always_inline]] void check() {
    Base::template check<K, As>();
    look_for<K + 1>(',');
  }

 private:
  template <std::size_t K, const schema::Schema* As, class T>
  [[gnu::always_inline]] void read_value_of(T& out) {
    if constexpr (kIsEmitted<T>) {
      this->in_.item_before().announce(out, distance_);
      Base::template read<K, As>(out);
    } else if constexpr (kReadsLike<As, T>) {
      const char* const behind =
          distance_ == 0 ? nullptr
                         : Codec<T>::template take_like<As>(this->in_, this->at_, out, before(out));
      this->at_ = behind != nullptr ? behind : read_other<As>(this->in_, this->at_, out);
    } else {
      Base::template read<K, As>(out);
    }
  }
  /// Services write members in the schema's order, and most texts have no white space: behind a
  /// member the one that is declared next is looked for at once, with all that there is to know of
  /// it known at compile time. The compiler then makes of the loop over next() a way from each
  /// member to the next.
  template <std::size_t Next>
  [[gnu::always_inline]] void look_for(char separator) {
    if constexpr (kLooksAhead && Next < Base::kUnknown) {
      is_found_ = this->template take_member<Next>(separator, is_spaced_);
    } else {
      is_found_ = false;
    }
  }
  /// The same member of the item before.
  template <class T>
  [[nodiscard]] const T& before(const T& out) const {
    return *reinterpret_cast<const T*>(reinterpret_cast<const char*>(&out) - distance_);
  }
  template <const schema::Schema* As, class T>
  [[gnu::noinline]] static const char* read_other(Reader& in, const char* at, T& out) {
    return read_value<As>(in, at, out);
  }

  std::ptrdiff_t distance_;
  bool is_spaced_ = false;
  bool is_found_ = false;  ///< The next member, by look_for().
};

}  // namespace eventc
