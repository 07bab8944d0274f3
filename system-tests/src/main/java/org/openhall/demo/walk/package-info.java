/**
 * A walk through the whole hall as a citizen takes it: it acts only through X pointer events and
 * the emulators' controls, and believes only what stands visible on the screen.
 */
@NullMarked
package org.openhall.demo.walk;

import org.jspecify.annotations.NullMarked;
