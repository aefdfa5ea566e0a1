// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
internal import RecordIO
internal import Synchronization

/// Finds the files that a mapping's functions name.
package protocol CodeTableLocator: Sendable {
  /// The file's path, and its name for findings.
  ///
  /// - Parameter path: as the mapping has it.
  /// - Returns: where the file is; it need not exist.
  /// - Throws: that the run may not read there.
  func locate(_ path: String) throws(DiagnosedError) -> (path: String, name: String)
}

/// The code tables that a mapping's functions look values up in; each is read once.
package final class CodeTables: Sendable {
  /// Rows that a table may have.
  package static let rowLimit = 1_000_000
  /// Bytes that the two columns of a table may have together.
  package static let byteLimit = 64 << 20

  /// Which file, which columns and how they are parted.
  struct Request: Hashable, Sendable {
    let path: String
    let from: String
    let to: String
    let delimiter: String
  }

  private let locator: any CodeTableLocator
  private let known = Mutex<[Request: [[UInt8]: [UInt8]]]>([:])

  /// Reads tables from where a mapping's paths lead.
  package init(_ locator: any CodeTableLocator) { self.locator = locator }

  /// What the values of one column stand for in another, the first row of each value counting.
  ///
  /// - Throws: why the table cannot be used, to follow a colon.
  func table(_ request: Request) throws(CodeTableFault) -> [[UInt8]: [UInt8]] {
    if let table = known.withLock({ $0[request] }) { return table }
    let table: [[UInt8]: [UInt8]]
    do throws(DiagnosedError) {
      let file = try locator.locate(request.path)
      table = try read(file.path, file.name, request)
    } catch {
      let words = error.findings.map { $0.message() }.joined(separator: " ")
      throw CodeTableFault(reason: words.hasSuffix(".") ? String(words.dropLast()) : words)
    }
    if table.isEmpty { throw CodeTableFault(reason: "the table has no rows, or is too large") }
    known.withLock { $0[request] = table }
    return table
  }

  private func read(
    _ path: String, _ name: String, _ request: Request
  ) throws(DiagnosedError) -> [[UInt8]: [UInt8]] {
    var dialect = CSVDialect()
    dialect.delimiter = request.delimiter.utf8.first
    var references = [request.from, request.to]
    // Numbers count columns from 0, and then the first row is one like the others.
    if let from = Int(request.from), let to = Int(request.to) {
      dialect.columnNames = []
      references = ["_col.\(from + 1)", "_col.\(to + 1)"]
    }
    let reader = try CSVReader(
      path: path, displayName: name, dialect: dialect,
      references: references[0] == references[1] ? [references[0]] : references, nullValues: [])
    var batch = RecordBatch(columns: reader.columns)
    var findings: [Finding] = []
    var table: [[UInt8]: [UInt8]] = [:]
    var size = 0
    while try reader.read(into: &batch, findings: &findings) {
      for record in 0..<batch.recordCount {
        let cells = [batch.cell(record, 0), batch.cell(record, batch.columnCount - 1)]
        guard cells.allSatisfy({ $0.state == .value }) else { continue }
        let texts = cells.map { cell in
          Array(batch.bytes[Int(cell.start)..<Int(cell.start + cell.length)])
        }
        if table[texts[0]] == nil {
          table[texts[0]] = texts[1]
          size += texts[0].count + texts[1].count
        }
        if table.count > Self.rowLimit || size > Self.byteLimit { return [:] }
      }
    }
    return table
  }
}

/// Why a code table cannot be used.
struct CodeTableFault: Error, Hashable {
  let reason: String
}
