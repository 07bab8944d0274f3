/**
 * Hands in what the kiosk has laid into {@code spool/}, and forgets it when the office has it. What
 * is sealed is carried and cannot be read here.
 */
@NullMarked
package org.openhall.agent.spool;

import org.jspecify.annotations.NullMarked;
