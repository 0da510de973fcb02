// SPDX-License-Identifier: Apache-2.0
#include "thrown.hpp"

#include <cstdlib>
#include <exception>
#include <memory>
#include <string_view>
#include <typeinfo>

#if __has_include(<cxxabi.h>)
#include <cxxabi.h>
#define EVENTC_HAS_CXXABI 1
#else
#define EVENTC_HAS_CXXABI 0
#endif

namespace eventc::batch::detail {
namespace {

std::string name_of(const std::type_info& type) {
#if EVENTC_HAS_CXXABI
  const std::unique_ptr<char, void (*)(void*)> name(
      abi::__cxa_demangle(type.name(), nullptr, nullptr, nullptr), std::free);
  if (name) return name.get();
#endif
  return type.name();
}

/// The exception that is being handled is no std::exception.
Thrown describe_unknown() {
#if EVENTC_HAS_CXXABI
  if (const std::type_info* const type = abi::__cxa_current_exception_type()) {
    const std::string name = name_of(*type);
    return {.reason = "an exception of type " + name, .type = name};
  }
#endif
  return {.reason = "an exception of unknown type", .type = {}};
}

/// std::throw_with_nested() makes a type of its own for what it is given: that is what to name.
std::string without_nested(std::string name) {
  constexpr std::string_view kBefore = "std::_Nested_exception<";
  if (!name.starts_with(kBefore) || !name.ends_with('>')) return name;
  return name.substr(kBefore.size(), name.size() - kBefore.size() - 1);
}

/// The causes of `error`, each behind a colon.
void append_causes(const std::exception& error, std::string& reason) {
  try {
    std::rethrow_if_nested(error);
  } catch (const std::exception& cause) {
    reason += ": ";
    reason += cause.what();
    append_causes(cause, reason);
  } catch (...) {
    reason += ": " + describe_unknown().reason;
  }
}

}  // namespace

Thrown describe_thrown() {
  try {
    throw;
  } catch (const std::exception& error) {
    Thrown thrown{.reason = error.what(), .type = without_nested(name_of(typeid(error)))};
    append_causes(error, thrown.reason);
    return thrown;
  } catch (...) {
    return describe_unknown();
  }
}

}  // namespace eventc::batch::detail
