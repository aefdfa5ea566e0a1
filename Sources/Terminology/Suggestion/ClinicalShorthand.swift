// SPDX-License-Identifier: Apache-2.0

/// What short forms of oncology say in words.
///
/// - Source: NCI Dictionary of Cancer Terms.
enum ClinicalShorthand {
  /// Short forms of findings, markers, diagnoses, procedures and parts of the prostate.
  static let forms = [
    "AFP": "alpha fetoprotein", "ALL": "acute lymphoblastic leukemia",
    "AML": "acute myeloid leukemia", "BCC": "basal cell carcinoma",
    "BCS": "breast conserving surgery", "CCA": "cholangiocarcinoma",
    "CEA": "carcinoembryonic antigen", "CLL": "chronic lymphocytic leukemia",
    "CML": "chronic myeloid leukemia", "CRC": "colorectal cancer", "CZ": "central zone",
    "DCIS": "ductal carcinoma in situ", "DIPG": "diffuse intrinsic pontine glioma",
    "DLBCL": "diffuse large b-cell lymphoma", "EBRT": "external beam radiation therapy",
    "ECOG": "eastern cooperative oncology group", "EGFR": "epidermal growth factor receptor",
    "ER": "estrogen receptor", "FNA": "fine needle aspiration", "FNAB": "fine needle biopsy",
    "GBM": "glioblastoma multiforme", "GIST": "gastrointestinal stromal tumor",
    "HCC": "hepatocellular carcinoma", "HER2": "human epidermal growth factor receptor 2",
    "HNSCC": "squamous cell carcinoma of head and neck",
    "IDC": "infiltrating ductal carcinoma", "ILC": "infiltrating lobular carcinoma",
    "IMRT": "intensity modulated radiation therapy", "LCIS": "lobular carcinoma in situ",
    "LDH": "lactate dehydrogenase", "MM": "multiple myeloma", "NB": "neuroblastoma",
    "NHL": "non-hodgkin lymphoma", "NSCLC": "non small cell carcinoma of lung",
    "PDAC": "ductal adenocarcinoma of pancreas", "PR": "progesterone receptor",
    "PSA": "prostate specific antigen", "PZ": "peripheral zone", "RCC": "renal cell carcinoma",
    "SBRT": "stereotactic body radiation therapy", "SCC": "squamous cell carcinoma",
    "SCLC": "small cell carcinoma of lung", "SLNB": "sentinel lymph node biopsy",
    "TNBC": "triple negative breast cancer", "TURP": "transurethral resection of prostate",
    "TZ": "transition zone", "VMAT": "volumetric modulated arc therapy",
  ]

  /// What a value says in words, if it is a short form; one of two letters must be in capitals.
  static func translation(_ value: String) -> String? {
    forms[value] ?? forms[value.uppercased()].flatMap { value.utf8.count > 2 ? $0 : nil }
  }
}
