// SPDX-License-Identifier: Apache-2.0

extension NodeKind {
  private static func rule(_ name: String, type: String) -> NodeKind {
    NodeKind(
      name, types: [type],
      fields: [
        ProfileField(
          "action", Namespace.odrl.action, .concept(.action), .oneOrMore,
          "What is permitted, prohibited or due.")
      ])
  }

  private static func rules(_ key: String, type: String, _ about: String) -> ProfileField {
    ProfileField(
      key, Namespace.odrl[key], .node(rule(key, type: type)), .many, about, fragment: key)
  }

  /// Permissions, prohibitions and obligations.
  package static let policy = NodeKind(
    "policy", types: [Namespace.odrl.Policy],
    fields: [
      rules("permission", type: Namespace.odrl.Permission, "What users may do."),
      rules("prohibition", type: Namespace.odrl.Prohibition, "What users must not do."),
      rules("obligation", type: Namespace.odrl.Duty, "What users must do."),
    ], oneOf: ["permission", "prohibition", "obligation"])

  /// The checksum of a file.
  package static let checksum = NodeKind(
    "checksum", types: [Namespace.spdx.Checksum],
    fields: [
      ProfileField(
        "algorithm", Namespace.spdx.algorithm, .concept(.checksumAlgorithm), .one,
        "How it was computed."),
      ProfileField(
        "value", Namespace.spdx.checksumValue, .text(.hexadecimal), .one,
        "The checksum in lower-case hexadecimal."),
    ])

  private static func mediaType(_ key: String, _ about: String) -> ProfileField {
    ProfileField(key, Namespace.dcat[key], .mediaType, .optional, about)
  }

  /// A way in which a data set is given out.
  ///
  /// - Source: EUCAIM DCAT-AP 2.0, Distribution.
  package static let distribution = NodeKind(
    "distribution", types: [Namespace.dcat.Distribution],
    fields: [
      .title(needsEnglish: false, .optional),
      ProfileField(
        "description", Namespace.dct.description, .localised(needsEnglish: false), .optional,
        "What the distribution holds."),
      ProfileField(
        "page", Namespace.foaf.page, .resource(types: [Namespace.foaf.Document]), .many,
        "Documentation of the distribution."),
      ProfileField(
        "accessURL", Namespace.dcat.accessURL, .resource(types: []), .oneOrMore,
        "Where access is asked for; the Negotiator where it mediates."),
      ProfileField(
        "accessService", Namespace.dcat.accessService, .node(service), .many,
        "A service that gives access.", fragment: "service"),
      ProfileField(
        "downloadURL", Namespace.dcat.downloadURL, .resource(types: []), .many,
        "A direct download."),
      ProfileField(
        "availability", Namespace.dcatap.availability, .concept(.availability), .optional,
        "For how long it is to be available."),
      ProfileField(
        "format", Namespace.dct.format, .concept(.fileType), .optional, "The file format."),
      mediaType("mediaType", "The media type, such as application/dicom."),
      mediaType("compressFormat", "The media type of the compression."),
      mediaType("packageFormat", "The media type of the packaging."),
      ProfileField(
        "byteSize", Namespace.dcat.byteSize, .text(.wholeNumber), .optional, "The size in bytes."),
      ProfileField(
        "checksum", Namespace.spdx.checksum, .node(checksum), .optional,
        "The checksum of the download."),
      .spatialResolution, .temporalResolution,
      ProfileField(
        "conformsTo", Namespace.dct.conformsTo, .resource(types: [Namespace.dct.Standard]), .many,
        "A schema that the files follow."),
      .language, .legislation, .licence,
      ProfileField(
        "rights", Namespace.dct.rights, .concept(.distributionRights), .many,
        "The access condition, and conditions of use."),
      ProfileField(
        "policy", Namespace.odrl.hasPolicy, .node(policy), .optional,
        "Permissions, prohibitions and obligations."),
      ProfileField(
        "status", Namespace.adms.status, .concept(.distributionStatus), .optional,
        "How far the distribution has come."),
      .issued,
      ProfileField(
        "modified", Namespace.dct.modified, .text(.date), .optional,
        "When the files last changed."),
    ])
}
