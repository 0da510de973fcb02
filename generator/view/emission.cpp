// SPDX-License-Identifier: Apache-2.0
#include "view/emission.hpp"

namespace eventc::compiler {

std::string type_space(const Emission& emission, std::size_t document, Storage storage) {
  const std::string& inner = emission.names.documents[document].inner;
  if (storage == emission.storage[document].plain) return inner;
  return inner + (storage == Storage::Owned ? "::owned" : "::view");
}

std::vector<TypeSpace> type_spaces(const Emission& emission, std::size_t document) {
  const DocumentStorage& storage = emission.storage[document];
  std::vector<TypeSpace> spaces{
      {storage.plain, false, type_space(emission, document, storage.plain)}};
  if (storage.has_twins)
    spaces.push_back(
        {storage.of_twins(), true, type_space(emission, document, storage.of_twins())});
  return spaces;
}

}  // namespace eventc::compiler
