// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "eventc/emitted/codec.hpp"
#include "eventc/emitted/object_reader.hpp"

namespace eventc {

/// Reads an object that is an item of a list, or a part of one. Items are much like those before
/// them: strings are as long as they were there, or the same.
///     ItemReader<&schema::line> object(in, at, out);
template <Applied... S>
class ItemReader : public ObjectReader<S...> {
  using Base = ObjectReader<S...>;

 public:
  template <class Item>
  ItemReader(Reader& in, const char* at, const Item& out)
      : Base(in, at), distance_(in.item_before().take_distance(out)) {}

  template <std::size_t K, const schema::Schema* As = kMembersOf<S.schema...>[K].schema, class T>
  void read(T& out) {
    if constexpr (kIsEmitted<T>) {
      this->in_.item_before().announce(out, distance_);
      Base::template read<K, As>(out);
    } else if constexpr (kReadsLike<As, T>) {
      this->at_ = distance_ == 0
                      ? read_first<As>(this->in_, this->at_, out)
                      : Codec<T>::template decode_like<As>(this->in_, this->at_, out, before(out));
    } else {
      Base::template read<K, As>(out);
    }
  }

 private:
  /// The same member of the item before.
  template <class T>
  [[nodiscard]] const T& before(const T& out) const {
    return *reinterpret_cast<const T*>(reinterpret_cast<const char*>(&out) - distance_);
  }
  template <const schema::Schema* As, class T>
  [[gnu::noinline]] static const char* read_first(Reader& in, const char* at, T& out) {
    return read_value<As>(in, at, out);
  }

  std::ptrdiff_t distance_;
};

}  // namespace eventc
