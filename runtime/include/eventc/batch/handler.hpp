// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

#include "eventc/batch/about.hpp"
#include "eventc/batch/frame.hpp"
#include "eventc/batch/record_list.hpp"
#include "eventc/batch/verdict.hpp"

namespace eventc::batch::detail {

/// Records in a row that one handler takes.
struct Stretch {
  std::size_t next = 0;  ///< Those in front of it are done.
  std::size_t end = 0;
};

/// Brings the records of a stretch to a user's handler, one after the other, up to the first that
/// fails: `next` is its place then, also where the handler throws. A call costs as much as a short
/// handler, so what is erased is the loop, with the handler inside of it.
using Handler =
    std::function<Verdict(const RecordList& records, Stretch&, About::Maker& abouts, Frame&)>;

/// That of `call`, which takes a record, an About and the Frame and returns a Verdict.
template <class Event, class Call>
[[nodiscard]] Handler handler_of_each(Call call) {
  return [call = std::move(call)](const RecordList& erased, Stretch& stretch, About::Maker& abouts,
                                  Frame& frame) {
    const auto& records = static_cast<const RecordListOf<Event>&>(erased);
    for (; stretch.next != stretch.end; ++stretch.next) {
      Verdict verdict = call(records[stretch.next], About(abouts, stretch.next), frame);
      if (!verdict) return verdict;
    }
    return Verdict::ok();
  };
}

}  // namespace eventc::batch::detail
