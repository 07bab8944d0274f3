package org.openhall.office.catalog;

import java.time.LocalDate;
import org.openhall.content.codec.EncodedRecord;

/**
 * A record as the catalogue holds it.
 *
 * @param kind what brought it first: the code of a {@link SourceKind}, or {@code edit}, {@code
 *     upload}, {@code api}, {@code import}
 * @param source its source's name, as in its origin
 * @param key its key in that source
 * @param revision 1 and up
 * @param asOf day of that revision
 * @param sha256 of its canonical JSON, lower-case hex
 * @param record the record
 */
public record RecordRow(
    String kind,
    String source,
    String key,
    int revision,
    LocalDate asOf,
    String sha256,
    EncodedRecord record) {}
