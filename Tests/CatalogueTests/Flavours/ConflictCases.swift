// SPDX-License-Identifier: Apache-2.0

/// A description for each conflict, with what flavours make of it.
enum ConflictCases {
  typealias Case = ConflictTests.Case

  static let all: [Case] = first + second + others

  private static let H = "harvester-2026-08"
  private static let R = "healthdcat-ap-r8"
  private static let D = "dcat-ap-3"
  private static let S = "spec-2.0"

  private static let first: [Case] = [
    Case(
      number: 1, input: #"d:x healthdcatap:populationCoverage "Adults" ."#,
      output: Dictionary(
        uniqueKeysWithValues: [H, R, D].map { ($0, #"d:x health:populationCoverage "Adults" ."#) }),
      returns: [H, R, D]),
    Case(
      number: 2, input: "d:x eucaim:interoperabilityLevel eucaim:SPEC1000011 .",
      output: [H: "d:x adms:interoperabilityLevel eucaim:SPEC1000011 ."],
      told: [
        R: ["unread 1: HealthDCAT-AP does not know the properties of EUCAIM"],
        D: ["unread 1: DCAT-AP does not know the property"], H: [],
      ], returns: [H, R, D]),
    Case(
      number: 3, input: "d:x a dcat:Dataset ; dct:spatial <https://example.org/place> .",
      output: [
        H: """
        d:x a dcat:Dataset ; dct:spatial <https://example.org/place> ;
          health:healthTheme <http://publications.europa.eu/resource/authority/health-theme/CANCER_DISEASE> .
        """,
        D:
          "d:x a dcat:Dataset ; dct:spatial <https://example.org/place> . <https://example.org/place> a dct:Location .",
      ],
      told: [
        H: [
          "invented 1: the theme of cancer, which the catalogue fills in as well",
          "unread 1: the catalogue's table has an IRI for the Netherlands only",
        ]
      ]),
    Case(
      number: 4,
      input:
        "d:x a dcat:Dataset ; dct:publisher d:o ; healthdcatap:healthTheme acceptance:health-theme\\/CANCER_DISEASE .",
      output: [
        H: """
        d:x a dcat:Dataset ; dct:publisher d:o ;
          health:healthTheme <http://publications.europa.eu/resource/authority/health-theme/CANCER_DISEASE> .
        d:o a foaf:Organization .
        """,
        R: """
        d:x a dcat:Dataset ; dct:publisher d:o ;
          health:healthTheme <https://hdeu-dcat.data.health.europa.eu/resource/authority/health-theme/CANCER_DISEASE> .
        d:o a foaf:Agent .
        <https://hdeu-dcat.data.health.europa.eu/resource/authority/health-theme/CANCER_DISEASE>
          a skos:Concept ; skos:prefLabel "CANCER_DISEASE" .
        """,
        D: """
        d:x a dcat:Dataset ; dct:publisher d:o ;
          health:healthTheme <https://hdeu-dcat.data.health.europa.eu/resource/authority/health-theme/CANCER_DISEASE> .
        d:o a foaf:Agent .
        """,
      ],
      asked: [H: ["violation: the shapes and the catalogue need dct:spatial"]]),
    Case(
      number: 5,
      input: #"d:x healthdcatap:hasCodeValues "ICD-10: C61", "ICD-O-3: C71.9" ."#,
      output: [
        H: "d:x health:hasCodeValues <https://icd.who.int/browse10/2019/en#/C61> .",
        R: #"d:x health:hasCodeValues "ICD-10: C61", "ICD-O-3: C71.9" ."#,
        D: #"d:x health:hasCodeValues "ICD-10: C61", "ICD-O-3: C71.9" ."#,
      ],
      told: [H: ["lost 1: the shapes take IRIs only, and this coding system has none"], R: []],
      returns: [R, D]),
    Case(
      number: 6,
      input: """
        d:x dct:issued "2026-08-01"^^xsd:date ; dct:modified "2026-08"^^xsd:gYearMonth .
        d:y dct:issued "2024"^^xsd:gYear ; dct:modified "2026-08-01T10:00:00+02:00"^^xsd:dateTime .
        """,
      output: [
        H: """
        d:x dct:issued "2026-08-01T00:00:00Z"^^xsd:dateTime ;
          dct:modified "2026-08-01T00:00:00Z"^^xsd:dateTime .
        d:y dct:issued "2024-01-01T00:00:00Z"^^xsd:dateTime ;
          dct:modified "2026-08-01T10:00:00+02:00"^^xsd:dateTime .
        """
      ],
      told: [
        H: [
          "invented 1: time of day, time zone", "invented 1: month, day, time of day, time zone",
          "invented 1: day, time of day, time zone",
        ]
      ], returns: [R, D]),
    Case(
      number: 7,
      input: """
        d:p dcat:startDate "2014"^^xsd:gYear ; dcat:endDate "2024-02"^^xsd:gYearMonth .
        """,
      output: [
        H: """
        d:p dcat:startDate "2014-01-01T00:00:00Z"^^xsd:dateTime ;
          dcat:endDate "2024-02-29T23:59:59Z"^^xsd:dateTime .
        """
      ],
      told: [
        H: [
          "invented 1: month, day, time of day, time zone",
          "invented 1: day, time of day, time zone",
        ]
      ], returns: [R, D]),
    Case(
      number: 8,
      input: """
        d:x dct:temporal d:p .
        d:p a dct:PeriodOfTime ; dcat:startDate "2014-01-01T00:00:00Z"^^xsd:dateTime .
        """,
      output: [H: ""],
      told: [H: ["lost 3: a period without start or end makes the harvester fail"]],
      returns: [R, D]),
    Case(
      number: 9, input: "d:f spdx:checksum d:c . d:c a spdx:Checksum .",
      output: [H: "d:f spdx:checksum d:c ; spdx:Checksum d:c . d:c a spdx:Checksum ."],
      returns: [H, R, D]),
    Case(
      number: 10, input: "d:f a dcat:Distribution ; dcat:accessService d:s , d:t .",
      output: [
        H: "d:f a dcat:Distribution ; dcat:accessService d:s .",
        D: """
        d:f a dcat:Distribution ; dcat:accessService d:s , d:t .
        d:s a dcat:DataService . d:t a dcat:DataService .
        """,
      ],
      asked: [
        H: ["violation: the shapes need dct:rights for a distribution"],
        S: ["violation: applicable legislation is mandatory"],
      ], told: [H: ["lost 1: the shapes take one access service"]]),
    Case(
      number: 10,
      input:
        "d:f a dcat:Distribution ; dct:rights d:r . d:r a dct:RightsStatement ; rdfs:label \"R\" .",
      asked: [
        H: ["violation: the shapes need exactly one dcat:accessService for a distribution"]
      ], told: [H: []], returns: [H, R, D]),
    Case(
      number: 11, input: #"d:f dcat:byteSize "1000"^^xsd:nonNegativeInteger ."#,
      output: [H: #"d:f dcat:byteSize "1000"^^xsd:decimal ."#], returns: [H, R, D]),
    Case(
      number: 12, input: "d:s dcat:endpointURL <https://example.org/api> .",
      output: [H: "d:s dcat:endPointURL <https://example.org/api> ."], returns: [H, R, D]),
  ]

  private static let second: [Case] = [
    Case(
      number: 13,
      input: "d:f a dcat:Distribution ; dct:rights ac:DOWNLOAD , duc:NON_COMMERCIAL_USE_ONLY .",
      output: [
        H: """
        d:f a dcat:Distribution ; dct:rights ac:DOWNLOAD .
        ac:DOWNLOAD a dct:RightsStatement ; rdfs:label "DOWNLOAD" .
        """,
        R: """
        d:f a dcat:Distribution ; dct:rights ac:DOWNLOAD , duc:NON_COMMERCIAL_USE_ONLY .
        ac:DOWNLOAD a dct:RightsStatement . duc:NON_COMMERCIAL_USE_ONLY a dct:RightsStatement .
        """,
        D: """
        d:f a dcat:Distribution ; dct:rights ac:DOWNLOAD , duc:NON_COMMERCIAL_USE_ONLY .
        ac:DOWNLOAD a dct:RightsStatement . duc:NON_COMMERCIAL_USE_ONLY a dct:RightsStatement .
        """,
      ],
      told: [H: ["lost 1: the shapes take one statement of rights"], R: [], D: []]),
    Case(
      number: 14, input: "d:x dpv:hasLegalBasis dpv:PublicInterest .",
      output: [
        H:
          #"d:x dpv:hasLegalBasis dpv:PublicInterest . dpv:PublicInterest dct:description "PublicInterest" ."#,
        R: "d:x dpv:hasLegalBasis dpv:PublicInterest . dpv:PublicInterest a dpv:LegalBasis .",
      ]),
    Case(
      number: 15,
      input: """
        d:x dct:publisher d:o .
        d:o a foaf:Agent ; foaf:name "O"@en ; cv:contactPoint d:c .
        d:c a cv:ContactPoint ; cv:email "a@example.org" , "b@example.org" ;
          cv:contactPage <https://example.org/c> ; cv:telephone "+34 900 000 000" .
        """,
      output: [
        H: """
        d:x dct:publisher d:o .
        d:o a foaf:Agent , foaf:Organization ; foaf:name "O"@en ; cv:contactPoint d:c ;
          foaf:mbox <mailto:a@example.org> ; foaf:homepage <https://example.org/c> ;
          foaf:phone <tel:+34-900-000-000> .
        d:c a cv:ContactPoint ; cv:email "a@example.org" , "b@example.org" ;
          cv:contactPage <https://example.org/c> ; cv:telephone "+34 900 000 000" .
        """
      ],
      asked: [H: [], S: [], R: [], D: []],
      told: [
        H: ["unread 1: only one address, page and line are read, at the organisation itself"]
      ], returns: [R, D]),
    Case(
      number: 16,
      input: """
        d:x a dcat:Dataset ; dct:title "T"@en ; dct:spatial eu:country\\/NLD ; dct:publisher d:o ;
          dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj> ;
          healthdcatap:hasStructuredData false .
        <http://data.europa.eu/eli/reg/2025/327/oj> a <http://data.europa.eu/eli/ontology#LegalResource> .
        eu:country\\/NLD a dct:Location .
        d:o a foaf:Agent ; cv:contactPoint d:c .
        """,
      output: [
        H: """
        d:x a dcat:Dataset ; dct:title "T"@en ; dct:spatial eu:country\\/NLD ; dct:publisher d:o ;
          dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj> ;
          health:healthTheme eu:health-theme\\/CANCER_DISEASE ; health:hasStructuredData false .
        <http://data.europa.eu/eli/reg/2025/327/oj> a <http://data.europa.eu/eli/ontology#LegalResource> .
        eu:country\\/NLD a dct:Location .
        d:o a foaf:Agent , foaf:Organization ; cv:contactPoint d:c .
        """,
        R: structured,
        D: structured
          + """
          eu:country\\/NLD skos:inScheme eu:country . eu:country a skos:ConceptScheme ; dct:title "country" .
          """,
      ],
      asked: [
        S: [
          "violation: a dataset needs a distribution, whatever its access rights",
          "warning: the health data access body is pending",
        ],
        H: [],
        R: [
          "violation: exactly one health data access body is mandatory, and cannot be pending",
          "warning: no dct:type is of the EU table of dataset types",
          "violation: a dataset needs a distribution",
        ],
      ]),
    Case(
      number: 17,
      input: """
        d:c a dcat:Catalog ; dct:title "T"@en ;
          dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj> .
        <http://data.europa.eu/eli/reg/2025/327/oj> a <http://data.europa.eu/eli/ontology#LegalResource> .
        """,
      asked: [
        S: ["violation: a catalogue needs exactly one publisher"],
        D: ["violation: a catalogue needs exactly one publisher"],
      ]),
    Case(
      number: 18,
      input:
        "d:x dct:relation acceptance:healthcategories\\/EHRS , acceptance:publisher-type\\/x .",
      output: [
        H: "d:x dct:relation eu:healthcategories\\/EHRS , acceptance:publisher-type\\/x .",
        R: "d:x dct:relation r8:healthcategories\\/EHRS , r8:publisher-type\\/x .",
        D: "d:x dct:relation r8:healthcategories\\/EHRS , r8:publisher-type\\/x .",
      ], returns: [H, R, D]),
    Case(
      number: 19,
      input:
        "d:x eucaim:hasCondition eucaim:CLIN1007990 ; eucaim:hasImageBodyPart eucaim:BP1000051 .",
      output: [
        H: "d:x eucaim:hasCondition sct:393563007 ; eucaim:hasImageBodyPart sct:12738006 ."
      ], told: [H: []], returns: [H, R, D]),
  ]

  private static let structured = """
    d:x a dcat:Dataset ; dct:title "T"@en ; dct:spatial eu:country\\/NLD ; dct:publisher d:o ;
      dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj> ;
      health:hasStructuredData false .
    <http://data.europa.eu/eli/reg/2025/327/oj> a <http://data.europa.eu/eli/ontology#LegalResource> .
    eu:country\\/NLD a dct:Location .
    d:o a foaf:Agent ; cv:contactPoint d:c .
    """

  private static let others: [Case] = [
    Case(
      number: 20, input: "d:x eucaim:hasImageModality eucaim:IMG1000042 , eucaim:IMG1000038 .",
      told: [
        H: ["unread 1: the catalogue's table has an IRI of the hyper-ontology for MR only"]
      ], returns: [H]),
    Case(
      number: 21,
      input: #"d:x a dcat:Dataset ; dct:title "Un"@es , "One"@en ; healthdcatap:healthTheme d:t ."#,
      output: [
        H: #"d:x a dcat:Dataset ; dct:title "One"@en ; health:healthTheme d:t ."#,
        R: """
        d:x a dcat:Dataset ; dct:title "Un"@es , "One"@en ; health:healthTheme d:t .
        d:t a skos:Concept ; skos:prefLabel "t" .
        """,
        D: #"d:x a dcat:Dataset ; dct:title "Un"@es , "One"@en ; health:healthTheme d:t ."#,
      ],
      told: [H: ["lost 1: the harvester keeps one language"]]),
    Case(
      number: 22,
      input: "d:x a dcat:Dataset ; geodcatap:custodian d:o ; healthdcatap:healthTheme d:t .",
      output: [
        H: "d:x a dcat:Dataset ; geodcatap:custodian d:o ; health:healthTheme d:t .",
        R: """
        d:x a dcat:Dataset ; geodcatap:custodian d:o ; health:healthTheme d:t .
        d:t a skos:Concept ; skos:prefLabel "t" . d:o a foaf:Agent .
        """,
        D: "d:x a dcat:Dataset ; geodcatap:custodian d:o ; health:healthTheme d:t .",
      ],
      told: [H: ["unread 1: the harvester does not read it"]], returns: [H, D]),
    Case(
      number: 23, input: "d:x dct:type eu:dataset-type\\/SYNTHETIC_DATA .",
      output: [
        D: """
        d:x dct:type eu:dataset-type\\/SYNTHETIC_DATA .
        eu:dataset-type\\/SYNTHETIC_DATA a skos:Concept ; skos:prefLabel "SYNTHETIC_DATA" ;
          skos:inScheme eu:dataset-type .
        eu:dataset-type a skos:ConceptScheme ; dct:title "dataset-type" .
        """
      ], asked: [R: []]),
    Case(
      number: 24, input: "d:x dpv:hasPersonalData pd:MedicalHealth .",
      output: [
        R: "d:x dpv:hasPersonalData pd2:MedicalHealth . pd2:MedicalHealth a dpv:PersonalData ."
      ]),
    Case(
      number: 25, input: "d:x dpv:hasPurpose dpv:ScientificResearch .",
      output: [
        R: "d:x dpv:hasPurpose dpv:ScientificResearch . dpv:ScientificResearch a dpv:Purpose ."
      ]),
    Case(
      number: 26, input: "d:c cv:openingHours d:h . d:h a dct:PeriodOfTime .",
      output: [R: "d:c cv:openingHours d:h . d:h a dct:PeriodOfTime , time:TemporalEntity ."]),
    Case(
      number: 27,
      input: """
        d:x a dcat:Dataset ; healthdcatap:healthTheme d:t ; dct:conformsTo d:s , acceptance:standard\\/FHIR .
        acceptance:standard\\/FHIR a dct:Standard . d:s a dct:Standard . d:t a skos:Concept ; skos:prefLabel "t" .
        """,
      output: [
        H: """
        d:x a dcat:Dataset ; health:healthTheme d:t ; dct:conformsTo d:s , acceptance:standard\\/FHIR .
        acceptance:standard\\/FHIR a dct:Standard . d:s a dct:Standard . d:t a skos:Concept ; skos:prefLabel "t" .
        """,
        R: """
        d:x a dcat:Dataset ; health:healthTheme d:t ; dct:conformsTo r8:standard\\/FHIR .
        r8:standard\\/FHIR a dct:Standard . d:t a skos:Concept ; skos:prefLabel "t" .
        """,
        D: """
        d:x a dcat:Dataset ; health:healthTheme d:t ; dct:conformsTo d:s , r8:standard\\/FHIR .
        r8:standard\\/FHIR a dct:Standard . d:s a dct:Standard . d:t a skos:Concept ; skos:prefLabel "t" .
        """,
      ], told: [R: ["lost 2: the list of standards is closed"]], returns: [H, D]),
    Case(
      number: 28, input: #"d:o a foaf:Agent ; dct:description "Un"@es , "One"@en ."#,
      output: [R: #"d:o a foaf:Agent ; dct:description "One"@en ."#],
      told: [R: ["lost 1: an organisation has at most one description"]], returns: [H, D]),
    Case(
      number: 29, input: "d:x dcat:theme eu:data-theme\\/HEAL .",
      output: [
        R: """
        d:x dcat:theme eu:data-theme\\/HEAL .
        eu:data-theme\\/HEAL a skos:Concept ; skos:prefLabel "HEAL" .
        """,
        D: """
        d:x dcat:theme eu:data-theme\\/HEAL .
        eu:data-theme\\/HEAL a skos:Concept ; skos:prefLabel "HEAL" ; skos:inScheme eu:data-theme .
        eu:data-theme a skos:ConceptScheme ; dct:title "data-theme" .
        """,
      ]),
    Case(
      number: 30, input: "d:x dpv:hasPersonalData d:p ; dct:relation d:y .",
      output: [R: "d:x dpv:hasPersonalData d:p ; dct:relation d:y . d:p a dpv:PersonalData ."],
      told: [D: ["unread 1: DCAT-AP does not know the property"]], returns: [H, D]),
    Case(
      number: 31,
      input: """
        d:x dct:relation <https://hyperontology.eucaim.cancerimage.eu/#BP1000021> , <EUCAIM:BP1000051> .
        """,
      output: Dictionary(
        uniqueKeysWithValues: [S, H, R, D].map {
          ($0, "d:x dct:relation eucaim:BP1000021 , eucaim:BP1000051 .")
        })),
    Case(
      number: 32,
      input:
        "d:x dct:relation <https://eucaim.github.io/eucaim_dcat_ap/releases/controlled-vocabularies/data-use-conditions/#NO_RESTRICTION> .",
      output: Dictionary(
        uniqueKeysWithValues: [S, H, R, D].map { ($0, "d:x dct:relation duc:NO_RESTRICTION .") })),
    Case(
      number: 33,
      input:
        "d:c spdx:algorithm spdx:checksumAlgorithm_sha256 . spdx:checksumAlgorithm_sha256 a spdx:ChecksumAlgorithm .",
      output: [
        D: """
        d:c spdx:algorithm <https://spdx.org/rdf/terms#checksumAlgorithm_sha256> .
        <https://spdx.org/rdf/terms#checksumAlgorithm_sha256> a spdx:ChecksumAlgorithm .
        """
      ], returns: [H, R, D]),
  ]
}
