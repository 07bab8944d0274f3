package org.openhall.content;

/**
 * One published record. The list is closed for this version; a record of a type that a later
 * version invents travels as {@link UnknownRecord}, byte for byte.
 */
public sealed interface ContentRecord
    permits DisclosureEntry,
        ServiceGuide,
        Department,
        CatalogNode,
        Notice,
        StaffMember,
        DisclosureGuide,
        AnnualReport,
        HallMap,
        WorkingCalendar,
        Synonyms,
        Form,
        UnknownRecord {

  /** Identity, validity and origin, the same for every type. */
  RecordHeader header();

  /** Fields that this version does not know; kept, so that they survive a round trip. */
  UnknownFields unknown();
}
