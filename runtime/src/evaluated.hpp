// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace eventc {

/// Which items of an array, or members of an object, some subschema that applies to the same value
/// has evaluated (JSON Schema Core 2020-12, section 11). By their places: an item's index, a
/// member's number in the text.
class Evaluated {
 public:
  void add(std::size_t place) {
    if (places_.size() <= place) places_.resize(place + 1);
    places_[place] = true;
  }
  void add_all(const Evaluated& other) {
    for (std::size_t i = 0; i < other.places_.size(); ++i) {
      if (other.places_[i]) add(i);
    }
  }
  [[nodiscard]] bool has(std::size_t place) const {
    return place < places_.size() && places_[place];
  }

 private:
  std::vector<bool> places_;
};

}  // namespace eventc
