// SPDX-License-Identifier: Apache-2.0

internal import CLibYAML
internal import Diagnostics

/// One step of a YAML text as libyaml reports it.
struct YAMLEvent {
  enum Kind {
    case streamStart
    case documentStart
    case documentEnd
    case streamEnd
    case scalar(String, isPlain: Bool)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case alias(String)
  }

  var kind: Kind
  var anchor: String?
  var tag: String?
  var start: YAMLPosition
  var end: YAMLPosition
}

/// Pulls events out of libyaml and owns everything that libyaml holds meanwhile.
///
/// - Source: libyaml `yaml.h`, event API.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  // libyaml reads from this memory until the parser is deleted.
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let file: String

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    // One byte more, so that empty input has an address as well.
    input = .allocate(capacity: bytes.count + 1)
    _ = input.initialize(from: bytes + [0])
    parser = .allocate(capacity: 1)
    precondition(yaml_parser_initialize(parser) == 1, "libyaml has no memory for a parser")
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  mutating func next() throws(DiagnosedError) -> YAMLEvent {
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else { throw failure() }
    defer { yaml_event_delete(&raw) }
    var event = YAMLEvent(
      kind: .streamStart, start: Self.position(raw.start_mark), end: Self.position(raw.end_mark))
    switch raw.type {
    case YAML_STREAM_START_EVENT: event.kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: event.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: event.kind = .documentEnd
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      event.kind = .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      event.anchor = Self.text(scalar.anchor)
      event.tag = Self.text(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      event.kind = .sequenceStart
      event.anchor = Self.text(raw.data.sequence_start.anchor)
      event.tag = Self.text(raw.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      event.kind = .mappingStart
      event.anchor = Self.text(raw.data.mapping_start.anchor)
      event.tag = Self.text(raw.data.mapping_start.tag)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: event.kind = .collectionEnd
    case YAML_ALIAS_EVENT: event.kind = .alias(Self.text(raw.data.alias.anchor) ?? "")
    default: event.kind = .streamEnd
    }
    return event
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private static func position(_ mark: yaml_mark_t) -> YAMLPosition {
    YAMLPosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  // The reader of libyaml knows a byte offset only, its scanner and parser know a mark.
  private func failure() -> DiagnosedError {
    let state = parser.pointee
    var problem = state.problem.map { String(cString: $0) } ?? "libyaml has no memory left"
    var position = Self.position(state.problem_mark)
    if state.error == YAML_READER_ERROR {
      position = positionOfByte(at: Int(state.problem_offset))
    } else if let context = state.context {
      let place = Self.position(state.context_mark)
      problem += ", \(String(cString: context)) at line \(place.line), column \(place.column)"
    }
    return DiagnosedError(
      YAMLRules.syntax,
      at: SourcePlace(file: file, .text(line: position.line, column: position.column)),
      [.plain("problem", problem)])
  }

  private func positionOfByte(at offset: Int) -> YAMLPosition {
    var line = 1
    var column = 1
    for byte in input.prefix(min(offset, input.count)) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return YAMLPosition(line: line, column: column)
  }
}
