// SPDX-License-Identifier: Apache-2.0
#include "view/type_order.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/children.hpp"

namespace eventc::compiler {
namespace {

/// What the definition of a named type mentions.
struct Mentions {
  std::vector<TypeId> named;      ///< every named type, in order
  std::set<TypeId> needed_whole;  ///< those of them that must be complete
};

class MentionFinder {
 public:
  explicit MentionFinder(const Model& model) : model_(model) {}

  Mentions of(TypeId id) {
    mentions_ = {};
    seen_.clear();
    inside(id, true);
    return std::move(mentions_);
  }

 private:
  void mention(TypeId id, bool whole) {
    // Aliases of unions may lead to each other by more ways than can be gone.
    if (!seen_.emplace(id, whole).second) return;
    if (!model_.types[id].is_named()) return inside(id, whole);
    if (std::find(mentions_.named.begin(), mentions_.named.end(), id) == mentions_.named.end())
      mentions_.named.push_back(id);
    const bool is_alias = model_.as<AliasType>(id) != nullptr;
    if (whole || is_alias) mentions_.needed_whole.insert(id);
    // What an alias stands for is held, or not, just as if it were written out.
    if (is_alias) inside(id, whole);
  }

  void inside(TypeId id, bool whole) {
    const auto& definition = model_.types[id].definition;
    if (const auto* const type = std::get_if<ListType>(&definition)) mention_item(type->item);
    if (const auto* const type = std::get_if<MapType>(&definition)) {
      if (type->key) mention(*type->key, true);
      mention_item(type->value);
    }
    if (const auto* const type = std::get_if<BoxType>(&definition)) mention(type->value, false);
    if (const auto* const type = std::get_if<OptionalType>(&definition))
      mention(type->value, whole);
    if (const auto* const type = std::get_if<NullableType>(&definition))
      mention(type->value, whole);
    if (const auto* const type = std::get_if<AliasType>(&definition)) mention(type->target, whole);
    if (const auto* const type = std::get_if<WrapperType>(&definition)) mention(type->value, whole);
    if (const auto* const type = std::get_if<TupleType>(&definition)) {
      for (const TypeId item : type->items) mention(item, whole);
      if (type->rest) mention_item(*type->rest);
    }
    if (const auto* const type = std::get_if<UnionType>(&definition)) {
      for (const Alternative& alternative : type->alternatives) mention(alternative.type, whole);
    }
    if (const auto* const type = std::get_if<StructType>(&definition)) {
      for (const Field& field : type->fields) {
        if (field.kind == Field::Kind::Stored) mention(field.type, whole);
      }
      for (const MemberMap& map : type->maps) mention_item(map.value);
    }
  }

  void mention_item(TypeId id) { mention(id, held_as_item(model_, id) == Held::Inside); }

  const Model& model_;
  Mentions mentions_;
  std::set<std::pair<TypeId, bool>> seen_;
};

class TypeOrderer {
 public:
  /// `ids` are the document's named types.
  TypeOrderer(const Model& model, std::size_t document, const std::vector<TypeId>& ids)
      : model_(model), document_(document) {
    MentionFinder finder(model);
    for (const TypeId id : ids) {
      // An alias is no definition: naming an incomplete type in it is enough.
      Mentions mentions = finder.of(id);
      if (model.as<AliasType>(id) != nullptr) keep_only_aliases(mentions);
      mentions_.emplace(id, std::move(mentions));
    }
  }

  TypeOrder run() {
    for (const auto& [id, mentions] : mentions_) define(id, false);
    declare();
    return std::move(order_);
  }

 private:
  [[nodiscard]] bool is_here(TypeId id) const {
    return model_.types[id].is_named() && model_.types[id].document == document_;
  }

  void keep_only_aliases(Mentions& mentions) const {
    std::erase_if(mentions.needed_whole,
                  [this](TypeId id) { return model_.as<AliasType>(id) == nullptr; });
  }

  /// After all that it needs; before that, if nothing speaks against it, after all that it
  /// mentions. `only_needed`: something is waiting for this one, and what it merely mentions may
  /// have to wait for that.
  void define(TypeId id, bool only_needed) {
    if (!is_here(id) || defined_.contains(id)) return;
    if (!only_needed && !open_.insert(id).second) return;
    const Mentions& mentions = mentions_.at(id);
    for (const TypeId needed : mentions.needed_whole) define_needed(needed);
    if (!only_needed) {
      for (const TypeId mentioned : mentions.named) define(mentioned, false);
    }
    for (const TypeId needed : mentions.needed_whole) define_needed(needed);
    if (defined_.insert(id).second) order_.types.push_back(id);
  }

  void define_needed(TypeId id) {
    if (!is_here(id) || defined_.contains(id)) return;
    if (open_.contains(id)) return define(id, true);
    define(id, false);
  }

  void declare() {
    std::set<TypeId> seen;
    for (const TypeId id : order_.types) {
      seen.insert(id);
      for (const TypeId mentioned : all_mentions(id)) {
        if (!is_here(mentioned) || seen.contains(mentioned) ||
            model_.as<AliasType>(mentioned) != nullptr)
          continue;
        if (std::find(order_.declared_first.begin(), order_.declared_first.end(), mentioned) ==
            order_.declared_first.end()) {
          order_.declared_first.push_back(mentioned);
        }
      }
    }
  }

  [[nodiscard]] const std::vector<TypeId>& all_mentions(TypeId id) const {
    return mentions_.at(id).named;
  }

  const Model& model_;
  std::size_t document_;
  std::map<TypeId, Mentions> mentions_;
  std::set<TypeId> defined_;
  std::set<TypeId> open_;
  TypeOrder order_;
};

}  // namespace

std::vector<TypeOrder> order_types(const Model& model) {
  std::vector<std::vector<TypeId>> named(model.events.size());
  for (TypeId id = 0; id < model.types.size(); ++id) {
    if (model.types[id].is_named()) named[model.types[id].document].push_back(id);
  }
  std::vector<TypeOrder> orders;
  for (std::size_t document = 0; document < named.size(); ++document)
    orders.push_back(TypeOrderer(model, document, named[document]).run());
  return orders;
}

}  // namespace eventc::compiler
