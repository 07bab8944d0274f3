/**
 * How a terminal joins an office, with a one-time token or by a stick. The only place that writes
 * terminal.json, the first root and the first certificate.
 */
@NullMarked
package org.openhall.agent.enrol;

import org.jspecify.annotations.NullMarked;
