// SPDX-License-Identifier: Apache-2.0
#include "measurement.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "file.hpp"

namespace eventc::bench {
namespace {

constexpr std::array<std::pair<Step, std::string_view>, 5> kSteps{{{Step::Parse, "parse"},
                                                                   {Step::Check, "check"},
                                                                   {Step::Write, "write"},
                                                                   {Step::Classify, "classify"},
                                                                   {Step::Ceiling, "ceiling"}}};

Step step_of(std::string_view name) {
  const auto found = std::find_if(kSteps.begin(), kSteps.end(),
                                  [&](const auto& step) { return step.second == name; });
  if (found == kSteps.end()) throw std::runtime_error("unknown step " + std::string(name));
  return found->first;
}

}  // namespace

std::string_view to_string(Step step) {
  return std::find_if(kSteps.begin(), kSteps.end(),
                      [&](const auto& named) { return named.first == step; })
      ->second;
}

Results read_results(const std::filesystem::path& path) {
  const nlohmann::json file = nlohmann::json::parse(read_file(path));
  Results results;
  results.libraries = file.at("libraries").get<std::vector<std::string>>();
  for (const nlohmann::json& result : file.at("results")) {
    results.measurements.push_back({step_of(result.at("step").get<std::string>()),
                                    result.at("contender"), result.at("what"), result.at("payload"),
                                    result.at("form"), result.at("seconds"), result.at("bytes")});
  }
  return results;
}

void write_results(const Results& results, const std::filesystem::path& path) {
  nlohmann::ordered_json file{{"libraries", results.libraries},
                              {"results", nlohmann::ordered_json::array()}};
  for (const Measurement& measured : results.measurements) {
    file["results"].push_back({{"step", to_string(measured.step)},
                               {"contender", measured.contender},
                               {"what", measured.what},
                               {"payload", measured.payload},
                               {"form", measured.form},
                               {"seconds", measured.seconds},
                               {"bytes", measured.bytes}});
  }
  write_file(path, file.dump(2) + "\n");
}

}  // namespace eventc::bench
