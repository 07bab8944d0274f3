package org.openhall.office.publish;

import org.openhall.content.Attachment;

/**
 * A file that a record names and that cannot be published.
 *
 * @param recordId of the first record that names it
 * @param file as the record names it
 */
public record AttachmentFault(Kind kind, String recordId, Attachment file) {

  /** Why not. */
  public enum Kind {
    /** The office does not have it. */
    MISSING,
    /** What the office has under this hash has another length or hash. */
    DIFFERENT,
    /** It is longer than {@link org.openhall.content.Limits#FILE}. */
    TOO_LONG,
    /** With it the release would hold more files, or more bytes of them, than is permitted. */
    TOO_MUCH
  }
}
