// SPDX-License-Identifier: Apache-2.0

// RapidJSON as a reader: its DOM, and its SAX parser with a schema validator behind it.

#include <benchmark/benchmark.h>
#include <rapidjson/document.h>
#include <rapidjson/rapidjson.h>
#include <rapidjson/reader.h>
#include <rapidjson/schema.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "../contender.hpp"
#include "rapidjson_writer.hpp"

namespace eventc::bench {
namespace {

constexpr unsigned kStrict = rapidjson::kParseValidateEncodingFlag;

Contender dom(const Payload& payload) {
  return {Step::Parse,
          "RapidJSON DOM",
          "a tree of values, UTF-8 checked; no schema",
          false,
          [text = payload.text] {
            rapidjson::Document document;
            document.Parse<kStrict>(text.data(), text.size());
            benchmark::DoNotOptimize(document);
            return !document.HasParseError();
          },
          payload.text.size()};
}

/// RapidJSON knows draft 4, and what it does not know it passes over in silence: "const" becomes an
/// "enum", and "$defs" becomes "definitions", since it takes no "$" in a reference.
void to_draft_4(nlohmann::ordered_json& schema) {
  constexpr std::string_view kDefs = "#/$defs/";
  if (schema.is_object()) {
    schema.erase("$schema");
    if (schema.contains("const")) {
      schema["enum"] = nlohmann::ordered_json::array({schema["const"]});
      schema.erase("const");
    }
    if (schema.contains("$defs")) {
      schema["definitions"] = nlohmann::ordered_json(schema["$defs"]);
      schema.erase("$defs");
    }
    const std::string reference = schema.value("$ref", "");
    if (reference.starts_with(kDefs)) {
      schema["$ref"] = "#/definitions/" + reference.substr(kDefs.size());
    }
  }
  if (!schema.is_structured()) return;
  for (nlohmann::ordered_json& inner : schema) to_draft_4(inner);
}

struct Schema {
  explicit Schema(const rapidjson::Document& json) : document(json), validator(document) {}

  rapidjson::SchemaDocument document;
  rapidjson::SchemaValidator validator;
  rapidjson::Reader reader;
};

Contender schema(const Payload& payload) {
  nlohmann::ordered_json draft_4 = nlohmann::ordered_json::parse(payload.schema);
  to_draft_4(draft_4);
  rapidjson::Document json;
  json.Parse(draft_4.dump().c_str());
  auto state = std::make_shared<Schema>(json);
  return {Step::Check,
          "RapidJSON SchemaValidator",
          "SAX events into the validator, UTF-8 checked; base64 is not looked at",
          true,
          [text = payload.text, state] {
            state->validator.Reset();
            rapidjson::MemoryStream stream(text.data(), text.size());
            return !state->reader.Parse<kStrict>(stream, state->validator).IsError() &&
                   state->validator.IsValid();
          },
          payload.text.size()};
}

std::vector<Contender> contenders(const Payload& payload) {
  std::vector<Contender> all{dom(payload), schema(payload)};
  for (Contender& writer : rapidjson_writers(payload)) all.push_back(std::move(writer));
  return all;
}

const bool kRegistered = register_peer({"RapidJSON", RAPIDJSON_VERSION_STRING, contenders});

}  // namespace
}  // namespace eventc::bench
