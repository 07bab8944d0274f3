package org.openhall.kiosk.widget;

import org.jspecify.annotations.Nullable;

/**
 * One row of a {@link FactTable}.
 *
 * @param value what the source says, or null where it says nothing
 */
public record Fact(String label, @Nullable String value) {}
