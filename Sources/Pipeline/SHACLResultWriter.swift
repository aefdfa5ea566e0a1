// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFIO
internal import RDFModel
internal import Shapes

/// Spells the results of a SHACL report one after the other.
///
/// What the results of one constraint have in common is spelled once, as are words that are the same
/// for several of them; the others are made of statements, which gives the same bytes.
struct SHACLResultWriter {
  /// The spaces before the bracket that closes a result.
  private static let indent = 4

  // What stands around the focus node and the message.
  private struct Frame {
    let head: [UInt8]
    let middle: [UInt8]
    let tail: [UInt8]
  }

  private let names: ReportNames
  private let showsValues: Bool
  private var fragments: TurtleFragments
  private var frames: [UInt64: Frame] = [:]
  private var words: [HiddenWording: [UInt8]] = [:]

  /// Prepares to spell.
  ///
  /// - Parameters:
  ///   - fragments: spells terms.
  ///   - names: has numbers for the focus nodes of all results to come.
  ///   - showsValues: whether values out of data may be told.
  init(_ fragments: TurtleFragments, _ names: ReportNames, showsValues: Bool) {
    self.fragments = fragments
    self.names = names
    self.showsValues = showsValues
  }

  /// Spells a result in brackets.
  ///
  /// - Parameters:
  ///   - result: the result.
  ///   - label: of the blank node that stands for it.
  ///   - bytes: gets the text.
  /// - Throws: `rdf.bad-statement`.
  mutating func append(
    _ result: ValidationResult, label: String, to bytes: inout [UInt8]
  ) throws(DiagnosedError) {
    guard isPlain(result) else {
      return try appendStatements(of: result, label: label, to: &bytes)
    }
    var focus: [UInt8] = []
    try fragments.append(
      object: names.focus(result.reportedFocus(label: label, showValues: false)), to: &focus)
    let message = try message(of: result)
    let frame = try frame(of: result, label: label, focus: focus, message: message)
    bytes += frame.head
    bytes += focus
    bytes += frame.middle
    bytes += message
    bytes += frame.tail
  }

  // Focus node and message are all that differs between results of one constraint.
  private func isPlain(_ result: ValidationResult) -> Bool {
    guard !showsValues, result.details.isEmpty, result.messageTemplates.count < 2 else {
      return false
    }
    switch result.path {
    case nil, .predicate: return result.hasPathOfShape
    default: return false
    }
  }

  private mutating func appendStatements(
    of result: ValidationResult, label: String, to bytes: inout [UInt8]
  ) throws(DiagnosedError) {
    let quads = result.quads(label: label, showValues: showsValues)
    try fragments.appendBrackets(
      names.own(.blankNode(label)), quads.map { names.own($0) }, indent: Self.indent, to: &bytes)
  }

  private mutating func message(
    of result: ValidationResult
  ) throws(DiagnosedError) -> [UInt8] {
    let key = result.hiddenWording
    if let key, let known = words[key] { return known }
    var bytes: [UInt8] = []
    for message in result.reportedMessages(showValues: false) {
      try fragments.append(object: message, to: &bytes)
    }
    if let key { words[key] = bytes }
    return bytes
  }

  private mutating func frame(
    of result: ValidationResult, label: String, focus: [UInt8], message: [UInt8]
  ) throws(DiagnosedError) -> Frame {
    if let known = frames[result.site] { return known }
    var whole: [UInt8] = []
    try appendStatements(of: result, label: label, to: &whole)
    // Behind the message come a line break, the indent and the bracket.
    let end = whole.count - Self.indent - 2
    let start = whole.firstRange(of: focus)?.lowerBound ?? 0
    let frame = Frame(
      head: Array(whole[..<start]),
      middle: Array(whole[(start + focus.count)..<(end - message.count)]),
      tail: Array(whole[end...]))
    frames[result.site] = frame
    return frame
  }
}

/// What nodes of a report are called in a document that holds several reports.
struct ReportNames: Sendable {
  private static let focusNode = Term.iri(SHACL.iri("focusNode"))
  private let part: Int
  private let hidesFocus: Bool
  private var records: [Term: Int] = [:]

  init(part: Int, hidesFocus: Bool) {
    self.part = part
    self.hidesFocus = hidesFocus
  }

  // Labels of results are counted from 1 in each part, so each part gets a prefix of its own.
  func own(_ term: Term) -> Term {
    term.isBlankNode ? .blankNode("p\(part)-\(term.value)") : term
  }

  func own(_ quad: Quad) -> Quad {
    let object = quad.predicate == Self.focusNode ? focus(quad.object) : own(quad.object)
    return Quad(own(quad.subject), quad.predicate, object)
  }

  /// The name of a record holds what identifies a person, so a number stands for it.
  func focus(_ node: Term) -> Term {
    guard hidesFocus else { return own(node) }
    return .blankNode("p\(part)-record-\(records[node] ?? 0)")
  }

  /// Gives numbers to the focus nodes of a result and its details, in their order.
  mutating func note(_ result: ValidationResult, label: String, showsValues: Bool) {
    guard hidesFocus else { return }
    let node = result.reportedFocus(label: label, showValues: showsValues)
    if records[node] == nil { records[node] = records.count + 1 }
    for (index, detail) in result.details.enumerated() {
      let label = ValidationResult.label(ofDetail: index, label)
      note(detail, label: label, showsValues: showsValues)
    }
  }
}
