// SPDX-License-Identifier: Apache-2.0

import Mapping
import Testing

@Suite struct DicomAgeFunctionTests {
  @Test(arguments: [
    ("067Y", "67"), ("000Y", "0"), ("120Y", "120"), ("018M", "1.50"), ("011M", "0.91"),
    ("023M", "1.91"), ("052W", "0.99"), ("053W", "1.01"), ("010D", "0.02"), ("365D", "0.99"),
    ("366D", "1.00"), ("999D", "2.73"), (" 067Y ", "67"),
  ])
  func `an age becomes years, rounded down`(text: String, expected: String) throws {
    #expect(try result("fw:dicomAge", of: text) == "\(expected) (decimal)")
  }

  @Test(arguments: ["67Y", "67", "", "+67Y", "0067Y", "067", "6 7Y", "٠٦٧Y"])
  func `what has not three digits and a unit is unreadable`(text: String) throws {
    #expect(try result("fw:dicomAge", of: text) == "not a DICOM age such as 067Y or 018M")
  }

  @Test(arguments: ["067y", "067X", "0670"])
  func `another unit is unreadable`(text: String) throws {
    #expect(try result("fw:dicomAge", of: text) == "not a DICOM age that ends in D, W, M or Y")
  }

  @Test func `null stays null and several ages give several`() throws {
    #expect(try result("fw:dicomAge", [:], [[]]) == "null")
    #expect(
      try result("fw:dicomAge", [:], [texts("067Y", "018M")]) == "67 (decimal) | 1.50 (decimal)")
  }
}
