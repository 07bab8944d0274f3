package org.openhall.kiosk.widget;

import org.jspecify.annotations.Nullable;

/**
 * A choice in a {@link ChipBar}.
 *
 * @param id its node's id
 * @param label its words
 * @param count what it leads to, as text, or null
 * @param selected whether it is chosen now
 * @param action what a press does
 */
public record Chip(
    String id, String label, @Nullable String count, boolean selected, Runnable action) {}
