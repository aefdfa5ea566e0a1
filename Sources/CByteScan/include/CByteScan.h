// SPDX-License-Identifier: Apache-2.0
// Vector byte scanning. SSE2 is the baseline of x86-64; other processors take the scalar twin.
#pragma once
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint32_t byte_scan_mask_any2(const uint8_t *p, uint8_t a, uint8_t b) {
  __m128i v = _mm_loadu_si128((const __m128i *)p);
  __m128i m = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8((char)a)),
                           _mm_cmpeq_epi8(v, _mm_set1_epi8((char)b)));
  return (uint32_t)_mm_movemask_epi8(m);
}

static inline uint32_t byte_scan_mask_any4(const uint8_t *p, uint8_t a, uint8_t b, uint8_t c,
                                           uint8_t d) {
  __m128i v = _mm_loadu_si128((const __m128i *)p);
  __m128i m = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8((char)a)),
                                        _mm_cmpeq_epi8(v, _mm_set1_epi8((char)b))),
                           _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8((char)c)),
                                        _mm_cmpeq_epi8(v, _mm_set1_epi8((char)d))));
  return (uint32_t)_mm_movemask_epi8(m);
}

// Bytes below 0x20, the quotation mark and the backslash: what a JSON string or an N-Triples literal
// cannot hold as it is.
static inline uint32_t byte_scan_mask_escape(const uint8_t *p) {
  __m128i v = _mm_loadu_si128((const __m128i *)p);
  __m128i m = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')),
                           _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
  m = _mm_or_si128(m, _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1f)), v));
  return (uint32_t)_mm_movemask_epi8(m);
}
#define BYTE_SCAN_HAS_VECTORS 1
#else
static inline uint32_t byte_scan_mask_any2(const uint8_t *p, uint8_t a, uint8_t b) {
  uint32_t m = 0;
  for (int i = 0; i < 16; i++) m |= (uint32_t)(p[i] == a || p[i] == b) << i;
  return m;
}
static inline uint32_t byte_scan_mask_any4(const uint8_t *p, uint8_t a, uint8_t b, uint8_t c,
                                           uint8_t d) {
  uint32_t m = 0;
  for (int i = 0; i < 16; i++)
    m |= (uint32_t)(p[i] == a || p[i] == b || p[i] == c || p[i] == d) << i;
  return m;
}
static inline uint32_t byte_scan_mask_escape(const uint8_t *p) {
  uint32_t m = 0;
  for (int i = 0; i < 16; i++) m |= (uint32_t)(p[i] == '"' || p[i] == '\\' || p[i] < 0x20) << i;
  return m;
}
#define BYTE_SCAN_HAS_VECTORS 0
#endif

#include <string.h>

// Copies 32 bytes, whatever their alignment; both places must have them.
static inline void byte_scan_copy32(uint8_t *to, const uint8_t *from) { memcpy(to, from, 32); }

static inline void byte_scan_copy16(uint8_t *to, const uint8_t *from) { memcpy(to, from, 16); }

static inline uint64_t byte_scan_load64(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return word;
}

static inline uint32_t byte_scan_load32(const uint8_t *p) {
  uint32_t word;
  memcpy(&word, p, 4);
  return word;
}

// Swift has no way to say it.
static inline void byte_scan_prefetch(const void *p) { __builtin_prefetch(p, 0, 1); }

// Copies 16 bytes and tells which of them an N-Triples literal may not hold as they are: control
// codes, the quotation mark, the backslash, DEL, and EF, with which U+FFFE and U+FFFF begin.
static inline uint32_t byte_scan_copy_literal16(uint8_t *to, const uint8_t *from) {
#if BYTE_SCAN_HAS_VECTORS
  __m128i v = _mm_loadu_si128((const __m128i *)from);
  _mm_storeu_si128((__m128i *)to, v);
  __m128i m = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')),
                           _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
  m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7f)));
  m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xef)));
  m = _mm_or_si128(m, _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1f)), v));
  return (uint32_t)_mm_movemask_epi8(m);
#else
  uint32_t m = 0;
  for (int i = 0; i < 16; i++) {
    uint8_t b = from[i];
    to[i] = b;
    m |= (uint32_t)(b < 0x20 || b == '"' || b == '\\' || b == 0x7f || b == 0xef) << i;
  }
  return m;
#endif
}

// Copies 16 bytes and tells which of them are no `unreserved` characters of RFC 3986 §2.3.
static inline uint32_t byte_scan_copy_unreserved16(uint8_t *to, const uint8_t *from) {
#if BYTE_SCAN_HAS_VECTORS
  __m128i v = _mm_loadu_si128((const __m128i *)from);
  _mm_storeu_si128((__m128i *)to, v);
  __m128i letter = _mm_sub_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
  __m128i digit = _mm_sub_epi8(v, _mm_set1_epi8('0'));
  __m128i ok = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter),
                            _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit));
  ok = _mm_or_si128(ok, _mm_cmpeq_epi8(v, _mm_set1_epi8('-')));
  ok = _mm_or_si128(ok, _mm_cmpeq_epi8(v, _mm_set1_epi8('.')));
  ok = _mm_or_si128(ok, _mm_cmpeq_epi8(v, _mm_set1_epi8('_')));
  ok = _mm_or_si128(ok, _mm_cmpeq_epi8(v, _mm_set1_epi8('~')));
  return (uint32_t)_mm_movemask_epi8(ok) ^ 0xffffu;
#else
  uint32_t m = 0;
  for (int i = 0; i < 16; i++) {
    uint8_t b = from[i], l = (uint8_t)((b | 0x20) - 'a'), d = (uint8_t)(b - '0');
    to[i] = b;
    m |= (uint32_t)!(l < 26 || d < 10 || b == '-' || b == '.' || b == '_' || b == '~') << i;
  }
  return m;
#endif
}

// Whether bytes are well-formed UTF-8 (Unicode 16, table 3-7) without a null character. Says nothing of
// what is wrong: whoever needs that looks again.
static inline int byte_scan_is_text(const uint8_t *p, size_t n) {
  size_t i = 0;
  while (i < n) {
    if (i + 16 <= n) {
#if BYTE_SCAN_HAS_VECTORS
      __m128i v = _mm_loadu_si128((const __m128i *)(p + i));
      int zero = _mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_setzero_si128()));
      int high = _mm_movemask_epi8(v);
      if (zero) return 0;
      if (!high) {
        i += 16;
        continue;
      }
      i += (size_t)__builtin_ctz((unsigned)high);
#endif
    }
    uint8_t b = p[i];
    if (b == 0) return 0;
    if (b < 0x80) {
      i++;
      continue;
    }
    size_t left = n - i;
    if (b < 0xc2) return 0;
    if (left < 2) return 0;
    uint8_t c = p[i + 1];
    if (b < 0xe0) {
      if ((c & 0xc0) != 0x80) return 0;
      i += 2;
    } else if (b < 0xf0) {
      if (left < 3 || (p[i + 2] & 0xc0) != 0x80 || (c & 0xc0) != 0x80) return 0;
      if ((b == 0xe0 && c < 0xa0) || (b == 0xed && c > 0x9f)) return 0;
      i += 3;
    } else {
      if (b > 0xf4 || left < 4 || (p[i + 2] & 0xc0) != 0x80 || (p[i + 3] & 0xc0) != 0x80) return 0;
      if ((c & 0xc0) != 0x80 || (b == 0xf0 && c < 0x90) || (b == 0xf4 && c > 0x8f)) return 0;
      i += 4;
    }
  }
  return 1;
}

// The number of bytes from `p` on, `n` at most, that an IRI may hold as they are: all but controls,
// blanks and <>"{}|^`\ (Turtle 1.1 §6.5, IRIREF).
static inline size_t byte_scan_iri_length(const uint8_t *p, size_t n) {
  size_t i = 0;
#if BYTE_SCAN_HAS_VECTORS
  while (i + 16 <= n) {
    __m128i v = _mm_loadu_si128((const __m128i *)(p + i));
    // Two characters each that differ in one bit: < and >, \ and ^; and a row of three: { | }.
    __m128i pairs = _mm_and_si128(v, _mm_set1_epi8((char)0xfd));
    __m128i row = _mm_sub_epi8(v, _mm_set1_epi8('{'));
    __m128i m = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x20)), v);
    m = _mm_or_si128(m, _mm_cmpeq_epi8(pairs, _mm_set1_epi8('<')));
    m = _mm_or_si128(m, _mm_cmpeq_epi8(pairs, _mm_set1_epi8('\\')));
    m = _mm_or_si128(m, _mm_cmpeq_epi8(_mm_min_epu8(row, _mm_set1_epi8(2)), row));
    m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8('"')));
    m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8('`')));
    int mask = _mm_movemask_epi8(m);
    if (mask) return i + (size_t)__builtin_ctz((unsigned)mask);
    i += 16;
  }
#endif
  for (; i < n; i++) {
    uint8_t b = p[i];
    if (b <= 0x20 || b == '<' || b == '>' || b == '"' || b == '`' || b == '\\' || b == '^' ||
        (b >= '{' && b <= '}'))
      break;
  }
  return i;
}
