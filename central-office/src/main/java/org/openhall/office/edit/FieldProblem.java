package org.openhall.office.edit;

/**
 * Something in a form that cannot be.
 *
 * @param path of the field
 * @param key of the sentence: {@code missing}, {@code no-day}, {@code no-number}, {@code too-long}
 *     …
 * @param said what stood there, or empty
 */
public record FieldProblem(String path, String key, String said) {}
