// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "http_peer.hpp"
#include "listener.hpp"

namespace eventc::lambda::testing {

/// The runtime API as Lambda has it, on a port of this host: it hands events out in order, and
/// takes one answer for each. Whatever waits here throws std::runtime_error after ten seconds.
///
/// Statuses are those of the developer guide, "Using the Lambda runtime API for custom runtimes":
/// 400 for a request id that is not known, 403 for a request in a state that is not for it (an
/// answer to what is answered, a next event while as many are under way as may be), 413 for a
/// response past 6 MiB.
class RuntimeApiStub : private Progress {
 public:
  /// What is asked for.
  enum class Resource : std::uint8_t {
    Next,
    Response,
    Error,
    InitError,
    RestoreNext,
    RestoreError
  };
  enum class Fault : std::uint8_t {
    Drop,         ///< The connection is closed without an answer.
    DropMidBody,  ///< The connection is closed behind the first chunk of the request's body.
    DropBehind,   ///< What was asked is done, and then the connection is closed without an answer.
    Status413MidBody,  ///< Behind the first chunk of the request's body.
    CloseMidBody,      ///< The answer breaks off in its body.
    Status500,         ///< "Container error".
    Status400,
    NoRequestId,  ///< An event without the header that names it.
  };

  struct Answer {
    Resource resource = Resource::Response;
    Request request;
  };

  explicit RuntimeApiStub(std::size_t concurrency = 1);
  ~RuntimeApiStub() override;

  /// Host and port.
  [[nodiscard]] std::string authority() const;

  /// Has an event handed out; gives its request id.
  std::string offer(std::string payload, Headers headers = {});
  /// The answer to it. (To one whose answer is awaited only one is given.)
  [[nodiscard]] Answer wait_for_answer(const std::string& request_id);
  /// What was posted to init/error, restore/error.
  [[nodiscard]] Request wait_for(Resource resource);
  /// Until so many requests wait for a next event.
  void wait_for_idle(std::size_t requests = 1);
  /// Until so much of a streamed response is here.
  void wait_for_streamed(const std::string& text);
  void restore();

  /// The next `times` requests for a resource fail.
  void fail(Resource resource, Fault fault, std::size_t times = 1);

  [[nodiscard]] std::size_t requests(Resource resource);
  [[nodiscard]] std::size_t connections();

 private:
  struct Event {
    std::string id;
    std::string payload;
    Headers headers;
  };

  void accept_connections();
  void talk(int socket);
  /// False where the connection is to be closed.
  bool answer(HttpPeer& peer, const Request& request);
  bool hand_out(HttpPeer& peer, std::optional<Fault> fault);
  bool wait_for_restore(HttpPeer& peer);
  int take(Resource resource, const Request& request);
  [[nodiscard]] std::optional<Fault> take_fault(Resource resource);
  bool take_chunk(HttpPeer& peer, const Request& request) override;
  template <class Condition>
  void wait(std::unique_lock<std::mutex>& lock, const char* what, Condition condition);

  const std::size_t concurrency_;
  test::Listener listener_;
  std::thread acceptor_;

  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_closing_ = false;
  bool is_restored_ = false;
  std::vector<std::thread> talkers_;
  std::set<int> sockets_;
  std::size_t connections_ = 0;
  std::size_t idle_ = 0;
  std::size_t offered_ = 0;
  std::deque<Event> events_;
  std::set<std::string> under_way_;
  std::map<std::string, Answer> answers_;
  std::map<Resource, std::vector<Request>> posted_;
  std::map<Resource, std::deque<Fault>> faults_;
  std::map<Resource, std::size_t> requests_;
  std::string streamed_;
};

}  // namespace eventc::lambda::testing
