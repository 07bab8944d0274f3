package org.openhall.repository.publisher;

/**
 * What a publication wrote.
 *
 * @param version version of the new targets metadata, 1 and up
 * @param targets how many files clients can now download
 * @param bytes their length together
 */
public record Published(long version, int targets, long bytes) {}
