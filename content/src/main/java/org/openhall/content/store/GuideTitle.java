package org.openhall.content.store;

import org.jspecify.annotations.Nullable;

/**
 * A line of the list of service guides.
 *
 * @param complete true if the source says which materials to bring
 * @param sample true for the authored sample
 */
public record GuideTitle(
    String id,
    String title,
    @Nullable String departmentName,
    @Nullable String itemType,
    boolean complete,
    boolean sample) {}
