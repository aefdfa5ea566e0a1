// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import RDFModel

/// A difference between profiles that asks for no change of a description.
struct Remark: RewriteOperation {
  static let kind = "Remark"
  static let words: [String] = []

  init(_ reader: RewriteReader) throws(DiagnosedError) {}

  func apply(to graph: inout RewriteGraph) {}
}
