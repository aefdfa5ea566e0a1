// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Where RDF/XML is parsed: libraptor2 is not safe from hostile documents, whatever guards it has.
package enum RDFXMLIsolation: Sendable {
  /// In this process; for programs that cannot be started anew, such as a test bundle.
  case inProcess
  /// In a process of its own for each document.
  case worker(RDFXMLWorker)

  /// What holds in this process, to be set when it starts.
  package static var current: RDFXMLIsolation {
    get { setting.withLock { $0 } }
    set { setting.withLock { $0 = newValue } }
  }

  private static let setting = Mutex<RDFXMLIsolation>(.inProcess)
}
