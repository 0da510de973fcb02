// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model.hpp"
#include "normalize/normal_form.hpp"

/// How types hold strings, lists and maps.
namespace eventc::compiler {

enum class Storage {
  Owned,  ///< std::string, std::vector: plain values
  View,   ///< parts of the payload and of an arena
};

/// Of the types of a given document.
struct DocumentStorage {
  /// That of the types which go by the plain names.
  Storage plain = Storage::Owned;
  /// There are twins of them, of the other storage.
  bool has_twins = false;

  [[nodiscard]] Storage of_twins() const {
    return plain == Storage::Owned ? Storage::View : Storage::Owned;
  }
  [[nodiscard]] bool has(Storage storage) const { return storage == plain || has_twins; }
};

/// "owned", "view", or "both": views that have owned twins. None for another word.
[[nodiscard]] std::optional<DocumentStorage> storage_called(std::string_view word);

/// What each root's "x-eventc" says, or what is `wanted`; where that is both, views have twins,
/// whoever made them views. And twins for those documents whose types are a part of others' that
/// are stored in the other way: neither can hold the other.
[[nodiscard]] std::vector<DocumentStorage> plan_storage(const NormalForm& form, const Model& model,
                                                        const DocumentStorage& wanted);

}  // namespace eventc::compiler
