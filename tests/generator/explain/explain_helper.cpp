// SPDX-License-Identifier: Apache-2.0
#include "generator/explain/explain_helper.hpp"

#include "base/print.hpp"

namespace eventc::compiler::testing {

std::string explain(const std::vector<std::pair<std::string, std::string>>& given,
                    const ExplainOptions& options) {
  MemoryFiles files;
  Request request;
  for (const auto& [path, text] : given) {
    files.files.emplace(path, text);
    request.schemas.push_back(path);
  }
  for (const auto& [path, text] : options.others) files.files.emplace(path, text);
  request.dialect = options.dialect;
  request.format_assertion = options.format_assertion;
  request.routes = false;
  request.explain_schemas = options.format;
  const Compilation compilation = compile(request, files);
  if (!compilation.diagnostics.has_errors()) return compilation.explanation;
  return print(compilation.diagnostics, compilation.sources, ErrorFormat::Gcc, false);
}

std::string explain(const std::string& schema, const ExplainOptions& options) {
  return explain({{"a.json", schema}}, options);
}

std::string explain_at(const std::string& pointer, const std::string& schema,
                       const ExplainOptions& options) {
  const std::string text = explain(schema, options);
  const std::string place = pointer.empty() ? "a.json" : "  " + pointer;
  std::string found;
  bool is_there = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::string line = text.substr(begin, end - begin);
    if (!line.starts_with("    ")) is_there = line.starts_with(place + " ");
    if (is_there) found += line + "\n";
    begin = end + 1;
  }
  return found.empty() ? text : found;
}

std::string explain_rereadings(const std::string& schema) {
  const std::string text = explain(schema);
  const std::size_t begin = text.find("Read a second time:\n");
  return begin == std::string::npos ? text.substr(text.rfind('\n', text.size() - 2) + 1)
                                    : text.substr(begin);
}

}  // namespace eventc::compiler::testing
