// SPDX-License-Identifier: Apache-2.0

internal import Crypto

/// Checksums of texts, in hexadecimal digits.
///
/// - Source: RFC 1321 (MD5), FIPS 180-4 (SHA-1, SHA-256).
enum HashFunctions {
  static let all: [FunctionDefinition] = [md5, sha1, sha256]

  private static let caution =
    "Who knows the possible values can find out which one was hashed: this is no pseudonym."

  private static let md5 = FunctionDefinition(
    FunctionNamespaces.grel("string_md5"), [.grelValue()], [.text],
    FunctionText(
      "The MD5 checksum of the text.", caution,
      [FunctionExample("abc", gives: "900150983cd24fb0d6963f7d28e17f72")])
  ) { arguments throws(UnreadableArgument) in
    hexadecimal(Insecure.MD5.hash(data: arguments.bytes(0)))
  }

  private static let sha1 = FunctionDefinition(
    FunctionNamespaces.grel("string_sha1"), [.grelValue()], [.text],
    FunctionText(
      "The SHA-1 checksum of the text.", caution,
      [FunctionExample("abc", gives: "a9993e364706816aba3e25717850c26c9cd0d89d")])
  ) { arguments throws(UnreadableArgument) in
    hexadecimal(Insecure.SHA1.hash(data: arguments.bytes(0)))
  }

  private static let sha256 = FunctionDefinition(
    FunctionNamespaces.idlab("sha256"), [.idlabText()], [.text],
    FunctionText(
      "The SHA-256 checksum of the text.", caution,
      [
        FunctionExample(
          "abc", gives: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      ])
  ) { arguments throws(UnreadableArgument) in
    hexadecimal(SHA256.hash(data: arguments.bytes(0)))
  }

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> FunctionResult {
    let digits = Array("0123456789abcdef".utf8)
    return .value(
      FunctionValue(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }))
  }
}
