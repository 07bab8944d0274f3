/**
 * How a terminal joins the office: one-time tokens, and the terminals that came of them. The door
 * is {@link org.openhall.office.enrol.Enrolment}.
 */
@NullMarked
package org.openhall.office.enrol;

import org.jspecify.annotations.NullMarked;
