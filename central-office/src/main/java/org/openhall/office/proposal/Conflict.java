package org.openhall.office.proposal;

/**
 * A record that the catalogue holds in another version than the one a change rests on.
 *
 * @param recordId which record
 * @param title its title as proposed
 * @param base revision on which the change rests; 0 where there was no such record
 * @param present revision that the catalogue holds; 0 where it has none any more
 */
public record Conflict(String recordId, String title, int base, int present) {}
