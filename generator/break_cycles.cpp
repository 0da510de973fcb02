// SPDX-License-Identifier: Apache-2.0
#include "break_cycles.hpp"

#include <list>

#include "model/children.hpp"

namespace eventc::compiler {
namespace {

class CycleBreaker {
 public:
  explicit CycleBreaker(Model& model) : model_(model), states_(model.types.size(), State::New) {}

  void run() {
    const std::size_t count = model_.types.size();
    for (TypeId id = 0; id < count; ++id) visit(id);
  }

 private:
  enum class State { New, Open, Done };

  /// A type that is being looked through.
  struct Open {
    TypeId id = 0;
    /// A copy: boxes move the types, and what it held is put back.
    Definition definition;
    std::vector<TypeId*> held = {};
    std::size_t next = 0;
  };

  /// Structs may hold each other by the thousand: the open ones are a list, where the call stack
  /// would not do.
  void visit(TypeId id) {
    enter(id);
    while (!open_.empty()) {
      Open& last = open_.back();
      if (last.next == last.held.size()) {
        model_.types[last.id].definition = std::move(last.definition);
        states_[last.id] = State::Done;
        open_.pop_back();
        continue;
      }
      TypeId& held = *last.held[last.next++];
      if (held < states_.size() && states_[held] == State::Open) {
        held = box(held);
      } else {
        enter(held);
      }
    }
  }

  void enter(TypeId id) {
    if (id >= states_.size() || states_[id] != State::New)
      return;  // boxes that were put in are beyond the states
    states_[id] = State::Open;
    Open& entered = open_.emplace_back(Open{.id = id, .definition = model_.types[id].definition});
    for_each_child(model_, entered.definition, [&entered](TypeId& child, Held held) {
      if (held == Held::Inside) entered.held.push_back(&child);
    });
  }

  TypeId box(TypeId held) {
    // "An optional that is boxed" would be a value on the heap for nothing: the box goes inside.
    if (const auto* const optional = model_.as<OptionalType>(held)) {
      const TypeId inside = box(optional->value);
      model_.types.push_back({OptionalType{inside}, model_.types[held].document, {}, {}});
      return model_.types.size() - 1;
    }
    model_.types.push_back({BoxType{held}, model_.types[held].document, {}, {}});
    return model_.types.size() - 1;
  }

  Model& model_;
  std::vector<State> states_;
  std::list<Open> open_;
};

}  // namespace

void break_cycles(Model& model) { CycleBreaker(model).run(); }

}  // namespace eventc::compiler
