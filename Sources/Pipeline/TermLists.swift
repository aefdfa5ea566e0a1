// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Mapping
internal import Terminology

/// The term mappings of a run, as the mapping engine looks terms up.
struct TermLists: TermResolver {
  let lists: [String] = []
  init(_ files: [(url: URL, name: String)], findings: inout [Finding]) throws(DiagnosedError) {}
  func resolve(_ value: [UInt8], list: String) -> TermResolution { .unmapped }
}
