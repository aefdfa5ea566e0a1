// SPDX-License-Identifier: Apache-2.0

#if Server
  /// What a reader wants to get, as its `Accept` fields say.
  ///
  /// What cannot be understood is passed over; nothing understood means that anything will do.
  /// Parameters other than `q` are not looked at.
  /// - Source: RFC 9110 §12.5.1, §12.4.2.
  struct AcceptHeader: Hashable {
    private struct Range: Hashable {
      let type: Substring
      let subtype: Substring
      /// From 0, not acceptable, to 1000.
      let quality: Int

      var precision: Int { type == "*" ? 0 : subtype == "*" ? 1 : 2 }

      func contains(_ mediaType: String) -> Bool {
        switch precision {
        case 0: true
        case 1: mediaType.hasPrefix(type + "/")
        default: mediaType == "\(type)/\(subtype)"
        }
      }
    }

    private let ranges: [Range]

    /// Reads the values of all `Accept` fields of a request.
    init(_ values: [String]) {
      ranges = values.flatMap { Self.split($0, at: ",") }.compactMap(Self.range)
    }

    /// The form that suits best, `nil` if none does; of two that suit equally the former.
    func preferred(of forms: [CatalogueForm]) -> CatalogueForm? {
      var best: (form: CatalogueForm, quality: Int)?
      for form in forms {
        let quality = quality(of: form.mediaType)
        if quality > best?.quality ?? 0 { best = (form, quality) }
      }
      return best?.form
    }

    // The most precise range that holds the type decides, whatever the others say.
    private func quality(of mediaType: String) -> Int {
      guard !ranges.isEmpty else { return 1000 }
      let matching = ranges.filter { $0.contains(mediaType) }
      let precision = matching.map(\.precision).max()
      return matching.filter { $0.precision == precision }.map(\.quality).max() ?? 0
    }

    private static func range(_ text: Substring) -> Range? {
      let parts = split(text, at: ";").map(trimmed)
      let names = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
      guard names.count == 2, names.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isToken) }),
        names[0] != "*" || names[1] == "*"
      else { return nil }
      var quality = 1000
      for part in parts.dropFirst() {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2, pair[0].lowercased() == "q" else { continue }
        guard let weight = weight(pair[1]) else { return nil }
        quality = weight
        break
      }
      return Range(
        type: Substring(names[0].lowercased()), subtype: Substring(names[1].lowercased()),
        quality: quality)
    }

    // "0" or "1" with up to three decimals, in thousandths.
    private static func weight(_ text: Substring) -> Int? {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let decimals = parts.count == 2 ? parts[1] : ""
      guard parts.count <= 2, let whole = parts.first, whole == "0" || whole == "1",
        decimals.utf8.count <= 3, decimals.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let thousandths = Int(decimals + String(repeating: "0", count: 3 - decimals.utf8.count))
      else { return nil }
      if whole == "1" { return thousandths == 0 ? 1000 : nil }
      return thousandths
    }

    // A separator inside of a quoted text separates nothing.
    private static func split(_ text: some StringProtocol, at separator: Unicode.Scalar)
      -> [Substring]
    {
      var parts: [Substring] = []
      var part = String.UnicodeScalarView()
      var isQuoted = false
      var isEscaped = false
      for scalar in text.unicodeScalars {
        if scalar == separator && !isQuoted {
          parts.append(Substring(String(part)))
          part = String.UnicodeScalarView()
          continue
        }
        if isEscaped {
          isEscaped = false
        } else if scalar == "\\" && isQuoted {
          isEscaped = true
        } else if scalar == "\"" {
          isQuoted.toggle()
        }
        part.append(scalar)
      }
      return parts + [Substring(String(part))]
    }

    private static func trimmed(_ text: Substring) -> Substring {
      var bytes = text[...]
      while let first = bytes.utf8.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
      while let last = bytes.utf8.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
      return bytes
    }

    private static func isToken(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
    }
  }
#endif
