// SPDX-License-Identifier: Apache-2.0

/// DCMI Metadata Terms.
package enum DCT {
  /// The namespace.
  package static let namespace = "http://purl.org/dc/terms/"
  /// `dct:title`.
  package static let title = namespace + "title"
  /// `dct:alternative`.
  package static let alternative = namespace + "alternative"
  /// `dct:description`.
  package static let description = namespace + "description"
  /// `dct:identifier`.
  package static let identifier = namespace + "identifier"
  /// `dct:publisher`.
  package static let publisher = namespace + "publisher"
  /// `dct:creator`.
  package static let creator = namespace + "creator"
  /// `dct:contributor`.
  package static let contributor = namespace + "contributor"
  /// `dct:issued`.
  package static let issued = namespace + "issued"
  /// `dct:modified`.
  package static let modified = namespace + "modified"
  /// `dct:created`.
  package static let created = namespace + "created"
  /// `dct:available`.
  package static let available = namespace + "available"
  /// `dct:license`.
  package static let license = namespace + "license"
  /// `dct:rights`.
  package static let rights = namespace + "rights"
  /// `dct:rightsHolder`.
  package static let rightsHolder = namespace + "rightsHolder"
  /// `dct:accessRights`.
  package static let accessRights = namespace + "accessRights"
  /// `dct:language`.
  package static let language = namespace + "language"
  /// `dct:format`.
  package static let format = namespace + "format"
  /// `dct:medium`.
  package static let medium = namespace + "medium"
  /// `dct:type`.
  package static let type = namespace + "type"
  /// `dct:subject`.
  package static let subject = namespace + "subject"
  /// `dct:conformsTo`.
  package static let conformsTo = namespace + "conformsTo"
  /// `dct:provenance`.
  package static let provenance = namespace + "provenance"
  /// `dct:spatial`.
  package static let spatial = namespace + "spatial"
  /// `dct:temporal`.
  package static let temporal = namespace + "temporal"
  /// `dct:extent`.
  package static let extent = namespace + "extent"
  /// `dct:relation`.
  package static let relation = namespace + "relation"
  /// `dct:source`.
  package static let source = namespace + "source"
  /// `dct:references`.
  package static let references = namespace + "references"
  /// `dct:isReferencedBy`.
  package static let isReferencedBy = namespace + "isReferencedBy"
  /// `dct:hasPart`.
  package static let hasPart = namespace + "hasPart"
  /// `dct:isPartOf`.
  package static let isPartOf = namespace + "isPartOf"
  /// `dct:hasVersion`.
  package static let hasVersion = namespace + "hasVersion"
  /// `dct:isVersionOf`.
  package static let isVersionOf = namespace + "isVersionOf"
  /// `dct:replaces`.
  package static let replaces = namespace + "replaces"
  /// `dct:isReplacedBy`.
  package static let isReplacedBy = namespace + "isReplacedBy"
  /// `dct:accrualPeriodicity`.
  package static let accrualPeriodicity = namespace + "accrualPeriodicity"
  /// `dct:audience`.
  package static let audience = namespace + "audience"
  /// `dct:bibliographicCitation`.
  package static let bibliographicCitation = namespace + "bibliographicCitation"
  /// `dct:Frequency`.
  package static let Frequency = namespace + "Frequency"
  /// `dct:LicenseDocument`.
  package static let LicenseDocument = namespace + "LicenseDocument"
  /// `dct:LinguisticSystem`.
  package static let LinguisticSystem = namespace + "LinguisticSystem"
  /// `dct:Location`.
  package static let Location = namespace + "Location"
  /// `dct:MediaType`.
  package static let MediaType = namespace + "MediaType"
  /// `dct:MediaTypeOrExtent`.
  package static let MediaTypeOrExtent = namespace + "MediaTypeOrExtent"
  /// `dct:PeriodOfTime`.
  package static let PeriodOfTime = namespace + "PeriodOfTime"
  /// `dct:ProvenanceStatement`.
  package static let ProvenanceStatement = namespace + "ProvenanceStatement"
  /// `dct:RightsStatement`.
  package static let RightsStatement = namespace + "RightsStatement"
  /// `dct:Standard`.
  package static let Standard = namespace + "Standard"
}
