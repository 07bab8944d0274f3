package org.openhall.kiosk.typing;

import java.util.List;

/**
 * A word of a dictionary.
 *
 * @param syllables its reading, one syllable for each character
 * @param cost how seldom it is typed: the negative logarithm of its share of all typed words, 3 for
 *     的 to 22 for a character that nobody knows
 * @param service whether it is a word of public services
 */
record Entry(String text, List<String> syllables, float cost, boolean service) {}
