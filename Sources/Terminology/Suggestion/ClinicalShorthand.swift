// SPDX-License-Identifier: Apache-2.0

/// What short forms of oncology and units say in words.
///
/// - Source: UCUM §29 to §46 (units); NCI Dictionary of Cancer Terms (short forms).
enum ClinicalShorthand {
  /// Units, as UCUM and as people write them.
  static let units = [
    "cm": "centimeter", "mm": "millimeter", "m": "meter", "g": "gram", "kg": "kilogram",
    "mg": "milligram", "ml": "milliliter", "mL": "milliliter", "cm3": "cubic centimeter",
    "cc": "cubic centimeter", "mm3": "cubic millimeter", "ng/ml": "nanogram per milliliter",
    "ng/mL": "nanogram per milliliter", "IU/mL": "international unit per milliliter",
    "g/dL": "gram per deciliter", "mg/dL": "milligram per deciliter", "U/L": "unit per liter",
    "Gy": "gray", "cGy": "centigray", "%": "percent", "a": "year", "y": "year", "mo": "month",
    "wk": "week", "d": "day", "h": "hour", "min": "minute", "s": "second", "mGy": "milligray",
    "kV": "kilovolt", "mA": "milliampere", "mSv": "millisievert", "MBq": "megabecquerel",
  ]

  /// Short forms of findings, markers, diagnoses and procedures.
  static let forms = [
    "AFP": "alpha fetoprotein", "BCS": "breast conserving surgery",
    "CEA": "carcinoembryonic antigen", "CRC": "colorectal cancer",
    "DCIS": "ductal carcinoma in situ", "DIPG": "diffuse intrinsic pontine glioma",
    "EBRT": "external beam radiation therapy", "ECOG": "eastern cooperative oncology group",
    "EGFR": "epidermal growth factor receptor", "ER": "estrogen receptor",
    "FNA": "fine needle aspiration", "GBM": "glioblastoma multiforme",
    "HCC": "hepatocellular carcinoma", "HER2": "human epidermal growth factor receptor 2",
    "IDC": "infiltrating ductal carcinoma", "ILC": "infiltrating lobular carcinoma",
    "LCIS": "lobular carcinoma in situ", "LDH": "lactate dehydrogenase",
    "NSCLC": "non small cell carcinoma of lung", "PR": "progesterone receptor",
    "PSA": "prostate specific antigen", "SCLC": "small cell carcinoma of lung",
    "SLNB": "sentinel lymph node biopsy", "TURP": "transurethral resection of prostate",
    "PZ": "peripheral zone", "TZ": "transition zone", "CZ": "central zone",
  ]

  /// What a value says in words, if it is a short form.
  static func translation(_ value: String, context: Set<String>) -> String? {
    if context.contains("unit") { return units[value] }
    return forms[value] ?? forms[value.uppercased()].flatMap { value.utf8.count > 2 ? $0 : nil }
  }
}
