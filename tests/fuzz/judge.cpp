// SPDX-License-Identifier: Apache-2.0
#include "judge.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

#include "draft_07.hpp"

namespace golden {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

/// What a text has that readers see in different ways.
class Survey : public nlohmann::json_sax<json> {
 public:
  bool has_member_twice = false;
  bool has_null_character = false;
  bool has_fraction = false;
  bool has_long_number = false;
  bool is_ascii = true;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t value) override {
    has_long_number |= value < -kMostInDouble;
    return true;
  }
  bool number_unsigned(number_unsigned_t value) override {
    has_long_number |= value > static_cast<number_unsigned_t>(kMostInDouble);
    return true;
  }
  bool number_float(number_float_t, const string_t& text) override {
    has_fraction = true;
    has_long_number |= text.size() > 15 || text.find_first_of("eE") != string_t::npos;
    return true;
  }
  bool string(string_t& value) override {
    look_at(value);
    return true;
  }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override {
    names_.emplace_back();
    return true;
  }
  bool key(string_t& name) override {
    look_at(name);
    has_member_twice |= !names_.back().insert(name).second;
    return true;
  }
  bool end_object() override {
    names_.pop_back();
    return true;
  }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    return false;
  }

 private:
  static constexpr number_integer_t kMostInDouble = number_integer_t{1} << 53;

  void look_at(const string_t& text) {
    has_null_character |= text.find('\0') != string_t::npos;
    is_ascii &= std::all_of(text.begin(), text.end(),
                            [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }

  std::vector<std::set<string_t>> names_;
};

/// Since draft 6 it is the value that makes an integer; valijson goes by how it is written.
void write_integers_without_fraction(json& value) {
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (number == std::floor(number)) value = static_cast<std::int64_t>(number);
  }
  if (!value.is_structured()) return;
  for (json& part : value) write_integers_without_fraction(part);
}

}  // namespace

struct Judge::State {
  json document;  ///< The schema refers to its values.
  valijson::Schema schema;
  valijson::Validator validator;  ///< keeps compiled patterns
  bool has_pattern = false;
  bool has_divisor = false;
};

Judge::Judge(const json& schema) : state_(std::make_unique<State>()) {
  state_->document = to_draft_07(schema);
  const std::string text = schema.dump();
  state_->has_pattern = text.find("\"pattern") != std::string::npos;
  state_->has_divisor = text.find("\"multipleOf\"") != std::string::npos;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(NlohmannJsonAdapter(state_->document), state_->schema);
}
Judge::Judge(Judge&&) noexcept = default;
Judge::~Judge() = default;

std::optional<bool> Judge::is_valid(std::string_view payload) const {
  constexpr std::size_t kMostForRegex = 1000;
  Survey survey;
  if (!json::sax_parse(payload.begin(), payload.end(), &survey)) return std::nullopt;
  if (survey.has_member_twice || survey.has_null_character || survey.has_long_number)
    return std::nullopt;
  if (state_->has_divisor && survey.has_fraction) return std::nullopt;
  if (state_->has_pattern && (!survey.is_ascii || payload.size() > kMostForRegex))
    return std::nullopt;
  json value = json::parse(payload.begin(), payload.end());
  write_integers_without_fraction(value);
  return state_->validator.validate(state_->schema, NlohmannJsonAdapter(value), nullptr);
}

bool has_member_twice(std::string_view text) {
  Survey survey;
  json::sax_parse(text.begin(), text.end(), &survey);
  return survey.has_member_twice;
}

}  // namespace golden
