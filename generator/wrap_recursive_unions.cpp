// SPDX-License-Identifier: Apache-2.0
#include "wrap_recursive_unions.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/children.hpp"

namespace eventc::compiler {
namespace {

/// Finds the circles of types: Tarjan's strongly connected components. Its stack is a list, since
/// types may hold each other by the thousand.
class CircleFinder {
 public:
  explicit CircleFinder(Model& model)
      : children_(model.types.size()),
        order_(model.types.size(), kNotSeen),
        lowest_(model.types.size(), kNotSeen),
        is_waiting_(model.types.size(), false),
        is_in_circle_(model.types.size(), false) {
    for (TypeId id = 0; id < model.types.size(); ++id) {
      for_each_child(model, model.types[id].definition,
                     [&](TypeId& child, Held) { children_[id].push_back(child); });
    }
  }

  /// By TypeId.
  std::vector<bool> run() {
    for (TypeId id = 0; id < children_.size(); ++id) {
      if (order_[id] == kNotSeen) visit(id);
    }
    return std::move(is_in_circle_);
  }

 private:
  static constexpr std::size_t kNotSeen = static_cast<std::size_t>(-1);

  struct Open {
    TypeId id = 0;
    std::size_t next = 0;
  };

  void visit(TypeId first) {
    enter(first);
    while (!open_.empty()) {
      Open& last = open_.back();
      const TypeId id = last.id;
      if (last.next == children_[id].size()) {
        open_.pop_back();
        leave(id);
        if (!open_.empty())
          lowest_[open_.back().id] = std::min(lowest_[open_.back().id], lowest_[id]);
        continue;
      }
      const TypeId child = children_[id][last.next++];
      if (child == id) is_in_circle_[id] = true;
      if (order_[child] == kNotSeen) {
        enter(child);
      } else if (is_waiting_[child]) {
        lowest_[id] = std::min(lowest_[id], order_[child]);
      }
    }
  }

  void enter(TypeId id) {
    order_[id] = lowest_[id] = count_++;
    waiting_.push_back(id);
    is_waiting_[id] = true;
    open_.push_back({id});
  }

  /// The first of a component takes the others with it.
  void leave(TypeId id) {
    if (lowest_[id] != order_[id]) return;
    const bool is_alone = waiting_.back() == id;
    for (bool is_last = false; !is_last; waiting_.pop_back()) {
      const TypeId member = waiting_.back();
      is_waiting_[member] = false;
      if (!is_alone) is_in_circle_[member] = true;
      is_last = member == id;
    }
  }

  std::vector<std::vector<TypeId>> children_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> lowest_;
  std::vector<bool> is_waiting_;
  std::vector<bool> is_in_circle_;
  std::vector<TypeId> waiting_;
  std::vector<Open> open_;
  std::size_t count_ = 0;
};

/// By TypeId: aliases that a struct stands around already.
std::vector<bool> find_wrapped(const Model& model) {
  std::vector<bool> wrapped(model.types.size(), false);
  for (TypeId id = 0; id < model.types.size(); ++id) {
    const auto* const wrapper = model.as<WrapperType>(id);
    if (wrapper == nullptr) continue;
    const auto* const optional = model.as<OptionalType>(wrapper->value);
    wrapped[optional == nullptr ? wrapper->value : optional->value] = true;
  }
  return wrapped;
}

}  // namespace

void wrap_recursive_unions(Model& model) {
  const std::vector<bool> is_in_circle = CircleFinder(model).run();
  const std::vector<bool> is_wrapped = find_wrapped(model);
  for (TypeId id = 0; id < model.types.size(); ++id) {
    const auto* const alias = model.as<AliasType>(id);
    const bool is_union = alias != nullptr && model.as<UnionType>(alias->target) != nullptr;
    if (is_union && is_in_circle[id] && !is_wrapped[id])
      model.types[id].definition = WrapperType{alias->target, alias->pack};
  }
}

}  // namespace eventc::compiler
