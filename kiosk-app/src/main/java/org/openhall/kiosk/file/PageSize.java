package org.openhall.kiosk.file;

/**
 * The size of a page as it is read, in points (PDF) or pixels (picture).
 *
 * @param width more than 0
 * @param height more than 0
 */
public record PageSize(double width, double height) {}
