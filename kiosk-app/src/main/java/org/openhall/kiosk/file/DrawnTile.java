package org.openhall.kiosk.file;

/**
 * A tile, drawn.
 *
 * @param argb its pixels row by row, alpha premultiplied; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is neither compared nor copied
public record DrawnTile(Tile tile, int[] argb) {}
