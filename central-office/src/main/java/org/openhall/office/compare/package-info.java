/**
 * Two versions of a record side by side: by field, by row or block, and within texts. The door is
 * {@link org.openhall.office.compare.Comparison}; it knows JSON and no type of record.
 */
@NullMarked
package org.openhall.office.compare;

import org.jspecify.annotations.NullMarked;
