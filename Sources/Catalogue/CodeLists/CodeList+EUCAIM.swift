// SPDX-License-Identifier: Apache-2.0

// Classes of the EUCAIM hyper-ontology that the human half of a description names, and the two
// vocabularies that EUCAIM publishes beside its profile.
extension CodeList {
  private static let eucaim = Namespace.eucaim.iri
  private static let vocabularies =
    "https://eucaim.github.io/eucaim_dcat_ap/releases/controlled-vocabularies/"

  /// Interoperability tiers.
  ///
  /// The codes do not rise with the tier: Tier 2 is SPEC1000011, Tier 3 is SPEC1000010, and Tier 1C+
  /// is SPEC10000011, with one zero more than Tier 2.
  package static let tier = CodeList(
    "interoperability tier", base: eucaim,
    codes: [
      ("tier-1", "SPEC1000009", "Tier 1"), ("tier-1A+", "SPEC1000012", "Tier 1A+"),
      ("tier-1C+", "SPEC10000011", "Tier 1C+"), ("tier-2", "SPEC1000011", "Tier 2"),
      ("tier-2A+", "SPEC1000014", "Tier 2A+"), ("tier-2C+", "SPEC1000013", "Tier 2C+"),
      ("tier-3", "SPEC1000010", "Tier 3"), ("tier-3A+", "SPEC1000016", "Tier 3A+"),
      ("tier-3C+", "SPEC1000015", "Tier 3C+"),
    ], types: [Namespace.skos.Concept])

  /// How the data of a data set were collected.
  package static let collectionMethod = CodeList(
    "collection method", base: eucaim,
    codes: [
      ("only-image", "SPEC1000003", "Only-Image"),
      ("patient-based", "SPEC1000004", "Patient-based"),
      ("case-control", "SPEC1000005", "Case-control"),
      ("longitudinal", "SPEC1000006", "Longitudinal"),
      ("disease-specific", "SPEC1000007", "Disease-specific"),
    ], types: [Namespace.skos.Concept])

  /// What kind of data a data set holds, in words of EUCAIM and of the Data Privacy Vocabulary.
  package static let datasetType = CodeList(
    "dataset type", base: eucaim,
    codes: [
      ("original", "SPEC1000020", "Original Dataset"),
      ("processed", "SPEC1000018", "Processed Dataset"),
      ("annotated", "SPEC1000019", "Annotated Dataset"),
      ("anonymised-data", Namespace.dpv.AnonymisedData, "Anonymised Data"),
      ("personal-data", Namespace.dpv.PersonalData, "Personal Data"),
      ("pseudonymised-data", Namespace.dpv.PseudonymisedData, "Pseudonymised Data"),
      ("synthetic-data", Namespace.dpv.SyntheticData, "Synthetic Data"),
    ], acceptedBases: [Namespace.dpv.iri], types: [Namespace.skos.Concept])

  /// How segmentations were made.
  package static let segmentationMethod = CodeList(
    "segmentation method", base: eucaim,
    codes: [
      ("manual", "COM1000003", "Manual"), ("semiautomatic", "COM1000005", "Semiautomatic"),
      ("automatic", "COM1000008", "Automatic"),
    ], types: [Namespace.skos.Concept])

  /// Segmentation labels: IRIs of hyper-ontology concepts.
  package static let segmentationLabel = CodeList(
    "segmentation label", codes: [], acceptedBases: [eucaim], types: [])

  /// Under which conditions a distribution may be reached.
  package static let accessCondition = CodeList(
    "access condition", base: vocabularies + "access-conditions/#",
    codes: [
      ("DOWNLOAD", "DOWNLOAD", "Download access"),
      ("IN_SITU_PROCESSING", "IN_SITU_PROCESSING", "In-situ processing"),
      (
        "REMOTE_PROCESSING", "REMOTE_PROCESSING",
        "Remote processing without direct data access"
      ),
    ], schemes: [vocabularies + "access-conditions/"],
    types: [Namespace.dct.RightsStatement, Namespace.skos.Concept])

  /// For what the data of a distribution may be used.
  package static let dataUseCondition = CodeList(
    "data use condition", base: vocabularies + "data-use-conditions/#",
    codes: [
      ("DISEASE_SPECIFIC_RESEARCH", "Disease specific research"),
      ("GENERAL_RESEARCH_USE", "General research use"),
      ("HEALTH_MEDICAL_BIOMEDICAL_RESEARCH", "Health or medical or biomedical research"),
      ("NO_RESTRICTION", "No restriction"),
      ("POPULATION_ORIGINS_ANCESTRY_RESEARCH_ONLY", "Population origins or ancestry research only"),
      ("CLINICAL_CARE_USE", "Clinical care use"),
      ("COLLABORATION_REQUIRED", "Collaboration required"),
      ("ETHICS_APPROVAL_REQUIRED", "Ethics approval required"),
      ("GENETIC_STUDIES_ONLY", "Genetic studies only"),
      ("GEOGRAPHICAL_RESTRICTION", "Geographical restriction"),
      ("INSTITUTION_SPECIFIC_RESTRICTION", "Institution specific restriction"),
      ("NO_GENERAL_METHODS_RESEARCH", "No general methods research"),
      ("NON_COMMERCIAL_USE_ONLY", "Non-commercial use only"),
      ("NOT_FOR_PROFIT_ORGANISATION_USE_ONLY", "Not for profit organisation use only"),
      ("NOT_FOR_PROFIT_NON_COMMERCIAL_USE_ONLY", "Not for profit, non-commercial use only"),
      (
        "POPULATION_ORIGINS_ANCESTRY_RESEARCH_PROHIBITED",
        "Population origins or ancestry research prohibited"
      ),
      ("PROJECT_SPECIFIC_RESTRICTION", "Project specific restriction"),
      ("PUBLICATION_MORATORIUM", "Publication moratorium"),
      ("PUBLICATION_REQUIRED", "Publication required"),
      ("RESEARCH_SPECIFIC_RESTRICTIONS", "Research specific restrictions"),
      ("RETURN_TO_DATABASE_OR_RESOURCE", "Return to database or resource"),
      ("TIME_LIMIT_ON_USE", "Time limit on use"),
      ("USER_SPECIFIC_RESTRICTION", "User specific restriction"),
    ].map { ($0.0, $0.0, $0.1) }, schemes: [vocabularies + "data-use-conditions/"],
    types: [Namespace.dct.RightsStatement, Namespace.skos.Concept])

  /// What `dct:rights` of a distribution may hold.
  package static let distributionRights = joined(
    "access condition or data use condition", [accessCondition, dataUseCondition])
}
