// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Foundation
internal import Mapping

/// The files of all targets of a mapping.
struct TargetOutputs {
  /// For each target whether its syntax has graphs.
  let writesGraphs: [Bool]
  private let files: [TargetFile]

  /// Opens every target's file, hidden until ``commit()``.
  ///
  /// - Parameters:
  ///   - document: the mapping.
  ///   - project: says where may be written.
  ///   - mapping: the mapping's folder.
  ///   - workingFolder: what the mapping calls the current working directory.
  /// - Throws: what is wrong with a target; ``PipelineRules/cannotWrite``.
  init(
    _ document: MappingDocument, project: ProjectFolder, mapping: URL, workingFolder: URL
  ) throws(DiagnosedError) {
    var writesGraphs: [Bool] = []
    var files: [TargetFile] = []
    for target in document.targets {
      guard let syntax = TargetSyntax(target.serialization) else {
        throw DiagnosedError(
          MappingRules.targetSyntax, at: target.place,
          [
            .plain("syntax", target.serialization),
            .plain("allowed", TargetSyntax.names.joined(separator: ", ")),
          ])
      }
      guard case .constant(let path) = target.access else {
        throw DiagnosedError(
          MappingRules.targetFromData, at: target.place, [.plain("target", target.name)])
      }
      let folder =
        switch target.root {
        case .mappingFolder: mapping
        case .workingFolder: workingFolder
        case .folder(let other): URL(filePath: other, relativeTo: mapping)
        }
      let url = try project.resolve(path, in: folder, at: target.place)
      writesGraphs.append(syntax.writesGraphs)
      files.append(try TargetFile(target, syntax, at: url))
    }
    self.writesGraphs = writesGraphs
    self.files = files
  }

  /// Takes what a batch made for the targets.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  func take(_ sink: inout RoutingSink) throws(DiagnosedError) {
    for index in files.indices {
      let file = files[index]
      try sink.targets[index].drain { (bytes) throws(DiagnosedError) in try file.take(bytes) }
    }
  }

  /// Writes what is left of every target.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  func finish(prefixes: [String: String]) throws(DiagnosedError) {
    let pairs = prefixes.map { (prefix: $0.key, namespace: $0.value) }
    for file in files { try file.finish(prefixes: pairs) }
  }

  /// Gives all files their names, after everything else has gone well.
  ///
  /// - Throws: ``PipelineRules/cannotWrite``.
  func commit() throws(DiagnosedError) { for file in files { try file.commit() } }
}
