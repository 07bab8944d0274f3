package org.openhall.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every record carries.
 *
 * @param id opaque, unique in a release, 1–64 characters of {@code [A-Za-z0-9._-]}; never parsed
 * @param revision 1 and up; grows with every change of the record
 * @param departmentId id of the owning {@link Department}, or null where the source names none
 * @param effectiveFrom first day on which terminals may show it, or null for at once
 * @param effectiveUntil last day on which terminals may show it, or null for no end
 * @param origin where the office took it from
 */
public record RecordHeader(
    String id,
    int revision,
    @Nullable String departmentId,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    Origin origin) {}
