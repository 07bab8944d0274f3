package org.openhall.content.store;

/**
 * A value to filter by.
 *
 * @param value what goes into the filter
 * @param label what a citizen reads
 * @param count rows that it would leave under the other filters
 */
public record Facet(String value, String label, long count) {}
