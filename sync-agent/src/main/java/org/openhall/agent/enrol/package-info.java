/**
 * How a terminal joins an office with a one-time token. The only place that writes terminal.json
 * and the first root.
 */
@NullMarked
package org.openhall.agent.enrol;

import org.jspecify.annotations.NullMarked;
