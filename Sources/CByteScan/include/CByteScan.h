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
