/**
 * What the office says to terminals by itself: the files of its signed repository that cannot wait
 * for their next look, as events on a line that stays open. Form and bounds only; nothing of it is
 * believed before {@code signed-repository} has judged it.
 */
@NullMarked
package org.openhall.link.push;

import org.jspecify.annotations.NullMarked;
