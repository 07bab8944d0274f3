/**
 * Runs the fuzz targets of this module, which live beside their parsers, and lends them a line that
 * plays an input. docs/fuzzing.md says how a target is made.
 */
@NullMarked
package org.openhall.device.fuzz;

import org.jspecify.annotations.NullMarked;
