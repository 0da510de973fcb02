// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "eventc/context.hpp"
#include "eventc/event.hpp"
#include "eventc/http/problem.hpp"
#include "eventc/http/request.hpp"
#include "eventc/http/value_of.hpp"
#include "eventc/view.hpp"

/// What a handler's parameters are filled with, by their types.
namespace eventc::http {

/// The text of a template argument.
template <std::size_t N>
struct Name {
  consteval Name(const char (&literal)[N]) {  // NOLINT(google-explicit-constructor)
    std::copy(literal, literal + N, text);
  }
  [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }

  char text[N];
};

/// A value of the request, by its name: `*id`, or as it is where a T is expected.
template <class T>
class Value {
 public:
  explicit Value(T value) : value_(std::move(value)) {}

  [[nodiscard]] const T& operator*() const { return value_; }
  [[nodiscard]] const T* operator->() const { return &value_; }
  operator const T&() const { return value_; }  // NOLINT(google-explicit-constructor)

 private:
  T value_;
};

/// A parameter of the path: `Path<"id", int>`. T is std::string_view, std::string, bool, a number,
/// or what else has a ValueOf; a view is good as long as the request.
template <Name name, class T = std::string_view>
struct Path : Value<T> {
  using Value<T>::Value;
};
/// A parameter of the query:
/// - `Query<"limit", int>` must be given;
/// - `Query<"limit", std::optional<int>>` may be missing;
/// - `Query<"tag", std::vector<std::string_view>>` is all of that name.
/// The same holds for the next two.
template <Name name, class T = std::string_view>
struct Query : Value<T> {
  using Value<T>::Value;
};
/// A header field. Its name is compared without regard to case.
template <Name name, class T = std::string_view>
struct Header : Value<T> {
  using Value<T>::Value;
};
template <Name name, class T = std::string_view>
struct Cookie : Value<T> {
  using Value<T>::Value;
};

/// A request on its way to a handler's parameters, and what they refused.
struct Call {
  const Request& request;
  const Context& context;
  /// What will be answered in place of the handler, if anything.
  std::optional<Problem> problem = {};

  /// One more thing is wrong with the parameters: the answer is 400.
  void refuse(Problem::Detail detail);
  /// Its sender is not told of more: whatever else is wrong need not be found.
  [[nodiscard]] bool is_refused_enough() const;
  /// The body is not what the handler takes. That is the answer; refused parameters are listed
  /// beside it.
  void refuse_body(Problem why);
};

namespace detail {

/// Where a parameter was looked for, as a message says it.
struct Place {
  std::string_view kind;  ///< "query"
  std::string_view name;
};
[[nodiscard]] Problem::Detail missing(Place place);
[[nodiscard]] Problem::Detail unfit(Place place, std::string_view expected, std::string_view text);

/// A parameter's values into a T.
template <class T>
struct Collect {
  static std::optional<T> from(const std::vector<std::string_view>& values, Place place,
                               Call& call) {
    if (values.empty()) {
      call.refuse(missing(place));
      return std::nullopt;
    }
    constexpr bool is_known = requires { ValueOf<T>::from(std::string_view()); };
    static_assert(
        is_known,
        "the T of a Path, Query, Header or Cookie is std::string_view, std::string, bool, "
        "a number, std::optional or std::vector of one of these, or a type that "
        "eventc::http::ValueOf is specialised for");
    if constexpr (is_known) {
      std::optional<T> value = ValueOf<T>::from(values.front());
      if (!value) call.refuse(unfit(place, ValueOf<T>::expected(), values.front()));
      return value;
    } else {
      return std::nullopt;
    }
  }
};
template <class T>
struct Collect<std::optional<T>> {
  static std::optional<std::optional<T>> from(const std::vector<std::string_view>& values,
                                              Place place, Call& call) {
    if (values.empty()) return std::optional<T>();
    return Collect<T>::from(values, place, call);
  }
};
template <class T>
struct Collect<std::vector<T>> {
  static std::optional<std::vector<T>> from(const std::vector<std::string_view>& values,
                                            Place place, Call& call) {
    std::vector<T> all;
    for (const std::string_view text : values) {
      if (call.is_refused_enough()) break;
      std::optional<T> value = Collect<T>::from({text}, place, call);
      if (value) all.push_back(*std::move(value));
    }
    return all;
  }
};

/// The body's violations, or what else parse() has against it.
[[nodiscard]] Problem refused_body(const Error& error, const Report& report,
                                   std::string_view event);
/// Whether there is a body that may be read as JSON; if not, the call is refused, with 415 where it
/// says that it is something else.
[[nodiscard]] bool has_json(Call& call, std::string_view event);

template <class T>
[[nodiscard]] std::optional<T> read_body(Call& call) {
  if (!has_json(call, EventTraits<T>::name)) return std::nullopt;
  const std::string_view text = call.request.body;
  Result<T> value = [&] {
    if constexpr (ViewEvent<T>) {
      return EventTraits<T>::parse(text, call.request.arena, call.request.options);
    } else {
      return EventTraits<T>::parse(text, call.request.options);
    }
  }();
  if (value) return *std::move(value);
  call.refuse_body(refused_body(value.error(), eventc::validate<T>(text, call.request.options),
                                EventTraits<T>::name));
  return std::nullopt;
}

}  // namespace detail

/// How a parameter of type P (without const and &) is filled: `take` gives nothing once it has
/// refused the call.
template <class P>
struct Argument {
  static_assert(
      requires { EventTraits<P>::name; },
      "a handler's parameters are http::Path, Query, Header or Cookie, const "
      "http::Request&, const eventc::Context&, and one emitted type, the body");
  static constexpr bool is_body = true;
  static std::optional<P> take(Call& call) { return detail::read_body<P>(call); }
};
template <>
struct Argument<Request> {
  static constexpr bool is_body = false;
  static const Request* take(Call& call) { return &call.request; }
};
template <>
struct Argument<Context> {
  static constexpr bool is_body = false;
  static const Context* take(Call& call) { return &call.context; }
};

namespace detail {
/// A parameter that is looked for by its name among `fields`, a member of Request.
template <class P, class T, auto fields, Name kind, Name name>
struct NamedArgument {
  static constexpr bool is_body = false;
  static std::optional<P> take(Call& call) {
    std::optional<T> value =
        Collect<T>::from((call.request.*fields).all(name.view()), {kind.view(), name.view()}, call);
    if (!value) return std::nullopt;
    return P(*std::move(value));
  }
};
}  // namespace detail

template <Name name, class T>
struct Argument<Path<name, T>>
    : detail::NamedArgument<Path<name, T>, T, &Request::path_parameters, "path", name> {
  static constexpr std::string_view path_parameter = name.view();
};
template <Name name, class T>
struct Argument<Query<name, T>>
    : detail::NamedArgument<Query<name, T>, T, &Request::query, "query", name> {};
template <Name name, class T>
struct Argument<Header<name, T>>
    : detail::NamedArgument<Header<name, T>, T, &Request::headers, "header", name> {};
template <Name name, class T>
struct Argument<Cookie<name, T>>
    : detail::NamedArgument<Cookie<name, T>, T, &Request::cookies, "cookie", name> {};

}  // namespace eventc::http
