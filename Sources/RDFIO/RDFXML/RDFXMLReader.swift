// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

enum RDFXMLReader {
  static func read(_ document: Document) throws(DiagnosedError) -> [LocatedQuad] { [] }
}
