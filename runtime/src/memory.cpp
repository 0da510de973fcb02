// SPDX-License-Identifier: Apache-2.0
#include "memory.hpp"

#include <memory>

#include "eventc/emitted/conforms.hpp"

namespace eventc {

MemoryScope::MemoryScope(Reader& in) : in_(in) {
  if (in.memory() == nullptr) in.set_memory(&memory_);
}

MemoryScope::~MemoryScope() {
  if (in_.memory() == &memory_) in_.set_memory(nullptr);
}

Memory* remember(const Reader& in) {
  if (in.memory() == nullptr) return nullptr;
  if (*in.memory() == nullptr) *in.memory() = std::make_unique<Memory>();
  return in.memory()->get();
}

}  // namespace eventc
