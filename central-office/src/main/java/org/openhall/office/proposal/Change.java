package org.openhall.office.proposal;

import org.openhall.content.ContentRecord;

/** What is to become of one record. */
public sealed interface Change {

  /** The record's id. */
  String recordId();

  /** The revision that its author had before them; 0 where the catalogue had no such record. */
  int base();

  /** It is added or changed; its revision and the day of its origin are given when it is saved. */
  record Put(int base, ContentRecord record) implements Change {
    @Override
    public String recordId() {
      return record.header().id();
    }
  }

  /** It is removed from the catalogue. */
  record Removal(int base, String recordId) implements Change {}
}
