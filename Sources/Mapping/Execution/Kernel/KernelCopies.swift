// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

// Free functions over pointers: as methods of what owns the buffers they would make Swift copy these.
// The safe twins are ``ByteSink`` with ``NTriplesSyntax``, and ``IRISafeText``; `KernelTwinTests` holds
// both against each other.

/// Copies constants: both places have ``OutputBuffer/slack`` bytes to spare.
@inline(__always)
func copyBlocks(
  _ to: UnsafeMutablePointer<UInt8>, _ from: UnsafePointer<UInt8>, _ count: Int
) -> UnsafeMutablePointer<UInt8> {
  var done = 0
  repeat {
    byte_scan_copy32(to + done, from + done)
    done += 32
  } while done < count
  return to + count
}

/// Copies text into an N-Triples literal, in canonical form.
///
/// - Parameters:
///   - to: has room for six times the text and ``OutputBuffer/slack`` bytes.
///   - from: UTF-8.
///   - count: its bytes.
///   - safe: 16 bytes may be read from anywhere up to here.
/// - Returns: where the next byte goes.
/// - Source: RDF Dataset Canonicalization §5 (canonical N-Quads).
@inline(__always)
func copyLiteral(
  _ to: UnsafeMutablePointer<UInt8>, _ from: UnsafePointer<UInt8>, _ count: Int,
  safe: UnsafePointer<UInt8>
) -> UnsafeMutablePointer<UInt8> {
  var out = to
  var text = from
  var left = count
  while left > 0, text <= safe {
    var mask = byte_scan_copy_literal16(out, text)
    if left < 16 { mask &= (1 &<< UInt32(truncatingIfNeeded: left)) &- 1 }
    if mask == 0 {
      if left <= 16 { return out + left }
      out += 16
      text += 16
      left &-= 16
    } else {
      let clean = mask.trailingZeroBitCount
      let escaped = escape(text + clean, left &- clean, out + clean)
      out = escaped.out
      text += clean &+ escaped.taken
      left &-= clean &+ escaped.taken
    }
  }
  while left > 0 {
    let byte = text[0]
    if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xEF {
      let escaped = escape(text, left, out)
      out = escaped.out
      text += escaped.taken
      left &-= escaped.taken
    } else {
      out[0] = byte
      out += 1
      text += 1
      left &-= 1
    }
  }
  return out
}

// One character that may need an escape: U+FFFE and U+FFFF do, others that begin with EF do not.
@inline(never)
private func escape(
  _ text: UnsafePointer<UInt8>, _ left: Int, _ out: UnsafeMutablePointer<UInt8>
) -> (out: UnsafeMutablePointer<UInt8>, taken: Int) {
  let byte = text[0]
  if byte == 0xEF {
    guard left > 2, text[1] == 0xBF, text[2] >= 0xBE else {
      out[0] = byte
      return (out + 1, 1)
    }
    return (escapeCode(0xFF40 | UInt16(text[2]), out), 3)
  }
  switch byte {
  case 0x08: out[1] = UInt8(ascii: "b")
  case 0x09: out[1] = UInt8(ascii: "t")
  case 0x0A: out[1] = UInt8(ascii: "n")
  case 0x0C: out[1] = UInt8(ascii: "f")
  case 0x0D: out[1] = UInt8(ascii: "r")
  case 0x22, 0x5C: out[1] = byte
  default: return (escapeCode(UInt16(byte), out), 1)
  }
  out[0] = UInt8(ascii: "\\")
  return (out + 2, 1)
}

private func escapeCode(
  _ code: UInt16, _ out: UnsafeMutablePointer<UInt8>
) -> UnsafeMutablePointer<UInt8> {
  out[0] = UInt8(ascii: "\\")
  out[1] = UInt8(ascii: "u")
  for digit in 0..<4 {
    out[2 + digit] = hexDigit(UInt8(truncatingIfNeeded: code &>> UInt16(12 - 4 * digit)) & 15)
  }
  return out + 6
}

@inline(__always)
private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x37 &+ value }

/// Copies text into the IRI of a template, percent-encoded but for `iunreserved`.
///
/// - Parameters:
///   - to: has room for three times the text and ``OutputBuffer/slack`` bytes.
///   - from: UTF-8.
///   - count: its bytes.
///   - safe: 16 bytes may be read from anywhere up to here.
/// - Returns: where the next byte goes.
/// - Source: RML-Core, IRI-safe strings; RFC 3987 §2.2.
@inline(__always)
func copyEncoded(
  _ to: UnsafeMutablePointer<UInt8>, _ from: UnsafePointer<UInt8>, _ count: Int,
  safe: UnsafePointer<UInt8>
) -> UnsafeMutablePointer<UInt8> {
  var out = to
  var text = from
  var left = count
  while left > 0, text <= safe {
    var mask = byte_scan_copy_unreserved16(out, text)
    if left < 16 { mask &= (1 &<< UInt32(truncatingIfNeeded: left)) &- 1 }
    if mask == 0 {
      if left <= 16 { return out + left }
      out += 16
      text += 16
      left &-= 16
    } else {
      let clean = mask.trailingZeroBitCount
      let encoded = encode(text + clean, left &- clean, out + clean)
      out = encoded.out
      text += clean &+ encoded.taken
      left &-= clean &+ encoded.taken
    }
  }
  while left > 0 {
    let byte = text[0]
    if IRISafeText.isUnreserved(byte) {
      out[0] = byte
      out += 1
      text += 1
      left &-= 1
    } else {
      let encoded = encode(text, left, out)
      out = encoded.out
      text += encoded.taken
      left &-= encoded.taken
    }
  }
  return out
}

// One character that is not `unreserved`: percent-encoded, or kept if it is an `ucschar`.
@inline(never)
private func encode(
  _ text: UnsafePointer<UInt8>, _ left: Int, _ out: UnsafeMutablePointer<UInt8>
) -> (out: UnsafeMutablePointer<UInt8>, taken: Int) {
  let first = text[0]
  let length = min(left, first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2)
  if first >= 0x80, IRISafeText.isUCSChar(UnsafeBufferPointer(start: text, count: length)) {
    out.update(from: text, count: length)
    return (out + length, length)
  }
  var end = out
  for index in 0..<length {
    end[0] = UInt8(ascii: "%")
    end[1] = hexDigit(text[index] &>> 4)
    end[2] = hexDigit(text[index] & 15)
    end += 3
  }
  return (end, length)
}
