// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import RecordIO
import Testing

struct TextDecoderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func decode(
    _ bytes: [UInt8], _ declared: TextEncoding? = nil, upTo count: Int = 1000
  ) throws -> (text: String, detection: EncodingDetection) {
    let path = try folder.write("text", bytes)
    let decoder = try TextDecoder(ByteInput(path: path, displayName: "t"), declared: declared)
    var utf8: [UInt8] = []
    while try decoder.read(into: &utf8, upTo: count) > 0 {
      // Every portion is a text of its own.
      #expect(String(validating: utf8, as: UTF8.self) != nil)
    }
    return (try #require(String(validating: utf8, as: UTF8.self)), decoder.detection)
  }

  private func failure(
    _ bytes: [UInt8], _ declared: TextEncoding? = nil, upTo count: Int = 1000
  ) -> DiagnosedError? {
    do {
      _ = try decode(bytes, declared, upTo: count)
      return nil
    } catch {
      return error as? DiagnosedError
    }
  }

  private static let sample = "Größe;α€😀\r\n12;x\n"

  private static func encode(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    text.data(using: encoding).map { Array($0) } ?? []
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `every encoding gives the same text in portions of any size`(size: Int) throws {
    let text = Self.sample
    let little = Self.encode(text, .utf16LittleEndian)
    let big = Self.encode(text, .utf16BigEndian)
    for (bytes, declared) in [
      (Array(text.utf8), nil), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), nil),
      ([0xFF, 0xFE] + little, nil), ([0xFE, 0xFF] + big, nil),
      (little, TextEncoding.utf16LittleEndian), (big, .utf16BigEndian),
      // “UTF-16” without saying which: the mark does.
      ([0xFE, 0xFF] + big, .utf16LittleEndian),
    ] {
      #expect(try decode(bytes, declared, upTo: size).text == text)
    }
    let western = "Größe €12 “x”\n"
    let bytes = Self.encode(western, .windowsCP1252)
    #expect(try decode(bytes, nil, upTo: size).text == western)
    #expect(try decode([0x47, 0xF6, 0x85], .latin1, upTo: size).text == "Gö\u{85}")
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], TextEncoding.utf8, "UTF-8 with byte order mark"),
      ([0x61, 0xC3, 0xB6], .utf8, "UTF-8, by its bytes"),
      ([0xFF, 0xFE, 0x61, 0x00], .utf16LittleEndian, "UTF-16LE with byte order mark"),
      ([0x61, 0x00, 0x3B, 0x00], .utf16LittleEndian, "UTF-16LE, by its bytes"),
      ([0x00, 0x61, 0x00, 0x3B], .utf16BigEndian, "UTF-16BE, by its bytes"),
      ([0x61, 0xF6, 0x62], .windows1252, "windows-1252, by its bytes"),
      ([], .utf8, "UTF-8, by its bytes"),
    ] as [([UInt8], TextEncoding, String)])
  func `the encoding is told by mark or bytes`(
    bytes: [UInt8], encoding: TextEncoding, words: String
  ) throws {
    let detection = try decode(bytes).detection
    #expect(detection.encoding == encoding)
    #expect(detection.words == words)
  }

  @Test func `windows-1252 has its 27 characters between 80 and 9F`() throws {
    let defined = (UInt8(0x80)...0x9F).filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
    #expect(
      try decode(Array(defined), .windows1252).text == "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
  }

  @Test(
    arguments: [
      ([0x61, 0xF6, 0x62], TextEncoding.utf8, 1, "F6"),
      ([0x61, 0x80], .utf8, 1, "80"),
      ([0x61, 0xC0, 0x80], .utf8, 1, "C0"),
      ([0x61, 0xED, 0xA0, 0x80], .utf8, 1, "ED"),
      ([0x61, 0xF4, 0x90, 0x80, 0x80], .utf8, 1, "F4"),
      ([0x61, 0xE2, 0x82], .utf8, 1, "E2 82"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], .utf8, 4, "FF"),
      ([0x61, 0x81], .windows1252, 1, "81"),
      ([0x9D], .windows1252, 0, "9D"),
      ([0x61, 0, 0, 0xD8, 0x61, 0], .utf16LittleEndian, 2, "00 D8"),
      ([0x61, 0, 0, 0xDC], .utf16LittleEndian, 2, "00 DC"),
      ([0xFE, 0xFF, 0, 0x61, 0xD8, 0], .utf16BigEndian, 4, "D8 00"),
      ([0x61, 0, 0x62], .utf16LittleEndian, 2, "62"),
    ] as [([UInt8], TextEncoding, Int, String)])
  func `a byte outside the encoding is reported at its offset`(
    bytes: [UInt8], encoding: TextEncoding, offset: Int, shown: String
  ) throws {
    for size in [1, 2, 3, 64] {
      let error = try #require(failure(bytes, encoding, upTo: size))
      #expect(error.inShort == ["text.undecodable-byte t at byte \(offset)"])
      let message = error.findings[0].message()
      #expect(message.hasPrefix("At byte \(offset) stands byte \(shown)"))
      #expect(message.contains("which is not \(encoding.rawValue):"))
    }
  }

  @Test func `the message names the likely encoding`() throws {
    let western = try #require(failure([0x61, 0xF6, 0x62], .utf8))
    #expect(western.findings[0].remedy().hasPrefix("The text is probably windows-1252."))
    let utf8 = try #require(failure(Array("Á".utf8), .windows1252))
    #expect(utf8.findings[0].remedy().hasPrefix("The text is probably UTF-8."))
  }

  @Test func `a bad byte far behind a faultless beginning is an error at its offset`() throws {
    let good = [UInt8](repeating: 0x61, count: 300 << 10)
    let error = try #require(failure(good + [0xE4, 0x0A], upTo: 5000))
    #expect(error.inShort == ["text.undecodable-byte t at byte \(good.count)"])
    #expect(error.findings[0].remedy().hasPrefix("The text is probably windows-1252."))
    let rich = Array("ö".utf8) + good
    let damaged = try #require(failure(rich + [0xE4], upTo: 5000))
    #expect(damaged.inShort == ["text.undecodable-byte t at byte \(rich.count)"])
    #expect(damaged.findings[0].remedy().hasPrefix("The text before it is as it should be"))
  }

  @Test func `the offset in a compressed file counts decompressed bytes and says so`() throws {
    let error = try #require(failure(gzipped([0x61, 0x62, 0xFF]), .utf8))
    #expect(
      error.findings[0].message().hasPrefix("At byte 2 of the decompressed file stands byte FF"))
  }

  @Test(
    arguments: [
      ([0x61, 0x62, 0x63, 0x00], TextEncoding.utf8, 3),
      ([0x61, 0x00], .windows1252, 1),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], .utf16LittleEndian, 4),
    ] as [([UInt8], TextEncoding, Int)])
  func `a null character is reported at its offset`(
    bytes: [UInt8], encoding: TextEncoding, offset: Int
  ) throws {
    let error = try #require(failure(bytes, encoding))
    #expect(error.inShort == ["text.null-character t at byte \(offset)"])
  }

  @Test func `a mark that contradicts the declared encoding is an error`() throws {
    let error = try #require(failure([0xEF, 0xBB, 0xBF, 0x61], .windows1252))
    #expect(error.inShort == ["text.encoding-contradiction t at byte 0"])
    #expect(failure([0xFF, 0xFE, 0x61, 0x00], .utf8) != nil)
  }
}
