// SPDX-License-Identifier: Apache-2.0

// What records hold, where people say what they expect of them.
extension CodeList {
  private static let eucaim = Namespace.eucaim.iri

  /// Sexes assigned at birth.
  package static let sex = CodeList(
    "sex", base: eucaim,
    codes: [("male", "COM1001366", "Male"), ("female", "COM1001370", "Female")],
    acceptedBases: [eucaim], types: [Namespace.skos.Concept])

  /// Imaging modalities, by their codes of DICOM Modality (0008,0060).
  package static let modality = CodeList(
    "image modality", base: eucaim,
    codes: [
      ("CR", "IMG1000024", "Computed radiography"), ("CT", "IMG1000042", "Computed tomography"),
      ("DX", "IMG1000028", "Digital Radiography"), ("MG", "IMG1004455", "Mammography"),
      ("MR", "IMG1000038", "Magnetic resonance imaging"),
      ("NM", "IMG1000071", "Nuclear medicine imaging"),
      ("PT", "IMG1000062", "Positron emission tomography"), ("SEG", "IMG1000075", "SEG"),
      ("SM", "IMG1004456", "Slide Microscopy"), ("US", "IMG1000035", "Ultrasound"),
    ], acceptedBases: [eucaim], types: [Namespace.skos.Concept])

  /// Any concept of the hyper-ontology, by its IRI.
  package static let hyperOntology = CodeList(
    "concept of the hyper-ontology", codes: [], acceptedBases: [eucaim],
    types: [Namespace.skos.Concept])

  /// Datatypes of columns.
  package static let datatype = CodeList(
    "datatype", base: Namespace.xsd.iri,
    codes: [
      "string", "boolean", "integer", "decimal", "double", "date", "dateTime", "gYear",
      "gYearMonth", "anyURI",
    ].map { ($0, $0, $0) }, types: [])
}
