/**
 * What the terminal keeps for the office until the agent has handed it in: the writer's side of
 * {@code spool/}. Nothing of a person but in an envelope; no network.
 */
@NullMarked
package org.openhall.kiosk.journal;

import org.jspecify.annotations.NullMarked;
