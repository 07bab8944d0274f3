/**
 * Releases: the catalogue packed, signed and laid out for terminals to fetch. The door is {@link
 * org.openhall.office.publish.Publisher}. Of a record nothing is looked at here but the attachments
 * it names.
 */
@NullMarked
package org.openhall.office.publish;

import org.jspecify.annotations.NullMarked;
