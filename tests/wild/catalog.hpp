// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// Schemas that others have written, with payloads: a folder whose manifest.json lists them.
namespace wild {

/// A document that a schema refers to.
struct Reference {
  std::string uri;
  std::string path;
};

/// Paths are those of files.
struct Entry {
  std::string name;
  std::string draft;  ///< "draft7"
  std::string schema;
  std::vector<Reference> references;
  std::vector<std::string> positives;
  std::vector<std::string> negatives;
  /// Valid where formats are annotations, invalid where they assert.
  std::vector<std::string> format_negatives;
  std::size_t subschemas = 0;
};

/// Throws std::runtime_error where the manifest is not of this form.
[[nodiscard]] std::vector<Entry> read_catalog(const std::string& folder);

/// A schema that says nothing, which is written into the folder. It has no payloads.
[[nodiscard]] Entry empty_entry(const std::string& folder);

}  // namespace wild
