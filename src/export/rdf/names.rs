//! The names of the vocabularies that descriptions are made of, and their prefixes.

/// A name of a vocabulary: of a class, a property or a datatype.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// With its prefix: `dct:title`. Empty for a name that cannot be written so.
    pub(crate) short: &'static str,
    /// The address of its vocabulary.
    pub(crate) namespace: &'static str,
    /// What follows that address.
    pub(crate) local: &'static str,
}

macro_rules! vocabularies {
    ($($prefix:ident $namespace:literal { $($name:ident $local:literal)* })*) => {
        /// Prefixes with the addresses they stand for, in the order of the alphabet.
        pub(crate) static PREFIXES: &[(&str, &str)] = &[$((stringify!($prefix), $namespace)),*];

        $(pub(crate) mod $prefix {
            $(pub(crate) const $name: super::Name = super::Name {
                short: concat!(stringify!($prefix), ":", $local),
                namespace: $namespace,
                local: $local,
            };)*
        })*
    };
}

#[rustfmt::skip]
vocabularies! {
    adms "http://www.w3.org/ns/adms#" {
        IDENTIFIER "identifier" STATUS "status" IDENTIFIER_CLASS "Identifier"
    }
    dc "http://purl.org/dc/elements/1.1/" {
        FORMAT "format" LANGUAGE "language" RIGHTS "rights" SUBJECT "subject" TYPE "type"
    }
    dcat "http://www.w3.org/ns/dcat#" {
        CATALOG "Catalog" CATALOG_RECORD "CatalogRecord" DATASET_CLASS "Dataset" DATASET_SERIES "DatasetSeries"
        DATA_SERVICE "DataService" DISTRIBUTION_CLASS "Distribution" RESOURCE "Resource" ROLE "Role"
        ACCESS_SERVICE "accessService" ACCESS_URL "accessURL" BBOX "bbox" BYTE_SIZE "byteSize"
        CONTACT_POINT "contactPoint" DATASET "dataset" DISTRIBUTION "distribution" DOWNLOAD_URL "downloadURL"
        END_DATE "endDate" ENDPOINT_DESCRIPTION "endpointDescription" ENDPOINT_URL "endpointURL" HAD_ROLE "hadRole"
        IN_SERIES "inSeries" KEYWORD "keyword" LANDING_PAGE "landingPage" MEDIA_TYPE "mediaType" RECORD "record"
        SERVES_DATASET "servesDataset" SERVICE "service" START_DATE "startDate" THEME "theme"
        THEME_TAXONOMY "themeTaxonomy" VERSION "version"
    }
    dcatap "http://data.europa.eu/r5r/" {
        APPLICABLE_LEGISLATION "applicableLegislation" HVD_CATEGORY "hvdCategory"
    }
    dct "http://purl.org/dc/terms/" {
        FREQUENCY "Frequency" LICENSE_DOCUMENT "LicenseDocument" LINGUISTIC_SYSTEM "LinguisticSystem"
        LOCATION "Location" MEDIA_TYPE "MediaType" MEDIA_TYPE_OR_EXTENT "MediaTypeOrExtent"
        PERIOD_OF_TIME "PeriodOfTime" PROVENANCE_STATEMENT "ProvenanceStatement" RIGHTS_STATEMENT "RightsStatement"
        STANDARD "Standard"
        ABSTRACT "abstract" ACCESS_RIGHTS "accessRights" ACCRUAL_PERIODICITY "accrualPeriodicity"
        CONFORMS_TO "conformsTo" CREATED "created" CREATOR "creator" DATE_ACCEPTED "dateAccepted"
        DESCRIPTION "description" FORMAT "format" IDENTIFIER "identifier" ISSUED "issued"
        IS_REPLACED_BY "isReplacedBy" LANGUAGE "language" LICENSE "license" MODIFIED "modified"
        PROVENANCE "provenance" PUBLISHER "publisher" RIGHTS "rights" RIGHTS_HOLDER "rightsHolder" SOURCE "source"
        SPATIAL "spatial" TEMPORAL "temporal" TITLE "title" TYPE "type"
    }
    eli "http://data.europa.eu/eli/ontology#" {
        LEGAL_RESOURCE "LegalResource"
    }
    foaf "http://xmlns.com/foaf/0.1/" {
        AGENT "Agent" DOCUMENT "Document" ORGANIZATION "Organization" PERSON "Person"
        HOMEPAGE "homepage" MBOX "mbox" NAME "name" PAGE "page" PRIMARY_TOPIC "primaryTopic"
    }
    geo "http://www.opengis.net/ont/geosparql#" {
        GEOMETRY "Geometry" AS_GEO_JSON "asGeoJSON" AS_WKT "asWKT" WKT_LITERAL "wktLiteral"
    }
    geodcat "http://data.europa.eu/930/" {
        CUSTODIAN "custodian" DISTRIBUTOR "distributor" ORIGINATOR "originator"
        PRINCIPAL_INVESTIGATOR "principalInvestigator" PROCESSOR "processor" RESOURCE_PROVIDER "resourceProvider"
        SPATIAL_RESOLUTION_AS_TEXT "spatialResolutionAsText" USER "user"
    }
    hydra "http://www.w3.org/ns/hydra/core#" {
        COLLECTION "Collection" PARTIAL_COLLECTION_VIEW "PartialCollectionView"
        FIRST "first" LAST "last" NEXT "next" PREVIOUS "previous" TOTAL_ITEMS "totalItems" VIEW "view"
    }
    org "http://www.w3.org/ns/org#" {
        MEMBER_OF "memberOf"
    }
    owl "http://www.w3.org/2002/07/owl#" {
        SAME_AS "sameAs" VERSION_INFO "versionInfo"
    }
    prov "http://www.w3.org/ns/prov#" {
        ATTRIBUTION "Attribution" AGENT "agent" INVALIDATED_AT_TIME "invalidatedAtTime"
        QUALIFIED_ATTRIBUTION "qualifiedAttribution"
    }
    rdf "http://www.w3.org/1999/02/22-rdf-syntax-ns#" {
    }
    rdfs "http://www.w3.org/2000/01/rdf-schema#" {
        LABEL "label"
    }
    skos "http://www.w3.org/2004/02/skos/core#" {
        CONCEPT "Concept" CONCEPT_SCHEME "ConceptScheme"
        ALT_LABEL "altLabel" CHANGE_NOTE "changeNote" EXACT_MATCH "exactMatch" IN_SCHEME "inScheme"
        NOTATION "notation" PREF_LABEL "prefLabel"
    }
    spdx "http://spdx.org/rdf/terms#" {
        CHECKSUM_CLASS "Checksum" CHECKSUM_ALGORITHM "ChecksumAlgorithm"
        ALGORITHM "algorithm" CHECKSUM "checksum" CHECKSUM_VALUE "checksumValue"
    }
    vcard "http://www.w3.org/2006/vcard/ns#" {
        KIND "Kind" FN "fn" HAS_EMAIL "hasEmail" HAS_URL "hasURL"
    }
    xsd "http://www.w3.org/2001/XMLSchema#" {
        DATE "date" DATE_TIME "dateTime" G_YEAR "gYear" G_YEAR_MONTH "gYearMonth" HEX_BINARY "hexBinary"
        NON_NEGATIVE_INTEGER "nonNegativeInteger"
    }
}

/// The datatype of GeoJSON texts that GeoDCAT-AP, udata and ckanext-dcat have.
pub(crate) const GEO_JSON: Name =
    Name { short: "", namespace: "https://www.iana.org/assignments/media-types/application/", local: "vnd.geo+json" };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_sorted_and_each_names_one_vocabulary() {
        assert!(PREFIXES.windows(2).all(|two| two[0].0 < two[1].0));
        assert!(PREFIXES.iter().all(|(_, namespace)| namespace.ends_with(['#', '/'])));
        assert_eq!(dct::TITLE.short, "dct:title");
    }
}
