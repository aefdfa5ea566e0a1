// SPDX-License-Identifier: Apache-2.0

internal import TextPatterns

/// What GREL searches for: a plain text, or a regular expression between slashes.
///
/// - Source: [OpenRefine, GREL](https://openrefine.org/docs/manual/grelfunctions): “s or p”.
enum TextPattern: Sendable {
  case text([UInt8])
  case expression(RegularExpression)

  /// Where something was found, with the groups of an expression.
  struct Match {
    let range: Range<Int>
    let groups: [Range<Int>?]
  }

  /// Reads a pattern; text between slashes is compiled.
  init(_ text: String) throws(RegularExpression.Fault) {
    guard text.count >= 2, text.hasPrefix("/"), text.hasSuffix("/") else {
      self = .text(Array(text.utf8))
      return
    }
    self = .expression(try RegularExpressionCache.find(String(text.dropFirst().dropLast())))
  }

  /// Reads the pattern that an argument gives.
  init(_ arguments: FunctionArguments, _ index: Int) throws(UnreadableArgument) {
    do throws(RegularExpression.Fault) {
      try self.init(arguments.text(index))
    } catch {
      throw UnreadableArgument(index, "a regular expression: \(error.words)")
    }
  }

  /// Checks a pattern that is constant.
  static func check(
    _ parameter: FunctionParameter, in constants: [String: String]
  ) throws(FunctionArgumentError) {
    guard let text = constants[parameter.iris[0]] else { return }
    do throws(RegularExpression.Fault) {
      _ = try TextPattern(text)
    } catch {
      throw FunctionArgumentError(parameter: parameter.iris[0], reason: error.words)
    }
  }

  /// Every match from the left.
  func matches(in bytes: [UInt8]) throws(RegularExpression.TooManySteps) -> [Match] {
    switch self {
    case .text(let text):
      var found: [Match] = []
      var start = 0
      while let index = bytes.firstRange(of: text, from: start) {
        found.append(Match(range: index..<index + text.count, groups: []))
        start = index + text.count
      }
      return found
    case .expression(let expression):
      return try expression.matches(in: bytes).compactMap { groups in
        groups[0].map { Match(range: $0, groups: groups) }
      }
    }
  }

  /// What a body makes of the matches, or that there were too many steps.
  func find(
    in bytes: [UInt8], _ body: ([Match]) -> FunctionResult
  ) -> FunctionResult {
    do throws(RegularExpression.TooManySteps) {
      return body(try matches(in: bytes))
    } catch {
      guard case .expression(let expression) = self else { return .values([]) }
      return .tooManySteps(pattern: expression.pattern)
    }
  }
}

extension RegularExpression.Fault {
  /// The reason with its place, to follow a colon.
  var words: String { "at byte \(offset + 1) of the pattern, \(reason)" }
}
