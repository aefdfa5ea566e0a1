// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// The folder of conformance suites and real provider files that tests read where it is present.
package enum SharedFolder {
  /// The folder, `FAIRWAY_SHARED` or `../shared` beside the package, if it exists.
  package static let url: URL? = {
    let named = ProcessInfo.processInfo.environment["FAIRWAY_SHARED"]
    let folder =
      named.map { URL(filePath: $0) }
      ?? packageRoot.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The package's own folder.
  package static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A path below the folder, if it exists; otherwise one plain line says what is skipped.
  ///
  /// - Parameter path: relative to the folder, such as `suites/csv-spectrum`.
  /// - Returns: `nil` when it is absent.
  package static func find(_ path: String) -> URL? {
    guard let found = url?.appending(path: path),
      FileManager.default.fileExists(atPath: found.path)
    else {
      print("skipped: \(path) is not at hand; set FAIRWAY_SHARED to the folder that holds it")
      return nil
    }
    return found
  }
}
