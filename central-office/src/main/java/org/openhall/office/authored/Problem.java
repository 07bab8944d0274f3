package org.openhall.office.authored;

import org.openhall.office.text.Trouble;

/**
 * One thing that an author has to put right.
 *
 * @param file the file, relative to the hall's folder
 * @param line the line, from 1: of an entry's text, or where a JSON record begins
 * @param trouble what is wrong
 */
public record Problem(String file, int line, Trouble trouble) {}
