// SPDX-License-Identifier: Apache-2.0

import RDFModel

/// The field that holds a concept of a vocabulary which a shape finds fault with.
///
/// Whoever fills in a catalogue can mend the field, and not the vocabulary.
struct HoldingField {
  /// How to mend it.
  static let advice =
    "Use a concept of the vocabulary that the shape asks for in this field, or check the data "
    + "together with the file that describes the vocabulary."

  /// The statement that holds the concept, the first one read.
  let statement: Int
  /// How many statements hold it.
  let count: Int

  /// Finds the field; `nil` where the shape is reached otherwise than through a field, and where the
  /// focus node is no concept of a vocabulary: what the data describe themselves can be mended there.
  ///
  /// - Parameters:
  ///   - focus: the concept.
  ///   - shape: the shape that it does not conform to.
  ///   - path: what the result is about.
  ///   - run: the validation.
  init?(_ focus: TermID, _ shape: Shape, _ path: PropertyPath?, _ run: ValidationRun) {
    guard !shape.heldBy.isEmpty, Self.isConcept(focus, path, run) else { return nil }
    let statements = shape.heldBy.flatMap { predicate in
      let predicate = run.terms.resolve(predicate)
      return run.data.subjects(predicate, focus).compactMap {
        run.data.statement($0, predicate, focus)
      }
    }
    guard let first = statements.min(by: { run.data.origin($0) < run.data.origin($1) }) else {
      return nil
    }
    statement = first
    count = statements.count
  }

  // A node of which the data say no type is described elsewhere, as vocabularies are.
  private static func isConcept(
    _ focus: TermID, _ path: PropertyPath?, _ run: ValidationRun
  ) -> Bool {
    if path == .predicate(SKOS.inScheme) { return true }
    let types = run.data.statements(focus, run.type)
    if types.isEmpty { return true }
    let concept = run.terms.resolve(.iri(SKOS.Concept))
    return types.contains { run.data.triples[$0].object == concept }
  }
}
