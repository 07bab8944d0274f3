/**
 * What kiosk and agent say to each other while somebody waits: a closed list of messages, one each
 * way over a small local socket. Nothing of a person but in an envelope; nothing is kept.
 */
@NullMarked
package org.openhall.link.message;

import org.jspecify.annotations.NullMarked;
