// SPDX-License-Identifier: Apache-2.0
#include "suite_file.hpp"

#include <stdexcept>
#include <utility>

#include "base/print.hpp"
#include "verdicts/files.hpp"

namespace conformance {
namespace {

namespace compiler = eventc::compiler;

compiler::Document load(const std::string& path) {
  compiler::Diagnostics diagnostics;
  auto document = compiler::load(path, verdicts::read_file(path), diagnostics);
  if (document) return std::move(*document);
  throw std::runtime_error(compiler::print(diagnostics, {}, compiler::ErrorFormat::Gcc, false));
}

}  // namespace

SuiteFile::SuiteFile(const std::string& path) : document_(load(path)), locator_(document_.text) {}

std::string SuiteFile::text_at(const std::string& pointer) {
  const auto span = locator_.locate(pointer, compiler::Location::Part::Value);
  if (!span) throw std::runtime_error(document_.file + " has nothing at " + pointer);
  return document_.text.substr(span->begin, span->end - span->begin);
}

}  // namespace conformance
