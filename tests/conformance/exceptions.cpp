// SPDX-License-Identifier: Apache-2.0
#include "exceptions.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "verdicts/files.hpp"

namespace conformance {

std::vector<Exception> read_exceptions(const std::string& path) {
  std::vector<Exception> all;
  try {
    for (const auto& json : nlohmann::json::parse(verdicts::read_file(path))) {
      Exception one{json.at("drafts"), json.at("file"), json.at("group"), json.at("test"),
                    json.at("reason")};
      if (one.reason.empty())
        throw std::runtime_error(path + ": an exception without a reason: " + json.dump());
      all.push_back(std::move(one));
    }
  } catch (const nlohmann::json::exception& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
  return all;
}

const Exception* find_exception(const std::vector<Exception>& exceptions, std::string_view draft,
                                const Group& group, const Test& test) {
  if (group.part == Part::Required) return nullptr;
  const auto found = std::ranges::find_if(exceptions, [&](const Exception& one) {
    return std::ranges::find(one.drafts, draft) != one.drafts.end() && one.file == group.file &&
           one.group == group.description && one.test == test.description;
  });
  return found == exceptions.end() ? nullptr : &*found;
}

}  // namespace conformance
