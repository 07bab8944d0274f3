/**
 * The terminals as they are now: what each shows and since when, how its devices are, what somebody
 * should look at. The door is {@link org.openhall.office.fleet.Fleet}.
 */
@NullMarked
package org.openhall.office.fleet;

import org.jspecify.annotations.NullMarked;
