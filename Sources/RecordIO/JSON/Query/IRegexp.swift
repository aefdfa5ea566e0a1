// SPDX-License-Identifier: Apache-2.0

/// The regular expressions of JSONPath.
///
/// What the grammar does not have (groups with options, possessive quantifiers, assertions, references
/// to groups, shorthands such as `\d`) is refused, and not left to PCRE2.
///
/// - Source: RFC 9485 §4, rule by rule, and §5.3, whose mapping to Perl's expressions this is.
///   Deviation: `^` and `$` are anchors, as `JSONPathSuiteTests` has them.
struct IRegexp {
  // More groups inside of each other are refused; PCRE2 takes no more than 250.
  private static let depthLimit = 200

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var result = ""

  /// The same expression for PCRE2; `nil` if it uses what the grammar does not have.
  static func translate(_ expression: String) -> String? {
    var parser = IRegexp(scalars: Array(expression.unicodeScalars))
    guard parser.branches(depth: 0), parser.peek == nil else { return nil }
    return parser.result
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  // Copies the scalar at hand if it is one of a text's.
  private mutating func take(_ allowed: String) -> Bool {
    guard let scalar = peek, allowed.unicodeScalars.contains(scalar) else { return false }
    copy(scalar)
    return true
  }

  private mutating func copy(_ scalar: Unicode.Scalar) {
    result.unicodeScalars.append(scalar)
    at += 1
  }

  // i-regexp = branch *( "|" branch ); branch = *piece; piece = atom [ quantifier ]
  private mutating func branches(depth: Int) -> Bool {
    guard depth <= Self.depthLimit else { return false }
    while let scalar = peek, scalar != ")" {
      if take("|") { continue }
      guard atom(depth: depth), quantifier() else { return false }
    }
    return true
  }

  private mutating func atom(depth: Int) -> Bool {
    switch peek {
    case "(":
      _ = take("(")
      return branches(depth: depth + 1) && take(")")
    case ".":
      at += 1
      result += "[^\\n\\r]"
      return true
    case "[": return charClass()
    case "\\": return escape(allowsCategory: true)
    case "*", "+", "?", ")", "]", "{", "|", "}", nil: return false
    case let scalar?:
      copy(scalar)
      return true
    }
  }

  private mutating func quantifier() -> Bool {
    if take("*+?") { return true }
    guard take("{") else { return true }
    guard digits() else { return false }
    if take(",") { _ = digits() }
    return take("}")
  }

  private mutating func digits() -> Bool {
    let start = at
    while take("0123456789") {}
    return at > start
  }

  // charClassExpr = "[" [ "^" ] ( "-" / CCE1 ) *CCE1 [ "-" ] "]"
  private mutating func charClass() -> Bool {
    _ = take("[")
    _ = take("^")
    guard take("-") || classMember() else { return false }
    while let scalar = peek, scalar != "-", scalar != "]" {
      guard classMember() else { return false }
    }
    _ = take("-")
    return take("]")
  }

  // CCE1 = ( CCchar [ "-" CCchar ] ) / charClassEsc
  private mutating func classMember() -> Bool {
    if isCategory { return escape(allowsCategory: true) }
    guard classScalar() else { return false }
    // A hyphen before the closing bracket is one itself.
    guard peek == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else { return true }
    _ = take("-")
    return classScalar()
  }

  private mutating func classScalar() -> Bool {
    switch peek {
    case "-", "[", "]", nil: return false
    case "\\": return escape(allowsCategory: false)
    case let scalar?:
      copy(scalar)
      return true
    }
  }

  private var isCategory: Bool {
    peek == "\\" && at + 1 < scalars.count && "pP".unicodeScalars.contains(scalars[at + 1])
  }

  private mutating func escape(allowsCategory: Bool) -> Bool {
    let isCategory = isCategory
    _ = take("\\")
    if isCategory { return allowsCategory && category() }
    return take("()*+-.?[\\]^nrt{|}")
  }

  // catEsc = "\p{" charProp "}"; complEsc = "\P{" charProp "}"
  private mutating func category() -> Bool {
    guard take("pP"), take("{"), let major = peek, let minors = Self.categories[major] else {
      return false
    }
    copy(major)
    _ = take(minors)
    return take("}")
  }

  private static let categories: [Unicode.Scalar: String] = [
    "L": "lmotu", "M": "cen", "N": "dlo", "P": "cdefios", "Z": "lps", "S": "ckmo", "C": "cfno",
  ]
}
