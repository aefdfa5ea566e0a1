// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What the server can find; it stands here, so that the page of findings has it in every build.
package enum ServerRules {
  /// The base URL cannot be the beginning of addresses.
  package static let badBaseURL = FindingRule(
    "server.bad-base-url", .violation, .usage, title: "Base URL cannot be used",
    message: """
      “{url}” cannot be the beginning of addresses; allowed are http:// or https://, a host, and \
      a path of letters, digits, dash, dot, underline and tilde.
      """,
    remedy: "Write it as in --base-url https://catalogue.example.org.")
  /// The address is taken, not ours, or not to be found.
  package static let cannotListen = FindingRule(
    "server.cannot-listen", .violation, .environment, title: "Address cannot be listened on",
    message: "{address} cannot be listened on: {reason}.",
    remedy: "Choose another --port or --host, or stop the program that holds this one.")

  /// Every rule of this module.
  package static let all: [FindingRule] = [badBaseURL, cannotListen]
}
