// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <iostream>
#include <map>

#include "runner.hpp"

namespace verdicts {
namespace {

using Judges = std::map<std::string_view, Answer (*)(std::string_view)>;

/// Within a function, because registrations may come before this file's own variables.
Judges& judges() {
  static Judges all;
  return all;
}

void answer_all() {
  std::string id;
  std::size_t size = 0;
  while (std::cin >> id >> size) {
    std::cin.ignore();  // the line feed
    std::string payload(size, '\0');
    std::cin.read(payload.data(), static_cast<std::streamsize>(size));
    const auto found = judges().find(id);
    const Answer answer = found == judges().end() ? Answer{} : found->second(payload);
    std::cout << answer.validate << ' ' << answer.parse;
    const std::string* const texts[] = {&answer.validate_message, &answer.parse_message,
                                        &answer.basic_output};
    for (const std::string* const text : texts) std::cout << ' ' << text->size();
    std::cout << '\n';
    for (const std::string* const text : texts) std::cout << *text;
    std::cout << std::flush;
  }
}

}  // namespace

Registration::Registration(std::initializer_list<Judge> some) {
  for (const Judge& judge : some) judges().emplace(judge.id, judge.judge);
}

}  // namespace verdicts

int main() {
  verdicts::answer_all();
  return 0;
}
