/** The devices of a terminal as a technician works them, with the emulators at their ports. */
@NullMarked
package org.openhall.devices;

import org.jspecify.annotations.NullMarked;
