/**
 * Service guides (办事指南): choosing one by department, type, theme and audience, and reading it. What
 * a guide says, and what it does not say, is decided in values here; only the views know JavaFX.
 */
@NullMarked
package org.openhall.kiosk.screen.guide;

import org.jspecify.annotations.NullMarked;
