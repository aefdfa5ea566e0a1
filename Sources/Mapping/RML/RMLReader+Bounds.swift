// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// What a reading has used up.
struct RMLReading {
  /// The parts read so far, each as often as it is used.
  var parts = 0
  /// Whether there were too many, so that the rest is passed over.
  var isStopped = false
  /// The nodes that are being read, outermost first.
  var open: [TermID] = []
  // The work that a view's rows take, and the views inside each other, by the number of the source.
  var views: [Int: (depth: Int, readings: Int)] = [:]
}

extension RMLReader {
  /// Counts parts of the mapping.
  ///
  /// - Parameters:
  ///   - node: what is read.
  ///   - bytes: how long its text is, if that matters.
  /// - Returns: whether reading may go on.
  mutating func count(_ node: RMLNode, bytes: Int = 0) -> Bool {
    if reading.isStopped { return false }
    reading.parts += 1 + bytes / RMLLimits.bytesPerPart
    if reading.parts > RMLLimits.parts { stop(at: node.place) }
    return !reading.isStopped
  }

  /// Reads a part that may hold parts of its own kind.
  ///
  /// - Parameters:
  ///   - node: the part.
  ///   - kind: what it is, in words.
  ///   - read: reads what is inside.
  /// - Returns: `nil` after a finding.
  mutating func nested<Part>(
    _ node: RMLNode, _ kind: String, _ read: (inout Self) -> Part?
  ) -> Part? {
    guard count(node) else { return nil }
    guard !reading.open.contains(node.id) else {
      report(RMLRules.cycle, at: node.place, owner(node, kind))
      return nil
    }
    guard reading.open.count < RMLLimits.depth else {
      reportNesting(node, kind)
      return nil
    }
    reading.open.append(node.id)
    defer { reading.open.removeLast() }
    return read(&self)
  }

  /// Notes what it takes to read a view, whose members have been read.
  ///
  /// Each view inside of a view is read anew for it, so that views that use each other twice double
  /// the work on every level.
  /// - Parameters:
  ///   - node: the view.
  ///   - members: the numbers of the sources it is made of.
  /// - Returns: the depth and the readings, `nil` after a finding.
  mutating func size(
    of node: RMLNode, madeOf members: [Int]
  ) -> (depth: Int, readings: Int)? {
    let sizes = members.map { reading.views[$0] ?? (depth: 0, readings: 1) }
    let depth = 1 + (sizes.map(\.depth).max() ?? 0)
    let readings = 1 + sizes.map(\.readings).reduce(0, +)
    guard depth <= RMLLimits.depth else {
      reportNesting(node, "logical view")
      return nil
    }
    guard readings <= RMLLimits.parts else {
      stop(at: node.place)
      return nil
    }
    return (depth, readings)
  }

  /// Reports a fault once and goes on, unless there are too many.
  mutating func report(
    _ rule: FindingRule, at place: SourcePlace, _ arguments: [FindingArgument] = []
  ) {
    guard !reading.isStopped else { return }
    // A part that is used twice is read twice.
    let finding = Finding(rule, at: place, arguments)
    guard reported.insert(finding).inserted else { return }
    findings.append(finding)
    reading.parts += RMLLimits.partsPerFinding
    if reading.parts > RMLLimits.parts { stop(at: place) }
  }

  private mutating func reportNesting(_ node: RMLNode, _ kind: String) {
    report(
      RMLRules.tooNested, at: node.place, owner(node, kind) + [.plain("limit", RMLLimits.depth)])
  }

  private mutating func stop(at place: SourcePlace) {
    guard !reading.isStopped else { return }
    reading.isStopped = true
    findings.append(
      Finding(RMLRules.tooLarge, at: place, [.plain("limit", RMLLimits.parts)]))
  }
}
