// SPDX-License-Identifier: Apache-2.0
#include "catalog.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "verdicts/files.hpp"

namespace wild {
namespace {

using Json = nlohmann::json;

/// The manifest's paths are below its folder.
std::vector<std::string> paths(const Json& list, const std::string& folder) {
  std::vector<std::string> all;
  for (const std::string path : list) all.push_back(folder + "/" + path);
  return all;
}

Entry read_entry(const Json& json, const std::string& folder) {
  Entry entry;
  entry.name = json.at("name");
  entry.draft = json.at("draft");
  entry.schema = folder + "/" + std::string(json.at("schema"));
  for (const Json& reference : json.at("refs"))
    entry.references.push_back(
        {reference.at("uri"), folder + "/" + std::string(reference.at("path"))});
  entry.positives = paths(json.at("positives"), folder);
  entry.negatives = paths(json.at("negatives"), folder);
  entry.format_negatives = paths(json.at("format_negatives"), folder);
  // Valid where formats are annotations: the same thing under another name.
  for (std::string& path : paths(json.at("positives_annotation_only"), folder))
    entry.format_negatives.push_back(std::move(path));
  entry.subschemas = json.at("subschemas");
  return entry;
}

}  // namespace

std::vector<Entry> read_catalog(const std::string& folder) {
  const std::string path = folder + "/manifest.json";
  std::vector<Entry> entries;
  try {
    for (const Json& json : Json::parse(verdicts::read_file(path)))
      entries.push_back(read_entry(json, folder));
  } catch (const Json::exception& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
  return entries;
}

Entry empty_entry(const std::string& folder) {
  Entry entry;
  entry.name = "(no keywords)";
  entry.draft = "draft7";
  entry.schema = folder + "/nothing.json";
  verdicts::write_if_changed(entry.schema, "{}\n");
  return entry;
}

}  // namespace wild
