package org.openhall.content.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the disclosure directory; null where the source does not say.
 *
 * @param date 发布日期, or 成文日期 where that is missing
 * @param hasBody false where the source gives only the title
 * @param sample true for the authored sample
 */
public record EntryTitle(
    String id,
    String title,
    @Nullable String publisher,
    @Nullable String documentNumber,
    @Nullable String indexNumber,
    @Nullable LocalDate date,
    boolean hasBody,
    boolean sample) {}
