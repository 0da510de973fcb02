// SPDX-License-Identifier: Apache-2.0

// valijson over nlohmann::json. It knows up to draft 7, where all that the measured schemas use
// means the same: references into "$defs" are JSON Pointers, and none has siblings that constrain.

#include <memory>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "../contender.hpp"

namespace eventc::bench {
namespace {

using valijson::adapters::NlohmannJsonAdapter;

std::vector<Contender> contenders(const Payload& payload) {
  const nlohmann::json document = nlohmann::json::parse(payload.schema);
  auto schema = std::make_shared<valijson::Schema>();
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(NlohmannJsonAdapter(document), *schema);
  return {{Step::Check, "nlohmann + valijson",
           "a tree of values, then the schema; base64 is not looked at", true,
           [text = payload.text, schema] {
             const nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
             valijson::Validator validator;
             return !value.is_discarded() &&
                    validator.validate(*schema, NlohmannJsonAdapter(value), nullptr);
           },
           payload.text.size()}};
}

const bool kRegistered = register_peer({"valijson", "", contenders});

}  // namespace
}  // namespace eventc::bench
