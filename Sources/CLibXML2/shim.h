// SPDX-License-Identifier: Apache-2.0
// Debian builds libxml2 with ICU, whose types then collide with Foundation's own copy of ICU.
// The macro only guards two fields at the end of xmlCharEncodingHandler, which Fairway never reads.
#pragma once
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// xmlFree is a global function pointer, which Swift 6 refuses as shared mutable state.
static inline void fairway_xml_free(void *pointer) { xmlFree(pointer); }
