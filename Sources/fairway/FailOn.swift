// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import RDFIO

/// The values of `--fail-on`.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case violation
  case warning
  case never

  /// The lightest severity that counts, `nil` for never.
  var severity: Severity? {
    switch self {
    case .violation: .violation
    case .warning: .warning
    case .never: nil
    }
  }

  /// Whether the heaviest severity found counts.
  func isReached(by heaviest: Severity?) -> Bool {
    guard let severity, let heaviest else { return false }
    return heaviest >= severity
  }
}

extension RDFFormat: ExpressibleByArgument {
  /// Reads a name such as `turtle`.
  init?(argument: String) {
    guard let format = try? RDFFormat(named: argument) else { return nil }
    self = format
  }
}
