// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

#if Server
  internal import CatalogueServer
  internal import Diagnostics

  extension Fairway {
    /// The subcommands that the trait Server brings.
    static let serving: [any ParsableCommand.Type] = [ServeCommand.self]
  }

  /// `fairway serve`.
  struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve",
      abstract: "Show a catalogue over HTTP: pages for people, documents for harvesters.",
      discussion: """
        Reads only. A catalogue that changes shows at once. Stop with Ctrl-C or SIGTERM. Put it \
        behind a proxy that speaks TLS, and name the public address with --base-url.
        """)

    @Option(help: "The catalogue, an SQLite file.") var catalogue: String

    @Option(help: "The name or address to listen on.") var host = "127.0.0.1"

    @Option(help: "The port to listen on.") var port: UInt16 = 8080

    @Option(
      name: .customLong("base-url"),
      help: "What addresses on pages begin with; host and port by default.")
    var baseURL: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if port == 0 { throw ValidationError("A port from 1 to 65535 is needed.") }
    }

    func run() async throws {
      try await Terminal.performWaiting(common) { terminal, _ in
        let settings = ServerSettings(
          catalogue: catalogue, host: host, port: Int(port), baseURL: baseURL)
        let service = try CatalogueService(settings) { error in
          for finding in error.findings { terminal.show(finding) }
        }
        try await service.run { _ in
          terminal.say("\(catalogue) is at \(settings.baseURL)/; Ctrl-C stops")
        }
        return 0
      }
    }
  }
#else
  extension Fairway {
    /// The subcommands that the trait Server brings: none.
    static let serving: [any ParsableCommand.Type] = []
  }
#endif
