// SPDX-License-Identifier: Apache-2.0

// Authority tables of the Publications Office of the European Union: the codes that descriptions of
// imaging data sets need. Any other IRI of the same table is accepted as well.
extension CodeList {
  private static let authority = "http://publications.europa.eu/resource/authority/"

  private static func table(
    _ name: String, _ codes: [(String, String)], types: [String], isOpen: Bool = true,
    notes: [String: String] = [:]
  ) -> CodeList {
    let scheme = authority + name
    return CodeList(
      name, base: scheme + "/", codes: codes.map { ($0.0, $0.0, $0.1) }, schemes: [scheme],
      acceptedBases: isOpen ? [scheme + "/"] : [], types: types, notes: notes)
  }

  /// Who may have access; the three values that the profile allows.
  package static let accessRight = table(
    "access-right",
    [
      ("PUBLIC", "public"), ("RESTRICTED", "restricted"), ("NON_PUBLIC", "non-public"),
    ], types: [Namespace.dct.RightsStatement, Namespace.skos.Concept], isOpen: false)

  /// Languages, by ISO 639-3 codes in lower case.
  package static let language = CodeList(
    "language", base: authority + "language/",
    codes: [
      ("bul", "BUL", "Bulgarian"), ("cat", "CAT", "Catalan"), ("ces", "CES", "Czech"),
      ("dan", "DAN", "Danish"), ("deu", "DEU", "German"), ("ell", "ELL", "Greek"),
      ("eng", "ENG", "English"), ("est", "EST", "Estonian"), ("fin", "FIN", "Finnish"),
      ("fra", "FRA", "French"), ("gle", "GLE", "Irish"), ("hrv", "HRV", "Croatian"),
      ("hun", "HUN", "Hungarian"), ("isl", "ISL", "Icelandic"), ("ita", "ITA", "Italian"),
      ("lav", "LAV", "Latvian"), ("lit", "LIT", "Lithuanian"), ("mlt", "MLT", "Maltese"),
      ("nld", "NLD", "Dutch"), ("nor", "NOR", "Norwegian"), ("pol", "POL", "Polish"),
      ("por", "POR", "Portuguese"), ("ron", "RON", "Romanian"), ("slk", "SLK", "Slovak"),
      ("slv", "SLV", "Slovenian"), ("spa", "SPA", "Spanish"), ("swe", "SWE", "Swedish"),
      ("tur", "TUR", "Turkish"), ("ukr", "UKR", "Ukrainian"),
    ], schemes: [authority + "language"], acceptedBases: [authority + "language/"],
    types: [Namespace.dct.LinguisticSystem, Namespace.skos.Concept])

  /// Places: countries by ISO 3166 codes of three letters, continents, and IRIs of places.
  package static let place = CodeList(
    "place", base: authority,
    codes: [
      ("AUT", "Austria"), ("BEL", "Belgium"), ("BGR", "Bulgaria"), ("CHE", "Switzerland"),
      ("CYP", "Cyprus"), ("CZE", "Czechia"), ("DEU", "Germany"), ("DNK", "Denmark"),
      ("ESP", "Spain"), ("EST", "Estonia"), ("FIN", "Finland"), ("FRA", "France"),
      ("GBR", "United Kingdom"), ("GRC", "Greece"), ("HRV", "Croatia"), ("HUN", "Hungary"),
      ("IRL", "Ireland"), ("ISL", "Iceland"), ("ISR", "Israel"), ("ITA", "Italy"),
      ("LTU", "Lithuania"), ("LUX", "Luxembourg"), ("LVA", "Latvia"), ("MLT", "Malta"),
      ("NLD", "Netherlands"), ("NOR", "Norway"), ("POL", "Poland"), ("PRT", "Portugal"),
      ("ROU", "Romania"), ("SRB", "Serbia"), ("SVK", "Slovakia"), ("SVN", "Slovenia"),
      ("SWE", "Sweden"), ("TUR", "Türkiye"), ("UKR", "Ukraine"),
    ].map { ($0.0, "country/" + $0.0, $0.1) }
      + [
        ("AFRICA", "Africa"), ("AMERICA", "America"), ("ASIA", "Asia"), ("EUROPE", "Europe"),
        ("OCEANIA", "Oceania"),
      ].map { ($0.0, "continent/" + $0.0, $0.1) },
    schemes: ["country", "continent", "place"].map { authority + $0 },
    acceptedBases: ["country/", "continent/", "place/"].map { authority + $0 }
      + ["https://sws.geonames.org/", "http://sws.geonames.org/"],
    types: [Namespace.dct.Location])

  /// How often a data set changes.
  package static let frequency = table(
    "frequency",
    [
      ("ANNUAL", "annual"), ("ANNUAL_2", "semiannual"), ("ANNUAL_3", "three times a year"),
      ("AS_NEEDED", "as needed"), ("BIENNIAL", "biennial"), ("BIMONTHLY", "bimonthly"),
      ("BIWEEKLY", "biweekly"), ("CONT", "continuous"), ("DAILY", "daily"),
      ("DECENNIAL", "decennial"), ("IRREG", "irregular"), ("MONTHLY", "monthly"),
      ("NEVER", "never"), ("NOT_PLANNED", "not planned"), ("OTHER", "other"),
      ("QUARTERLY", "quarterly"), ("TRIENNIAL", "triennial"), ("UNKNOWN", "unknown"),
      ("WEEKLY", "weekly"),
    ], types: [Namespace.dct.Frequency, Namespace.skos.Concept],
    notes: ["IRREGULAR": "The code is IRREG."])

  /// For how long a distribution is to be available.
  package static let availability = table(
    "planned-availability",
    [
      ("AVAILABLE", "available"), ("EXPERIMENTAL", "experimental"), ("STABLE", "stable"),
      ("TEMPORARY", "temporary"),
    ], types: [Namespace.skos.Concept])

  /// How far a distribution has come.
  package static let distributionStatus = table(
    "distribution-status",
    [
      ("COMPLETED", "completed"), ("DEPRECATED", "deprecated"), ("DEVELOP", "under development"),
      ("WITHDRAWN", "withdrawn"),
    ], types: [Namespace.skos.Concept])

  private static let noDicomFileType =
    "The table has no code for DICOM: write mediaType: application/dicom, and as format the "
    + "packaging, such as ZIP."

  /// File formats.
  package static let fileType = table(
    "file-type",
    [
      ("CSV", "CSV"), ("GZIP", "GZIP"), ("HTML", "HTML"), ("JPEG", "JPEG"), ("JSON", "JSON"),
      ("JSON_LD", "JSON-LD"), ("ODS", "ODS"), ("PARQUET", "Parquet"), ("PDF", "PDF"),
      ("PNG", "PNG"), ("RDF_N_QUADS", "RDF N-Quads"), ("RDF_N_TRIPLES", "RDF N-Triples"),
      ("RDF_TRIG", "RDF TriG"), ("RDF_TURTLE", "RDF Turtle"), ("RDF_XML", "RDF/XML"),
      ("TAR", "TAR"), ("TAR_GZ", "TAR.GZ"), ("TIFF", "TIFF"), ("TSV", "TSV"), ("TXT", "plain text"),
      ("XLSX", "XLSX"), ("XML", "XML"), ("ZIP", "ZIP"),
    ], types: [Namespace.dct.MediaTypeOrExtent, Namespace.skos.Concept],
    notes: ["DICOM": noDicomFileType, "DCM": noDicomFileType])

  /// Themes of the European data portal; the profile allows health alone.
  package static let dataTheme = table(
    "data-theme", [("HEAL", "Health")], types: [Namespace.skos.Concept], isOpen: false)

  /// Schemes that a catalogue may draw its themes from.
  package static let themeTaxonomy = CodeList(
    "theme taxonomy", base: authority,
    codes: [("data-theme", "data-theme", "Data theme")], acceptedBases: ["http://", "https://"],
    types: [Namespace.skos.ConceptScheme])
}
