/**
 * Bringing a terminal to the newest release: {@link org.openhall.agent.sync.SyncJob} is the main
 * path. No Spring, no schedule, no command line.
 */
@NullMarked
package org.openhall.agent.sync;

import org.jspecify.annotations.NullMarked;
