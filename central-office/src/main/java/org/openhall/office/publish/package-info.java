/**
 * Releases: the catalogue packed, signed and laid out for terminals to fetch. The door is {@link
 * org.openhall.office.publish.Publisher}. Nothing here looks into a record.
 */
@NullMarked
package org.openhall.office.publish;

import org.jspecify.annotations.NullMarked;
