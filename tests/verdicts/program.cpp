// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <atomic>
#include <fstream>
#include <mutex>
#include <span>
#include <stdexcept>
#include <thread>

#include "files.hpp"

namespace verdicts {
namespace {

/// The source file that stands for several units: it includes theirs.
std::string pack_text(std::span<const Unit> units) {
  std::string text;
  for (const Unit& unit : units) {
    const std::string stem = unit.header.substr(0, unit.header.rfind('.'));
    text += "#include \"" + stem + ".cpp\"\n";
  }
  text +=
      "\n#include \"verdicts/runner.hpp\"\n\nstatic const verdicts::Registration registration{\n";
  for (const Unit& unit : units)
    text += "    verdicts::judge_of<" + unit.type + ">(\"" + unit.id + "\"),\n";
  return text + "};\n";
}

/// One mistake in a template may fill pages.
std::string first_lines(const std::string& text) {
  constexpr int kMost = 20;
  std::size_t end = 0;
  for (int i = 0; i < kMost; ++i) {
    end = text.find('\n', end);
    if (end == std::string::npos) return text;
    ++end;
  }
  return text.substr(0, end) + "…\n";
}

/// What the threads of compile_units() share.
class Packs {
 public:
  Packs(std::string folder, const Toolchain& toolchain)
      : folder_(std::move(folder)), toolchain_(toolchain) {}

  /// `name` tells the files of a pack apart: "3", and of its halves "3a" and "3b".
  void compile(std::span<const Unit> units, const std::string& name) {
    const std::string source = folder_ + "/pack_" + name + ".cpp";
    const std::string object = folder_ + "/pack_" + name + ".o";
    write_if_changed(source, pack_text(units));
    Command command = toolchain_.compile;
    command.insert(command.end(), {"-I" + folder_, "-c", source, "-o", object});
    const Finished finished = run(command);
    if (finished.exit_code == 0) {
      add({object, ids(units), finished.cpu_seconds});
    } else if (units.size() == 1) {
      refuse(units.front(), first_lines(finished.output));
    } else {
      const std::size_t half = units.size() / 2;
      compile(units.first(half), name + "a");
      compile(units.subspan(half), name + "b");
    }
  }

  /// For when all threads have ended.
  [[nodiscard]] Compiled take() { return std::move(compiled_); }

 private:
  static std::vector<std::string> ids(std::span<const Unit> units) {
    std::vector<std::string> all;
    for (const Unit& unit : units) all.push_back(unit.id);
    return all;
  }
  void add(ObjectFile object) {
    const std::lock_guard lock(mutex_);
    compiled_.objects.push_back(std::move(object));
  }
  void refuse(const Unit& unit, std::string why) {
    const std::lock_guard lock(mutex_);
    compiled_.refused.emplace(unit.id, std::move(why));
  }

  std::string folder_;
  const Toolchain& toolchain_;
  std::mutex mutex_;
  Compiled compiled_;
};

}  // namespace

Toolchain read_toolchain(const std::string& path) {
  std::ifstream file(path);
  Toolchain toolchain;
  std::string kind;
  std::string argument;
  while (file >> kind && std::getline(file >> std::ws, argument))
    (kind == "compile" ? toolchain.compile : toolchain.libraries).push_back(argument);
  if (toolchain.compile.empty()) throw std::runtime_error(path + " names no compiler");
  return toolchain;
}

Compiled compile_units(const std::vector<Unit>& units, std::size_t pack_size, unsigned jobs,
                       const std::string& folder, const Toolchain& toolchain) {
  const std::span<const Unit> all(units);
  const std::size_t pack_count = (all.size() + pack_size - 1) / pack_size;
  Packs packs(folder, toolchain);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < pack_count; i = next++) {
      const std::size_t begin = i * pack_size;
      packs.compile(all.subspan(begin, std::min(pack_size, all.size() - begin)), std::to_string(i));
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(work);
    work();
  }
  return packs.take();
}

std::optional<std::string> link_program(const std::vector<ObjectFile>& objects,
                                        const std::string& program, const Toolchain& toolchain) {
  Command command = toolchain.compile;
  for (const ObjectFile& object : objects) command.push_back(object.path);
  command.insert(command.end(), toolchain.libraries.begin(), toolchain.libraries.end());
  command.insert(command.end(), {"-o", program});
  Finished finished = run(command);
  if (finished.exit_code == 0) return std::nullopt;
  return finished.output.empty() ? describe_exit(finished.exit_code) : finished.output;
}

}  // namespace verdicts
