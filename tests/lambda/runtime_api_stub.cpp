// SPDX-License-Identifier: Apache-2.0
#include "runtime_api_stub.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <utility>

namespace eventc::lambda::testing {
namespace {

constexpr std::chrono::seconds kPatience{10};
constexpr std::size_t kLargestResponse = std::size_t{6} << 20;
constexpr std::string_view kVersion = "/2018-06-01/runtime/";

using Resource = RuntimeApiStub::Resource;

/// What a path names, and the request id in it.
struct Target {
  Resource resource;
  std::string request_id;
};

std::optional<Target> read_path(std::string_view path) {
  if (!path.starts_with(kVersion)) return std::nullopt;
  path.remove_prefix(kVersion.size());
  if (path == "invocation/next") return Target{Resource::Next, ""};
  if (path == "init/error") return Target{Resource::InitError, ""};
  if (path == "restore/next") return Target{Resource::RestoreNext, ""};
  if (path == "restore/error") return Target{Resource::RestoreError, ""};
  constexpr std::string_view kInvocation = "invocation/";
  if (!path.starts_with(kInvocation)) return std::nullopt;
  path.remove_prefix(kInvocation.size());
  const std::size_t slash = path.find('/');
  const std::string id(path.substr(0, slash));
  if (path.substr(id.size()) == "/response") return Target{Resource::Response, id};
  if (path.substr(id.size()) == "/error") return Target{Resource::Error, id};
  return std::nullopt;
}

}  // namespace

RuntimeApiStub::RuntimeApiStub(std::size_t concurrency) : concurrency_(concurrency) {
  acceptor_ = std::thread([this] { accept_connections(); });
}

RuntimeApiStub::~RuntimeApiStub() {
  {
    const std::lock_guard lock(mutex_);
    is_closing_ = true;
    listener_.stop();
    for (const int open : sockets_) shutdown(open, SHUT_RDWR);
  }
  changed_.notify_all();
  acceptor_.join();
  for (std::thread& talker : talkers_) talker.join();
}

std::string RuntimeApiStub::authority() const { return listener_.authority(); }

std::string RuntimeApiStub::offer(std::string payload, Headers headers) {
  const std::lock_guard lock(mutex_);
  std::string id = "8476a536-e9f4-11e8-9739-" + std::to_string(++offered_);
  events_.push_back({id, std::move(payload), std::move(headers)});
  changed_.notify_all();
  return id;
}

template <class Condition>
void RuntimeApiStub::wait(std::unique_lock<std::mutex>& lock, const char* what,
                          Condition condition) {
  if (!changed_.wait_for(lock, kPatience, condition))
    throw std::runtime_error(std::string("the stub waited in vain for ") + what);
}

RuntimeApiStub::Answer RuntimeApiStub::wait_for_answer(const std::string& request_id) {
  std::unique_lock lock(mutex_);
  wait(lock, "an answer", [&] { return answers_.contains(request_id); });
  return answers_[request_id];
}

Request RuntimeApiStub::wait_for(Resource resource) {
  std::unique_lock lock(mutex_);
  wait(lock, "an error report", [&] { return !posted_[resource].empty(); });
  return posted_[resource].front();
}

void RuntimeApiStub::wait_for_idle(std::size_t requests) {
  std::unique_lock lock(mutex_);
  wait(lock, "requests for the next event", [&] { return idle_ == requests; });
}

void RuntimeApiStub::wait_for_streamed(const std::string& text) {
  std::unique_lock lock(mutex_);
  wait(lock, "a piece of a response", [&] { return streamed_ == text; });
}

void RuntimeApiStub::restore() {
  const std::lock_guard lock(mutex_);
  is_restored_ = true;
  changed_.notify_all();
}

void RuntimeApiStub::fail(Resource resource, Fault fault, std::size_t times) {
  const std::lock_guard lock(mutex_);
  faults_[resource].insert(faults_[resource].end(), times, fault);
}

std::size_t RuntimeApiStub::requests(Resource resource) {
  const std::lock_guard lock(mutex_);
  return requests_[resource];
}

std::size_t RuntimeApiStub::connections() {
  const std::lock_guard lock(mutex_);
  return connections_;
}

void RuntimeApiStub::accept_connections() {
  for (;;) {
    const int accepted = listener_.accept();
    const std::lock_guard lock(mutex_);
    if (accepted < 0 || is_closing_) {
      if (accepted >= 0) close(accepted);
      return;
    }
    ++connections_;
    sockets_.insert(accepted);
    talkers_.emplace_back([this, accepted] { talk(accepted); });
  }
}

void RuntimeApiStub::talk(int socket) {
  HttpPeer peer(socket);
  while (const std::optional<Request> request = peer.read(*this)) {
    if (!answer(peer, *request)) break;
  }
  const std::lock_guard lock(mutex_);
  sockets_.erase(socket);
}

bool RuntimeApiStub::answer(HttpPeer& peer, const Request& request) {
  const std::optional<Target> target = read_path(request.path);
  if (!target) {
    peer.write(404, {}, "");
    return true;
  }
  const std::optional<Fault> fault = take_fault(target->resource);
  if (fault == Fault::Drop) return false;
  if (fault == Fault::Status500 || fault == Fault::Status400) {
    peer.write(fault == Fault::Status500 ? 500 : 400, {}, R"({"errorMessage":"told to fail"})");
    return true;
  }
  if (target->resource == Resource::Next) return hand_out(peer, fault);
  if (target->resource == Resource::RestoreNext) return wait_for_restore(peer);
  const int status = take(target->resource, request);
  if (fault == Fault::DropBehind) return false;
  peer.write(status, {{"content-type", "application/json"}}, R"({"status":"told"})");
  return true;
}

std::optional<RuntimeApiStub::Fault> RuntimeApiStub::take_fault(Resource resource) {
  const std::lock_guard lock(mutex_);
  ++requests_[resource];
  std::deque<Fault>& faults = faults_[resource];
  if (faults.empty()) return std::nullopt;
  const Fault fault = faults.front();
  faults.pop_front();
  return fault;
}

bool RuntimeApiStub::hand_out(HttpPeer& peer, std::optional<Fault> fault) {
  Event event;
  {
    std::unique_lock lock(mutex_);
    if (under_way_.size() + idle_ >= concurrency_) {
      lock.unlock();
      peer.write(403, {}, R"({"errorMessage":"not in this state"})");
      return true;
    }
    ++idle_;
    changed_.notify_all();
    // A runtime that goes away while it waits is noticed when it is answered.
    changed_.wait(lock, [this] { return is_closing_ || !events_.empty(); });
    --idle_;
    if (is_closing_) return false;
    event = events_.front();
    if (fault) {
      event.headers["x-fault"] = "the event comes again";
    } else {
      events_.pop_front();
      under_way_.insert(event.id);
    }
  }
  event.headers["content-type"] = "application/json";
  if (fault != Fault::NoRequestId) event.headers["lambda-runtime-aws-request-id"] = event.id;
  const bool is_broken = fault == Fault::CloseMidBody;
  peer.write(200, event.headers, event.payload, is_broken ? event.payload.size() + 1 : 0);
  return !is_broken;
}

bool RuntimeApiStub::wait_for_restore(HttpPeer& peer) {
  std::unique_lock lock(mutex_);
  ++idle_;
  changed_.notify_all();
  changed_.wait(lock, [this] { return is_closing_ || is_restored_; });
  --idle_;
  if (is_closing_) return false;
  lock.unlock();
  peer.write(200, {}, "");
  return true;
}

int RuntimeApiStub::take(Resource resource, const Request& request) {
  const std::lock_guard lock(mutex_);
  if (resource == Resource::InitError || resource == Resource::RestoreError) {
    posted_[resource].push_back(request);
    changed_.notify_all();
    return 202;
  }
  const std::string id = read_path(request.path)->request_id;
  if (answers_.contains(id)) return 403;
  if (!under_way_.contains(id)) return 400;
  const bool is_whole = resource == Resource::Response && request.chunks.empty();
  if (is_whole && request.body.size() > kLargestResponse) return 413;
  under_way_.erase(id);
  answers_[id] = {resource, request};
  changed_.notify_all();
  return 202;
}

bool RuntimeApiStub::take_chunk(HttpPeer& peer, const Request& request) {
  std::unique_lock lock(mutex_);
  streamed_ = request.body;
  changed_.notify_all();
  std::deque<Fault>& faults = faults_[Resource::Response];
  if (faults.empty()) return true;
  const Fault fault = faults.front();
  if (fault != Fault::DropMidBody && fault != Fault::Status413MidBody) return true;
  faults.pop_front();
  lock.unlock();
  if (fault == Fault::Status413MidBody) {
    peer.write(413, {}, R"({"errorMessage":"too large"})");
    peer.refuse_the_rest();
  }
  return false;
}

}  // namespace eventc::lambda::testing
