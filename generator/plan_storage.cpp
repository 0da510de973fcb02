// SPDX-License-Identifier: Apache-2.0
#include "plan_storage.hpp"

#include <set>
#include <utility>

#include "model/children.hpp"

namespace eventc::compiler {
namespace {

/// The documents of the named types that a type is made of. Types without a name live where they
/// are used, and enumerations are of no storage.
class UsedDocuments {
 public:
  explicit UsedDocuments(const Model& model) : model_(model) {}

  void add_parts_of(TypeId type) {
    Definition definition = model_.types[type].definition;
    for_each_child(model_, definition, [this](TypeId& part, Held) { add(part); });
  }
  [[nodiscard]] const std::set<std::size_t>& documents() const { return documents_; }

 private:
  void add(TypeId part) {
    if (model_.as<EnumType>(part) != nullptr || !seen_.insert(part).second) return;
    if (!model_.types[part].is_named()) return add_parts_of(part);
    documents_.insert(model_.types[part].document);
  }

  const Model& model_;
  std::set<TypeId> seen_;
  std::set<std::size_t> documents_;
};

/// Pairs of documents: types of the first are made of types of the second.
std::set<std::pair<std::size_t, std::size_t>> find_uses(const Model& model) {
  std::set<std::pair<std::size_t, std::size_t>> uses;
  for (TypeId id = 0; id < model.types.size(); ++id) {
    if (!model.types[id].is_named()) continue;
    UsedDocuments used(model);
    used.add_parts_of(id);
    for (const std::size_t document : used.documents())
      uses.emplace(model.types[id].document, document);
  }
  return uses;
}

}  // namespace

std::optional<DocumentStorage> storage_called(std::string_view word) {
  if (word == "owned") return DocumentStorage{};
  if (word == "view") return DocumentStorage{.plain = Storage::View};
  if (word == "both") return DocumentStorage{.plain = Storage::View, .has_twins = true};
  return std::nullopt;
}

std::vector<DocumentStorage> plan_storage(const NormalForm& form, const Model& model,
                                          const DocumentStorage& wanted) {
  std::vector<DocumentStorage> plan;
  for (const NodeId root : form.roots) {
    const std::optional<std::string>& said = form[root].extension.storage;
    DocumentStorage storage = said ? storage_called(*said).value() : wanted;
    if (storage.plain == Storage::View && wanted.has_twins) storage.has_twins = true;
    plan.push_back(storage);
  }
  const auto uses = find_uses(model);
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (const auto& [user, used] : uses) {
      const bool fits = plan[used].has(plan[user].plain) &&
                        (!plan[user].has_twins || plan[used].has(plan[user].of_twins()));
      if (fits) continue;
      plan[used].has_twins = true;
      has_changed = true;
    }
  }
  return plan;
}

}  // namespace eventc::compiler
