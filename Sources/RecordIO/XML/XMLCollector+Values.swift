// SPDX-License-Identifier: Apache-2.0

import CLibXML2
import Diagnostics

extension XMLCollector {
  /// What is known of a value besides its text.
  struct Place {
    var line: Int
    var kind = ValueKind.text
    /// The node of the plan that the value belongs to, `nil` for an ancestor's attribute.
    var node: Int32?
    /// What follows the element's path: `/@id`, `/text()[2]`.
    var suffix = ""
    /// What follows it for the first value of its column: `/text()[1]`.
    var firstSuffix = ""
    /// Whether the suffix tells more than the reference.
    var isCounted = false
  }

  /// Takes the attributes asked for and begins to keep text.
  ///
  /// - Parameters:
  ///   - frame: the element that begins, not yet among the open ones.
  ///   - attributes: of the element.
  ///   - context: within the event.
  mutating func beginValues(
    _ frame: inout Frame, _ attributes: XMLAttributes, _ context: xmlParserCtxtPtr
  ) {
    let position = XMLInputPosition(context)
    checkRecordSize(position)
    frame.line = position.line
    // The path of a value goes through the element, which its attributes belong to.
    frames.append(frame)
    for index in frame.active {
      let number = active[index]
      let node = plan.nodes[Int(number)]
      if !node.columns.isEmpty { frame.capturesValue = true }
      if !node.textColumns.isEmpty { frame.capturesText = true }
      for attribute in node.attributes { add(attribute, of: attributes, number, frame.line) }
    }
    frames.removeLast()
    guard frame.capturesValue || frame.capturesText else { return }
    frame.isNil = attributes.sayNil
    frame.textStart = text.count
    frame.runStart = text.count
    frame.runLine = XMLInputPosition.line(context)
    openCaptures += 1
    if frame.capturesValue { openValueCaptures += 1 }
  }

  private mutating func add(
    _ attribute: XMLPlan.Attribute, of attributes: XMLAttributes, _ node: Int32, _ line: Int
  ) {
    guard let found = attributes.firstIndex(of: attribute.matcher) else { return }
    let suffix = "/@\(attributes.name(found).spelled)"
    addValue(
      attributes.value(found)[...], to: attribute.columns,
      Place(line: line, node: node, suffix: suffix, firstSuffix: suffix))
  }

  /// Adds the string value of an element that ends.
  mutating func addStringValue(_ frame: Frame) {
    for index in frame.active {
      let node = active[index]
      let columns = plan.nodes[Int(node)].columns
      if columns.isEmpty { continue }
      let kind: ValueKind = frame.hasChildren ? .structure : .text
      let place = Place(line: frame.line, kind: kind, node: node)
      if frame.isNil {
        addNull(to: columns, place)
      } else {
        addValue(text[frame.textStart...], to: columns, place)
      }
    }
  }

  /// Ends the text node at hand of the innermost element.
  mutating func endTextNode() {
    guard let frame = frames.last else { return }
    let isEmpty = text.count == frame.runStart
    if isEmpty, !frame.isNil { return }
    frames[frames.count - 1].runCount += 1
    let count = frame.runCount + 1
    for index in frame.active {
      let node = active[index]
      let columns = plan.nodes[Int(node)].textColumns
      if columns.isEmpty { continue }
      let place = Place(
        line: frame.runLine, node: node, suffix: "/text()[\(count)]", firstSuffix: "/text()[1]",
        isCounted: count > 1)
      if frame.isNil {
        addNull(to: columns, place)
      } else {
        addValue(text[frame.runStart...], to: columns, place)
      }
    }
  }

  /// Adds a value to columns.
  mutating func addValue(_ value: ArraySlice<UInt8>, to columns: [Int32], _ place: Place) {
    let start = assembly.bytes.count
    assembly.bytes.append(contentsOf: value)
    if assembly.bytes.count > TreeLimits.recordValueBytes {
      return fail(recordTooLarge(TreeLimits.recordValueBytes))
    }
    if nullTexts.contains(assembly.bytes, start..<assembly.bytes.count) {
      return addNull(to: columns, place)
    }
    for column in columns {
      let cell = Cell(
        start: start, length: assembly.bytes.count - start, place: place.line,
        path: pathIndex(place, column), state: .value, kind: place.kind)
      assembly.add(cell, to: column)
    }
  }

  private mutating func addNull(to columns: [Int32], _ place: Place) {
    for column in columns {
      let cell = Cell(place: place.line, path: pathIndex(place, column), state: .null)
      assembly.addNull(cell, to: column)
    }
  }

  // MARK: Paths

  // Zero if the reference tells where the value is: no *, no sibling before, the only value so far.
  private mutating func pathIndex(_ place: Place, _ column: Int32) -> Int {
    guard let node = place.node else { return 0 }
    let known = assembly.count(column: column)
    if known == 1 {
      let first = valuePath(isFirst: true) + place.firstSuffix
      assembly.addPathToFirst(of: column) { first }
    }
    let isTold =
      known == 0 && !place.isCounted && !plan.nodes[Int(node)].followsWildcard
      && innerFrames.allSatisfy { $0.ordinal == 1 }
    return isTold ? 0 : assembly.addPath(valuePath(isFirst: false) + place.suffix)
  }

  private var innerFrames: ArraySlice<Frame> { frames.dropFirst(plan.iterator.count) }

  // The first value of a column without a path of its own had no siblings before it.
  private func valuePath(isFirst: Bool) -> String {
    var path = recordPlace.path
    for frame in innerFrames {
      path += "/\(frame.name.spelled)[\(isFirst ? 1 : frame.ordinal)]"
    }
    return path
  }

  // MARK: Failures

  /// Stops when the record at hand has become too large.
  mutating func checkRecordSize(_ position: XMLInputPosition) {
    let size = position.offset + offsetCorrection - Int(recordPlace.offset)
    if size > TreeLimits.recordBytes { fail(recordTooLarge(TreeLimits.recordBytes)) }
  }

  /// The record at hand has become too large.
  func recordTooLarge(_ limit: Int) -> DiagnosedError {
    DiagnosedError(
      XMLRules.recordTooLarge,
      at: SourcePlace(file: file, .element(path: recordPlace.path, line: recordPlace.line)),
      [.plain("line", recordPlace.line), .plain("limit", limit)])
  }
}
