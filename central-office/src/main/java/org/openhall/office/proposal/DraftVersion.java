package org.openhall.office.proposal;

import java.time.Instant;

/**
 * An earlier saving of an item.
 *
 * @param savedAt when
 * @param json the record as it was then
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DraftVersion(long number, Instant savedAt, byte[] json) {}
