// SPDX-License-Identifier: Apache-2.0

extension JSONLDErrorCode {
  /// What was found and what is allowed, as part of a sentence.
  package var problem: String { contextProblem ?? nodeProblem }

  /// What is wrong with a context, `nil` if the code is not about contexts.
  private var contextProblem: String? {
    switch self {
    case .contextOverflow: "contexts refer to each other more deeply than is allowed"
    case .cyclicIRIMapping: "the term is defined by itself, directly or over other terms"
    case .invalidBaseIRI:
      "@base is an absolute IRI, one relative to a base that is known, or null"
    case .invalidContainerMapping:
      "@container is @list, @set, @index, @language, @id, @type or @graph, or a list of those that "
        + "go together"
    case .invalidContextEntry: "a context that is imported has no @import of its own"
    case .invalidContextNullification: "null cannot take away terms that are protected"
    case .invalidDefaultLanguage, .invalidLanguageMapping: "@language is a language tag or null"
    case .invalidImportValue: "@import is the IRI of one context"
    case .invalidIRIMapping: "a term stands for an IRI, a blank node or a keyword"
    case .invalidKeywordAlias: "@context has no other name"
    case .invalidLocalContext: "a context is an object, the IRI of one, null, or a list of these"
    case .invalidPrefixValue: "@prefix is true or false"
    case .invalidPropagateValue: "@propagate is true or false"
    case .invalidProtectedValue: "@protected is true or false"
    case .invalidRemoteContext:
      "a document that is used as a context is an object with @context, and one that is imported "
        + "has an object there"
    case .invalidReverseProperty:
      "a term with @reverse has neither @id nor @nest, and no @container but @set and @index"
    case .invalidScopedContext: "the context of this term is not valid"
    case .invalidTermDefinition:
      "a term is defined by an IRI, null, or an object of the keywords that belong there"
    case .invalidTypeMapping: "@type of a term is an IRI, @id, @vocab, @json or @none"
    case .invalidVersionValue: "@version is the number 1.1"
    case .invalidVocabMapping: "@vocab is an IRI, a term, a blank node or null"
    case .keywordRedefinition: "keywords cannot be defined"
    case .loadingRemoteContextFailed: "contexts are not fetched"
    case .protectedTermRedefinition: "the term is protected and defined differently here"
    default: nil
    }
  }

  private var nodeProblem: String {
    switch self {
    case .collidingKeywords: "a keyword stands twice in this object, under different names"
    case .invalidBaseDirection: "@direction is “ltr” or “rtl”"
    case .invalidIDValue: "@id is a string"
    case .invalidIncludedValue: "@included holds nodes only"
    case .invalidIndexValue: "@index is a string"
    case .invalidLanguageMapValue: "a language map holds strings only"
    case .invalidLanguageTaggedString: "@language is a string"
    case .invalidLanguageTaggedValue: "a value with @language is a string"
    case .invalidNestValue:
      "@nest holds objects without values, and names the keyword @nest or a term for it"
    case .invalidReversePropertyMap: "@reverse holds properties, no keywords"
    case .invalidReversePropertyValue: "what is linked in reverse is a node"
    case .invalidReverseValue: "@reverse is an object"
    case .invalidSetOrListObject: "beside @set or @list there is room for @index only"
    case .invalidTypeValue: "@type is a string or a list of strings"
    case .invalidTypedValue: "@type of a value is one IRI"
    case .invalidValueObject:
      "beside @value there is room for @type, or for @language and @direction, and for @index"
    case .invalidValueObjectValue: "@value is a string, a number, true, false or null"
    default: "it does not follow the grammar"
    }
  }
}
