// SPDX-License-Identifier: Apache-2.0
#include "compiler.hpp"

#include <utility>

#include "break_cycles.hpp"
#include "built_in_templates.hpp"
#include "check_keywords.hpp"
#include "explain/explain.hpp"
#include "load.hpp"
#include "model.hpp"
#include "names.hpp"
#include "normalize/normalize.hpp"
#include "plan_parse.hpp"
#include "plan_storage.hpp"
#include "render.hpp"
#include "resolve.hpp"
#include "route/explain.hpp"
#include "route/plan_route.hpp"
#include "sharing.hpp"
#include "view/list_items.hpp"
#include "wrap_recursive_unions.hpp"

namespace eventc::compiler {
namespace {

/// Remembers what is read.
class RecordingFiles final : public Files {
 public:
  RecordingFiles(Files& files, Sources& sources) : files_(files), sources_(sources) {}

  std::optional<std::string> read(const std::string& path, std::string& why) override {
    auto text = files_.read(path, why);
    if (text) sources_[path] = *text;
    return text;
  }
  bool write(const std::string& path, std::string_view text, std::string& why) override {
    return files_.write(path, text, why);
  }
  std::vector<std::string> list(const std::string& folder, std::string_view suffix) override {
    return files_.list(folder, suffix);
  }

 private:
  Files& files_;
  Sources& sources_;
};

std::vector<Document> load_all(const Request& request, Files& files, Compilation& result) {
  std::vector<Document> documents;
  for (const std::string& path : request.schemas) {
    std::string why;
    auto text = files.read(path, why);
    if (!text) {
      result.unreadable.push_back(path + ": " + why);
      continue;
    }
    if (auto document = load(path, std::move(*text), result.diagnostics))
      documents.push_back(std::move(*document));
  }
  return documents;
}

std::map<std::string, std::string> load_templates(const Request& request, Files& files) {
  std::map<std::string, std::string> texts = built_in_templates();
  if (!request.templates) return texts;
  constexpr std::string_view kSuffix = ".mustache";
  for (const std::string& path : files.list(*request.templates, kSuffix)) {
    std::string name = path.substr(request.templates->size());
    name = name.substr(name.find_first_not_of('/'));
    name.resize(name.size() - kSuffix.size());
    std::string why;
    if (auto text = files.read(path, why)) texts[name] = std::move(*text);
  }
  return texts;
}

void run_passes(const Request& request, Files& files, Compilation& result) {
  Diagnostics& diagnostics = result.diagnostics;
  // 1. Texts to documents.
  std::vector<Document> documents = load_all(request, files, result);
  if (!result.unreadable.empty()) return;
  // 2. References bound, keywords checked.
  const Resolved resolved =
      resolve(std::move(documents), {request.import_folders, request.dialect}, files, diagnostics);
  check_keywords(resolved, request.strict, diagnostics);
  if (diagnostics.has_errors()) return;
  // 3. One form for every dialect.
  const NormalForm form = normalize(resolved, {request.format_assertion}, diagnostics);
  if (diagnostics.has_errors()) return;
  // 4. Types.
  const Sharing sharing(form);
  Model model = build_model(form, sharing, diagnostics);
  wrap_recursive_unions(model);
  break_cycles(model);
  // 5. How they are read, and how events are told apart.
  const ParsePlan parse = plan_parse(form, model);
  RoutePlan routes;
  if (request.routes) {
    const auto explain = request.explain_routes ? ExplainPairs::Yes : ExplainPairs::No;
    routes = plan_route(form, model, diagnostics, explain);
  }
  const std::vector<DocumentStorage> storage = plan_storage(form, model, request.storage);
  // 6. Names, then text.
  const NameOptions name_options{request.name_space, request.bundle_name()};
  const Names names = decide_names(form, model, parse, name_options, diagnostics);
  if (diagnostics.has_errors()) return;
  const std::vector<TypeOrder> orders = order_types(model);
  const std::set<TypeId> list_items = find_list_items(model);
  const Emission emission{form, sharing, model, parse, storage, names, orders, list_items};
  if (request.explain_schemas) {
    result.explanation = print(explain_schemas(resolved, emission), *request.explain_schemas);
    return;
  }
  const Templates templates(load_templates(request, files));
  result.outputs = emit(emission, templates);
  if (request.explain_routes) result.explanation += explain_routes(routes, names.types);
  if (request.draw_routes) result.explanation += draw_routes(routes, names.types);
  if (!name_options.bundle) return;
  for (OutputFile& file : emit_bundle(emission, routes, name_options, templates))
    result.outputs.push_back(std::move(file));
}

}  // namespace

std::optional<std::string> Request::bundle_name() const {
  if (bundle || !routes) return bundle;
  return "Bundle";
}

Compilation compile(const Request& request, Files& files) {
  Compilation result;
  RecordingFiles recording(files, result.sources);
  try {
    run_passes(request, recording, result);
  } catch (const TemplateError& error) {
    result.template_error = error.what();
    result.outputs.clear();
  }
  return result;
}

}  // namespace eventc::compiler
