#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tables.py UCD: writes the runtime's tables of Unicode's properties from the Unicode Character Database in the folder UCD.

Debian's package unicode-data has one in /usr/share/unicode. `./dev format` brings what is written into the tree's form.
"""
import pathlib
import sys

CODE_POINTS = 0x110000
RUNTIME = pathlib.Path(__file__).resolve().parents[2] / "runtime" / "src"
PERMITTED_CATEGORIES = {"Ll", "Lo", "Lm", "Mn", "Mc", "Nd"}  # RFC 5892, section 2.1, but for capital letters
PERMITTED_BESIDES = {0x002D, 0x00B7, 0x0375, 0x05F3, 0x05F4, 0x200C, 0x200D, 0x30FB}  # appendix A, and the hyphen
BIDI_CLASSES = {  # RFC 5893, section 2, treats these alike
    "L": "LeftToRight",
    "R": "RightToLeft",
    "AL": "RightToLeft",
    "AN": "ArabicNumber",
    "EN": "EuropeanNumber",
    "ES": "Neutral",
    "CS": "Neutral",
    "ET": "Neutral",
    "ON": "Neutral",
    "BN": "Neutral",
    "NSM": "NonspacingMark",
}


def properties(path):
    """(first, last, property) of each line of one of the database's files."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) >= 2:
            first, _, last = fields[0].partition("..")
            yield int(first, 16), int(last or first, 16), fields[1]


def values_of(path, default):
    values = [default] * CODE_POINTS
    for first, last, value in properties(path):
        values[first : last + 1] = [value] * (last + 1 - first)
    return values


def runs(values):
    """(first, value) wherever the value is another than before; None goes with whatever is around it."""
    found = []
    for code_point, value in enumerate(values):
        if value is not None and (not found or found[-1][1] != value):
            found.append((code_point, value))
    return found


def version(ucd):
    first_line = (ucd / "DerivedCoreProperties.txt").read_text(encoding="utf-8").splitlines()[0]
    return first_line.removeprefix("# DerivedCoreProperties-").removesuffix(".txt")


def write(path, comment, kind, prefix, classes, values):
    bits = (len(classes) - 1).bit_length()
    entries = [f"0x{code_point << bits | classes.index(value):X}" for code_point, value in runs(values)]
    path.write_text(
        f"""// SPDX-License-Identifier: Apache-2.0
// Written by tools/unicode/tables.py. Do not edit.
#pragma once

#include <array>
#include <cstdint>

namespace eventc::format {{

/// {comment}
enum class {kind} : std::uint32_t {{ {", ".join(classes)} }};

constexpr std::uint32_t k{kind}Bits = {bits};
constexpr std::uint32_t k{kind}Mask = {(1 << bits) - 1};

/// The code points at which the class changes, with the class in the lowest bits.
constexpr std::array<std::uint32_t, {len(entries)}> k{prefix}Runs = {{
    {", ".join(entries)}}};

}}  // namespace eventc::format
"""
    )


def main():
    ucd = pathlib.Path(sys.argv[1])

    identifier = ["None"] * CODE_POINTS
    for wanted, name in (("ID_Continue", "Continue"), ("ID_Start", "Start")):
        for first, last, value in properties(ucd / "DerivedCoreProperties.txt"):
            if value == wanted:
                identifier[first : last + 1] = [name] * (last + 1 - first)
    write(
        RUNTIME / "format" / "identifier_table.hpp",
        f"Unicode {version(ucd)}: ID_Start, and what ID_Continue has besides.",
        "IdentifierClass",
        "Identifier",
        ["None", "Continue", "Start"],
        identifier,
    )

    categories = values_of(ucd / "extracted" / "DerivedGeneralCategory.txt", "Cn")
    bidi = values_of(ucd / "extracted" / "DerivedBidiClass.txt", "L")
    permitted = [
        BIDI_CLASSES[bidi[c]] if categories[c] in PERMITTED_CATEGORIES or c in PERMITTED_BESIDES else None
        for c in range(CODE_POINTS)
    ]
    write(
        RUNTIME / "format_idn" / "bidi_table.hpp",
        f"Unicode {version(ucd)}: Bidi_Class, as RFC 5893 tells them apart, of what labels may hold.",
        "BidiClass",
        "Bidi",
        list(dict.fromkeys(BIDI_CLASSES.values())),
        permitted,
    )


main()
