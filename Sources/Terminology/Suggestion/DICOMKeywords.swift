// SPDX-License-Identifier: Apache-2.0

/// What the short codes of DICOM say in words.
///
/// - Source: DICOM PS3.3 §C.7.3.1.1.1 (Modality), PS3.16 Annex L (Body Part Examined), PS3.3 §C.7.1.1
///   (Patient's Sex), PS3.3 §10.15.2 (Laterality).
enum DICOMKeywords {
  /// Defined terms of Modality.
  static let modalities = [
    "CR": "computed radiography", "CT": "computed tomography", "DX": "digital radiography",
    "ES": "endoscopy", "GM": "general microscopy", "MG": "mammography",
    "MR": "magnetic resonance imaging", "NM": "nuclear medicine imaging",
    "PT": "positron emission tomography", "RF": "radio fluoroscopy", "SM": "slide microscopy",
    "US": "ultrasound", "XA": "x-ray angiography", "SEG": "segmentation",
    "IVUS": "intravascular ultrasound", "OCT": "optical coherence tomography",
    "PX": "panoramic x-ray", "IO": "intra-oral radiography", "RG": "radiographic imaging",
    "ST": "single photon emission computed tomography", "MA": "magnetic resonance angiography",
    "MS": "magnetic resonance spectroscopy", "DM": "digital microscopy",
    "AS": "angioscopy", "OT": "other modality",
  ]

  /// Defined terms of Body Part Examined whose words are run together, or no words.
  static let bodyParts = [
    "ABDOMENPELVIS": "abdomen and pelvis", "CHESTABDOMEN": "chest and abdomen",
    "CTSPINE": "cervicothoracic spine", "CSPINE": "cervical spine", "HEADNECK": "head and neck",
    "LSPINE": "lumbar spine", "TSPINE": "thoracic spine", "LSSPINE": "lumbosacral spine",
    "TLSPINE": "thoracolumbar spine", "SSPINE": "sacral spine", "WHOLEBODY": "whole body",
    "ADRENAL": "adrenal gland", "THYROID": "thyroid gland", "UTERUS": "uterus",
    "CERVIX": "cervix uteri", "BLADDER": "urinary bladder", "CHEST": "thorax",
  ]

  /// Values of Patient's Sex.
  static let sexes = ["M": "male", "F": "female", "O": "other"]

  /// Values of Laterality.
  static let sides = ["R": "right", "L": "left", "B": "bilateral", "U": "unilateral"]

  /// What a value says in words, if it is a code of the kind that the context speaks of.
  ///
  /// - Parameters:
  ///   - value: the value without blanks at its ends.
  ///   - context: words of the property, even.
  /// - Returns: `nil` if it is no such code.
  static func translation(_ value: String, context: Set<String>) -> String? {
    let code = value.uppercased()
    if context.contains("sex") || context.contains("gender") { return sexes[code] }
    if context.contains("laterality") || context.contains("side") { return sides[code] }
    if context.contains("modality") || context.contains("imaging") && !context.contains("body") {
      return modalities[code]
    }
    return bodyParts[code]
  }
}
