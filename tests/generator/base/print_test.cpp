// SPDX-License-Identifier: Apache-2.0
#include "base/print.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

const Sources kSources = {
    {"refund.json", "{\n  \"total\": {\"$ref\": \"#/$defs/Mony\"},\n\t\"kind\":\t\"é\"\n}\n"},
    {"bad.json", "{\n  \"a\": flase\n}\n"},
};

// An error with both kinds of notes.
Diagnostics reference_error() {
  Diagnostics diagnostics;
  Diagnostic& error = diagnostics.error({.file = "refund.json", .pointer = "/total/$ref"},
                                        "\"$ref\": no definition at \"#/$defs/Mony\"");
  error.notes.push_back({"did you mean \"#/$defs/Money\"?"});
  error.notes.push_back(
      {"used here", {.file = "refund.json", .pointer = "/kind", .part = Location::Part::Key}});
  return diagnostics;
}

Diagnostics one_error(Location location, std::string message) {
  Diagnostics diagnostics;
  diagnostics.error(std::move(location), std::move(message));
  return diagnostics;
}

std::string human(const Diagnostics& diagnostics) {
  return print(diagnostics, kSources, ErrorFormat::Human, false);
}

TEST(PrintHuman, ShowsThePlaceTheLineThePointerAndTheNotes) {
  EXPECT_EQ(human(reference_error()),
            R"(refund.json:2:21: error: "$ref": no definition at "#/$defs/Mony"
    "total": {"$ref": "#/$defs/Mony"},
                      ^~~~~~~~~~~~~~
  at /total/$ref
  note: did you mean "#/$defs/Money"?
refund.json:3:2: note: used here
    "kind": "é"
    ^~~~~~
)");
}

TEST(PrintHuman, ShowsATabAsOneSpace) {
  EXPECT_EQ(human(one_error({.file = "refund.json", .pointer = "/kind"}, "short")),
            R"(refund.json:3:10: error: short
    "kind": "é"
            ^~~
  at /kind
)");
}

TEST(PrintHuman, CutsAValueOfSeveralLines) {
  EXPECT_EQ(human(one_error({.file = "refund.json"}, "no type")),
            "refund.json:1:1: error: no type\n    {\n    ^\n");
}

TEST(PrintHuman, ShowsTheTokenAtAnOffset) {
  EXPECT_EQ(human(one_error({.file = "bad.json", .offset = 9}, "not JSON")),
            "bad.json:2:8: error: not JSON\n    \"a\": flase\n         ^~~~~\n");
}

TEST(PrintHuman, PrefersAnOffsetToAPointer) {
  EXPECT_EQ(human(one_error({.file = "bad.json", .pointer = "/a", .offset = 4}, "twice")),
            "bad.json:2:3: error: twice\n    \"a\": flase\n    ^~~\n  at /a\n");
}

TEST(PrintHuman, ShowsAMissingMemberAtWhatIsAroundIt) {
  EXPECT_EQ(human(one_error({.file = "refund.json", .pointer = "/total/no/such"}, "gone")),
            R"(refund.json:2:12: error: gone
    "total": {"$ref": "#/$defs/Mony"},
             ^~~~~~~~~~~~~~~~~~~~~~~~
  at /total/no/such
)");
}

TEST(PrintHuman, ShowsAnItemsValueForItsKey) {
  const Sources sources = {{"a", "[1, 23]"}};
  const Location key{.file = "a", .pointer = "/1", .part = Location::Part::Key};
  EXPECT_EQ(print(one_error(key, "odd"), sources, ErrorFormat::Human, false),
            "a:1:5: error: odd\n    [1, 23]\n        ^~\n  at /1\n");
}

TEST(PrintHuman, NamesNoPlaceWithoutAFile) {
  Diagnostics diagnostics = one_error({}, "no schemas are given");
  diagnostics.warning({}, "nothing to do");
  EXPECT_EQ(human(diagnostics), "error: no schemas are given\nwarning: nothing to do\n");
}

TEST(PrintHuman, NamesAFileWhoseTextIsNotAtHand) {
  EXPECT_EQ(human(one_error({.file = "none.json", .pointer = "/a"}, "No such file or directory")),
            "none.json: error: No such file or directory\n  at /a\n");
}

TEST(PrintHuman, ShowsNoLineOfAnEmptyFile) {
  const Sources sources = {{"a", ""}};
  EXPECT_EQ(
      print(one_error({.file = "a", .offset = 0}, "empty"), sources, ErrorFormat::Human, false),
      "a:1:1: error: empty\n");
}

TEST(PrintHuman, EscapesWhatComesFromTheSchema) {
  const Sources sources = {{"a\n.json", "{\"\x1b[2J\": \"\xFF\"}"}};
  EXPECT_EQ(print(one_error({.file = "a\n.json", .pointer = "/\x1b[2J"}, "x\n::error::y\u202E\xFF"),
                  sources, ErrorFormat::Human, false),
            R"(a\n.json:1:10: error: x\n::error::y\u{202E}\xFF
    {"\u{1B}[2J": "\xFF"}
                  ^~~~~~
  at /\u{1B}[2J
)");
}

TEST(PrintHuman, ColoursThePlaceTheKindAndTheMarks) {
  Diagnostics diagnostics = one_error({.file = "bad.json", .offset = 9}, "wrong");
  diagnostics.warning({}, "odd").notes.push_back({"so"});
  EXPECT_EQ(print(diagnostics, kSources, ErrorFormat::Human, true),
            "\x1b[1mbad.json:2:8:\x1b[0m \x1b[1;31merror:\x1b[0m wrong\n"
            "    \"a\": flase\n"
            "         \x1b[1;32m^~~~~\x1b[0m\n"
            "\x1b[1;35mwarning:\x1b[0m odd\n"
            "  \x1b[1;36mnote:\x1b[0m so\n");
}

TEST(PrintGcc, IsOneLineADiagnosticOrNote) {
  Diagnostics diagnostics = reference_error();
  diagnostics.warning({.file = "refund.json"}, "old");
  diagnostics.error({.file = "none.json", .pointer = "/a"}, "gone");
  diagnostics.error({.file = "bad.json", .offset = 9}, "not\nJSON");
  diagnostics.error({}, "no schemas");
  EXPECT_EQ(print(diagnostics, kSources, ErrorFormat::Gcc, true),
            R"(refund.json:2:21: error: "$ref": no definition at "#/$defs/Mony" [/total/$ref]
refund.json:2:21: note: did you mean "#/$defs/Money"? [/total/$ref]
refund.json:3:2: note: used here [/kind]
refund.json:1:1: warning: old
none.json: error: gone [/a]
bad.json:2:8: error: not\nJSON
error: no schemas
)");
}

TEST(PrintJson, IsOneObjectALine) {
  Diagnostics diagnostics = reference_error();
  diagnostics.warning({.file = "bad.json", .offset = 9}, "a\n\u202E\xFF");
  diagnostics.error({}, "no schemas");
  EXPECT_EQ(
      print(diagnostics, kSources, ErrorFormat::Json, true),
      R"({"severity":"error","message":"\"$ref\": no definition at \"#/$defs/Mony\"","file":"refund.json",)"
      R"("line":2,"column":21,"pointer":"/total/$ref","notes":[)"
      R"({"message":"did you mean \"#/$defs/Money\"?","file":null,"line":null,"column":null,"pointer":null},)"
      R"({"message":"used here","file":"refund.json","line":3,"column":2,"pointer":"/kind"}]})"
      "\n"
      R"({"severity":"warning","message":"a\n\u202e\ufffd","file":"bad.json","line":2,"column":8,)"
      R"("pointer":null,"notes":[]})"
      "\n"
      R"({"severity":"error","message":"no schemas","file":null,"line":null,"column":null,)"
      R"("pointer":null,"notes":[]})"
      "\n");
}

TEST(PrintGithub, IsOneWorkflowCommandADiagnostic) {
  Diagnostics diagnostics = reference_error();
  diagnostics.warning({.file = "none.json"}, "odd");
  diagnostics.error({}, "no schemas");
  EXPECT_EQ(print(diagnostics, kSources, ErrorFormat::Github, true),
            "::error file=refund.json,line=2,col=21,title=eventc::\"$ref\": no definition at "
            "\"#/$defs/Mony\"%0Aat /total/$ref%0Anote: did you mean \"#/$defs/Money\"?"
            "%0Arefund.json:3:2: note: used here\n"
            "::warning file=none.json,title=eventc::odd\n"
            "::error title=eventc::no schemas\n");
}

TEST(PrintGithub, EscapesDataAndProperties) {
  const Diagnostics diagnostics = one_error({.file = "a,b:c%.json"}, "50%\n::error::x, y: z");
  EXPECT_EQ(print(diagnostics, {}, ErrorFormat::Github, false),
            "::error file=a%2Cb%3Ac%25.json,title=eventc::50%25\\n::error::x, y: z\n");
}

TEST(Print, PrintsNothingForNoDiagnostics) {
  for (const auto format :
       {ErrorFormat::Human, ErrorFormat::Gcc, ErrorFormat::Json, ErrorFormat::Github}) {
    EXPECT_EQ(print({}, kSources, format, true), "");
  }
}

}  // namespace
}  // namespace eventc::compiler
