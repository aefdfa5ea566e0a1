// SPDX-License-Identifier: Apache-2.0

/// A set of Unicode code points, as an atom of a regular expression names it.
indirect enum CharacterSet: Sendable, Hashable {
  /// Code points in one of the ranges.
  case ranges([ClosedRange<UInt32>])
  /// Code points whose general category is in the bit set.
  case categories(UInt64)
  /// Code points in any of the sets.
  case union([CharacterSet])
  /// Code points outside a set.
  case complement(CharacterSet)
  /// Code points in the first set and outside the second.
  case difference(CharacterSet, CharacterSet)
  /// Code points that are in a set in one of their cases.
  case anyCase(CharacterSet)

  static func one(_ scalar: Unicode.Scalar) -> CharacterSet {
    .ranges([scalar.value...scalar.value])
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .ranges(let ranges): ranges.contains { $0.contains(scalar.value) }
    case .categories(let bits): bits & Self.bit(scalar.properties.generalCategory) != 0
    case .union(let sets): sets.contains { $0.contains(scalar) }
    case .complement(let set): !set.contains(scalar)
    case .difference(let set, let other): set.contains(scalar) && !other.contains(scalar)
    case .anyCase(let set):
      set.contains(scalar) || Self.otherCases(scalar).contains { set.contains($0) }
    }
  }

  private static func otherCases(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let mappings = [
      scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping,
      scalar.properties.titlecaseMapping,
    ]
    // A mapping to several code points (ß to SS) is no case variant of one character.
    return mappings.compactMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
  }
}

extension CharacterSet {
  /// `\s`: the white space of XML.
  static let whiteSpace = CharacterSet.ranges([9...10, 13...13, 32...32])
  /// `.` without flag `s`.
  static let notLineEnd = CharacterSet.complement(.ranges([10...10, 13...13]))
  /// Every code point.
  static let everything = CharacterSet.complement(.ranges([]))
  /// `\d`: decimal digits of every script.
  static let digits = CharacterSet.category("Nd") ?? .ranges([])
  /// `\w`: all but punctuation, separators and others.
  static let word = CharacterSet.complement(
    .union(["P", "Z", "C"].compactMap { CharacterSet.category($0) }))

  /// `\i`: characters that may begin an XML name.
  static let nameStart = CharacterSet.ranges([
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
    0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
    0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ])
  /// `\c`: characters of XML names.
  static let name = CharacterSet.union([
    nameStart,
    .ranges([0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040]),
  ])

  /// The set of `\p{name}`, `nil` if no category or block has that name.
  static func category(_ name: String) -> CharacterSet? {
    if name.hasPrefix("Is") {
      return blocks[String(name.dropFirst(2))].map { .ranges([$0]) }
    }
    var bits: UInt64 = 0
    for (code, category) in categories where code.hasPrefix(name) { bits |= bit(category) }
    return name.isEmpty || name.count > 2 || bits == 0 ? nil : .categories(bits)
  }

  private static func bit(_ category: Unicode.GeneralCategory) -> UInt64 {
    switch category {
    case .uppercaseLetter: 1 << 0
    case .lowercaseLetter: 1 << 1
    case .titlecaseLetter: 1 << 2
    case .modifierLetter: 1 << 3
    case .otherLetter: 1 << 4
    case .nonspacingMark: 1 << 5
    case .spacingMark: 1 << 6
    case .enclosingMark: 1 << 7
    case .decimalNumber: 1 << 8
    case .letterNumber: 1 << 9
    case .otherNumber: 1 << 10
    case .connectorPunctuation: 1 << 11
    case .dashPunctuation: 1 << 12
    case .openPunctuation: 1 << 13
    case .closePunctuation: 1 << 14
    case .initialPunctuation: 1 << 15
    case .finalPunctuation: 1 << 16
    case .otherPunctuation: 1 << 17
    case .mathSymbol: 1 << 18
    case .currencySymbol: 1 << 19
    case .modifierSymbol: 1 << 20
    case .otherSymbol: 1 << 21
    case .spaceSeparator: 1 << 22
    case .lineSeparator: 1 << 23
    case .paragraphSeparator: 1 << 24
    case .control: 1 << 25
    case .format: 1 << 26
    case .surrogate: 1 << 27
    case .privateUse: 1 << 28
    case .unassigned: 1 << 29
    @unknown default: 1 << 29
    }
  }

  private static let categories: [(String, Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
    ("Lm", .modifierLetter), ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark),
    ("Me", .enclosingMark), ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber),
    ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation), ("Ps", .openPunctuation),
    ("Pe", .closePunctuation), ("Pi", .initialPunctuation), ("Pf", .finalPunctuation),
    ("Po", .otherPunctuation), ("Sm", .mathSymbol), ("Sc", .currencySymbol),
    ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator),
    ("Zl", .lineSeparator), ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format),
    ("Cs", .surrogate), ("Co", .privateUse), ("Cn", .unassigned),
  ]

  // The blocks of European text; patterns that name another are refused, not guessed.
  private static let blocks: [String: ClosedRange<UInt32>] = [
    "BasicLatin": 0x0...0x7F, "Latin-1Supplement": 0x80...0xFF, "LatinExtended-A": 0x100...0x17F,
    "LatinExtended-B": 0x180...0x24F, "IPAExtensions": 0x250...0x2AF,
    "SpacingModifierLetters": 0x2B0...0x2FF, "CombiningDiacriticalMarks": 0x300...0x36F,
    "Greek": 0x370...0x3FF, "GreekandCoptic": 0x370...0x3FF, "Cyrillic": 0x400...0x4FF,
    "Armenian": 0x530...0x58F, "Hebrew": 0x590...0x5FF, "Arabic": 0x600...0x6FF,
    "LatinExtendedAdditional": 0x1E00...0x1EFF, "GreekExtended": 0x1F00...0x1FFF,
    "GeneralPunctuation": 0x2000...0x206F, "CurrencySymbols": 0x20A0...0x20CF,
    "LetterlikeSymbols": 0x2100...0x214F, "NumberForms": 0x2150...0x218F,
    "MathematicalOperators": 0x2200...0x22FF,
  ]
}
