// SPDX-License-Identifier: Apache-2.0
#include "explain/print_explanation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/text.hpp"

namespace eventc::compiler {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kFates = static_cast<std::size_t>(Fate::NoEffect) + 1;

/// Types stand behind locations of up to so many characters; behind a longer one they follow it.
constexpr std::size_t kTypeColumn = 40;
/// The same of fates behind keywords.
constexpr std::size_t kLongestKeyword = 24;

/// Places where the same is read again; the rest are counted.
constexpr std::size_t kMostPlaces = 12;

/// What is wide by its characters, not by its bytes.
std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); i += character_at(text, i).length) ++width;
  return width;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t own = width_of(text);
  return own < width ? std::move(text) + std::string(width - own, ' ') : std::move(text);
}

std::string describe(const KeywordFate& fate) {
  const std::string_view name = name_of(fate.fate);
  return fate.why.empty() ? std::string(name) : fmt::format("{}: {}", name, fate.why);
}

std::string describe_types(const ExplainedSchema& schema) {
  if (!schema.types.empty()) return fmt::format("{}", fmt::join(schema.types, ", "));
  if (!schema.again_with.empty()) return "checked with " + schema.again_with;
  return "no type: nothing leads here";
}

/// With its file where that is another.
std::string name_of_place(const ExplainedSchema& schema, const std::string& in_its_own) {
  return schema.file.empty() ? in_its_own : schema.file + "#" + schema.pointer;
}

class TextPrinter {
 public:
  std::string run(const ExplainedDocument& document) {
    for (const ExplainedSchema& schema : document.schemas) print(document, schema);
    summarize(document);
    return std::move(out_);
  }

 private:
  void print(const ExplainedDocument& document, const ExplainedSchema& schema) {
    const bool is_root = schema.pointer.empty() && schema.file.empty();
    const std::string place =
        printable(is_root ? document.file : "  " + name_of_place(schema, schema.pointer));
    out_ += fmt::format("{}  {}\n", padded(place, kTypeColumn), printable(describe_types(schema)));
    std::size_t width = 0;
    for (const ExplainedKeyword& keyword : schema.keywords)
      width = std::max(width, width_of(printable(keyword.name)));
    width = std::min(width, kLongestKeyword);
    for (const ExplainedKeyword& keyword : schema.keywords) {
      std::vector<std::string> fates;
      for (const KeywordFate& fate : keyword.fates) fates.push_back(printable(describe(fate)));
      out_ += fmt::format("    {}  {}\n", padded(printable(keyword.name), width),
                          fmt::join(fates, "; "));
    }
    for (const std::string& why : schema.rereadings)
      out_ += fmt::format("    → read again: {}\n", printable(why));
    if (!schema.types.empty() && !schema.again_with.empty())
      out_ += fmt::format("    → read again with {}\n", printable(schema.again_with));
  }

  void summarize(const ExplainedDocument& document) {
    std::array<std::size_t, kFates> counts{};
    std::size_t keywords = 0;
    for (const ExplainedSchema& schema : document.schemas) {
      if (!schema.file.empty()) continue;
      keywords += schema.keywords.size();
      for (const ExplainedKeyword& keyword : schema.keywords) {
        for (const KeywordFate& fate : keyword.fates) ++counts[static_cast<std::size_t>(fate.fate)];
      }
    }
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] != 0)
        parts.push_back(fmt::format("{} {}", counts[i], name_of(static_cast<Fate>(i))));
    }
    out_ += fmt::format("\n{} keyword{}: {}\n", keywords, keywords == 1 ? "" : "s",
                        fmt::join(parts, ", "));
    print_rereadings(document);
  }

  void print_rereadings(const ExplainedDocument& document) {
    // By the reason, in the order of its first place.
    std::vector<std::pair<std::string, std::vector<std::string>>> rereadings;
    for (const ExplainedSchema& schema : document.schemas) {
      for (const std::string& why : schema.rereadings) {
        const auto known = std::find_if(rereadings.begin(), rereadings.end(),
                                        [&](const auto& one) { return one.first == why; });
        std::vector<std::string>& places =
            known == rereadings.end()
                ? rereadings.emplace_back(why, std::vector<std::string>()).second
                : known->second;
        places.push_back(name_of_place(schema, "#" + schema.pointer));
      }
    }
    out_ += rereadings.empty() ? "Nothing is read a second time.\n" : "Read a second time:\n";
    for (auto& [why, places] : rereadings) {
      if (places.size() > kMostPlaces) {
        const std::size_t others = places.size() - kMostPlaces;
        places.resize(kMostPlaces);
        places.push_back(fmt::format("{} more", others));
      }
      out_ += printable(fmt::format("  {}: {}", fmt::join(places, ", "), why)) + "\n";
    }
  }

  std::string out_;
};

OrderedJson to_json(const ExplainedDocument& document, const ExplainedSchema& schema) {
  OrderedJson keywords = OrderedJson::array();
  for (const ExplainedKeyword& keyword : schema.keywords) {
    OrderedJson fates = OrderedJson::array();
    for (const KeywordFate& fate : keyword.fates) {
      fates.push_back({{"fate", name_of(fate.fate)},
                       {"why", fate.why.empty() ? OrderedJson() : OrderedJson(fate.why)}});
    }
    keywords.push_back({{"keyword", keyword.name}, {"fates", fates}});
  }
  const std::string& with = schema.again_with;
  return {{"schema", schema.file.empty() ? document.file : schema.file},
          {"location", schema.pointer},
          {"types", schema.types},
          {"keywords", keywords},
          {"read_again", schema.rereadings},
          {"read_again_with", with.empty() ? OrderedJson() : OrderedJson(with)}};
}

}  // namespace

std::string_view name_of(Fate fate) {
  switch (fate) {
    case Fate::InType:
      return "in the type";
    case Fate::Selects:
      return "selects";
    case Fate::Reference:
      return "reference";
    case Fate::Inline:
      return "checked inline";
    case Fate::Span:
      return "checked on the span";
    case Fate::Name:
      return "name";
    case Fate::Dialect:
      return "dialect";
    case Fate::Annotation:
      return "annotation";
    case Fate::NoEffect:
      return "no effect";
  }
  return {};
}

std::string print(const Explanation& explanation, ExplainFormat format) {
  std::string out;
  for (const ExplainedDocument& document : explanation) {
    if (format == ExplainFormat::Human) {
      out += (out.empty() ? "" : "\n") + TextPrinter().run(document);
      continue;
    }
    for (const ExplainedSchema& schema : document.schemas) {
      out += to_json(document, schema).dump(-1, ' ', false, OrderedJson::error_handler_t::replace) +
             "\n";
    }
  }
  return out;
}

}  // namespace eventc::compiler
