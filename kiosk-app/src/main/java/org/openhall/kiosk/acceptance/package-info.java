/**
 * The acceptance of a terminal: what was looked at becomes a report, which the agent signs, and
 * which is kept, told to the office and printed. The screen has it by {@link
 * org.openhall.kiosk.acceptance.Acceptance}, the command is {@link
 * org.openhall.kiosk.acceptance.AcceptanceMain}.
 */
@NullMarked
package org.openhall.kiosk.acceptance;

import org.jspecify.annotations.NullMarked;
