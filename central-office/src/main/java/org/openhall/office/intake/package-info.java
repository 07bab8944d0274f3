/**
 * What terminals tell this office: events taken in and counted once, what is sealed kept as it came
 * and opened only by who has the key. Nothing personal is written to a disk or a log from here.
 */
@NullMarked
package org.openhall.office.intake;

import org.jspecify.annotations.NullMarked;
