package org.openhall.office.catalog;

import org.openhall.content.ContentRecord;

/** What became of a row. */
public sealed interface Taken {

  /** It is a new record. */
  record Added(ContentRecord record) implements Taken {}

  /** It is another version of a record. */
  record Changed(ContentRecord record) implements Taken {}

  /** The catalogue holds it so already. */
  record Unchanged(ContentRecord record) implements Taken {}

  /** It is not taken. */
  record Refused(RefusedRowException reason) implements Taken {}
}
