/**
 * The report by which a terminal is accepted: what was checked, how it came out, what persons said,
 * and the signature of the terminal's own key over it. Whoever has the office's authority can judge
 * it.
 */
@NullMarked
package org.openhall.link.acceptance;

import org.jspecify.annotations.NullMarked;
