package org.openhall.office.compare;

/**
 * A part of a text.
 *
 * @param isChanged whether the other version has something else, or nothing, at this place
 */
public record Piece(String text, boolean isChanged) {}
