// SPDX-License-Identifier: Apache-2.0

/// A function call in one line, `fw:term(fw:value = $(Sex), fw:list = "a, b")`, taken apart.
///
/// Offsets count Unicode scalars from the start of the scalar that holds the call.
/// - Source: YARRRML 1.3.0 §Functions, shortcuts. Extension: quotes of either kind, escapes, and
///   calls as values.
struct YARRRMLFunctionText {
  struct Argument {
    var name: String
    var nameOffset: Int
    var value: Value
  }

  enum Value {
    /// Text as written, templates included.
    case text(String, offset: Int, isQuoted: Bool)
    /// A call inside the call.
    case call(YARRRMLFunctionText)
  }

  struct SyntaxFault: Error {
    var problem: String
    var offset: Int
  }

  /// The most calls inside each other.
  static let depthLimit = 10

  var name: String
  var offset: Int
  var arguments: [Argument]

  /// Whether a text under the key `function` is a call rather than a name.
  static func isCall(_ text: String) -> Bool {
    guard let open = text.utf8.firstIndex(of: 0x28) else { return false }
    return !text[..<open].hasSuffix("$")
  }

  /// Takes a call apart.
  static func parse(_ text: String) throws(SyntaxFault) -> Self {
    var scanner = Scanner(scalars: Array(text.unicodeScalars))
    let call = try scanner.call(depth: 1)
    scanner.skipBlanks()
    guard scanner.isAtEnd else {
      throw scanner.fault("there is text after the closing parenthesis")
    }
    return call
  }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var index = 0

    var isAtEnd: Bool { index >= scalars.count }

    func fault(_ problem: String, at offset: Int? = nil) -> SyntaxFault {
      SyntaxFault(problem: problem, offset: offset ?? index)
    }

    mutating func skipBlanks() {
      while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
    }

    func text(_ range: Range<Int>) -> String {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[range])
      while text.unicodeScalars.last?.properties.isWhitespace == true {
        text.unicodeScalars.removeLast()
      }
      return text
    }

    mutating func call(depth: Int) throws(SyntaxFault) -> YARRRMLFunctionText {
      if depth > depthLimit {
        throw fault("calls are nested more than \(depthLimit) deep")
      }
      skipBlanks()
      let start = index
      while index < scalars.count, scalars[index] != "(" { index += 1 }
      let name = text(start..<index)
      if name.isEmpty { throw fault("the name of the function is missing", at: start) }
      guard index < scalars.count else {
        throw fault("“(” is expected after the name of the function")
      }
      let open = index
      index += 1
      skipBlanks()
      var arguments: [Argument] = []
      if index < scalars.count, scalars[index] == ")" {
        index += 1
        return YARRRMLFunctionText(name: name, offset: start, arguments: [])
      }
      while true {
        arguments.append(try argument(depth: depth))
        skipBlanks()
        guard index < scalars.count else {
          throw fault("the parenthesis that opens here is never closed", at: open)
        }
        let separator = scalars[index]
        guard separator == "," || separator == ")" else {
          throw fault("a comma or a closing parenthesis is expected")
        }
        index += 1
        if separator == ")" {
          return YARRRMLFunctionText(name: name, offset: start, arguments: arguments)
        }
      }
    }

    private mutating func argument(depth: Int) throws(SyntaxFault) -> Argument {
      skipBlanks()
      let start = index
      while index < scalars.count, !"=,()".unicodeScalars.contains(scalars[index]) { index += 1 }
      let name = text(start..<index)
      guard index < scalars.count, scalars[index] == "=" else {
        throw fault("“=” is expected after the name of the parameter", at: start)
      }
      if name.isEmpty { throw fault("the name of the parameter is missing", at: start) }
      index += 1
      skipBlanks()
      return Argument(name: name, nameOffset: start, value: try value(depth: depth))
    }

    private mutating func value(depth: Int) throws(SyntaxFault) -> Value {
      if index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" {
        return try quoted()
      }
      if beginsCall() { return .call(try call(depth: depth + 1)) }
      let start = index
      while index < scalars.count, scalars[index] != ",", scalars[index] != ")" {
        if scalars[index] == "\\" {
          index += 1
        } else if scalars[index] == "$", index + 1 < scalars.count, scalars[index + 1] == "(" {
          guard let end = YARRRMLTemplate.endOfReference(scalars, at: index) else {
            throw fault("the reference that opens here is never closed", at: index)
          }
          index = end
        } else if scalars[index] == "(" {
          throw fault("a parenthesis in a text needs quotes or “\\(”")
        }
        index = min(index + 1, scalars.count)
      }
      return .text(text(start..<index), offset: start, isQuoted: false)
    }

    private mutating func quoted() throws(SyntaxFault) -> Value {
      let quote = scalars[index]
      let start = index + 1
      index = start
      while index < scalars.count, scalars[index] != quote { index += 1 }
      guard index < scalars.count else {
        throw fault("the quote that opens here is never closed", at: start - 1)
      }
      var content = ""
      content.unicodeScalars.append(contentsOf: scalars[start..<index])
      index += 1
      return .text(content, offset: start, isQuoted: true)
    }

    // A prefixed name with a parenthesis right behind it.
    private func beginsCall() -> Bool {
      var end = index
      var hasColon = false
      while end < scalars.count {
        let scalar = scalars[end]
        if scalar == "(" { return hasColon && end > index }
        if scalar == ":" {
          hasColon = true
        } else if !(scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "_-./#~".unicodeScalars.contains(scalar))
        {
          return false
        }
        end += 1
      }
      return false
    }
  }
}
