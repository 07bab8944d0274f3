/**
 * PC/SC on Linux: a {@link java.security.Provider} behind {@code javax.smartcardio} that calls
 * pcsc-lite ({@code libpcsclite.so.1}) by {@code java.lang.foreign}. It lives through restarts of
 * the resource manager, mute and torn cards, and readers that come and go. Nothing of a particular
 * card may live here.
 */
@NullMarked
package org.openhall.device.pcsc;

import org.jspecify.annotations.NullMarked;
