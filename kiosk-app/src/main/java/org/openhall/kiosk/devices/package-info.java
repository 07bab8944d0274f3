/**
 * A technician's hand on the devices: the command {@code device}, and the small local socket by
 * which it asks a running kiosk, which owns the ports. Of a card nothing goes over it but what is
 * masked. Its doors: {@link DeviceDoor} for the kiosk, {@link DeviceMain} for the command.
 */
@NullMarked
package org.openhall.kiosk.devices;

import org.jspecify.annotations.NullMarked;
