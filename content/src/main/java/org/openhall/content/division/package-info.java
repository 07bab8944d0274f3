/**
 * The administrative divisions of the country, as reference data for addresses. The door is {@link
 * org.openhall.content.division.Divisions}; nothing else belongs here.
 */
@NullMarked
package org.openhall.content.division;

import org.jspecify.annotations.NullMarked;
