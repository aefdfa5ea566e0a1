// SPDX-License-Identifier: Apache-2.0

internal import Catalogue
package import Diagnostics
internal import LocatedYAML
internal import Mapping
internal import RDFIO
internal import RecordIO
internal import Shapes
internal import Store
internal import TemporaryFiles
internal import Terminology

/// Everything that a run can find, gathered from the modules that find it.
package enum FindingCatalogue {
  /// The rules of every module, each once, in no particular order.
  package static let all: [FindingRule] =
    InputRules.all + TextRules.all + CSVRules.all + JSONRules.all + XMLRules.all + YAMLRules.all
    + YARRRMLRules.all + RMLRules.all + MappingRules.all + RDFRules.all + ShapesRules.all
    + CatalogueRules.all
    + TerminologyRules.all + VocabularyRules.all + StoreRules.all + PipelineRules.all
    + ServerRules.all
    + TemporaryFileRules.all + ModelRules.all + DescriptionRules.all
}
