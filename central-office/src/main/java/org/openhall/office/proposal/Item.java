package org.openhall.office.proposal;

import java.time.Instant;
import java.util.Optional;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.catalog.RecordRow;

/**
 * One record of a proposal.
 *
 * @param proposal its proposal's number
 * @param base the revision on which it rests; 0 for a new record
 * @param savedAt when it was saved last
 * @param title title or name of the record
 * @param row what the catalogue will hold, byte for byte; of a removal, the last version without
 *     its JSON
 * @param isRemoval whether the record is to go
 */
public record Item(
    long proposal, int base, Instant savedAt, String title, RecordRow row, boolean isRemoval) {

  /** The record's id. */
  public String recordId() {
    return row.record().id();
  }

  /** The record as it will be; empty of a removal. */
  public Optional<EncodedRecord> record() {
    return isRemoval ? Optional.empty() : Optional.of(row.record());
  }
}
