package org.openhall.office.database;

/**
 * The lines of records that an index of letters finds.
 *
 * @param sql of their ids, as column {@code id}, with one parameter
 * @param value of the parameter
 */
public record FoundLines(String sql, String value) {}
