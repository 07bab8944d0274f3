/**
 * What a technician has written about this terminal's lines in {@code terminal.properties}. What
 * cannot be followed is named, and the rest holds.
 */
@NullMarked
package org.openhall.agent.settings;

import org.jspecify.annotations.NullMarked;
