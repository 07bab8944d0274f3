package org.openhall.office.catalog;

import org.jspecify.annotations.Nullable;
import org.openhall.content.ContentRecord;
import org.openhall.content.RecordHeader;

/**
 * A record as an importer brings it, before the catalogue gives it its revision.
 *
 * @param row the row it comes from, 0 for one that the import itself makes (a node, a department)
 * @param identity what identifies it
 * @param form makes the record around its header
 */
public record Draft(int row, Identity identity, Form form) {

  /**
   * Identity of a draft.
   *
   * @param id the record's id
   * @param departmentId id of the owning department, or null
   * @param source the source's name as shown to citizens
   * @param key its key in that source
   * @param sha256 of the source row, lower-case hex
   */
  public record Identity(
      String id, @Nullable String departmentId, String source, String key, String sha256) {}

  /** Makes the record; the same header gives the same record. */
  public interface Form {
    ContentRecord with(RecordHeader header) throws RefusedRowException;
  }
}
