/**
 * What is personal, on its way: sealed by HPKE (RFC 9180) to one receiver, bound to its place, and
 * readable by nobody who carries it. Keys are values here; where they are kept is the programs'
 * matter.
 */
@NullMarked
package org.openhall.link.envelope;

import org.jspecify.annotations.NullMarked;
