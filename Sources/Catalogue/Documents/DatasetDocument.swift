// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import LocatedYAML
package import RDFModel

/// The human half of a data set's description, as `NAME.dataset.yaml` holds it.
///
/// Keys are those of ``NodeKind/dataset``; `Documentation/schemas/dataset.schema.json` says the same.
package struct DatasetDocument: Sendable {
  /// The data set's IRI, without fragment.
  package let iri: String
  /// What was written.
  package let node: DescribedNode

  /// Reads a document.
  ///
  /// - Throws: everything that is wrong with it, each with its line and column.
  package init(_ yaml: YAMLNode) throws(DiagnosedError) {
    var reader = FieldReader(computedKeys: Self.computedKeys)
    node = reader.readDocument(yaml, as: .dataset)
    guard reader.findings.isEmpty, let iri = node.iri else { throw DiagnosedError(reader.findings) }
    self.iri = iri
  }

  /// The titles, one for each language.
  package var titles: [Term] { node.literals("title") }

  /// The properties of the list of variables, if people wrote one.
  var writtenVariables: Set<String> {
    node.values[NodeKind.variablesKey] == nil
      ? [] : [Namespace.healthdcatap.hasVariables, Namespace.healthdcatap.hasStructuredData]
  }

  /// Keys that people might write for what the records decide, with the property meant.
  package static let computedKeys: [String: String] = {
    let names: [String: [String]] = [
      Namespace.healthdcatap.numberOfUniqueIndividuals: ["numberOfIndividuals", "individuals"],
      Namespace.healthdcatap.numberOfRecords: ["numberOfStudies", "studies"],
      Namespace.eucaim.hasBirthSex: ["birthSex", "sex"],
      Namespace.eucaim.hasImageModality: ["imageModality", "modality"],
      Namespace.eucaim.hasEquipmentManufacturer: ["equipmentManufacturer", "manufacturer"],
      Namespace.eucaim.hasImageBodyPart: ["imageBodyPart", "bodyPart"],
      Namespace.eucaim.hasCondition: ["condition"],
      Namespace.healthdcatap.minTypicalAge: ["minAge"],
      Namespace.healthdcatap.maxTypicalAge: ["maxAge"],
      Namespace.dct.temporal: ["acquisitionPeriod"],
      Namespace.healthdcatap.hasStructuredData: ["structuredData"],
      Namespace.healthdcatap.hasVariables: [],
      Namespace.dct.identifier: [], Namespace.dct.modified: [],
    ]
    var keys: [String: String] = [:]
    for (property, others) in names {
      for key in [IRIForm.localName(property)] + others { keys[key] = property }
    }
    return keys
  }()
}

/// What people wrote about a catalogue, as `NAME.catalogue.yaml` holds it.
package struct CatalogueDocument: Sendable {
  /// The catalogue's IRI, without fragment.
  package let iri: String
  /// What was written.
  package let node: DescribedNode

  /// Reads a document.
  ///
  /// - Throws: everything that is wrong with it, each with its line and column.
  package init(_ yaml: YAMLNode) throws(DiagnosedError) {
    var reader = FieldReader()
    node = reader.readDocument(yaml, as: .catalogue)
    guard reader.findings.isEmpty, let iri = node.iri else { throw DiagnosedError(reader.findings) }
    self.iri = iri
  }

  /// The titles, one for each language.
  package var titles: [Term] { node.literals("title") }
}
