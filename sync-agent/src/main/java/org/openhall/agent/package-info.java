/**
 * The sync agent's command line: each command reads its arguments, calls one door of the packages
 * below and says what came of it. No rule of synchronisation lives here.
 */
@NullMarked
package org.openhall.agent;

import org.jspecify.annotations.NullMarked;
