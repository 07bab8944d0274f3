/** Runs the fuzz targets of this module, which live beside their parsers. */
@NullMarked
package org.openhall.simulator.fuzz;

import org.jspecify.annotations.NullMarked;
