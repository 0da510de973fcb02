// SPDX-License-Identifier: Apache-2.0
#include "stop.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace eventc::lambda {

Stop::Stop() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
    throw std::system_error(errno, std::generic_category(), "cannot make a pipe");
  read_end_ = ends[0];
  write_end_ = ends[1];
}

Stop::~Stop() {
  close(read_end_);
  close(write_end_);
}

void Stop::request() noexcept {
  if (requested_.exchange(true)) return;
  const int before = errno;  // of what the signal interrupted
  // Nothing reads the byte: it wakes every poll of the other end.
  [[maybe_unused]] const ssize_t written = write(write_end_, "", 1);
  errno = before;
}

}  // namespace eventc::lambda
