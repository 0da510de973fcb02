// SPDX-License-Identifier: Apache-2.0
#include <cxxabi.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <typeinfo>
#include <utility>

#include "eventc/thrown.hpp"

namespace eventc {
namespace {

constexpr std::size_t kMostLinks = 16;

/// What std::throw_with_nested() throws has a name of the library's own; its user knows its base.
std::string without_nesting(std::string type) {
  constexpr std::string_view kWrapper = "std::_Nested_exception<";
  if (!type.starts_with(kWrapper) || !type.ends_with('>')) return type;
  return type.substr(kWrapper.size(), type.size() - kWrapper.size() - 1);
}

std::string name_of(const std::type_info* type) {
  if (type == nullptr) return "a type that is not known";  // of another language
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(type->name(), nullptr, nullptr, nullptr), &std::free);
  return without_nesting(name ? name.get() : type->name());
}

/// One exception, and the one that is nested in it.
std::pair<Thrown, std::exception_ptr> look_at(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& exception) {
    const auto* const nested = dynamic_cast<const std::nested_exception*>(&exception);
    return {{name_of(&typeid(exception)), exception.what()},
            nested == nullptr ? nullptr : nested->nested_ptr()};
  } catch (const std::nested_exception& exception) {
    return {{name_of(&typeid(exception)), "an error with a cause"}, exception.nested_ptr()};
  } catch (const std::string& text) {
    return {{"std::string", text}, nullptr};
  } catch (const char* text) {
    return {{"const char*", text == nullptr ? "" : text}, nullptr};
  } catch (...) {
    const std::string type = name_of(abi::__cxa_current_exception_type());
    return {{type, "a value of type " + type + " was thrown"}, nullptr};
  }
}

}  // namespace

std::vector<Thrown> chain_of(const std::exception_ptr& thrown) {
  std::vector<Thrown> chain;
  std::exception_ptr next = thrown;
  while (next && chain.size() < kMostLinks) {
    auto [link, cause] = look_at(next);
    chain.push_back(std::move(link));
    next = std::move(cause);
  }
  return chain;
}

std::string words_of(const std::exception_ptr& thrown) {
  std::string words;
  for (const Thrown& link : chain_of(thrown)) words += (words.empty() ? "" : ": ") + link.message;
  return words;
}

}  // namespace eventc
