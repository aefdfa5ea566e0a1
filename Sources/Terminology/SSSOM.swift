// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import LocatedYAML

/// Reads term mappings: tables that say which concept a local value means.
///
/// - Source: SSSOM 1.0, SSSOM/TSV with embedded metadata. Extensions: `subject_source` is any name of
///   a local code list; an IRI may stand where a CURIE is asked for.
package enum SSSOM {
  /// The object of a row whose value is known to have no concept.
  package static let noTermFound = "https://w3id.org/sssom/NoTermFound"
  /// The most bytes that a file may have.
  package static let byteLimit = 64 * 1024 * 1024

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: how findings name it.
  ///   - notes: receives warnings.
  /// - Returns: the mappings.
  /// - Throws: everything that is wrong with the file, row by row.
  package static func parse(
    bytes: [UInt8], file: String, notes: inout [Finding]
  ) throws(DiagnosedError) -> SSSOMMappingSet {
    guard bytes.count <= byteLimit else {
      throw DiagnosedError(
        TerminologyRules.tooLarge, at: SourcePlace(file: file), [.plain("limit", byteLimit)])
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw DiagnosedError(
        TerminologyRules.encoding,
        at: SourcePlace(file: file, .offset(UInt64(error.byteOffsets.lowerBound))))
    }
    let table = try SSSOMTable(bytes, file: file)
    var reading = SSSOMReading(table: table, file: file)
    try reading.takeMetadata()
    try reading.takeColumns()
    for row in table.rows.dropFirst() { reading.takeRow(row) }
    if reading.findings.contains(where: { $0.severity == .violation }) {
      throw DiagnosedError(reading.findings)
    }
    notes += reading.findings
    return reading.set
  }
}
