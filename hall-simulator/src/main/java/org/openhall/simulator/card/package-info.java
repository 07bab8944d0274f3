/**
 * The cards that can be laid on the emulated module: fictional persons, written in property files,
 * and how their fields stand in the 256 bytes that a card's chip holds. No protocol, no I/O but the
 * reading of card files.
 */
@NullMarked
package org.openhall.simulator.card;

import org.jspecify.annotations.NullMarked;
