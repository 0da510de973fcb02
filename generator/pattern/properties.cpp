// SPDX-License-Identifier: Apache-2.0
#include "pattern/properties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace eventc::compiler::pattern_syntax {

namespace {

// Rows, parted by commas, of the names of one thing. PCRE2 knows it by the first.

/// ECMA-262, table 68: the values of General_Category.
constexpr std::string_view kCategories =
    "L Letter, LC Cased_Letter, Lu Uppercase_Letter, Ll Lowercase_Letter, Lt Titlecase_Letter, "
    "Lm Modifier_Letter, Lo Other_Letter, M Mark Combining_Mark, Mn Nonspacing_Mark, "
    "Mc Spacing_Mark, Me Enclosing_Mark, N Number, Nd Decimal_Number digit, Nl Letter_Number, "
    "No Other_Number, P Punctuation punct, Pc Connector_Punctuation, Pd Dash_Punctuation, "
    "Ps Open_Punctuation, Pe Close_Punctuation, Pi Initial_Punctuation, Pf Final_Punctuation, "
    "Po Other_Punctuation, S Symbol, Sm Math_Symbol, Sc Currency_Symbol, Sk Modifier_Symbol, "
    "So Other_Symbol, Z Separator, Zs Space_Separator, Zl Line_Separator, "
    "Zp Paragraph_Separator, C Other, Cc Control cntrl, Cf Format, Cs Surrogate, "
    "Co Private_Use, Cn Unassigned";

/// ECMA-262, table 67: the binary properties, but for those of ASCII, Any and Assigned.
constexpr std::string_view kBinaryProperties =
    "Alphabetic Alpha, Bidi_Control Bidi_C, Bidi_Mirrored Bidi_M, Case_Ignorable CI, Cased, "
    "Changes_When_Casefolded CWCF, Changes_When_Casemapped CWCM, Changes_When_Lowercased CWL, "
    "Changes_When_Titlecased CWT, Changes_When_Uppercased CWU, Dash, "
    "Default_Ignorable_Code_Point DI, Deprecated Dep, Diacritic Dia, Emoji, "
    "Emoji_Component EComp, Emoji_Modifier EMod, Emoji_Modifier_Base EBase, "
    "Emoji_Presentation EPres, Extended_Pictographic ExtPict, Extender Ext, "
    "Grapheme_Base Gr_Base, Grapheme_Extend Gr_Ext, Hex_Digit Hex, IDS_Binary_Operator IDSB, "
    "IDS_Trinary_Operator IDST, ID_Continue IDC, ID_Start IDS, Ideographic Ideo, "
    "Join_Control Join_C, Logical_Order_Exception LOE, Lowercase Lower, Math, "
    "Noncharacter_Code_Point NChar, Pattern_Syntax Pat_Syn, Pattern_White_Space Pat_WS, "
    "Quotation_Mark QMark, Radical, Regional_Indicator RI, Sentence_Terminal STerm, "
    "Soft_Dotted SD, Terminal_Punctuation Term, Unified_Ideograph UIdeo, Uppercase Upper, "
    "Variation_Selector VS, White_Space space, XID_Continue XIDC, XID_Start XIDS";

/// The values of Script: Unicode 14, PropertyValueAliases.txt.
constexpr std::string_view kScripts =
    "Adlam Adlm, Ahom, Anatolian_Hieroglyphs Hluw, Arabic Arab, Armenian Armn, Avestan Avst, "
    "Balinese Bali, Bamum Bamu, Bassa_Vah Bass, Batak Batk, Bengali Beng, Bhaiksuki Bhks, "
    "Bopomofo Bopo, Brahmi Brah, Braille Brai, Buginese Bugi, Buhid Buhd, "
    "Canadian_Aboriginal Cans, Carian Cari, Caucasian_Albanian Aghb, Chakma Cakm, Cham, "
    "Cherokee Cher, Chorasmian Chrs, Common Zyyy, Coptic Copt Qaac, Cuneiform Xsux, "
    "Cypriot Cprt, Cypro_Minoan Cpmn, Cyrillic Cyrl, Deseret Dsrt, Devanagari Deva, "
    "Dives_Akuru Diak, Dogra Dogr, Duployan Dupl, Egyptian_Hieroglyphs Egyp, Elbasan Elba, "
    "Elymaic Elym, Ethiopic Ethi, Georgian Geor, Glagolitic Glag, Gothic Goth, Grantha Gran, "
    "Greek Grek, Gujarati Gujr, Gunjala_Gondi Gong, Gurmukhi Guru, Han Hani, Hangul Hang, "
    "Hanifi_Rohingya Rohg, Hanunoo Hano, Hatran Hatr, Hebrew Hebr, Hiragana Hira, "
    "Imperial_Aramaic Armi, Inherited Zinh Qaai, Inscriptional_Pahlavi Phli, "
    "Inscriptional_Parthian Prti, Javanese Java, Kaithi Kthi, Kannada Knda, Katakana Kana, "
    "Kayah_Li Kali, Kharoshthi Khar, Khitan_Small_Script Kits, Khmer Khmr, Khojki Khoj, "
    "Khudawadi Sind, Lao Laoo, Latin Latn, Lepcha Lepc, Limbu Limb, Linear_A Lina, "
    "Linear_B Linb, Lisu, Lycian Lyci, Lydian Lydi, Mahajani Mahj, Makasar Maka, "
    "Malayalam Mlym, Mandaic Mand, Manichaean Mani, Marchen Marc, Masaram_Gondi Gonm, "
    "Medefaidrin Medf, Meetei_Mayek Mtei, Mende_Kikakui Mend, Meroitic_Cursive Merc, "
    "Meroitic_Hieroglyphs Mero, Miao Plrd, Modi, Mongolian Mong, Mro Mroo, Multani Mult, "
    "Myanmar Mymr, Nabataean Nbat, Nandinagari Nand, New_Tai_Lue Talu, Newa, Nko Nkoo, "
    "Nushu Nshu, Nyiakeng_Puachue_Hmong Hmnp, Ogham Ogam, Ol_Chiki Olck, Old_Hungarian Hung, "
    "Old_Italic Ital, Old_North_Arabian Narb, Old_Permic Perm, Old_Persian Xpeo, "
    "Old_Sogdian Sogo, Old_South_Arabian Sarb, Old_Turkic Orkh, Old_Uyghur Ougr, Oriya Orya, "
    "Osage Osge, Osmanya Osma, Pahawh_Hmong Hmng, Palmyrene Palm, Pau_Cin_Hau Pauc, "
    "Phags_Pa Phag, Phoenician Phnx, Psalter_Pahlavi Phlp, Rejang Rjng, Runic Runr, "
    "Samaritan Samr, Saurashtra Saur, Sharada Shrd, Shavian Shaw, Siddham Sidd, "
    "SignWriting Sgnw, Sinhala Sinh, Sogdian Sogd, Sora_Sompeng Sora, Soyombo Soyo, "
    "Sundanese Sund, Syloti_Nagri Sylo, Syriac Syrc, Tagalog Tglg, Tagbanwa Tagb, Tai_Le Tale, "
    "Tai_Tham Lana, Tai_Viet Tavt, Takri Takr, Tamil Taml, Tangsa Tnsa, Tangut Tang, "
    "Telugu Telu, Thaana Thaa, Thai, Tibetan Tibt, Tifinagh Tfng, Tirhuta Tirh, Toto, "
    "Ugaritic Ugar, Unknown Zzzz, Vai Vaii, Vithkuqi Vith, Wancho Wcho, Warang_Citi Wara, "
    "Yezidi Yezi, Yi Yiii, Zanabazar_Square Zanb";

/// Cuts off what stands before a separator.
std::string_view take(std::string_view& text, std::string_view separator) {
  const std::size_t size = std::min(text.find(separator), text.size());
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(std::min(size + separator.size(), text.size()));
  return taken;
}

/// PCRE2's name of what one of the rows names.
std::optional<std::string> find_name(std::string_view rows, std::string_view wanted) {
  while (!rows.empty()) {
    const std::string_view row = take(rows, ", ");
    for (std::string_view names = row; !names.empty();) {
      if (take(names, " ") == wanted) return std::string(row.substr(0, row.find(' ')));
    }
  }
  return std::nullopt;
}

CharacterClass with_property(std::string name, bool negated = false) {
  return {{}, {{std::move(name), negated}}, false};
}

std::optional<CharacterClass> category(std::string_view value) {
  const std::optional<std::string> name = find_name(kCategories, value);
  if (!name) return std::nullopt;
  if (name == "Cs") return CharacterClass{};  // surrogates, which UTF-8 has none of
  return with_property(*name);
}

std::optional<CharacterClass> script(std::string_view kind, std::string_view value) {
  const std::optional<std::string> name = find_name(kScripts, value);
  if (!name) return std::nullopt;
  return with_property(fmt::format("{}:{}", kind, *name));
}

std::optional<CharacterClass> binary(std::string_view name) {
  if (name == "Any") return CharacterClass{CodePointSet().complement()};
  if (name == "ASCII") return CharacterClass{CodePointSet({{0, 0x7F}})};
  if (name == "ASCII_Hex_Digit" || name == "AHex")
    return CharacterClass{CodePointSet({{'0', '9'}, {'A', 'F'}, {'a', 'f'}})};
  if (name == "Assigned") return with_property("Cn", true);
  const std::optional<std::string> known = find_name(kBinaryProperties, name);
  if (!known) return std::nullopt;
  return with_property(*known);
}

std::optional<CharacterClass> find_class(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    std::optional<CharacterClass> found = category(text);
    return found ? found : binary(text);
  }
  const std::string_view property = text.substr(0, equals);
  const std::string_view value = text.substr(equals + 1);
  if (property == "General_Category" || property == "gc") return category(value);
  if (property == "Script" || property == "sc") return script("sc", value);
  if (property == "Script_Extensions" || property == "scx") return script("scx", value);
  return std::nullopt;
}

}  // namespace

std::variant<CharacterClass, std::string> property_class(std::string_view text) {
  if (std::optional<CharacterClass> found = find_class(text)) return *std::move(found);
  if (text == "Changes_When_NFKC_Casefolded" || text == "CWKCF")
    return fmt::format("PCRE2 does not know the property \"{}\"", text);
  return fmt::format("ECMA-262 has no property \"{}\" of Unicode 14", text);
}

}  // namespace eventc::compiler::pattern_syntax
