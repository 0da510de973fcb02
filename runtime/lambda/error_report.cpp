// SPDX-License-Identifier: Apache-2.0
#include "error_report.hpp"

#include <cxxabi.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <typeinfo>

#include "json_text.hpp"

namespace eventc::lambda {
namespace {

constexpr std::size_t kMostCauses = 16;
constexpr std::size_t kLongestText = 8192;

std::string name_of(const std::type_info* type) {
  if (type == nullptr) return "unknown";
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(type->name(), nullptr, nullptr, &status), &std::free);
  return status == 0 ? name.get() : type->name();
}

/// One exception, and the one inside of it.
struct Thrown {
  std::string type;
  std::string message;
  std::exception_ptr cause;
};

Thrown look_at(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& exception) {
    const auto* const nested = dynamic_cast<const std::nested_exception*>(&exception);
    return {name_of(&typeid(exception)), exception.what(), nested ? nested->nested_ptr() : nullptr};
  } catch (const std::nested_exception& exception) {
    return {name_of(&typeid(exception)), "an error with a cause", exception.nested_ptr()};
  } catch (const std::string& text) {
    return {"std::string", text, nullptr};
  } catch (const char* text) {
    return {"const char*", text == nullptr ? "" : text, nullptr};
  } catch (...) {
    const std::string type = name_of(abi::__cxa_current_exception_type());
    return {type, "a value of type " + type + " was thrown", nullptr};
  }
}

/// What std::throw_with_nested() throws has a name of the library's own; its user knows its base.
std::string without_nesting(std::string type) {
  constexpr std::string_view kWrapper = "std::_Nested_exception<";
  if (type.starts_with(kWrapper) && type.ends_with('>'))
    return type.substr(kWrapper.size(), type.size() - kWrapper.size() - 1);
  return type;
}

std::string shortened(const std::string& text) {
  return text.size() <= kLongestText ? text : text.substr(0, kLongestText) + "…";
}

std::string_view reason_of(Outcome::Kind kind) {
  switch (kind) {
    case Outcome::Kind::Handled:
      break;
    case Outcome::Kind::Unhandled:
      return "Eventc.Unhandled";
    case Outcome::Kind::Malformed:
      return "Eventc.Malformed";
    case Outcome::Kind::Invalid:
      return "Eventc.Invalid";
    case Outcome::Kind::ResponseFailed:
      return "Eventc.ResponseFailed";
  }
  return "Eventc.Unknown";
}

}  // namespace

std::string ErrorReport::to_json() const {
  std::string text = "{\"errorMessage\":" + json_string(shortened(message)) +
                     ",\"errorType\":" + json_string(shortened(type)) + ",\"stackTrace\":[";
  for (const std::string& cause : causes) {
    if (text.back() != '[') text += ',';
    text += json_string(shortened(cause));
  }
  return text + "]}";
}

std::string ErrorReport::to_string() const {
  std::string text = type + ": " + message;
  for (const std::string& cause : causes) text += ", because of " + cause;
  return text;
}

ErrorReport report_thrown(std::string_view reason, const std::exception_ptr& thrown) {
  Thrown outermost = look_at(thrown);
  ErrorReport report{std::string(reason), without_nesting(std::move(outermost.type)),
                     std::move(outermost.message)};
  std::exception_ptr cause = outermost.cause;
  while (cause && report.causes.size() < kMostCauses) {
    const Thrown inner = look_at(cause);
    report.causes.push_back(without_nesting(inner.type) + ": " + inner.message);
    cause = inner.cause;
  }
  return report;
}

ErrorReport report_outcome(const Outcome& outcome) {
  const std::string reason(reason_of(outcome.kind));
  return {reason, reason, outcome.reason};
}

}  // namespace eventc::lambda
