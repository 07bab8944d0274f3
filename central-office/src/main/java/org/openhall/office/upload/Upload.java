package org.openhall.office.upload;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.file.FileKind;

/**
 * A file that somebody brought.
 *
 * @param id its number, 1 and up
 * @param file its name, as its sender calls it
 * @param sha256 of its bytes, lower-case hex
 * @param bytes how many
 * @param kind what it is
 * @param source whose records these are, as citizens are shown it
 * @param person id of who brought it
 * @param at when
 * @param part which sheet or table of it, from 0
 * @param mapping which column is which field, or null until somebody said so
 * @param report what a reading found, or null until it was read
 * @param proposal number of the proposal that it became, or null
 */
public record Upload(
    long id,
    String file,
    String sha256,
    long bytes,
    FileKind kind,
    String source,
    String person,
    Instant at,
    int part,
    @Nullable Mapping mapping,
    @Nullable UploadReport report,
    @Nullable Long proposal) {

  /** What a reading found, once it was read. */
  public Optional<UploadReport> read() {
    return Optional.ofNullable(report);
  }
}
