// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "view/emission.hpp"

/// What differs between types that own and views, and the way from one to the other.
namespace eventc::compiler {

/// The root's type as others name it.
[[nodiscard]] std::string event_name(const Emission& emission, std::size_t document,
                                     const TypeSpace& space);

/// Of EventTraits<T>::parse().
[[nodiscard]] std::string parse_parameters(Storage storage);

/// For documents with both storages: the namespace of the views, and for each struct among `types`
/// how an owned copy is made. A list of one, or none.
[[nodiscard]] View view_copies(const Emission& emission, std::size_t document,
                               const std::vector<TypeId>& types);

}  // namespace eventc::compiler
