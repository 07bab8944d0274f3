/**
 * Tells, from inside a running kiosk, what a person in front of it can read and press. Attached
 * from outside as a JVM agent by the walk; nothing in the kiosk knows of it and no terminal package
 * holds it.
 */
@NullMarked
package org.openhall.demo.witness;

import org.jspecify.annotations.NullMarked;
