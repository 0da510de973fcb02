// SPDX-License-Identifier: Apache-2.0
#include "imports.hpp"

#include "load.hpp"
#include "uri.hpp"

namespace eventc::compiler {
namespace {

std::string as_folder(std::string_view path) {
  return std::string(path) + (path.ends_with('/') ? "" : "/");
}

}  // namespace

Imports::Imports(const std::vector<std::string>& folders, Files& files) : files_(files) {
  for (const std::string& folder : folders) {
    const std::size_t equals = folder.find('=');
    const bool is_base = equals != std::string::npos && is_absolute_uri(folder.substr(0, equals));
    if (is_base) {
      bases_.push_back({folder.substr(0, equals), as_folder(folder.substr(equals + 1))});
    } else {
      folders_.push_back(as_folder(folder));
    }
  }
}

std::vector<std::string> Imports::paths_of(std::string_view relative) const {
  std::vector<std::string> paths;
  for (const std::string& folder : folders_) paths.push_back(resolve_uri(folder, relative));
  return paths;
}

std::vector<std::string> Imports::paths_below_bases(std::string_view uri) const {
  std::vector<std::string> paths;
  for (const Base& base : bases_) {
    if (!uri.starts_with(base.uri)) continue;
    std::string_view below = uri.substr(base.uri.size());
    const bool is_whole_step =
        base.uri.ends_with('/') || base.uri.ends_with(':') || below.starts_with('/');
    if (!is_whole_step) continue;  // "https://e.com/shop" is no base of "https://e.com/shopping"
    while (below.starts_with('/')) below.remove_prefix(1);
    // Only what lies below the folder: the URI is from a schema, which nobody need trust.
    const std::string path = resolve_uri(base.folder, percent_decode(below));
    if (path.starts_with(resolve_uri("", base.folder))) paths.push_back(path);
  }
  return paths;
}

std::optional<std::string> Imports::find_id(const std::string& uri) {
  if (!ids_) list();
  const auto found = ids_->find(uri);
  return found == ids_->end() ? std::nullopt : std::optional(found->second);
}

void Imports::list() {
  ids_.emplace();
  for (const std::string& folder : folders_) {
    for (const std::string& path : files_.list(folder, ".json")) {
      std::string why;
      const auto text = files_.read(path, why);
      const Json root = text ? Json::parse(*text, nullptr, false) : Json();
      if (!root.is_object()) continue;
      for (const char* const keyword : {"$id", "id"}) {
        const auto id = root.find(keyword);
        if (id == root.end() || !id->is_string()) continue;
        ids_->emplace(split_fragment(id->get_ref<const std::string&>()).resource, path);
      }
    }
  }
}

}  // namespace eventc::compiler
