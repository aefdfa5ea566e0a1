// SPDX-License-Identifier: Apache-2.0

/// Reads rows byte by byte, slowly and plainly: what the vector scanner must agree with.
struct CSVTwin {
  struct Cell: Equatable {
    var text: [UInt8] = []
    var offset: Int
    var hasStrayQuote = false
    var hasBlanksAfterQuote = false
    var hasTextAfterQuote = false
  }

  struct Row: Equatable {
    var cells: [Cell]
    var number: Int
    var line: Int
    var offset: Int
  }

  private enum State {
    case cellStart
    case plain
    case quoted
    case quoteInQuoted
    case afterQuote
  }

  let delimiter: UInt8
  let quote: UInt8

  /// Every row but blank ones, `nil` if a quote is never closed.
  func rows(_ bytes: [UInt8]) -> [Row]? {
    var rows: [Row] = []
    var cells: [Cell] = []
    var cell = Cell(offset: 0)
    var state = State.cellStart
    var isQuoted = false
    var (number, line, rowLine, rowOffset) = (1, 1, 1, 0)
    var index = 0

    func endCell() {
      cells.append(cell)
    }
    func endRow(next: Int) {
      endCell()
      let isBlank = cells.count == 1 && cell.text.isEmpty && !isQuoted
      if !isBlank {
        rows.append(Row(cells: cells, number: number, line: rowLine, offset: rowOffset))
      }
      cells = []
      number += 1
      line += 1
      rowLine = line
      rowOffset = next
      cell = Cell(offset: next)
      isQuoted = false
      state = .cellStart
    }

    while index < bytes.count {
      let byte = bytes[index]
      let isBreak = byte == 0x0A || byte == 0x0D
      let width = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      if state == .quoteInQuoted {
        if byte == quote {
          cell.text.append(byte)
          state = .quoted
          index += 1
          continue
        }
        state = .afterQuote
      }
      if state == .quoted {
        if byte == quote {
          state = .quoteInQuoted
          index += 1
        } else {
          if isBreak { line += 1 }
          cell.text.append(contentsOf: bytes[index..<(index + (isBreak ? width : 1))])
          index += isBreak ? width : 1
        }
      } else if isBreak {
        index += width
        endRow(next: index)
      } else if byte == delimiter {
        endCell()
        index += 1
        cell = Cell(offset: index)
        isQuoted = false
        state = .cellStart
      } else if state == .cellStart && byte == quote {
        isQuoted = true
        state = .quoted
        index += 1
      } else if state == .afterQuote {
        if byte == 0x20 || byte == 0x09 {
          cell.hasBlanksAfterQuote = true
        } else {
          cell.hasTextAfterQuote = true
        }
        index += 1
      } else {
        if byte == quote { cell.hasStrayQuote = true }
        cell.text.append(byte)
        state = .plain
        index += 1
      }
    }
    if state == .quoted { return nil }
    if rowOffset < bytes.count { endRow(next: index) }
    return rows
  }
}
