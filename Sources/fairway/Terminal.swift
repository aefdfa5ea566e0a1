// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pipeline
internal import Synchronization

/// What a person at a terminal sees: progress and messages on standard error, results on standard
/// output.
///
/// Progress is drawn only when standard error is a terminal; colours only there and without `NO_COLOR`.
final class Terminal: Sendable {
  private let isQuiet: Bool
  private let printsJSON: Bool
  private let showsValues: Bool
  private let drawsProgress: Bool
  private let clock = Mutex(Clock())

  private struct Clock {
    let start = Date()
    var lastDrawn = Date.distantPast
    var isDrawn = false
  }

  init(_ settings: CommonSettings) {
    isQuiet = settings.isQuiet
    printsJSON = settings.printsJSON
    showsValues = settings.showsValues
    let isTerminal = isatty(STDERR_FILENO) == 1
    drawsProgress = isTerminal && !settings.isQuiet
  }

  /// Runs a command's work and ends the process with its exit code.
  ///
  /// - Parameters:
  ///   - options: the command's common options.
  ///   - work: gets a terminal and the settings in effect, and returns the exit code.
  /// - Throws: the exit code, as ArgumentParser takes it.
  static func perform(
    _ options: CommonOptions, _ work: (Terminal, CommonSettings) throws -> Int32
  ) throws {
    var terminal = Terminal(CommonSettings(options, CommandDefaults()))
    do {
      let settings = try settings(options)
      terminal = Terminal(settings)
      try end(with: work(terminal, settings))
    } catch let error as DiagnosedError {
      throw terminal.show(error)
    }
  }

  /// Runs a command's work as `perform` does, waiting for it.
  static func performWaiting(
    _ options: CommonOptions, _ work: (Terminal, CommonSettings) async throws -> Int32
  ) async throws {
    var terminal = Terminal(CommonSettings(options, CommandDefaults()))
    do {
      let settings = try settings(options)
      terminal = Terminal(settings)
      try end(with: await work(terminal, settings))
    } catch let error as DiagnosedError {
      throw terminal.show(error)
    }
  }

  private static func settings(_ options: CommonOptions) throws -> CommonSettings {
    let defaults = try options.config.map { try CommandDefaults(URL(filePath: $0)) }
    return CommonSettings(options, defaults ?? CommandDefaults())
  }

  private static func end(with code: Int32) throws {
    if code != 0 { throw ExitCode(code) }
  }

  private func show(_ error: DiagnosedError) -> ExitCode {
    endProgress()
    for finding in error.findings { show(finding) }
    return ExitCode(Self.exitCode(of: error))
  }

  /// The exit code of what ended a run.
  static func exitCode(of error: DiagnosedError) -> Int32 {
    let codes = error.findings.map { finding -> Int32 in
      switch finding.rule.category {
      case .data: 1
      case .usage: 2
      case .input: 3
      case .environment: 4
      }
    }
    return codes.max() ?? 70
  }

  /// Whether output on a descriptor may have colours: a terminal, and no `NO_COLOR`.
  ///
  /// - Source: no-color.org.
  func usesColour(on descriptor: Int32) -> Bool {
    let refusal = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
    return isatty(descriptor) == 1 && refusal.isEmpty
  }

  /// Draws how far a run is, at most ten times a second.
  func progress(records: Int, findings: Int) {
    guard drawsProgress else { return }
    clock.withLock { clock in
      let now = Date()
      guard now.timeIntervalSince(clock.lastDrawn) > 0.1 else { return }
      clock.lastDrawn = now
      clock.isDrawn = true
      let seconds = max(now.timeIntervalSince(clock.start), 0.001)
      let rate = Int(Double(records) / seconds)
      write("\r\u{1B}[K\(records) records, \(rate) a second, \(findings) findings so far")
    }
  }

  /// Wipes the progress line.
  func endProgress() {
    clock.withLock { clock in
      if clock.isDrawn { write("\r\u{1B}[K") }
      clock.isDrawn = false
    }
  }

  /// Prints a result on standard output.
  func printResult(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  /// Prints lines on standard error unless told to be quiet.
  func say(_ line: String) {
    guard !isQuiet, !line.isEmpty else { return }
    for part in line.split(separator: "\n") { write(Self.visible(String(part)) + "\n") }
  }

  /// Prints what a command did: a line on standard error, or a JSON object with `--json`.
  ///
  /// - Parameters:
  ///   - line: for people.
  ///   - summary: for programs.
  ///   - outputIsTaken: whether standard output holds the command's data already.
  func conclude(_ line: String, _ summary: CommandSummary, outputIsTaken: Bool = false) {
    guard printsJSON else { return say(line) }
    let handle = outputIsTaken ? FileHandle.standardError : FileHandle.standardOutput
    handle.write(summary.json)
  }

  /// Prints a finding as place, severity, rule and message, then the remedy and related places.
  func show(_ finding: Finding) {
    var text = ""
    if let place = finding.place { text += Self.visible("\(place): ") }
    text += coloured(finding.severity)
    text += Self.visible(": \(finding.rule.id): \(finding.message(showValues: showsValues))")
    write(text + "\n")
    for related in finding.related {
      write("  " + Self.visible("\(related.label): \(related.place)") + "\n")
    }
    write("  " + Self.visible(finding.remedy(showValues: showsValues)) + "\n")
  }

  /// Prints the first finding of each group, with how many there are.
  func show(_ findings: FindingCollector) {
    guard !isQuiet, !printsJSON else { return }
    for group in findings.sortedGroups {
      guard let first = group.first.first else { continue }
      show(first)
      if group.count > 1 { write("  … and \(group.count - 1) more of this kind\n") }
    }
  }

  private func coloured(_ severity: Severity) -> String {
    guard usesColour(on: STDERR_FILENO) else { return severity.word }
    let code =
      switch severity {
      case .violation: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[\(code)m\(severity.word)\u{1B}[0m"
  }

  // Control characters out of data never reach the terminal.
  private static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
