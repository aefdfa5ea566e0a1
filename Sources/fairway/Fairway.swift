// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import RDFIO

/// The command line: one file for each subcommand, no logic.
@main struct Fairway: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fairway",
    abstract: "Takes a provider's metadata to a FAIR entry in the catalogue of cancer images.",
    discussion: """
      Exit codes: 0 ok; 1 findings at or above --fail-on; 2 usage; 3 input unreadable, invalid or \
      changed while read; 4 environment (disk, lock, permission); 70 internal error.
      """,
    version: Product.version,
    subcommands: [
      RunCommand.self, MapCommand.self, MappingCommand.self, ConvertCommand.self,
      ValidateCommand.self, FlavourCommand.self, FlavoursCommand.self, MigrateCommand.self,
      ReportCommand.self, PublishCommand.self, ExportCommand.self,
      TermsCommand.self,
    ] + serving)

  /// Parses, runs, and ends the process with the exit codes of the contract.
  ///
  /// ArgumentParser's own code for wrong usage is 64; scripts rely on 2. An error that no stage turned
  /// into a finding is a fault of the program: 70.
  static func main() async {
    RDFXMLWorker.runIfAsked(CommandLine.arguments)
    RDFXMLIsolation.current = .worker(RDFXMLWorker(program: "/proc/self/exe"))
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      exit(withError: code)
    } catch {
      switch exitCode(for: error) {
      case .success: exit(withError: error)
      case .validationFailure: end(error, code: 2)
      default: end(error, code: 70)
      }
    }
  }

  private static func end(_ error: any Error, code: Int32) -> Never {
    FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
    Foundation.exit(code)
  }
}
