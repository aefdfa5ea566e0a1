// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What an iterator over a file with a document on each line may ask for.
///
/// One line is kept at a time, so it cannot count lines nor look from one at another.
enum JSONLineQuery {
  /// Refuses an iterator whose answer depends on more than one line.
  ///
  /// - Throws: ``JSONRules/pathUnsupported``, without a place.
  static func check(_ query: JSONQuery) throws(DiagnosedError) {
    if query.segments.contains(where: \.looksFromRoot) {
      throw unsupported("a filter that looks from “$” at other lines", query)
    }
    guard query.split.plain.isEmpty, let first = query.segments.first else { return }
    for selector in first.selectors {
      switch selector {
      case .index:
        throw unsupported("an index that counts lines in a choice or from the end", query)
      case .slice: throw unsupported("a slice of the lines", query)
      case .name, .wildcard, .filter: continue
      }
    }
  }

  private static func unsupported(_ part: String, _ query: JSONQuery) -> DiagnosedError {
    DiagnosedError(
      JSONRules.pathUnsupported, at: nil,
      [.plain("path", query.text), .plain("part", part), .plain("column", 2)])
  }
}

extension JSONQuery {
  /// Whether the first step chooses among the elements of a list, not only among members by name.
  var choosesAmongElements: Bool {
    switch segments.first {
    case .descendant: true
    case .child(let selectors):
      !selectors.allSatisfy { if case .name = $0 { true } else { false } }
    case nil: false
    }
  }
}

extension JSONSegment {
  /// What it chooses.
  var selectors: [JSONSelector] {
    switch self {
    case .child(let selectors), .descendant(let selectors): selectors
    }
  }

  /// Whether a filter in it begins at the root.
  var looksFromRoot: Bool {
    selectors.contains { if case .filter(let filter) = $0 { filter.looksFromRoot } else { false } }
  }
}

extension JSONFilter {
  /// Whether a query in it begins at the root.
  var looksFromRoot: Bool {
    switch self {
    case .or(let parts), .and(let parts): parts.contains(where: \.looksFromRoot)
    case .not(let inner): inner.looksFromRoot
    case .comparison(let left, _, let right): left.looksFromRoot || right.looksFromRoot
    case .exists(let query): query.looksFromRoot
    case .function(let call): call.looksFromRoot
    }
  }
}

extension JSONComparable {
  fileprivate var looksFromRoot: Bool {
    switch self {
    case .literal: false
    case .query(let query): query.looksFromRoot
    case .function(let call): call.looksFromRoot
    }
  }
}

extension JSONFilterQuery {
  fileprivate var looksFromRoot: Bool { isAbsolute || segments.contains(where: \.looksFromRoot) }
}

extension JSONFunctionCall {
  fileprivate var looksFromRoot: Bool {
    arguments.contains { argument in
      switch argument {
      case .value(let value): value.looksFromRoot
      case .nodes(let query): query.looksFromRoot
      }
    }
  }
}
