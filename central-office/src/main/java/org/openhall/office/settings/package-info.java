/**
 * The one file of a data folder in which a person says where else an office keeps things: {@code
 * office.properties}. What a setting means is known by who uses it.
 */
@NullMarked
package org.openhall.office.settings;

import org.jspecify.annotations.NullMarked;
