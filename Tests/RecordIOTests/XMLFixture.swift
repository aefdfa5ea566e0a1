// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO

extension TreeFixture {
  /// The dump of an XML text.
  static func xml(
    _ text: String, _ iterator: String, _ references: [String],
    namespaces: [String: String] = [:], nulls: [String] = [], chunk: Int = 131_072,
    batch: Int = 131_072
  ) throws -> [String] {
    try xml(
      bytes: Array(text.utf8), iterator, references, namespaces: namespaces, nulls: nulls,
      chunk: chunk, batch: batch)
  }

  /// The dump of an XML file.
  static func xml(
    bytes: [UInt8], _ iterator: String, _ references: [String],
    namespaces: [String: String] = [:], nulls: [String] = [], chunk: Int = 131_072,
    batch: Int = 131_072
  ) throws -> [String] {
    try withReader(
      bytes, iterator, references, namespaces: namespaces, nulls: nulls, chunk: chunk,
      batch: batch
    ) { dump(try batches($0)) }
  }

  /// Opens an XML file.
  static func withReader<Result>(
    _ bytes: [UInt8], _ iterator: String, _ references: [String],
    namespaces: [String: String] = [:], nulls: [String] = [], chunk: Int = 131_072,
    batch: Int = 131_072, _ body: (XMLReader) throws -> Result
  ) throws -> Result {
    try withFile(bytes, suffix: ".xml") { path in
      try body(
        XMLReader(
          path: path, displayName: "data.xml", iterator: iterator, namespaces: namespaces,
          references: references, nullValues: nulls, sizes: (chunk, batch)))
    }
  }
}
