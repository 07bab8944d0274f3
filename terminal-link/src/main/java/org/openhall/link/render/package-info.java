/**
 * What the office and the program that draws its previews say to each other over one stream: an
 * order with records, one way; pictures and how it ended, the other.
 */
@NullMarked
package org.openhall.link.render;

import org.jspecify.annotations.NullMarked;
