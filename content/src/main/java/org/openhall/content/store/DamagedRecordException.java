package org.openhall.content.store;

/** A row whose bytes do not have the hash they were stored with. */
public final class DamagedRecordException extends UnreadableSnapshotException {
  private final String recordId;

  DamagedRecordException(String recordId) {
    super("The record " + recordId + " is damaged on disk", null);
    this.recordId = recordId;
  }

  /** Id of the record, or what is left of it. */
  public String recordId() {
    return recordId;
  }
}
