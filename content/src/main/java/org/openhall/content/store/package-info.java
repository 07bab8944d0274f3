/**
 * The snapshot of a release as a SQLite file: built by the agent, read by the kiosk, swapped by
 * {@link org.openhall.content.store.SnapshotDirectory}. All SQL over content lives here and nowhere
 * else.
 */
@NullMarked
package org.openhall.content.store;

import org.jspecify.annotations.NullMarked;
