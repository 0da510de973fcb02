// SPDX-License-Identifier: Apache-2.0
#include "render.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

using Json = nlohmann::ordered_json;
using Texts = std::map<std::string, std::string>;

std::string render(const std::string& text, const Json& data) {
  return Templates({{"t", text}}).render("t", data);
}

std::string render(const Texts& texts, const Json& data) {
  return Templates(texts).render("t", data);
}

// The message of the TemplateError, or what came of it instead.
std::string error_of(const Texts& texts, const Json& data = Json::object()) {
  try {
    return "rendered: " + render(texts, data);
  } catch (const TemplateError& error) {
    return error.what();
  }
}

std::string error_of(const std::string& text, const Json& data = Json::object()) {
  return error_of(Texts{{"t", text}}, data);
}

TEST(Render, PutsStringsInPlaceUnescaped) {
  EXPECT_EQ(render("a {{x}} b {{ x }}{{y}}\n", {{"x", "<\"&'>"}, {"y", ""}}),
            "a <\"&'> b <\"&'>\n");
}

TEST(Render, TakesTextsOfEveryShape) {
  for (const std::string text :
       {"", "\n", "\n\n", " ", "  \n\t", "a", "{", "}", "}}", "é€\n", "{ \n}"}) {
    EXPECT_EQ(render(text, Json::object()), text);
  }
}

TEST(Render, LeavesBracesBesideTagsAlone) {
  EXPECT_EQ(render("struct {{x}} {\n  int a{};\n};\n{ {{x}} }{{x}}}{\n", {{"x", "S"}}),
            "struct S {\n  int a{};\n};\n{ S }S}{\n");
}

TEST(Render, LeavesWhatDataHoldsAlone) {
  const Json data = {{"x", "{{y}}\n\n \x01&\x02\r"}};
  EXPECT_EQ(render("[{{x}}]", data), "[{{y}}\n\n \x01&\x02\r]");
}

TEST(Render, RepeatsASectionForEachItem) {
  const Json data = {{"items", {{{"name", "a"}}, {{"name", "b"}}}}, {"none", Json::array()}};
  EXPECT_EQ(render("[{{#items}}{{name}};{{/items}}{{#none}}x{{/none}}]", data), "[a;b;]");
}

TEST(Render, GivesItemsOfAListOfStrings) {
  EXPECT_EQ(render("{{#names}}<{{.}}>{{/names}}", {{"names", {"a", "", "b"}}}), "<a><><b>");
}

TEST(Render, RendersASectionOnceForTrue) {
  EXPECT_EQ(render("{{#yes}}y{{/yes}}{{#no}}n{{/no}}", {{"yes", true}, {"no", false}}), "y");
}

TEST(Render, RendersAnInvertedSectionForFalseAndEmpty) {
  const Json data = {{"yes", true}, {"no", false}, {"some", {"a"}}, {"none", Json::array()}};
  EXPECT_EQ(render("{{^yes}}1{{/yes}}{{^no}}2{{/no}}{{^some}}3{{/some}}{{^none}}4{{/none}}", data),
            "24");
}

TEST(Render, KeepsTheFrameInSectionsOfBoolsAndInInvertedOnes) {
  const Json data = {
      {"items", {{{"name", "a"}, {"on", true}, {"list", Json::array()}, {"off", false}}}}};
  EXPECT_EQ(render("{{#items}}{{#on}}{{name}}1{{^off}}{{name}}2{{^list}}{{name}}3{{/list}}"
                   "{{/off}}{{/on}}{{name}}{{/items}}",
                   data),
            "a1a2a3a");
}

TEST(Render, NestsSectionsOfListsOfTheSameSize) {
  const Json data = {
      {"rows", {{{"row", "1"}, {"cells", {"a", "b"}}}, {{"row", "2"}, {"cells", {"c", "d"}}}}}};
  EXPECT_EQ(
      render("{{#rows}}{{#cells}}{{.}}{{/cells}}{{row}}{{#cells}}{{.}}{{/cells}};{{/rows}}", data),
      "ab1ab;cd2cd;");
}

TEST(Render, LooksInTheRootWhereItIsNamed) {
  const Json data = {
      {"ns", "events"}, {"all", {"x", "y"}}, {"items", {{{"ns", "inner"}}, {{"ns", "own"}}}}};
  EXPECT_EQ(
      render("{{#items}}{{root.ns}}/{{ns}}:{{#root.all}}{{.}}{{root.ns}}{{/root.all}};{{/items}}",
             data),
      "events/inner:xeventsyevents;events/own:xeventsyevents;");
}

TEST(Render, TakesTheLineOfASectionTagThatIsAlone) {
  const std::string text = "begin\n  {{#items}}\n  {{.}};\n\t{{/items}} \nend\n";
  EXPECT_EQ(render(text, {{"items", {"a", "b"}}}), "begin\n  a;\n  b;\nend\n");
  EXPECT_EQ(render(text, {{"items", Json::array()}}), "begin\nend\n");
}

TEST(Render, TakesTheLineOfAnInvertedSectionTagThatIsAlone) {
  const std::string text = "{{^some}}\nnone\n{{/some}}";
  EXPECT_EQ(render(text, {{"some", false}}), "none\n");
  EXPECT_EQ(render(text, {{"some", true}}), "");
}

TEST(Render, KeepsBlankLinesOfTheTemplate) {
  const std::string text = "a\n\n{{#items}}\n\n{{.}}\n\n{{/items}}\n\nz\n";
  EXPECT_EQ(render(text, {{"items", {"1", "2"}}}), "a\n\n\n1\n\n\n2\n\n\nz\n");
  EXPECT_EQ(render(text, {{"items", Json::array()}}), "a\n\n\nz\n");
}

TEST(Render, KeepsALineThatBecomesEmpty) {
  EXPECT_EQ(render("a\n{{x}}\n{{#no}}b{{/no}}\n{{#yes}}{{x}}{{/yes}}\nz\n",
                   {{"x", ""}, {"no", false}, {"yes", true}}),
            "a\n\n\n\nz\n");
}

TEST(Render, KeepsALineOfTwoSectionTags) {
  EXPECT_EQ(render("{{#yes}}{{#yes}}\na\n{{/yes}}{{/yes}}\n", {{"yes", true}}), "\na\n\n");
}

TEST(Render, KeepsAnOutputOfBlanks) {
  EXPECT_EQ(render("{{#yes}}  {{/yes}}", {{"yes", true}}), "  ");
}

TEST(Render, DropsComments) {
  EXPECT_EQ(
      render("a{{! {inline} }}b\n  {{! alone }}\n{{! of\n  two lines }}\nc\n", Json::object()),
      "ab\nc\n");
}

TEST(Render, ReadsTemplatesOfEitherLineEnd) {
  EXPECT_EQ(render("a\r\n{{#items}}\r\n{{.}}\r\n{{/items}}\r\nz\r\n", {{"items", {"1"}}}),
            "a\n1\nz\n");
}

TEST(Render, PutsAPartialInPlaceWithEachLineIndented) {
  const Texts texts = {{"t", "class {\n  {{>member}}\n};\n"},
                       {"member", "{{#members}}\nint {{name}};\n\n  // more\n{{/members}}\n"}};
  EXPECT_EQ(render(texts, {{"members", {{{"name", "a"}}, {{"name", "b"}}}}}),
            "class {\n  int a;\n\n    // more\n  int b;\n\n    // more\n};\n");
}

TEST(Render, AddsIndentationsOfNestedPartials) {
  const Texts texts = {
      {"t", "{\n  {{> p/one }}\n}\n"}, {"p/one", "one {\n\t{{>two}}\n}"}, {"two", "2\nII"}};
  EXPECT_EQ(render(texts, Json::object()), "{\n  one {\n  \t2\n  \tII\n  }\n}\n");
}

TEST(Render, DoesNotIndentTheLinesOfData) {
  const Texts texts = {{"t", "  {{>p}}\n"}, {"p", "{{x}}\n"}};
  EXPECT_EQ(render(texts, {{"x", "1\n2"}}), "  1\n2\n");
}

TEST(Render, PutsAPartialIntoALineWithoutItsLineFeed) {
  const Texts texts = {{"t", "f({{>args}}, {{>args}});\n"}, {"args", "{{#x}}{{.}}{{/x}}\n"}};
  EXPECT_EQ(render(texts, {{"x", {"a", "b"}}}), "f(ab, ab);\n");
}

TEST(Render, GivesAnEmptyPartialNoLine) {
  EXPECT_EQ(render(Texts{{"t", "a\n{{>p}}\nb\n"}, {"p", ""}}, Json::object()), "a\nb\n");
}

TEST(Render, LooksUpNamesOfAPartialInTheFrameOfItsTag) {
  const Texts texts = {{"t", "{{#items}}\n{{>p}}\n{{/items}}\n"}, {"p", "{{name}}\n"}};
  EXPECT_EQ(render(texts, {{"items", {{{"name", "a"}}, {{"name", "b"}}}}}), "a\nb\n");
}

TEST(Render, RendersATemplateAgainWithOtherData) {
  const Templates templates({{"t", "{{#x}}{{.}}{{/x}}"}, {"u", "u"}});
  EXPECT_EQ(templates.render("t", {{"x", {"a", "b"}}}), "ab");
  EXPECT_EQ(templates.render("t", {{"x", {"c"}}}), "c");
  EXPECT_THROW((void)templates.render("t", Json::object()), TemplateError);
  EXPECT_EQ(templates.render("t", {{"x", {"d", "e", "f"}}}), "def");
  EXPECT_EQ(templates.render("u", Json::object()), "u");
}

TEST(Render, ThrowsOnAnUnknownTemplate) {
  try {
    (void)Templates({}).render("none", Json::object());
    FAIL();
  } catch (const TemplateError& error) {
    EXPECT_STREQ(error.what(), "there is no template \"none\"");
  }
}

TEST(Render, ThrowsOnAnUnknownName) {
  EXPECT_EQ(error_of("a\n{{nme}}\n", {{"name", "x"}}),
            "template \"t\", line 2: {{nme}}: the data has no such name here");
  EXPECT_EQ(error_of("{{#nme}}{{/nme}}"),
            "template \"t\", line 1: {{#nme}}: the data has no such name here");
  EXPECT_EQ(error_of("{{^nme}}{{/nme}}"),
            "template \"t\", line 1: {{^nme}}: the data has no such name here");
  EXPECT_EQ(error_of("{{root.nme}}", {{"nam", "x"}}),
            "template \"t\", line 1: {{root.nme}}: the data has no such name here");
}

TEST(Render, ThrowsOnANameOfAnOuterFrame) {
  const Json data = {{"outer", "x"}, {"items", {{{"inner", "y"}}}}, {"names", {"z"}}};
  EXPECT_EQ(error_of("{{#items}}{{outer}}{{/items}}", data),
            "template \"t\", line 1: {{outer}}: the data has no such name here");
  EXPECT_EQ(error_of("{{#names}}{{outer}}{{/names}}", data),
            "template \"t\", line 1: {{outer}}: the data has no such name here");
  EXPECT_EQ(error_of("{{#items}}{{/items}}{{inner}}", data),
            "template \"t\", line 1: {{inner}}: the data has no such name here");
}

TEST(Render, ThrowsOnAVariableThatIsNoString) {
  const Json data = {
      {"n", 1}, {"b", true}, {"l", {{{"x", "y"}}}}, {"o", Json::object()}, {"z", nullptr}};
  const auto message = [](const std::string& name, const std::string& type) {
    return "template \"t\", line 1: {{" + name + "}}: a variable is a string, this is: " + type;
  };
  EXPECT_EQ(error_of("{{n}}", data), message("n", "number"));
  EXPECT_EQ(error_of("{{b}}", data), message("b", "boolean"));
  EXPECT_EQ(error_of("{{l}}", data), message("l", "array"));
  EXPECT_EQ(error_of("{{o}}", data), message("o", "object"));
  EXPECT_EQ(error_of("{{z}}", data), message("z", "null"));
  EXPECT_EQ(error_of("{{#l}}{{.}}{{/l}}", data), message(".", "object"));
}

TEST(Render, ThrowsOnASectionThatIsNoListOrBool) {
  EXPECT_EQ(error_of("{{#s}}{{/s}}", {{"s", "text"}}),
            "template \"t\", line 1: {{#s}}: a section is a list or a bool, this is: string");
  EXPECT_EQ(error_of("{{^o}}{{/o}}", {{"o", Json::object()}}),
            "template \"t\", line 1: {{^o}}: a section is a list or a bool, this is: object");
}

TEST(Render, NamesThePartialThatATagIsIn) {
  const Texts texts = {{"t", "\n\n{{>p}}\n"}, {"p", "\n{{x}}\n"}};
  EXPECT_EQ(error_of(texts), "template \"p\", line 2: {{x}}: the data has no such name here");
}

TEST(Templates, ThrowOnATagThatIsNotClosed) {
  EXPECT_EQ(error_of("a\n  {{name }\nb"),
            "template \"t\", line 2: {{name }: the tag is not closed");
  EXPECT_EQ(error_of("a{{"), "template \"t\", line 1: {{: the tag is not closed");
}

TEST(Templates, ThrowOnATagThatTheyDoNotHave) {
  EXPECT_EQ(error_of("{{{x}}}"), "template \"t\", line 1: {{{x}}: templates have no such tag");
  EXPECT_EQ(error_of("{{&x}}"), "template \"t\", line 1: {{&x}}: templates have no such tag");
  EXPECT_EQ(error_of("{{=<% %>=}}"),
            "template \"t\", line 1: {{=<% %>=}}: templates have no such tag");
  EXPECT_EQ(error_of("{{}}"), "template \"t\", line 1: {{}}: templates have no such tag");
  EXPECT_EQ(error_of("{{#}}"), "template \"t\", line 1: {{#}}: templates have no such tag");
  EXPECT_EQ(error_of("{{>}}"), "template \"t\", line 1: {{>}}: templates have no such tag");
  EXPECT_EQ(error_of("{{a.b}}"), "template \"t\", line 1: {{a.b}}: templates have no such tag");
  EXPECT_EQ(error_of("{{root.}}"), "template \"t\", line 1: {{root.}}: templates have no such tag");
  EXPECT_EQ(error_of("x{{1, 2}, {3}}"),
            "template \"t\", line 1: {{1, 2}, {3}}: templates have no such tag");
}

TEST(Templates, ThrowOnSectionsThatDoNotNest) {
  EXPECT_EQ(error_of("\n{{#a}}\n"), "template \"t\", line 2: {{#a}}: the section is not closed");
  EXPECT_EQ(error_of("{{/a}}"), "template \"t\", line 1: {{/a}}: no section is open here");
  EXPECT_EQ(error_of("{{#a}}\n{{#b}}\n{{/a}}{{/b}}"),
            "template \"t\", line 3: {{/a}}: the open section is \"b\", of line 2");
}

TEST(Templates, ThrowOnAPartialThatIsNotWhole) {
  EXPECT_EQ(error_of(Texts{{"t", "{{#a}}{{>p}}"}, {"p", "{{/a}}"}}),
            "template \"p\", line 1: {{/a}}: no section is open here");
  EXPECT_EQ(error_of(Texts{{"t", "{{>z}}{{/a}}"}, {"z", "{{#a}}"}}),
            "template \"z\", line 1: {{#a}}: the section is not closed");
}

TEST(Templates, ThrowOnAPartialThatIsMissing) {
  EXPECT_EQ(error_of("\n{{>p/q}}"), "template \"t\", line 2: {{>p/q}}: there is no such partial");
}

TEST(Templates, ThrowOnPartialsInACircle) {
  EXPECT_EQ(error_of("{{>t}}"), "template \"t\", line 1: {{>t}}: partials in a circle: t > t");
  EXPECT_EQ(error_of(Texts{{"a", "{{>b}}"}, {"b", "\n{{>c}}"}, {"c", "{{>a}}"}}),
            "template \"c\", line 1: {{>a}}: partials in a circle: a > b > c > a");
}

TEST(Templates, ThrowOnControlCharacters) {
  EXPECT_EQ(error_of("a\n\x01"),
            "template \"t\", line 2: U+0001: a template has no control characters");
  EXPECT_EQ(error_of("a\rb"),
            "template \"t\", line 1: U+000D: a template has no control characters");
}

}  // namespace
}  // namespace eventc::compiler
