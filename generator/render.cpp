// SPDX-License-Identifier: Apache-2.0
#include "render.hpp"

#include <fmt/format.h>

#include <charconv>
#include <kainjow/mustache.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "template_text.hpp"

namespace eventc::compiler {
namespace {

namespace mustache = kainjow::mustache;
using Json = nlohmann::ordered_json;
using Kind = TemplateTag::Kind;

// Answers kainjow's look-ups from the data itself. kainjow asks for a section's value and then, if
// it renders the section, pushes and pops a frame for each round; it is given a list of the right
// size and never sees an item.
class Frames final : public mustache::basic_context<std::string> {
 public:
  Frames(const std::vector<TemplateTag>& tags, const Json& root) : tags_(tags), frames_{&root} {}

  const mustache::data* get(const std::string& index) const override {
    if (index.empty()) return &line_feed_;
    const TemplateTag& tag = tag_at(index);
    const Json& value = find(tag);
    if (tag.kind != Kind::Variable) return section(tag, value);
    if (!value.is_string()) throw wrong_type(tag, "a variable is a string", value);
    variable_ = mustache::data(value.get_ref<const std::string&>());
    return &variable_;
  }

  void push(const mustache::data* /*data*/) override {
    Section& section = sections_.back();
    const Json* frame = section.items ? &(*section.items)[section.begun] : frames_.back();
    ++section.begun;
    frames_.push_back(frame);
  }

  void pop() override {
    frames_.pop_back();
    if (sections_.back().begun == sections_.back().rounds) sections_.pop_back();
  }

  // Partials are in place before kainjow reads a template.
  const mustache::data* get_partial(const std::string& /*name*/) const override { return nullptr; }

 private:
  // A section that is being rendered.
  struct Section {
    // Null: its one round keeps the frame.
    const Json* items = nullptr;
    std::size_t rounds = 1;
    std::size_t begun = 0;
  };

  const TemplateTag& tag_at(const std::string& index) const {
    std::size_t number = 0;
    std::from_chars(index.data(), index.data() + index.size(), number);
    return tags_.at(number);
  }

  const Json& find(const TemplateTag& tag) const {
    constexpr std::string_view kRoot = "root.";
    if (tag.name == ".") return *frames_.back();
    const bool in_root = tag.name.starts_with(kRoot);
    const Json& frame = in_root ? *frames_.front() : *frames_.back();
    if (frame.is_object()) {
      const auto member = frame.find(in_root ? tag.name.substr(kRoot.size()) : tag.name);
      if (member != frame.end()) return *member;
    }
    throw template_error(tag, "the data has no such name here");
  }

  const mustache::data* section(const TemplateTag& tag, const Json& value) const {
    if (!value.is_boolean() && !value.is_array()) {
      throw wrong_type(tag, "a section is a list or a bool", value);
    }
    const bool is_present = value.is_boolean() ? value.get<bool>() : !value.empty();
    if (is_present == (tag.kind == Kind::Section)) {
      const bool has_items = is_present && value.is_array();
      sections_.push_back(has_items ? Section{&value, value.size()} : Section{});
    }
    if (value.is_array()) return list_of(value.size());
    return is_present ? &true_ : &false_;
  }

  const mustache::data* list_of(std::size_t size) const {
    const auto [list, is_new] = lists_.try_emplace(size, mustache::data::type::list);
    for (std::size_t i = 0; is_new && i < size; ++i) list->second.push_back(true_);
    return &list->second;
  }

  static TemplateError wrong_type(const TemplateTag& tag, std::string_view rule,
                                  const Json& value) {
    return template_error(tag, fmt::format("{}, this is: {}", rule, value.type_name()));
  }

  const std::vector<TemplateTag>& tags_;
  // The first is the root.
  std::vector<const Json*> frames_;
  // kainjow asks through a const function.
  mutable std::vector<Section> sections_;
  mutable std::map<std::size_t, mustache::data> lists_;
  mutable mustache::data variable_;
  mustache::data line_feed_{std::string("\n")};
  mustache::data true_{true};
  mustache::data false_{false};
};

std::string keep(const std::string& text) { return text; }

}  // namespace

struct Templates::Parsed {
  std::vector<TemplateTag> tags;
  // kainjow writes to it while it renders only where it is given a lambda or a partial: never.
  mustache::mustache text;

  // A line feed is put behind the text, and taken away again: kainjow drops an output of blanks
  // alone.
  explicit Parsed(FlatTemplate flat) : tags(std::move(flat.tags)), text(flat.text + "\x01&\x02") {
    text.set_custom_escape(keep);
  }
};

Templates::Templates(std::map<std::string, std::string> texts) {
  for (const auto& [name, text] : texts) {
    const auto parsed = std::make_shared<Parsed>(flatten(texts, name));
    if (!parsed->text.is_valid()) {
      throw TemplateError(fmt::format("template \"{}\": {}", name, parsed->text.error_message()));
    }
    parsed_.emplace(name, parsed);
  }
}

std::string Templates::render(const std::string& name, const Json& data) const {
  const auto found = parsed_.find(name);
  if (found == parsed_.end()) throw TemplateError(fmt::format("there is no template \"{}\"", name));
  Frames frames(found->second->tags, data);
  std::string out = found->second->text.render(frames);
  out.pop_back();
  return out;
}

}  // namespace eventc::compiler
