// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace eventc::compiler {

/// Calls work(0) … work(count - 1), each once, in whatever order, on several threads at once where
/// there are at least two times `least_of_thread` calls. Where calls throw, the exception of the
/// first in order is thrown when all threads have ended; calls behind it may not have been made.
void for_each_in_parallel(std::size_t count, std::size_t least_of_thread,
                          const std::function<void(std::size_t)>& work);

}  // namespace eventc::compiler
