package org.openhall.kiosk.screen.reader;

import org.openhall.kiosk.widget.Highlight;

/**
 * Where words that are looked for stand in a page.
 *
 * @param piece which of its pieces, from 0
 * @param text which of the piece's texts, from 0
 * @param span where in that text
 */
record Place(int piece, int text, Highlight.Span span) {}
