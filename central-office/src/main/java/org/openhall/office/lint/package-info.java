/**
 * What an editor should look at before a release: a closed list of rules, run over the records. The
 * door is {@link org.openhall.office.lint.Linter}. What makes a single hall's folder unreadable is
 * {@code authored}'s, what an import mends is {@code catalog}'s; neither is said here again.
 */
@NullMarked
package org.openhall.office.lint;

import org.jspecify.annotations.NullMarked;
