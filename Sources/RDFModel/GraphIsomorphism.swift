// SPDX-License-Identifier: Apache-2.0

/// Decides whether two sets of statements are the same but for the labels of blank nodes.
///
/// Blank nodes are told apart by what is said about them, round by round; where that leaves several
/// alike, one is paired with each candidate in turn. Data made for the purpose can take exponential
/// time, so this is for tests and small documents.
/// - Source: RDF 1.1 Concepts §3.6 and, for graph names, §4.1.
package enum GraphIsomorphism {
  /// Whether two sets of quads are isomorphic; repetitions do not count.
  package static func areIsomorphic(
    _ left: some Sequence<Quad>, _ right: some Sequence<Quad>
  ) -> Bool {
    let one = Dataset(left)
    let other = Dataset(right)
    guard one.quads.count == other.quads.count, one.nodeCount == other.nodeCount,
      one.ground == other.ground
    else { return false }
    return match(
      one, Array(repeating: 0, count: one.nodeCount), other,
      Array(repeating: 0, count: other.nodeCount))
  }

  /// Whether two graphs are isomorphic.
  package static func areIsomorphic(_ left: Graph, _ right: Graph) -> Bool {
    areIsomorphic(left.quads, right.quads)
  }

  private static func match(
    _ one: Dataset, _ oneColours: [UInt64], _ other: Dataset, _ otherColours: [UInt64]
  ) -> Bool {
    let left = one.refined(oneColours)
    let right = other.refined(otherColours)
    guard left.sorted() == right.sorted() else { return false }
    guard let colour = smallestRepeated(left) else { return one.isSame(left, other, right) }
    guard let node = left.firstIndex(of: colour) else { return false }
    // A colour that no round has given yet.
    let mark = Colour.mix(colour, 0x5EED)
    var marked = left
    marked[node] = mark
    for candidate in right.indices where right[candidate] == colour {
      var tried = right
      tried[candidate] = mark
      if match(one, marked, other, tried) { return true }
    }
    return false
  }

  private static func smallestRepeated(_ colours: [UInt64]) -> UInt64? {
    var counts: [UInt64: Int] = [:]
    for colour in colours { counts[colour, default: 0] += 1 }
    return counts.filter { $0.value > 1 }.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}

private enum Colour {
  /// Mixes two numbers so that their order counts.
  static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var value = (one ^ 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 32
    value = (value &+ other) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 29
  }

  static func of(_ term: Term) -> UInt64 {
    var value: UInt64 = UInt64(term.kind.rawValue)
    for part in [term.value, term.datatype, term.language.lowercased()] {
      for byte in part.utf8 { value = mix(value, UInt64(byte)) }
      value = mix(value, 0x1FF)
    }
    return value
  }
}

/// Quads with their blank nodes numbered.
private struct Dataset {
  /// A position of a quad: a blank node by its number, or the hash of anything else.
  enum Part: Hashable {
    case node(Int)
    case ground(UInt64)
  }

  /// The quads without blank nodes.
  private(set) var ground: Set<Quad> = []
  /// All quads once.
  private(set) var quads: Set<Quad> = []
  /// The quads with blank nodes: subject, predicate, object, graph.
  private var open: [[Part]] = []
  private var numbers: [Term: Int] = [:]
  private var openQuads: [Quad] = []

  var nodeCount: Int { numbers.count }

  init(_ sequence: some Sequence<Quad>) {
    for quad in sequence where quads.insert(quad).inserted {
      let terms = [quad.subject, quad.predicate, quad.object, quad.graph]
      guard terms.contains(where: { $0?.isBlankNode == true }) else {
        ground.insert(quad)
        continue
      }
      openQuads.append(quad)
      var parts: [Part] = []
      for term in terms { parts.append(part(term)) }
      open.append(parts)
    }
  }

  private mutating func part(_ term: Term?) -> Part {
    guard let term else { return .ground(0) }
    guard term.isBlankNode else { return .ground(Colour.of(term)) }
    let number = numbers[term] ?? numbers.count
    numbers[term] = number
    return .node(number)
  }

  /// Tells nodes apart by their statements until another round tells no more of them apart.
  func refined(_ start: [UInt64]) -> [UInt64] {
    var colours = start
    var count = Set(colours).count
    while true {
      var next = colours.map { Colour.mix($0, 1) }
      for quad in open {
        for position in quad.indices {
          guard case .node(let node) = quad[position] else { continue }
          // Statements add up, so that their order does not count.
          next[node] &+= colour(of: quad, seenFrom: position, node, colours)
        }
      }
      let nextCount = Set(next).count
      colours = next
      if nextCount == count { return colours }
      count = nextCount
    }
  }

  private func colour(
    of quad: [Part], seenFrom position: Int, _ node: Int, _ colours: [UInt64]
  ) -> UInt64 {
    var value = UInt64(position)
    for part in quad {
      switch part {
      case .ground(let hash): value = Colour.mix(value, hash)
      case .node(let number):
        value = Colour.mix(value, number == node ? 0x5E1F : Colour.mix(colours[number], 2))
      }
    }
    return value
  }

  /// Whether pairing nodes of equal colours makes the quads equal; every colour stands once.
  func isSame(_ colours: [UInt64], _ other: Dataset, _ otherColours: [UInt64]) -> Bool {
    renamed(colours) == other.renamed(otherColours)
  }

  private func renamed(_ colours: [UInt64]) -> Set<Quad> {
    func named(_ term: Term) -> Term {
      guard let number = numbers[term] else { return term }
      return .blankNode(String(colours[number]))
    }
    return Set(
      openQuads.map {
        Quad(
          named($0.subject), named($0.predicate), named($0.object), graph: $0.graph.map(named))
      })
  }
}
