/** A whole hall on one machine: office, agent, kiosk and emulated devices as real processes. */
@NullMarked
package org.openhall.demo.hall;

import org.jspecify.annotations.NullMarked;
