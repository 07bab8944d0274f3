/**
 * The window by which a person works the emulated devices (Swing). It shows their state and passes
 * commands; what a command does is decided elsewhere, and no device needs the window.
 */
@NullMarked
package org.openhall.simulator.panel;

import org.jspecify.annotations.NullMarked;
